#include "render/line_crowd.h"

#include <algorithm>
#include <cmath>

namespace trackloom::render {
namespace {

using scene::Point;

std::uint32_t opaque(scene::Rgb colour) {
  return 0xFF000000U | static_cast<std::uint32_t>(colour.red) << 16U | static_cast<std::uint32_t>(colour.green) << 8U |
         colour.blue;
}

/// The four channels of a pixel, each with 16 bits to reckon in.
std::uint64_t spread(std::uint32_t pixel) {
  return (pixel | static_cast<std::uint64_t>(pixel) << 24U) & 0x00FF00FF00FF00FFU;
}

/// A colour laid over a pixel of which it covers so many 255ths, rounded.
inline std::uint32_t laidOver(std::uint32_t below, std::uint64_t colour, std::uint32_t covered) {
  std::uint64_t sum = colour * covered + spread(below) * (255 - covered) + 0x0080008000800080U;
  sum = (sum + (sum >> 8U & 0x00FF00FF00FF00FFU)) >> 8U & 0x00FF00FF00FF00FFU;
  return static_cast<std::uint32_t>(sum | sum >> 24U);
}

/// How much of a beginning is stroke, where strokes and gaps follow each other once.
double strokesUntil(double end, std::span<const double> dashes, double longer) {
  double covered = 0;
  double at = 0;
  for (std::size_t i = 0; i < dashes.size(); i += 2) {
    const double stroke = dashes[i] + 2 * longer;
    covered += std::clamp(end - at, 0.0, stroke);
    at += dashes[i] + (i + 1 < dashes.size() ? dashes[i + 1] : 0);
  }
  return covered;
}

/// Places between pixels, in parts of 65536.
constexpr int partBits = 16;
constexpr std::int64_t wholePixel = std::int64_t{1} << partBits;
std::int64_t parts(double pixels) { return static_cast<std::int64_t>(pixels * static_cast<double>(wholePixel)); }

}  // namespace

Pen::Pen(scene::Rgb colour, double width, std::span<const double> dashes, Ends ends)
    : colour_(opaque(colour)), width_(width) {
  for (const double length : dashes) period_ += length;
  if (solid()) return;
  constexpr double halfDisc = 0.3927;  // its area, by its diameter squared
  const double longer = ends == Ends::round ? halfDisc * width : 0;
  const double all = strokesUntil(period_, dashes, longer);
  const auto until = [&](double length) {
    const double periods = std::floor(length / period_);
    return periods * all + strokesUntil(length - periods * period_, dashes, longer);
  };
  for (std::size_t i = 0; i < strokes_.size(); ++i) {
    const double begin = longer + period_ * static_cast<double>(i) / static_cast<double>(strokes_.size());
    strokes_[i] = static_cast<std::uint8_t>(std::clamp(255 * (until(begin + 1) - until(begin)), 0.0, 255.0));
  }
}

struct LineCrowd::Segment {
  Point from;
  Point to;
  double behind = 0;  ///< how long the line is before it
  double length = 0;
};

LineCrowd::LineCrowd(int width, int height)
    : width_(width), height_(height), pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}

void LineCrowd::add(std::span<const Point> corners, const Pen& pen) {
  double behind = 0;
  for (std::size_t i = 1; i < corners.size(); ++i) {
    Segment segment{corners[i - 1], corners[i], behind, 0};
    const double dx = segment.to.x - segment.from.x;
    const double dy = segment.to.y - segment.from.y;
    segment.length = dx == 0 ? std::abs(dy) : dy == 0 ? std::abs(dx) : std::sqrt(dx * dx + dy * dy);
    behind += segment.length;
    const double reach = pen.width() + 1;
    if (segment.length <= 0 || std::max(segment.from.x, segment.to.x) < -reach ||
        std::min(segment.from.x, segment.to.x) > width_ + reach || std::max(segment.from.y, segment.to.y) < -reach ||
        std::min(segment.from.y, segment.to.y) > height_ + reach)
      continue;
    if (!pen.solid() || (dx != 0 && dy != 0) || (upright_ != 0 && upright_ != pen.colour())) {
      addSegment(segment, pen);
      continue;
    }
    // A corner is filled by what both its lines reach beyond it.
    const double beyond = pen.width() / 2 / segment.length;
    if (i > 1) segment.from = {segment.from.x - dx * beyond, segment.from.y - dy * beyond};
    if (i + 1 < corners.size()) segment.to = {segment.to.x + dx * beyond, segment.to.y + dy * beyond};
    addUpright(segment, pen);
  }
}

