#pragma once

#include "plan/plan.h"

#include <bitset>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace trackloom::checks {

/// Why the working days of a plan cannot be told from some day on.
struct CalendarDoubt {
  enum class Reason : std::uint8_t {
    none,
    restDaysUnread,  ///< the weekly rest days do not read
    noWorkingDay,    ///< all seven days of the week are rest days
    pauseUnread,     ///< a pause whose days do not read, or whose last day is before its first
    pauseOpen,       ///< a pause without a last day
    pauseTooLong     ///< a pause of more than 36,525 days
  };
  static constexpr std::int64_t always = std::numeric_limits<std::int64_t>::min();
  static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

  Reason reason = Reason::none;
  std::int64_t from = never;  ///< the first day that may be a working day or not
  std::uint32_t pause = 0;    ///< the number of the pause, where it is one
};

/// The days on which working-day activities go on: all but weekly rest days and pauses. Working days are counted from
/// a fixed day, so that each question takes the time of one search among the pauses, however far the days lie apart.
/// There is always a next and a previous working day.
class WorkingDays {
 public:
  using RestDays = std::bitset<7>;  ///< from Monday
  /// Days in a row, half open.
  struct Span {
    std::int64_t first = 0;
    std::int64_t end = 0;
  };

  /// Every day is one.
  WorkingDays() : WorkingDays(RestDays(), {}) {}
  /// Pauses may overlap and come in any order. A week without any working day counts as one of seven.
  WorkingDays(RestDays restDays, std::vector<Span> pauses);

  bool has(std::int64_t day) const { return before(day + 1) > before(day); }
  /// The first working day from this day on, and the last one up to it.
  std::int64_t firstFrom(std::int64_t day) const { return nth(before(day)); }
  std::int64_t lastUntil(std::int64_t day) const { return nth(before(day + 1) - 1); }
  /// How many working days lie in [first, end).
  std::int64_t between(std::int64_t first, std::int64_t end) const { return before(end) - before(first); }

  /// The day after the last of so many working days, the first of them on or after `start`; none: `start` itself.
  std::int64_t endOf(std::int64_t start, std::int64_t days) const;
  /// The earliest working day from which so many working days end on or after `end`.
  std::int64_t earliestStartEnding(std::int64_t end, std::int64_t days) const;
  /// The latest working day from which so many working days end on or before `end`.
  std::int64_t latestStartEnding(std::int64_t end, std::int64_t days) const;

 private:
  std::int64_t weekly(std::int64_t day) const;
  std::int64_t weeklyNth(std::int64_t number) const;
  /// The number of working days before a day, counted from a fixed day; negative before it.
  std::int64_t before(std::int64_t day) const;
  /// The working day with so many before it.
  std::int64_t nth(std::int64_t number) const;

  RestDays restDays_;
  std::int64_t perWeek_ = 7;
  std::vector<Span> pauses_;               // merged, ascending
  std::vector<std::int64_t> beforePause_;  // before(first day of each pause)
  std::vector<std::int64_t> lost_{0};      // working days of the week that the pauses up to each one take
};

/// The calendar of a plan, and from when on it cannot be told.
struct PlanCalendar {
  WorkingDays days;
  CalendarDoubt doubt;
};

/// From the plan's weekly rest days and its pauses. What does not read is not counted, and is a doubt.
PlanCalendar planCalendar(const Plan& plan);

}  // namespace trackloom::checks
