#include "scene/palette.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace trackloom::scene {
namespace {

constexpr std::size_t laneHues = 6;

constexpr Rgb hex(std::uint32_t value) {
  return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
          static_cast<std::uint8_t>(value)};
}

constexpr Rgb white{255, 255, 255};
constexpr Rgb black{0, 0, 0};

double luminance(Rgb colour) {
  const auto linear = [](std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

/// The grey that is as light as the colour.
Rgb greyOf(Rgb colour) {
  const double linear = luminance(colour);
  const double channel = linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
  const auto grey = static_cast<std::uint8_t>(std::lround(channel * 255));
  return {grey, grey, grey};
}

/// What themes differ in. The lanes, then what stands on no track.
struct Signals {
  std::uint32_t stall;
  std::uint32_t stallBack;
  std::uint32_t met;
  std::uint32_t missed;
  std::uint32_t open;
  std::uint32_t lanes[laneHues + 1];
};

constexpr Signals signals[] = {{0xa8321f,
                                0xfcefe9,
                                0x1d6b3a,
                                0xa8321f,
                                0x6b5310,
                                {0x1f5f99, 0x0f6f68, 0x7a3e8e, 0x93480a, 0x4a6a1c, 0x9b2f5c, 0x52606d}},
                               {0x111111,
                                0xefefef,
                                0x4d4d4d,
                                0x111111,
                                0x6a6a6a,
                                {0x3d3d3d, 0x6e6e6e, 0x4d4d4d, 0x5e5e5e, 0x2b2b2b, 0x666666, 0x6e6e6e}},
                               {0xa33c00,
                                0xfff0e6,
                                0x005c8f,
                                0xa33c00,
                                0x635300,
                                {0x00598c, 0x8a4b00, 0x006650, 0x8f3a6c, 0x5f5600, 0x2f3f7f, 0x52606d}}};

/// Everything else: greys with a touch of blue.
constexpr std::pair<Colour, std::uint32_t> common[] = {
    {Colour::none, 0xffffff},  {Colour::paper, 0xffffff},  {Colour::ink, 0x1b2733},
    {Colour::muted, 0x52606d}, {Colour::onDark, 0xffffff}, {Colour::headBack, 0xf4f6f8},
    {Colour::rule, 0xcbd3db},  {Colour::grid, 0xe4e9ee},   {Colour::gridStrong, 0xc6ced7},
    {Colour::pause, 0xe9e9e4}, {Colour::asOf, 0x1b2733},   {Colour::dependency, 0x7b8794},
    {Colour::event, 0x3e4c59}};

/// Light on dark.
constexpr Signals darkSignals = {0xff9a85, 0x3a2522,
                                 0x86d6a2, 0xff9a85,
                                 0xe3c766, {0x86bbee, 0x66cfc5, 0xd0a3de, 0xf2ae74, 0xadd573, 0xf098bd, 0xa7b7c6}};

constexpr std::pair<Colour, std::uint32_t> darkCommon[] = {
    {Colour::none, 0x1f2428},  {Colour::paper, 0x1f2428},  {Colour::ink, 0xe9edf1},
    {Colour::muted, 0xb3bdc7}, {Colour::onDark, 0x14181b}, {Colour::headBack, 0x272c31},
    {Colour::rule, 0x48515a},  {Colour::grid, 0x2e343a},   {Colour::gridStrong, 0x434b53},
    {Colour::pause, 0x32352f}, {Colour::asOf, 0xe9edf1},   {Colour::dependency, 0x95a0ab},
    {Colour::event, 0xbcc6cf}};

/// A palette of signals and of what all themes share, on paper that is light or dark.
Palette built(const Signals& own, std::span<const std::pair<Colour, std::uint32_t>> shared, Theme theme) {
  Palette palette;
  palette.theme = theme;
  const auto set = [&](Colour colour, Rgb value) { palette.colours[static_cast<std::size_t>(colour)] = value; };
  for (const auto& [colour, value] : shared) set(colour, theme == Theme::grey ? greyOf(hex(value)) : hex(value));
  const Rgb paper = palette.of(Colour::paper);
  set(Colour::stall, hex(own.stall));
  set(Colour::stallBack, hex(own.stallBack));
  set(Colour::stallHatch, mixed(hex(own.stall), hex(own.stallBack), 0.6));
  set(Colour::met, hex(own.met));
  set(Colour::metBack, mixed(hex(own.met), paper, 0.86));
  set(Colour::missed, hex(own.missed));
  set(Colour::open, hex(own.open));
  for (const auto& [colour, share] : {std::pair(Colour::heat1, 0.88), {Colour::heat2, 0.72}, {Colour::heat3, 0.6}})
    set(colour, mixed(hex(own.lanes[0]), paper, share));
  for (std::size_t i = 0; i <= laneHues; ++i) {
    const auto at = [i](Colour first) { return static_cast<Colour>(static_cast<std::size_t>(first) + i); };
    set(at(Colour::bar1), hex(own.lanes[i]));
    set(at(Colour::tint1), mixed(hex(own.lanes[i]), paper, 0.82));
    set(at(Colour::wash1), mixed(hex(own.lanes[i]), paper, 0.955));
  }
  return palette;
}

Palette made(Theme theme) { return built(signals[static_cast<std::size_t>(theme)], common, theme); }

/// What a team chose is mixed with white for tints; in dark windows these become as dark as they were light.
Rgb darkened(Rgb colour) {
  constexpr std::uint8_t leastOfTints = 0xC8;  // of every channel, as they are mixed
  if (colour == white || std::min({colour.red, colour.green, colour.blue}) < leastOfTints) return colour;
  const auto turned = [](std::uint8_t channel) {
    return static_cast<std::uint8_t>(std::min(0xC0, 0x30 + (0xFF - channel)));
  };
  return {turned(colour.red), turned(colour.green), turned(colour.blue)};
}

Hue paletteHue(std::size_t place) {
  const auto at = [place](Colour first) { return static_cast<Colour>(static_cast<std::size_t>(first) + place); };
  return {at(Colour::bar1), at(Colour::tint1), at(Colour::wash1), at(Colour::bar1), Colour::onDark};
}

Hue chosenHue(Rgb colour) {
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

Rgb Palette::of(const Paint& paint) const {
  if (!paint.own) return of(paint.colour);
  if (windows == Windows::dark) return darkened(*paint.own);
  return theme == Theme::grey ? greyOf(*paint.own) : *paint.own;
}

const Palette& palette(Theme theme) {
  static const std::array<Palette, 3> palettes{made(Theme::colour), made(Theme::grey), made(Theme::colourBlind)};
  return palettes[static_cast<std::size_t>(theme)];
}

const Palette& screenPalette(Windows windows) {
  static const Palette dark = [] {
    Palette palette = built(darkSignals, darkCommon, Theme::colour);
    palette.windows = Windows::dark;
    return palette;
  }();
  return windows == Windows::dark ? dark : paperPalette();
}

std::span<const char* const> themeNames() {
  static constexpr const char* names[] = {"colour", "grey", "colour-blind"};
  return names;
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
      {onDark, bar4},    {onDark, bar5},    {onDark, bar6},   {onDark, barNone}, {stall, stallBack}, {stall, paper},
      {ink, heat1},      {ink, heat2},      {ink, heat3},     {ink, metBack},    {met, metBack},     {open, paper},
      {ink, pause},      {muted, pause}};
  return pairs;
}

}  // namespace trackloom::scene
