#pragma once

#include "plan/edits.h"

#include <span>
#include <vector>

namespace trackloom::desktop {

// What a template suggests knows how long activities take and what waits for what, but no dates: those come with the
// day on which the first of them begins.

/// The activities that would be kept with these suggestions and say nothing of when they take place.
std::vector<ElementId> keptWithoutDates(const Plan& plan, std::span<const ElementId> ids);

/// The day to offer as the first: that of the next thing planned that is kept already, such as the next meeting;
/// without one the day the plan is looked at.
Day firstDayOffered(const Plan& plan, Day asOf);

/// Keeps suggestions, and gives these activities a planned start in the same step: none before the first day, each as
/// early as what it waits for allows.
Edit keepFrom(const Plan& plan, std::span<const ElementId> ids, Day first);

}  // namespace trackloom::desktop
