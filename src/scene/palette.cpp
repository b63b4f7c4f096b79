#include "scene/palette.h"

#include <algorithm>
#include <cmath>

namespace trackloom::scene {
namespace {

constexpr std::size_t laneHues = 6;

constexpr Rgb hex(std::uint32_t value) {
  return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
          static_cast<std::uint8_t>(value)};
}

Palette makePaper() {
  Palette palette;
  const auto set = [&](Colour colour, std::uint32_t value) {
    palette.colours[static_cast<std::size_t>(colour)] = hex(value);
  };
  set(Colour::none, 0xffffff);
  set(Colour::paper, 0xffffff);
  set(Colour::ink, 0x1b2733);
  set(Colour::muted, 0x52606d);
  set(Colour::onDark, 0xffffff);
  set(Colour::headBack, 0xf4f6f8);
  set(Colour::rule, 0xcbd3db);
  set(Colour::grid, 0xe4e9ee);
  set(Colour::gridStrong, 0xc6ced7);
  set(Colour::asOf, 0x1b2733);
  set(Colour::stall, 0xa8321f);
  set(Colour::stallBack, 0xfcefe9);
  set(Colour::dependency, 0x7b8794);
  set(Colour::event, 0x3e4c59);
  set(Colour::met, 0x1d6b3a);
  set(Colour::missed, 0xa8321f);
  set(Colour::open, 0x6b5310);
  constexpr std::uint32_t strong[] = {0x1f5f99, 0x0f6f68, 0x7a3e8e, 0x93480a, 0x4a6a1c, 0x9b2f5c, 0x52606d};
  for (std::size_t i = 0; i <= laneHues; ++i) {
    const auto at = [i](Colour first) { return static_cast<std::size_t>(first) + i; };
    palette.colours[at(Colour::bar1)] = hex(strong[i]);
    palette.colours[at(Colour::tint1)] = mixed(hex(strong[i]), hex(0xffffff), 0.82);
    palette.colours[at(Colour::wash1)] = mixed(hex(strong[i]), hex(0xffffff), 0.955);
  }
  return palette;
}

double luminance(Rgb colour) {
  const auto linear = [](std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

Hue paletteHue(std::size_t place) {
  const auto at = [place](Colour first) { return static_cast<Colour>(static_cast<std::size_t>(first) + place); };
  return {at(Colour::bar1), at(Colour::tint1), at(Colour::wash1), at(Colour::bar1), Colour::onDark};
}

Hue chosenHue(Rgb colour) {
  constexpr Rgb white{255, 255, 255};
  constexpr Rgb black{0, 0, 0};
  Rgb edge = colour;
  while (contrast(edge, white) < 3.0) edge = mixed(edge, black, 0.2);
  const Rgb text = contrast(colour, white) >= contrast(colour, black) ? white : black;
  return {Paint(colour), Paint(mixed(colour, white, 0.82)), Paint(mixed(colour, white, 0.955)), Paint(edge),
          Paint(text)};
}

}  // namespace

std::optional<Rgb> parseRgb(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : text.substr(1)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  return hex(value);
}

std::string hexText(Rgb colour) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t channel : {colour.red, colour.green, colour.blue}) {
    text += digits[channel >> 4];
    text += digits[channel & 15];
  }
  return text;
}

double contrast(Rgb a, Rgb b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Rgb mixed(Rgb first, Rgb second, double share) {
  const auto channel = [share](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
  };
  return {channel(first.red, second.red), channel(first.green, second.green), channel(first.blue, second.blue)};
}

const Palette& paperPalette() {
  static const Palette paper = makePaper();
  return paper;
}

Hue laneHue(std::size_t place, std::optional<Rgb> chosen) {
  return chosen ? chosenHue(*chosen) : paletteHue(place % laneHues);
}

Hue neutralHue() { return paletteHue(laneHues); }

std::span<const TextPair> textPairs() {
  using enum Colour;
  static constexpr TextPair pairs[] = {
      {ink, paper},      {ink, headBack},   {ink, stallBack}, {ink, tint1},      {ink, tint2},       {ink, tint3},
      {ink, tint4},      {ink, tint5},      {ink, tint6},     {ink, tintNone},   {ink, wash1},       {ink, wash2},
      {ink, wash3},      {ink, wash4},      {ink, wash5},     {ink, wash6},      {ink, washNone},    {muted, paper},
      {muted, headBack}, {muted, wash1},    {muted, wash2},   {muted, wash3},    {muted, wash4},     {muted, wash5},
      {muted, wash6},    {muted, washNone}, {onDark, asOf},   {onDark, bar1},    {onDark, bar2},     {onDark, bar3},
      {onDark, bar4},    {onDark, bar5},    {onDark, bar6},   {onDark, barNone}, {stall, stallBack}, {stall, paper}};
  return pairs;
}

}  // namespace trackloom::scene
