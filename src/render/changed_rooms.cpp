#include "render/changed_rooms.h"

#include <algorithm>

namespace trackloom::render {
namespace {

using namespace scene;

/// The shapes that colour something in a part, by their places.
std::vector<std::size_t> within(const Roomed& drawing, const Box& part) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < drawing.rooms.boxes.size(); ++i)
    if (overlap(drawing.rooms.boxes[i], part)) places.push_back(i);
  return places;
}

bool lookAlike(const Shape& a, const Shape& b) { return a.style == b.style && a.form == b.form; }

}  // namespace

std::vector<Box> changedRooms(const Roomed& before, const Roomed& after, const Box& part) {
  if (before.scene.width != after.scene.width || before.rooms.crowds.size() != after.rooms.crowds.size()) return {part};
  const std::vector<std::size_t> old = within(before, part);
  const std::vector<std::size_t> now = within(after, part);
  std::vector<Box> changed;
  const auto alike = [&](std::size_t i, std::size_t j) {
    return lookAlike(before.scene.shapes[old[i]], after.scene.shapes[now[j]]);
  };
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < old.size() || j < now.size()) {
    if (i < old.size() && j < now.size() && alike(i, j)) {
      ++i;
      ++j;
      continue;
    }
    // One element has few shapes: where both go on alike is soon found; where not, more is drawn anew than needed.
    constexpr std::size_t ahead = 8;
    std::size_t skipOld = 1;
    std::size_t skipNow = 1;
    for (std::size_t sum = 1; sum <= ahead; ++sum) {
      std::size_t a = 0;
      while (a <= sum && !(i + a < old.size() && j + sum - a < now.size() && alike(i + a, j + sum - a))) ++a;
      if (a > sum) continue;
      skipOld = a;
      skipNow = sum - a;
      break;
    }
    for (; skipOld > 0 && i < old.size(); --skipOld) changed.push_back(before.rooms.boxes[old[i++]]);
    for (; skipNow > 0 && j < now.size(); --skipNow) changed.push_back(after.rooms.boxes[now[j++]]);
  }
  if (before.scene.height != after.scene.height) {
    const double low = std::min(before.scene.height, after.scene.height);
    const double high = std::max(before.scene.height, after.scene.height);
    changed.push_back({part.left, low, part.right, high});
  }
  std::erase_if(changed, [&](const Box& box) { return !overlap(box, part); });
  return changed;
}

}  // namespace trackloom::render
