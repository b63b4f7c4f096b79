#pragma once

#include "render/cairo_drawing.h"

#include <vector>

namespace trackloom::render {

/// A scene with its rooms.
struct Roomed {
  const scene::Scene& scene;
  const Rooms& rooms;
};

/// Where, in a part of a drawing, it looks otherwise than it did: the rooms of shapes that came, went or changed there,
/// as they were and as they are. A picture of the part that is drawn anew in these boxes is as if drawn from scratch.
std::vector<scene::Box> changedRooms(const Roomed& before, const Roomed& after, const scene::Box& part);

}  // namespace trackloom::render
