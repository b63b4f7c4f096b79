#pragma once

#include "scene/scene.h"

struct _cairo;  // cairo's own name for what it draws on

namespace trackloom::render {

/// Draws a scene with its paper, in points, as the SVG of the same scene shows it.
void draw(_cairo* target, const scene::Scene& scene, const scene::Palette& palette);

}  // namespace trackloom::render
