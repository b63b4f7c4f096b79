#include "scene/calendar_axis.h"

#include <algorithm>

namespace trackloom::scene {
namespace {

constexpr const char* shortMonths[] = {tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"),
                                       tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec")};
constexpr const char* monthsOfYear[] = {tr("January {year}"), tr("February {year}"), tr("March {year}"),
                                        tr("April {year}"),   tr("May {year}"),      tr("June {year}"),
                                        tr("July {year}"),    tr("August {year}"),   tr("September {year}"),
                                        tr("October {year}"), tr("November {year}"), tr("December {year}")};

struct Unit {
  AxisUnit unit;
  std::int64_t count;  // of these units in a cell
};

std::int64_t floorDivide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

std::int64_t firstOfMonth(std::int64_t monthsSinceYearZero) {
  const std::int64_t year = floorDivide(monthsSinceYearZero, 12);
  return dayOf({year, static_cast<int>(monthsSinceYearZero - year * 12) + 1, 1}).number;
}

/// The first day of the cell a day falls in, moved on by whole cells.
std::int64_t cellStart(Unit unit, std::int64_t day, std::int64_t cells) {
  if (unit.unit == AxisUnit::day) return day + cells;
  if (unit.unit == AxisUnit::week)
    return floorDivide(day + 3, 7) * 7 - 3 + cells * 7;  // Mondays: 1970-01-01 was a Thursday
  const CivilDate date = civilDate({day});
  const std::int64_t months = (unit.unit == AxisUnit::year ? 12 : unit.unit == AxisUnit::quarter ? 3 : 1) * unit.count;
  return firstOfMonth((floorDivide(date.year * 12 + date.month - 1, months) + cells) * months);
}

Message label(Unit unit, std::int64_t day, AxisUnit lowest) {
  const CivilDate date = civilDate({day});
  switch (unit.unit) {
    case AxisUnit::day:
    case AxisUnit::week:
      return {"{day}", {{"day", std::int64_t{date.day}}}};
    case AxisUnit::month:
      if (lowest == AxisUnit::month) return {shortMonths[date.month - 1], {}};
      return {monthsOfYear[date.month - 1], {{"year", date.year}}};
    case AxisUnit::quarter:
      return {tr("Q{quarter}"), {{"quarter", std::int64_t{(date.month - 1) / 3 + 1}}}};
    case AxisUnit::year:
      break;
  }
  return {"{year}", {{"year", date.year}}};
}

std::vector<AxisCell> cells(Unit unit, Span period, AxisUnit lowest) {
  std::vector<AxisCell> out;
  for (std::int64_t start = cellStart(unit, period.from, 0); start < period.to;) {
    const std::int64_t next = cellStart(unit, start, 1);
    out.push_back({{std::max(start, period.from), std::min(next, period.to)}, label(unit, start, lowest)});
    start = next;
  }
  return out;
}

Unit finestWithRoom(double pointsPerDay) {
  if (pointsPerDay >= 15) return {AxisUnit::day, 1};
  if (pointsPerDay * 7 >= 20) return {AxisUnit::week, 1};
  if (pointsPerDay * 28 >= 24) return {AxisUnit::month, 1};
  if (pointsPerDay * 90 >= 22) return {AxisUnit::quarter, 1};
  std::int64_t step = 1;
  for (int i = 0; pointsPerDay * 365 * static_cast<double>(step) < 30 && step < 100000; ++i) step *= i % 3 == 1 ? 5 : 2;
  return {AxisUnit::year, step};
}

}  // namespace

TimeScale::TimeScale(Span period, double left, double right)
    : period_(period),
      left_(left),
      right_(right),
      pointsPerDay_((right - left) / static_cast<double>(period.to - period.from)) {}

CalendarAxis calendarAxis(const TimeScale& scale) {
  const Unit lower = finestWithRoom(scale.pointsPerDay());
  CalendarAxis axis;
  axis.unit = lower.unit;
  axis.lower = cells(lower, scale.period(), lower.unit);
  if (lower.unit == AxisUnit::year) return axis;
  const bool belowMonths = lower.unit == AxisUnit::day || lower.unit == AxisUnit::week;
  axis.upper = cells({belowMonths ? AxisUnit::month : AxisUnit::year, 1}, scale.period(), lower.unit);
  return axis;
}

}  // namespace trackloom::scene
