#pragma once

#include "plan_view.h"

namespace icalendar {

/// On which days an activity stands in the calendar, and what its reader should know about them.
struct When {
  Span days;
  bool firm = true;    ///< false for forecasts and for days that are only partly known
  bool begun = false;  ///< it has taken place or is under way
  std::vector<std::string> remarks;
};

/// What is recorded goes before what is forecast, a forecast before the plan it has moved away from. Nothing for an
/// activity that no date in the plan says anything about.
std::optional<When> whenOf(const PlanView& plan, Element activity);

/// Is the day of a deadline laid down, or counted from what has happened? Else it moves with what it is counted from.
bool isSettled(const PlanView& plan, Element deadline);

}  // namespace icalendar
