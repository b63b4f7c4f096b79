#include "render/cairo_drawing.h"

#include "render/pixels.h"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::scene;

namespace {

constexpr int width = 160;
constexpr int height = 40;

std::vector<std::uint32_t> drawn(Halo halo, const std::string& text) {
  Scene scene;
  scene.width = width;
  scene.height = height;
  Shape ground;
  ground.form = Rect{{0, 0, width, height}};
  ground.style.fill = Colour::ink;
  Shape name;
  Label label;
  label.at = {20, 26};
  label.text = text;
  label.font.size = 14;
  label.halo = halo;
  name.form = label;
  name.style.fill = Colour::ink;
  scene.shapes = {ground, name};
  trackloom::test::Pixels pixels(width, height);
  pixels.draw(scene, render::roomsOf(scene), {0, 0}, {0, 0, width, height});
  return pixels.all();
}

std::uint32_t brightness(std::uint32_t pixel) { return (pixel >> 16U & 255U) + (pixel >> 8U & 255U) + (pixel & 255U); }

}  // namespace

TEST_CASE("in a picture of pixels a name above lines has a rim of paper on each side of its letters") {
  const std::vector<std::uint32_t> plain = drawn(Halo::none, "l i l");
  CHECK(std::count(plain.begin(), plain.end(), plain.front()) == width * height);  // ink upon ink
  const std::vector<std::uint32_t> rimmed = drawn(Halo::paper, "l i l");
  // Each row through the letters goes from the ground to paper, to ink, to paper again, three times.
  const int y = 22;
  int edges = 0;
  for (int x = 1; x < width; ++x) {
    const bool before = brightness(rimmed[static_cast<std::size_t>(y * width + x - 1)]) > 450;
    const bool now = brightness(rimmed[static_cast<std::size_t>(y * width + x)]) > 450;
    edges += before != now;
  }
  CHECK(edges == 12);
}
