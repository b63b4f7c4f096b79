#pragma once

#include "scene/scene.h"

namespace trackloom::scene {

/// What an activity's status looks like, so that colour is never the only sign of it.
enum class Sign : std::uint8_t { none, invited, confirmed, ongoing, suspended, postponed, completed, ended };

/// The sign around a point, `size` points wide and high, in one colour. Empty for `none`.
std::vector<Shape> signShapes(Sign sign, Point middle, double size, const Paint& paint);

/// A square on its corner.
Path diamond(Point middle, double radius);
/// A flag whose foot stands at a point.
Path flag(Point foot, double height);
/// A tick or a cross around a point.
Path tick(Point middle, double size);
Path cross(Point middle, double size);

/// Where a bar is cut at the edge of what is drawn, though what it shows goes on.
struct Cut {
  bool left = false;
  bool right = false;
  bool any() const { return left || right; }
};
/// A bar with torn edges where it is cut.
Path tornBar(const Box& box, Cut cut);

/// Slanting lines that fill a box.
Path hatching(const Box& box, double spacing);

}  // namespace trackloom::scene
