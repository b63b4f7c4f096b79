#pragma once

#include "checks/study.h"
#include "documents/json.h"
#include "documents/tables.h"

namespace trackloom::documents {

/// The schedule of a plan as of a day: `{"asOf", "start", "activities": […]}`, activities by id. Printed dates are
/// inclusive, days count from `start` and are half open. Activities that are cancelled, failed or superseded are not
/// in it; those behind an unmet political precondition have no forecast but `openNotBefore`.
Json scheduleJson(const checks::Study& study);

/// The same as a table under the same names, one row an activity, empty cells for what has no value.
Table scheduleTable(const checks::Study& study);

}  // namespace trackloom::documents
