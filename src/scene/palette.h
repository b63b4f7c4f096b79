#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace trackloom::scene {

struct Rgb {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  friend bool operator==(Rgb, Rgb) = default;
};

/// `#rrggbb`, read and written; nothing if the text is not that.
std::optional<Rgb> parseRgb(std::string_view text);
std::string hexText(Rgb colour);

/// Contrast of two colours from 1 to 21, as the Web Content Accessibility Guidelines 2.1 define it.
double contrast(Rgb a, Rgb b);
/// `share` of the second colour in the first, from 0 to 1.
Rgb mixed(Rgb first, Rgb second, double share);

/// Colours by what they are for. Palettes say what they look like.
enum class Colour : std::uint8_t {
  none,
  paper,
  ink,
  muted,
  onDark,
  headBack,
  rule,
  grid,
  gridStrong,
  pause,
  asOf,
  stall,
  stallBack,
  stallHatch,
  dependency,
  event,
  met,
  metBack,
  missed,
  open,
  heat1,
  heat2,
  heat3,
  bar1,
  bar2,
  bar3,
  bar4,
  bar5,
  bar6,
  barNone,
  tint1,
  tint2,
  tint3,
  tint4,
  tint5,
  tint6,
  tintNone,
  wash1,
  wash2,
  wash3,
  wash4,
  wash5,
  wash6,
  washNone,
  count_
};

/// A colour of the palette, or one that somebody chose.
struct Paint {
  Colour colour = Colour::none;
  std::optional<Rgb> own;

  Paint() = default;
  Paint(Colour symbol) : colour(symbol) {}  // NOLINT: a colour is a paint
  explicit Paint(Rgb chosen) : own(chosen) {}
  bool visible() const { return own || colour != Colour::none; }
  friend bool operator==(const Paint&, const Paint&) = default;
};

/// What windows look like on the screen.
enum class Windows : std::uint8_t { light, dark };

enum class Theme : std::uint8_t { colour, grey, colourBlind };

struct Palette {
  std::array<Rgb, static_cast<std::size_t>(Colour::count_)> colours;
  Theme theme = Theme::colour;
  Windows windows = Windows::light;

  Rgb of(Colour colour) const { return colours[static_cast<std::size_t>(colour)]; }
  /// What a team chose for a track stays, but for printers without colours; in dark windows what is light of it, but
  /// for white, becomes dark.
  Rgb of(const Paint& paint) const;
};

/// Dark on white, for everything that is printed or handed on: in colours; in greys for printers that have no other;
/// in colours that people tell apart who do not see red and green as others do (after Okabe and Ito, Color Universal
/// Design, 2008; darker, so that text on them can be read).
const Palette& palette(Theme theme);
inline const Palette& paperPalette() { return palette(Theme::colour); }
/// The colours of the screen: those of paper where windows are light, light on dark where they are dark.
const Palette& screenPalette(Windows windows);

/// `colour`, `grey`, `colour-blind`, in the order of `Theme`.
std::span<const char* const> themeNames();

/// The colours of one lane: strong for what is certain, tinted for what is expected, washed out behind both.
struct Hue {
  Paint strong;
  Paint tint;
  Paint wash;
  Paint edge;      ///< outlines; stands out from the paper whatever was chosen
  Paint onStrong;  ///< text on `strong`
};

/// The hue of the lane at a place from the top; the colour chosen for the track goes before.
Hue laneHue(std::size_t place, std::optional<Rgb> chosen);
/// For what stands on no track.
Hue neutralHue();

/// A colour of text and one that it may stand on. Every pair that drawings use is here.
struct TextPair {
  Colour text;
  Colour background;
};
std::span<const TextPair> textPairs();

}  // namespace trackloom::scene
