#include "scene/scene.h"

#include "scene/symbols.h"

#include <cmath>

#include <catch2/catch.hpp>

using namespace trackloom::scene;

namespace {

Shape shapeOf(std::variant<Rect, Path, Label> form) {
  Shape shape;
  shape.form = std::move(form);
  return shape;
}

}  // namespace

TEST_CASE("mirrored twice a drawing is itself") {
  Scene scene;
  scene.width = 300;
  Label label;
  label.at = {30, 40};
  label.maxWidth = 50;
  label.anchor = Anchor::end;
  scene.shapes = {shapeOf(Rect{{10, 10, 60, 30}, 2}), shapeOf(Path().move({5, 5}).curve({10, 20}, {30, 40}, {50, 60})),
                  shapeOf(tick({100, 20}, 6)), shapeOf(label)};
  const Scene once = mirrored(scene);
  const Scene twice = mirrored(once);
  CHECK(once.direction == Direction::rightToLeft);
  for (std::size_t i = 0; i < scene.shapes.size(); ++i) {
    CHECK(bounds(once.shapes[i]).left == Approx(300 - bounds(scene.shapes[i]).right));
    CHECK(bounds(once.shapes[i]).right == Approx(300 - bounds(scene.shapes[i]).left));
    CHECK(bounds(twice.shapes[i]).left == Approx(bounds(scene.shapes[i]).left));
  }
}

TEST_CASE("a tick keeps its shape in the mirror") {
  Scene scene;
  scene.width = 100;
  scene.shapes = {shapeOf(tick({20, 20}, 8))};
  const Scene turned = mirrored(scene);
  const Path& path = std::get<Path>(turned.shapes[0].form);
  CHECK(path.steps[0].to.x < path.steps[1].to.x);
  CHECK(path.steps[1].to.x < path.steps[2].to.x);
}

TEST_CASE("an arrow's tip is the end of its path") {
  Path path;
  path.move({0, 0}).curve({0, 10}, {20, 10}, {20, 30});
  CHECK(headOf(path).empty());
  path.head = Head::filled;
  const auto head = headOf(path);
  REQUIRE(head.size() == 3);
  CHECK(head[0] == Point{20, 30});
  CHECK(head[1].y < 30);
  Path still;
  still.move({1, 1}).line({1, 1});
  still.head = Head::open;
  CHECK(headOf(still).empty());
}

TEST_CASE("hatching stays inside its box") {
  const Box box{10, 20, 90, 45};
  Shape shape = shapeOf(hatching(box, 7));
  const Box around = bounds(shape);
  CHECK(around.left >= box.left - 1e-9);
  CHECK(around.right <= box.right + 1e-9);
  CHECK(around.top >= box.top - 1e-9);
  CHECK(around.bottom <= box.bottom + 1e-9);
}
