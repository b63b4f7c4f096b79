#pragma once

#include "scene/scene.h"

#include <span>
#include <vector>

struct _cairo;  // cairo's own name for what it draws on

namespace trackloom::render {

/// Draws a scene with its paper, in points, as the SVG of the same scene shows it.
void draw(_cairo* target, const scene::Scene& scene, const scene::Palette& palette);
/// What each shape may colour, with its strokes, its head and the rim of a text.
std::vector<scene::Box> roomsOf(const scene::Scene& scene);
/// The same where a scene is drawn again and again in parts: with its rooms, what lies elsewhere is passed over at
/// once.
void draw(_cairo* target, const scene::Scene& scene, const scene::Palette& palette, std::span<const scene::Box> rooms);

}  // namespace trackloom::render
