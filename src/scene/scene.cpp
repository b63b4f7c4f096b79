#include "scene/scene.h"

#include <algorithm>
#include <cmath>

namespace trackloom::scene {
namespace {

Box around(const Path& path) {
  if (path.steps.empty()) return {};
  const Point first = path.steps.front().to;
  Box box{first.x, first.y, first.x, first.y};
  const auto include = [&](Point p) {
    box.left = std::min(box.left, p.x);
    box.right = std::max(box.right, p.x);
    box.top = std::min(box.top, p.y);
    box.bottom = std::max(box.bottom, p.y);
  };
  for (const Step& step : path.steps) {
    include(step.to);
    if (step.kind != Step::Kind::curve) continue;
    include(step.control1);
    include(step.control2);
  }
  return box;
}

Box around(const Label& label) {
  const double top = label.at.y - label.font.size * 0.8;
  const double bottom = label.at.y + label.font.size * 0.25;
  double left = label.at.x;
  if (label.anchor == Anchor::middle) left -= label.maxWidth / 2;
  const bool growsLeft = (label.anchor == Anchor::end) != (label.direction == Direction::rightToLeft);
  if (label.anchor != Anchor::middle && growsLeft) left -= label.maxWidth;
  return {left, top, left + label.maxWidth, bottom};
}

void mirror(Path& path, double width) {
  if (path.mirroring == Mirroring::keepsShape) {
    const Box box = around(path);
    const double shift = width - box.right - box.left;
    for (Step& step : path.steps)
      for (Point* point : {&step.to, &step.control1, &step.control2}) point->x += shift;
    return;
  }
  for (Step& step : path.steps)
    for (Point* point : {&step.to, &step.control1, &step.control2}) point->x = width - point->x;
}

}  // namespace

bool overlap(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

Path& Path::move(Point to) {
  steps.push_back({Step::Kind::move, to, to, to});
  return *this;
}

Path& Path::line(Point to) {
  steps.push_back({Step::Kind::line, to, to, to});
  return *this;
}

Path& Path::curve(Point control1, Point control2, Point to) {
  steps.push_back({Step::Kind::curve, to, control1, control2});
  return *this;
}

Box bounds(const Shape& shape) {
  if (const auto* rect = std::get_if<Rect>(&shape.form)) return rect->box;
  if (const auto* path = std::get_if<Path>(&shape.form)) return around(*path);
  return around(std::get<Label>(shape.form));
}

std::vector<Point> headOf(const Path& path) {
  if (path.head == Head::none || path.steps.size() < 2) return {};
  constexpr double length = 5.5;
  constexpr double halfWidth = 2.6;
  const Point tip = path.steps.back().to;
  const Step& last = path.steps.back();
  const Point before = last.kind == Step::Kind::curve ? last.control2 : path.steps[path.steps.size() - 2].to;
  double dx = tip.x - before.x;
  double dy = tip.y - before.y;
  const double distance = std::hypot(dx, dy);
  if (distance < 1e-9) return {};
  dx /= distance;
  dy /= distance;
  const Point foot{tip.x - dx * length, tip.y - dy * length};
  return {tip, {foot.x - dy * halfWidth, foot.y + dx * halfWidth}, {foot.x + dy * halfWidth, foot.y - dx * halfWidth}};
}

Scene mirrored(Scene scene) {
  const double width = scene.width;
  const auto flipped = [](Direction d) {
    return d == Direction::leftToRight ? Direction::rightToLeft : Direction::leftToRight;
  };
  scene.direction = flipped(scene.direction);
  for (Shape& shape : scene.shapes) {
    if (auto* rect = std::get_if<Rect>(&shape.form)) {
      const Box box = rect->box;
      rect->box.left = width - box.right;
      rect->box.right = width - box.left;
    } else if (auto* path = std::get_if<Path>(&shape.form)) {
      mirror(*path, width);
    } else {
      auto& label = std::get<Label>(shape.form);
      label.at.x = width - label.at.x;
      label.direction = flipped(label.direction);
    }
  }
  return scene;
}

}  // namespace trackloom::scene
