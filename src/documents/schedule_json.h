#pragma once

#include "checks/study.h"
#include "documents/json.h"
#include "documents/tables.h"

namespace trackloom::documents {

/// A schedule as it is shown: the plan's own, or one under suppositions, and which activities, in which order.
struct ShownSchedule {
  const checks::Study& study;
  const checks::Network& network;
  const checks::Schedule& schedule;
  std::vector<std::uint32_t> activities;
};

/// The plan's own schedule, activities by id without those that are cancelled, failed or superseded.
ShownSchedule shownSchedule(const checks::Study& study);
/// The activities of a schedule that it includes, by number.
std::vector<std::uint32_t> includedActivities(const checks::Schedule& schedule);

/// The schedule of a plan as of a day: `{"asOf", "start", "activities": […]}`. Printed dates are inclusive, days count
/// from `start` and are half open; `startPrecision` and `finishPrecision` say how exactly the dates are known. Those
/// behind an unmet political precondition have no forecast but `openNotBefore`.
Json scheduleJson(const ShownSchedule& shown);

/// The same as a table under the same names, one row an activity, empty cells for what has no value.
Table scheduleTable(const ShownSchedule& shown);

}  // namespace trackloom::documents
