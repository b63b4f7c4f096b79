#pragma once

#include "scene/scene.h"

#include <string>
#include <string_view>

namespace trackloom::render {

struct SvgOptions {
  scene::Palette palette = scene::paperPalette();
  /// Put before every id, so that several drawings can stand in one page. Letters, digits and hyphens; others go.
  std::string idPrefix = "t";
};

/// An element's id as groups of a drawing have it behind the prefix and a hyphen; the second group of an element in a
/// drawing has `_2` behind it, and so on.
std::string idText(std::string_view id);

/// A scene as SVG 1.1 with real text: it can be searched, read aloud and edited. Refers to nothing outside, runs
/// nothing. Whatever stands in titles stays text. The same scene gives the same bytes.
std::string svg(const scene::Scene& scene, const SvgOptions& options = {});

}  // namespace trackloom::render
