#include "render/line_crowd.h"

#include "render/pixels.h"

#include <cmath>
#include <random>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::render;
using scene::Point;

namespace {

const scene::Rgb red{200, 0, 0};
const scene::Rgb blue{0, 0, 200};

Pen solid(scene::Rgb colour, double width) { return Pen(colour, width, {}, Pen::Ends::flat); }

double covered(LineCrowd& crowd) {
  double sum = 0;
  for (const std::uint32_t pixel : crowd.pixels()) sum += (pixel >> 24U) / 255.0;
  return sum;
}

std::vector<std::vector<Point>> anyLines(std::size_t count, double side) {
  std::mt19937 random(7);
  const auto place = [&] { return static_cast<double>(random() % 8192) / 8192 * side * 1.4 - side * 0.2; };
  std::vector<std::vector<Point>> lines;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<Point> line{{place(), place()}};
    for (int k = 0; k < 3; ++k) {
      Point next{place(), place()};
      if (i % 3 == 0) (k % 2 ? next.x : next.y) = k % 2 ? line.back().x : line.back().y;
      line.push_back(next);
    }
    lines.push_back(line);
  }
  return lines;
}

/// A part of a scene as pixels.
std::vector<std::uint32_t> picture(const scene::Scene& scene, const Rooms& rooms, const scene::Box& part) {
  test::Pixels pixels(static_cast<int>(part.width()), static_cast<int>(part.height()));
  pixels.draw(scene, rooms, {part.left, part.top}, {0, 0, part.width(), part.height()});
  return pixels.all();
}

scene::Scene sceneOfLines(std::size_t count) {
  scene::Scene scene;
  scene.width = scene.height = 400;
  std::mt19937 random(3);
  const auto place = [&] { return static_cast<double>(random() % 4000) / 10; };
  for (std::size_t i = 0; i < count; ++i) {
    scene::Path path;
    const Point from{place(), place()};
    const Point to{from.x + place() / 20, from.y + place() / 20};
    if (i % 2)
      path.move(from).line({to.x, from.y}).line(to);
    else
      path.move(from).curve({from.x, from.y + 8}, {to.x, to.y - 8}, to);
    scene::Shape shape;
    shape.form = path;
    shape.style = {{}, scene::Colour::ink, 1.1, static_cast<scene::Dash>(i % 5)};
    scene.shapes.push_back(shape);
  }
  return scene;
}

}  // namespace

TEST_CASE("a line of a crowd covers as much as it is long and wide, whichever way it runs") {
  const std::vector<std::vector<Point>> lines = {
      {{10.3, 5.2}, {10.3, 85.7}}, {{5.2, 10.6}, {85.7, 10.6}}, {{5, 5}, {80, 60}}, {{80, 5}, {60, 90}}};
  for (const auto& line : lines) {
    LineCrowd crowd(100, 100);
    crowd.add(line, solid(red, 1.3));
    const double length = std::hypot(line[1].x - line[0].x, line[1].y - line[0].y);
    CHECK(covered(crowd) == Approx(1.3 * length).epsilon(0.02));
  }
}

TEST_CASE("dashes of a crowd cover their share, and lie where the line has them, whichever way it is drawn") {
  const double dashes[] = {6, 4};
  LineCrowd down(10, 200);
  down.add(std::vector<Point>{{5, 0}, {5, 200}}, Pen(red, 2, dashes, Pen::Ends::flat));
  CHECK(covered(down) == Approx(2 * 200 * 0.6).epsilon(0.03));
  CHECK(down.pixels()[3 * 10 + 5] >> 24U > 250);
  CHECK(down.pixels()[8 * 10 + 5] >> 24U < 5);
  LineCrowd up(10, 200);
  up.add(std::vector<Point>{{5, 200}, {5, 0}}, Pen(red, 2, dashes, Pen::Ends::flat));
  CHECK(up.pixels()[(199 - 3) * 10 + 5] >> 24U > 250);
  CHECK(up.pixels()[(199 - 8) * 10 + 5] >> 24U < 5);
}

TEST_CASE("later lines of a crowd lie above earlier ones") {
  const std::vector<Point> across{{0, 5}, {10, 5}};
  const std::vector<Point> down{{5, 0}, {5, 10}};
  LineCrowd crowd(10, 10);
  crowd.add(across, solid(red, 2));
  crowd.add(down, solid(blue, 2));
  CHECK(crowd.pixels()[5 * 10 + 5] == 0xFF0000C8U);
  CHECK(crowd.pixels()[5 * 10 + 1] == 0xFFC80000U);
  crowd.add(across, solid(red, 2));
  CHECK(crowd.pixels()[5 * 10 + 5] == 0xFFC80000U);
}

TEST_CASE("parts of a crowd fit together") {
  constexpr int side = 120;
  const double dots[] = {0.8, 2.2};
  const std::vector<Pen> pens = {solid(red, 1.1), Pen(red, 1.1, dots, Pen::Ends::round), solid(red, 2.4)};
  const auto lines = anyLines(200, side);
  LineCrowd whole(side, side);
  for (std::size_t i = 0; i < lines.size(); ++i) whole.add(lines[i], pens[i % pens.size()]);
  for (const int top : {0, 31, 77}) {
    LineCrowd part(side, 20);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::vector<Point> moved = lines[i];
      for (Point& corner : moved) corner.y -= top;
      part.add(moved, pens[i % pens.size()]);
    }
    std::size_t other = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(side) * 20; ++i) {
      const auto wholeAlpha = static_cast<int>(whole.pixels()[i + static_cast<std::size_t>(side * top)] >> 24U);
      if (std::abs(wholeAlpha - static_cast<int>(part.pixels()[i] >> 24U)) > 40) ++other;
    }
    CHECK(other <= 4);  // where the edge of a dash rounds the other way
  }
}

TEST_CASE("a scene with thousands of lines looks as if each were drawn alone") {
  const scene::Scene scene = sceneOfLines(2400);
  const Rooms rooms = roomsOf(scene);
  REQUIRE(rooms.crowds.size() == 1);
  const scene::Box all{0, 0, 400, 400};
  const auto crowd = picture(scene, rooms, all);
  const auto alone = picture(scene, {rooms.boxes, {}}, all);
  // Seen from a little further away: what is smoothed otherwise at the end of a dash is no difference.
  double difference = 0;
  double ink = 0;
  for (std::size_t y = 0; y < 400; y += 8)
    for (std::size_t x = 0; x < 400; x += 8) {
      int crowdTone = 0;
      int aloneTone = 0;
      for (std::size_t i = 0; i < 64; ++i) {
        const std::size_t pixel = (y + i / 8) * 400 + x + i % 8;
        crowdTone += 255 - static_cast<int>(crowd[pixel] & 255U);
        aloneTone += 255 - static_cast<int>(alone[pixel] & 255U);
      }
      difference += std::abs(crowdTone - aloneTone);
      ink += aloneTone;
    }
  CHECK(difference < 0.06 * ink);
  const scene::Box part{37, 101, 340, 161};
  const auto strip = picture(scene, rooms, part);
  std::size_t other = 0;
  for (std::size_t y = 0; y < 60; ++y)
    for (std::size_t x = 0; x < 303; ++x)
      if (strip[y * 303 + x] != crowd[(y + 101) * 400 + x + 37]) ++other;
  CHECK(other < 303 * 60 / 50);
}

TEST_CASE("a few lines are no crowd") { CHECK(roomsOf(sceneOfLines(1999)).crowds.empty()); }
