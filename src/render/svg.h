#pragma once

#include "scene/scene.h"

#include <string>

namespace trackloom::render {

struct SvgOptions {
  scene::Palette palette = scene::paperPalette();
  /// Put before every id, so that several drawings can stand in one page. Letters, digits and hyphens; others go.
  std::string idPrefix = "t";
};

/// A scene as SVG 1.1 with real text: it can be searched, read aloud and edited. Refers to nothing outside, runs
/// nothing. Whatever stands in titles stays text. The same scene gives the same bytes.
std::string svg(const scene::Scene& scene, const SvgOptions& options = {});

}  // namespace trackloom::render
