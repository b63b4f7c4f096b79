#include "scene/calendar_axis.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::scene;

namespace {

std::int64_t day(std::int64_t year, int month, int dayOfMonth) { return dayOf({year, month, dayOfMonth}).number; }

CalendarAxis axisOver(std::int64_t from, std::int64_t to) { return calendarAxis(TimeScale({from, to}, 0, 720)); }

void checkTiles(const std::vector<AxisCell>& cells, Span period) {
  std::int64_t at = period.from;
  for (const AxisCell& cell : cells) {
    REQUIRE(cell.days.from == at);
    REQUIRE(cell.days.to > cell.days.from);
    at = cell.days.to;
  }
  REQUIRE(at == period.to);
}

}  // namespace

TEST_CASE("the longer the period, the coarser the axis") {
  const std::int64_t start = day(2013, 7, 1);
  CHECK(axisOver(start, start + 30).unit == AxisUnit::day);
  CHECK(axisOver(start, start + 120).unit == AxisUnit::week);
  CHECK(axisOver(start, start + 365).unit == AxisUnit::month);
  CHECK(axisOver(start, start + 5 * 365).unit == AxisUnit::quarter);
  CHECK(axisOver(start, start + 30 * 365).unit == AxisUnit::year);
}

TEST_CASE("the cells of an axis fill the period without gaps, also over thousands of years") {
  for (const std::int64_t length : {1, 7, 40, 200, 900, 5000, 40000, 400000, 3600000}) {
    for (const std::int64_t start : {day(1, 1, 1), day(1969, 12, 28), day(2012, 2, 28), day(2013, 12, 31)}) {
      const CalendarAxis axis = axisOver(start, start + length);
      checkTiles(axis.lower, {start, start + length});
      if (!axis.upper.empty()) checkTiles(axis.upper, {start, start + length});
      CHECK(axis.lower.size() < 60);
    }
  }
}

TEST_CASE("weeks begin on Monday and months on their first day") {
  const CalendarAxis weeks = axisOver(day(2013, 7, 3), day(2013, 10, 3));
  REQUIRE(weeks.unit == AxisUnit::week);
  CHECK(weeks.lower[1].days.from == day(2013, 7, 8));
  CHECK(weeks.upper[1].days.from == day(2013, 8, 1));
  CHECK(plainText(weeks.upper[1].label) == "August 2013");
}

TEST_CASE("days lie in proportion between the edges") {
  const TimeScale scale({100, 200}, 50, 250);
  CHECK(scale.x(100) == Approx(50));
  CHECK(scale.x(150) == Approx(150));
  CHECK(scale.x(200) == Approx(250));
}
