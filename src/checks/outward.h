#pragma once

#include "checks/study.h"

#include <cstdint>
#include <optional>

namespace trackloom::checks {

// What may be told of time outside the team: what is recorded and what is planned, never what is forecast.

/// Absolute days, half open; a moment has the same twice.
struct OutwardSpan {
  std::int64_t from = 0;
  std::int64_t to = 0;
};

/// The recorded days of an activity up to the as-of day, else its planned ones. Nothing for one without either, and for
/// one that is left out of the schedule.
std::optional<OutwardSpan> outwardSpan(const Study& study, const Item& activity);

/// The day of a deadline where it is fixed, or counted from what has happened. Nothing where it would rest on a
/// forecast, or nobody can tell.
std::optional<Day> outwardDay(const Study& study, const Item& deadline);

}  // namespace trackloom::checks