void LineCrowd::addUpright(const Segment& segment, const Pen& pen) {
  if (upright_ == 0) {
    down_.assign(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_ + 2), 0);
    across_.assign(static_cast<std::size_t>(width_ + 2) * static_cast<std::size_t>(height_), 0);
    upright_ = pen.colour();
  }
  const bool down = segment.from.x == segment.to.x;
  const double width = pen.width();
  const double aside = down ? segment.from.x : segment.from.y;
  const double begin = down ? std::min(segment.from.y, segment.to.y) : std::min(segment.from.x, segment.to.x);
  const double end = down ? std::max(segment.from.y, segment.to.y) : std::max(segment.from.x, segment.to.x);
  const int along = down ? height_ : width_;
  const int lanes = down ? width_ : height_;
  std::vector<std::int32_t>& changes = down ? down_ : across_;
  const std::size_t step = down ? static_cast<std::size_t>(width_) : 1;
  const std::size_t lane = down ? 1 : static_cast<std::size_t>(width_ + 2);
  const auto change = [&](std::size_t at, double place, double covered) {
    const double cut = std::clamp(place, 0.0, static_cast<double>(along));
    const double whole = std::floor(cut);
    const auto later = static_cast<std::int32_t>(std::lround(covered * (cut - whole)));
    const std::size_t first = at + static_cast<std::size_t>(whole) * step;
    changes[first] += static_cast<std::int32_t>(std::lround(covered)) - later;
    changes[first + step] += later;
  };
  const int last = std::min(lanes - 1, static_cast<int>(std::floor(aside + width / 2)));
  for (int i = std::max(0, static_cast<int>(std::floor(aside - width / 2))); i <= last; ++i) {
    const double covered = std::min(i + 1.0, aside + width / 2) - std::max<double>(i, aside - width / 2);
    if (covered <= 0) continue;
    change(static_cast<std::size_t>(i) * lane, begin, 255 * covered);
    change(static_cast<std::size_t>(i) * lane, end, -255 * covered);
  }
}

void LineCrowd::layUpright() {
  if (upright_ == 0) return;
  std::vector<std::int32_t> covered(static_cast<std::size_t>(width_), 0);
  const std::uint64_t colour = spread(upright_);
  for (int y = 0; y < height_; ++y) {
    const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
    const auto flat = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_ + 2);
    std::int32_t over = 0;
    for (std::size_t x = 0; x < static_cast<std::size_t>(width_); ++x) {
      covered[x] += down_[row + x];
      over += across_[flat + x];
      const std::int32_t part = std::min(covered[x] + over, 255);
      if (part > 0) pixels_[row + x] = laidOver(pixels_[row + x], colour, static_cast<std::uint32_t>(part));
    }
  }
  upright_ = 0;
}

/// Row by row where a line is steep, column by column where it is flat.
void LineCrowd::addSegment(const Segment& segment, const Pen& pen) {
  if (upright_ != 0 && upright_ != pen.colour()) layUpright();
  const double dx = segment.to.x - segment.from.x;
  const double dy = segment.to.y - segment.from.y;
  const bool steep = std::abs(dy) >= std::abs(dx);
  const std::uint64_t colour = spread(pen.colour());
  const double first = steep ? segment.from.y : segment.from.x;
  const double last = steep ? segment.to.y : segment.to.x;
  const double slope = steep ? dx / dy : dy / dx;
  const double lengthened = segment.length / std::abs(last - first);  // of the line, for each row
  const int rows = steep ? height_ : width_;
  const std::int64_t places = steep ? width_ : height_;
  const std::size_t rowStep = steep ? static_cast<std::size_t>(width_) : 1;
  const std::size_t placeStep = steep ? 1 : static_cast<std::size_t>(width_);
  const double low = std::max(0.0, std::min(first, last));
  const double high = std::min<double>(rows, std::max(first, last));
  const int begin = static_cast<int>(low);
  const std::int64_t width = parts(pen.width() * lengthened);
  std::int64_t edge = parts((steep ? segment.from.x : segment.from.y) + (begin + 0.5 - first) * slope) - width / 2;
  const std::int64_t edgeStep = parts(slope);
  // Where in the period of its dashes a row begins, the whole period being all that 32 bits count.
  const double turn = pen.solid() ? 0 : 4294967296.0 / pen.period();
  const bool forward = last > first;
  const double lengthBefore = segment.behind + (forward ? begin - first : first - begin - 1) * lengthened;
  auto phase = static_cast<std::uint32_t>(static_cast<std::int64_t>(lengthBefore * turn));
  const auto phaseStep = static_cast<std::uint32_t>(static_cast<std::int64_t>((forward ? 1 : -1) * lengthened * turn));
  for (int row = begin; row < high; ++row, edge += edgeStep, phase += phaseStep) {
    std::uint32_t part = pen.solid() ? 255 : pen.strokeAt(phase >> (32 - Pen::placeBits));
    if (row < low || row + 1 > high)
      part = static_cast<std::uint32_t>(part * (std::min(row + 1.0, high) - std::max<double>(row, low)));
    if (part == 0) continue;
    std::int64_t place = edge >> partBits;
    std::uint32_t* pixels = pixels_.data() + static_cast<std::size_t>(row) * rowStep;
    std::int64_t rest = width;
    for (std::int64_t room = wholePixel - (edge - place * wholePixel); rest > 0; ++place, room = wholePixel) {
      const std::int64_t covered = std::min(rest, room);
      rest -= covered;
      if (place < 0 || place >= places) continue;
      std::uint32_t& at = pixels[static_cast<std::size_t>(place) * placeStep];
      at = laidOver(at, colour, static_cast<std::uint32_t>(covered * part >> partBits));
    }
  }
}

const std::vector<std::uint32_t>& LineCrowd::pixels() {
  layUpright();
  return pixels_;
}

}  // namespace trackloom::render
