#pragma once

#include "plan/message.h"

#include <cstdint>
#include <vector>

namespace trackloom::scene {

/// Days from the first to before the second, counted from 1970-01-01. Empty for a moment.
struct Span {
  std::int64_t from = 0;
  std::int64_t to = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

/// Where days lie between two edges of a page. Time runs from left to right.
class TimeScale {
 public:
  /// Precondition: the period is not empty.
  TimeScale(Span period, double left, double right);

  /// The left edge of a day, also of days outside the period.
  double x(std::int64_t day) const { return left_ + static_cast<double>(day - period_.from) * pointsPerDay_; }
  double pointsPerDay() const { return pointsPerDay_; }
  Span period() const { return period_; }
  double left() const { return left_; }
  double right() const { return right_; }

 private:
  Span period_;
  double left_;
  double right_;
  double pointsPerDay_;
};

enum class AxisUnit : std::uint8_t { day, week, month, quarter, year };

/// A cell of the axis, clipped to the period, and its name.
struct AxisCell {
  Span days;
  Message label;
};

/// Two rows of cells: the finest unit whose names have room, and the unit above it. Years stand alone, in steps where
/// they are many.
struct CalendarAxis {
  AxisUnit unit = AxisUnit::month;
  std::vector<AxisCell> upper;
  std::vector<AxisCell> lower;
};
CalendarAxis calendarAxis(const TimeScale& scale);

}  // namespace trackloom::scene
