#include "render/changed_rooms.h"

#include "render/pixels.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::render;
using scene::Box;
using scene::Point;
using scene::Shape;

namespace {

constexpr double side = 300;

class Drawings {
 public:
  explicit Drawings(unsigned seed) : random_(seed) {}

  Shape shape() {
    Shape shape;
    const Point at{place(), place()};
    const auto kind = random_() % 3;
    shape.style = {scene::Colour::headBack, scene::Colour::ink, 0.8, static_cast<scene::Dash>(random_() % 5)};
    if (kind == 0) {
      shape.form = scene::Rect{{at.x, at.y, at.x + place() / 8, at.y + 9}, 2};
    } else if (kind == 1) {
      scene::Label label;
      label.at = at;
      label.text = "Round " + std::to_string(random_() % 90);
      label.maxWidth = 60;
      label.halo = scene::Halo::paper;
      shape.form = label;
      shape.style.fill = scene::Colour::ink;
    } else {
      scene::Path path;
      path.move(at).line({place(), at.y}).line({place(), place()});
      path.head = scene::Head::filled;
      shape.form = path;
      shape.style.fill = {};
    }
    return shape;
  }

  scene::Scene scene() {
    scene::Scene scene;
    scene.width = scene.height = side;
    for (int i = 0; i < 60; ++i) scene.shapes.push_back(shape());
    return scene;
  }

  /// The same with something that came, went or changed.
  scene::Scene edited(scene::Scene scene) {
    const auto at = [&] { return scene.shapes.begin() + static_cast<std::ptrdiff_t>(random_() % scene.shapes.size()); };
    for (auto edits = 1 + random_() % 3; edits > 0; --edits) switch (random_() % 4) {
        case 0:
          scene.shapes.insert(at(), shape());
          break;
        case 1:
          scene.shapes.erase(at());
          break;
        case 2:
          std::iter_swap(at(), at());
          break;
        default:
          *at() = shape();
      }
    if (random_() % 5 == 0) scene.height -= 20;
    return scene;
  }

 private:
  double place() { return static_cast<double>(random_() % 3000) / 10; }
  std::mt19937 random_;
};

/// How far the two are apart at most in a channel of a pixel, of 255.
int farthest(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  const auto channel = [](std::uint32_t pixel, unsigned at) { return static_cast<int>(pixel >> at & 255U); };
  int most = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (const unsigned at : {0U, 8U, 16U}) most = std::max(most, std::abs(channel(a[i], at) - channel(b[i], at)));
  return most;
}

}  // namespace

TEST_CASE("a picture that is drawn anew where its drawing changed is as if drawn from scratch") {
  const Point corner{35, 40};
  constexpr int width = 200;
  const Box part{corner.x, corner.y, corner.x + width, corner.y + width};
  for (unsigned seed = 0; seed < 60; ++seed) {
    INFO(seed);
    Drawings drawings(seed);
    const scene::Scene before = drawings.scene();
    const scene::Scene after = drawings.edited(before);
    const Rooms roomsBefore = roomsOf(before);
    const Rooms roomsAfter = roomsOf(after);
    test::Pixels repaired(width, width);
    repaired.draw(before, roomsBefore, corner, {0, 0, width, width});
    for (const Box& box : changedRooms({before, roomsBefore}, {after, roomsAfter}, part))
      repaired.draw(after, roomsAfter, corner,
                    {std::floor(box.left - corner.x), std::floor(box.top - corner.y), std::ceil(box.right - corner.x),
                     std::ceil(box.bottom - corner.y)});
    test::Pixels anew(width, width);
    anew.draw(after, roomsAfter, corner, {0, 0, width, width});
    CHECK(farthest(repaired.all(), anew.all()) < 24);  // cairo smooths what its clip cuts a little otherwise
  }
}

TEST_CASE("where nothing changed, nothing is drawn anew") {
  const scene::Scene scene = Drawings(1).scene();
  const Rooms rooms = roomsOf(scene);
  CHECK(changedRooms({scene, rooms}, {scene, rooms}, {0, 0, side, side}).empty());
  scene::Scene elsewhere = scene;
  elsewhere.shapes.push_back(scene.shapes.front());
  elsewhere.shapes.back().form = scene::Rect{{250, 250, 260, 260}, 0};
  const Rooms roomsElsewhere = roomsOf(elsewhere);
  CHECK(changedRooms({scene, rooms}, {elsewhere, roomsElsewhere}, {0, 0, 200, 200}).empty());
  CHECK(changedRooms({scene, rooms}, {elsewhere, roomsElsewhere}, {0, 0, side, side}).size() == 1);
}
