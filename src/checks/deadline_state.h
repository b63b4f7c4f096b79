#pragma once

#include "checks/study.h"

namespace trackloom::checks {

/// How what a deadline holds for stands to its day, as of the day of the study.
enum class DeadlineState : std::uint8_t {
  met,        ///< done, and by then
  onCourse,   ///< not done; the forecast says it will be by then
  atRisk,     ///< not done; the forecast comes after the day
  missed,     ///< the day has passed, and it was not done by then
  cannotTell  ///< the day, what is done, or the forecast is not known
};

struct DeadlineStanding {
  DeadlineState state = DeadlineState::cannotTell;
  std::optional<Day> day;       ///< the day of the deadline
  std::optional<Day> done;      ///< the day it was done, where that is recorded
  std::optional<Day> forecast;  ///< the day it should be done, if it is not and that can be told
};

/// Where one deadline stands. Pure: from the plan and the as-of day only. An activity is done when it has finished, a
/// commitment when it is carried out in full, an agreement on its date, a proposal when it has its answer. What rests
/// on a guess is at risk if even the guess comes too late, else it cannot be told.
DeadlineStanding deadlineStanding(const Study& study, const Item& deadline);

}  // namespace trackloom::checks
