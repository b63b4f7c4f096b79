#include "scene/symbols.h"

#include <algorithm>

namespace trackloom::scene {
namespace {

Shape filled(Path path, const Paint& paint) {
  path.closing = Closing::closed;
  Shape shape;
  shape.form = std::move(path);
  shape.style.fill = paint;
  return shape;
}

Shape stroked(Path path, const Paint& paint, double width) {
  Shape shape;
  shape.form = std::move(path);
  shape.style.stroke = paint;
  shape.style.strokeWidth = width;
  return shape;
}

Shape disc(Point middle, double radius) {
  Shape shape;
  shape.form = Rect{{middle.x - radius, middle.y - radius, middle.x + radius, middle.y + radius}, radius};
  return shape;
}

}  // namespace

std::vector<Shape> signShapes(Sign sign, Point middle, double size, const Paint& paint) {
  const double r = size / 2;
  const auto [x, y] = middle;
  switch (sign) {
    case Sign::none:
      return {};
    case Sign::completed:
      return {stroked(tick(middle, size), paint, size / 5)};
    case Sign::ended:
      return {stroked(cross(middle, size * 0.85), paint, size / 5)};
    case Sign::ongoing:
      return {filled(Path().move({x - r * 0.7, y - r}).line({x + r, y}).line({x - r * 0.7, y + r}), paint)};
    case Sign::suspended:
      return {filled(Path()
                         .move({x - r * 0.8, y - r})
                         .line({x - r * 0.2, y - r})
                         .line({x - r * 0.2, y + r})
                         .line({x - r * 0.8, y + r}),
                     paint),
              filled(Path()
                         .move({x + r * 0.2, y - r})
                         .line({x + r * 0.8, y - r})
                         .line({x + r * 0.8, y + r})
                         .line({x + r * 0.2, y + r}),
                     paint)};
    case Sign::postponed:
      return {stroked(Path()
                          .move({x - r, y - r})
                          .line({x, y})
                          .line({x - r, y + r})
                          .move({x, y - r})
                          .line({x + r, y})
                          .line({x, y + r}),
                      paint, size / 6)};
    case Sign::confirmed: {
      Shape dot = disc(middle, r * 0.75);
      dot.style.fill = paint;
      return {dot};
    }
    case Sign::invited:
      break;
  }
  Shape ring = disc(middle, r * 0.7);
  ring.style.stroke = paint;
  ring.style.strokeWidth = size / 6;
  return {ring};
}

Path diamond(Point middle, double radius) {
  Path path;
  path.closing = Closing::closed;
  path.move({middle.x, middle.y - radius}).line({middle.x + radius, middle.y});
  path.line({middle.x, middle.y + radius}).line({middle.x - radius, middle.y});
  return path;
}

Path flag(Point foot, double height) {
  Path path;
  const double width = height * 0.72;
  path.move(foot).line({foot.x, foot.y - height}).line({foot.x + width, foot.y - height * 0.72});
  path.line({foot.x, foot.y - height * 0.42});
  return path;
}

Path tick(Point middle, double size) {
  Path path;
  path.mirroring = Mirroring::keepsShape;
  const double r = size / 2;
  path.move({middle.x - r, middle.y + r * 0.05})
      .line({middle.x - r * 0.25, middle.y + r * 0.75})
      .line({middle.x + r, middle.y - r * 0.75});
  return path;
}

Path cross(Point middle, double size) {
  Path path;
  const double r = size / 2;
  path.move({middle.x - r, middle.y - r}).line({middle.x + r, middle.y + r});
  path.move({middle.x + r, middle.y - r}).line({middle.x - r, middle.y + r});
  return path;
}

Path tornBar(const Box& box, Cut cut) {
  constexpr int teeth = 3;
  const double depth = std::min(3.0, box.width() / 3);
  Path path = Path().move({box.left, box.top}).line({box.right, box.top});
  const auto tear = [&](double x, double inwards, double from, double to) {
    for (int i = 1; i < 2 * teeth; ++i) path.line({i % 2 == 1 ? x + inwards : x, from + (to - from) * i / (2 * teeth)});
  };
  if (cut.right) tear(box.right, -depth, box.top, box.bottom);
  path.line({box.right, box.bottom}).line({box.left, box.bottom});
  if (cut.left) tear(box.left, depth, box.bottom, box.top);
  path.closing = Closing::closed;
  return path;
}

Path hatching(const Box& box, double spacing) {
  Path path;
  constexpr int most = 4000;
  const double step = std::max(spacing, (box.width() + box.height()) / most);
  for (double c = step; c < box.width() + box.height(); c += step) {  // lines x + y = c from the top left corner
    const double startX = std::min(c, box.width());
    const double endX = std::max(0.0, c - box.height());
    path.move({box.left + startX, box.top + c - startX}).line({box.left + endX, box.top + c - endX});
  }
  return path;
}

}  // namespace trackloom::scene
