#include "scene/palette.h"

#include <cmath>
#include <random>

#include <catch2/catch.hpp>

using namespace trackloom::scene;

TEST_CASE("every text stands out from what it may stand on") {
  for (const Theme theme : {Theme::colour, Theme::grey, Theme::colourBlind})
    for (const TextPair& pair : textPairs()) {
      const Palette& paper = palette(theme);
      INFO(themeNames()[static_cast<std::size_t>(theme)] << ": " << static_cast<int>(pair.text) << " on "
                                                         << static_cast<int>(pair.background));
      CHECK(contrast(paper.of(pair.text), paper.of(pair.background)) >= 4.5);
    }
}

TEST_CASE("every text stands out in dark windows too") {
  const Palette& dark = screenPalette(Windows::dark);
  for (const TextPair& pair : textPairs()) {
    INFO(static_cast<int>(pair.text) << " on " << static_cast<int>(pair.background));
    CHECK(contrast(dark.of(pair.text), dark.of(pair.background)) >= 4.5);
  }
}

TEST_CASE("what a team chose stays readable in dark windows") {
  const Palette& dark = screenPalette(Windows::dark);
  for (const char* chosen : {"#004488", "#bb5566", "#ddaa33", "#77aadd", "#ffff00", "#000000"}) {
    INFO(chosen);
    const Hue hue = laneHue(0, parseRgb(chosen));
    CHECK(contrast(dark.of(hue.onStrong), dark.of(hue.strong)) >= 4.5);
    for (const Paint& behind : {hue.tint, hue.wash}) CHECK(contrast(dark.of(Colour::ink), dark.of(behind)) >= 4.5);
  }
}

TEST_CASE("contrast goes from 1 to 21 and does not ask which is in front") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == Approx(21));
  CHECK(contrast({90, 90, 90}, {90, 90, 90}) == Approx(1));
  CHECK(contrast({10, 80, 200}, {250, 240, 9}) == contrast({250, 240, 9}, {10, 80, 200}));
}

TEST_CASE("whatever colour a team gives a track, its texts can be read and its edges seen") {
  std::mt19937 random(7);
  for (int i = 0; i < 500; ++i) {
    const Palette& paper = palette(static_cast<Theme>(i % 3));
    const Rgb chosen{static_cast<std::uint8_t>(random()), static_cast<std::uint8_t>(random()),
                     static_cast<std::uint8_t>(random())};
    const Hue hue = laneHue(0, i == 0 ? Rgb{255, 255, 255} : i == 1 ? Rgb{0, 0, 0} : chosen);
    INFO(hexText(paper.of(hue.strong)));
    CHECK(contrast(paper.of(hue.onStrong), paper.of(hue.strong)) >= 4.5);
    CHECK(contrast(paper.of(Colour::ink), paper.of(hue.tint)) >= 4.5);
    CHECK(contrast(paper.of(Colour::muted), paper.of(hue.wash)) >= 4.5);
    CHECK(contrast(paper.of(hue.edge), paper.of(Colour::paper)) >= 3);
  }
}

TEST_CASE("colours are read as #rrggbb and nothing else") {
  CHECK(parseRgb("#1fA0ff") == Rgb{0x1f, 0xa0, 0xff});
  CHECK(hexText({0x1f, 0xa0, 0xff}) == "#1fa0ff");
  for (const char* text : {"", "#12345", "#1234567", "1234567", "#12345g", "red"}) CHECK_FALSE(parseRgb(text));
}

TEST_CASE("without colours, everything is grey") {
  const Palette& grey = palette(Theme::grey);
  for (const Rgb colour : grey.colours) CHECK((colour.red == colour.green && colour.green == colour.blue));
  const Rgb chosen = grey.of(Paint(Rgb{0xd0, 0x20, 0x40}));
  CHECK((chosen.red == chosen.green && chosen.green == chosen.blue));
}

TEST_CASE("what is late and what is kept are told apart by those who do not see red and green") {
  // Seen without red (Viénot, Brettel and Mollon 1999, in linear light), as grey and blue only.
  const auto linear = [](std::uint8_t c) { return std::pow(c / 255.0, 2.2); };
  const auto yellowBlue = [&](Rgb c) {
    return std::pair(0.11238 * linear(c.red) + 0.88762 * linear(c.green), linear(c.blue));
  };
  const Palette& safe = palette(Theme::colourBlind);
  const auto [lateGrey, lateBlue] = yellowBlue(safe.of(Colour::missed));
  const auto [metGrey, metBlue] = yellowBlue(safe.of(Colour::met));
  CHECK(std::abs(lateGrey - metGrey) + std::abs(lateBlue - metBlue) > 0.2);
}
