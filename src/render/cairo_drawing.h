#pragma once

#include "scene/scene.h"

#include <cstddef>
#include <vector>

struct _cairo;  // cairo's own name for what it draws on

namespace trackloom::render {

/// Draws a scene with its paper, in points, as the SVG of the same scene shows it.
void draw(_cairo* target, const scene::Scene& scene, const scene::Palette& palette);
/// What is worked out once for a scene that is drawn again and again in parts: what lies elsewhere is then passed over
/// at once.
struct Rooms {
  std::vector<scene::Box> boxes;  ///< what each shape may colour, with its strokes, its head and the rim of a text
  /// Thousands of lines one after the other, by the places of the first and of what follows the last. In a picture of
  /// pixels they are drawn as a crowd.
  struct Crowd {
    std::size_t first = 0;
    std::size_t end = 0;
  };
  std::vector<Crowd> crowds;
};
Rooms roomsOf(const scene::Scene& scene);
void draw(_cairo* target, const scene::Scene& scene, const scene::Palette& palette, const Rooms& rooms);

}  // namespace trackloom::render
