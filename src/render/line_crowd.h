#pragma once

#include "scene/palette.h"
#include "scene/scene.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace trackloom::render {

/// How lines of a crowd look; lengths in pixels.
class Pen {
 public:
  enum class Ends : std::uint8_t { flat, round };
  /// `dashes` are strokes and the gaps after them; none for a solid line. Strokes that end round are longer by as much
  /// as their ends cover.
  Pen(scene::Rgb colour, double width, std::span<const double> dashes, Ends ends);

  std::uint32_t colour() const { return colour_; }
  double width() const { return width_; }
  bool solid() const { return period_ <= 0; }
  /// After how much of a line its dashes repeat themselves.
  double period() const { return period_; }
  /// How much of a pixel's length is stroke, in 255ths, where it begins at so many 64ths of the period.
  std::uint32_t strokeAt(std::size_t place) const { return strokes_[place]; }
  static constexpr int placeBits = 6;

 private:
  std::uint32_t colour_;
  double width_;
  double period_ = 0;
  std::array<std::uint8_t, std::size_t{1} << placeBits> strokes_{};
};

/// A picture of very many thin lines, of which each covers little: thousands of links behind a timeline of years. What
/// a line covers of a pixel is reckoned along rows, of flat lines along columns; strokes lie where they would in a
/// drawing of the line alone, so that parts of a drawing fit together. Later lines lie above earlier ones.
class LineCrowd {
 public:
  LineCrowd(int width, int height);

  /// A line from corner to corner; corners may lie outside the picture.
  void add(std::span<const scene::Point> corners, const Pen& pen);
  /// The pixels row by row, each alpha, red, green, blue from the highest bits down, colours times alpha.
  const std::vector<std::uint32_t>& pixels();

 private:
  struct Segment;
  void addSegment(const Segment& segment, const Pen& pen);
  void addUpright(const Segment& segment, const Pen& pen);
  void layUpright();

  int width_;
  int height_;
  std::vector<std::uint32_t> pixels_;
  /// Solid lines along the axes, by where what they cover grows or shrinks, in 255ths of a pixel: down columns and
  /// across rows. All of one colour; laid into the picture before a line of another.
  std::vector<std::int32_t> down_;
  std::vector<std::int32_t> across_;
  std::uint32_t upright_ = 0;  ///< their colour; 0: there are none
};

}  // namespace trackloom::render
