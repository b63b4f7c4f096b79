#include "desktop/presenters/keeping.h"

#include "checks/study.h"
#include "plan/suggestions.h"

#include <algorithm>
#include <array>
#include <optional>

namespace trackloom::desktop {
namespace {

bool hasNoDates(const Element& element) {
  return element.kind() == KindId::activity &&
         std::ranges::none_of(std::array{key::plannedStart, key::plannedFinish, key::start, key::finish},
                              [&](const Key<Date>& date) { return element.has(date.number); });
}

}  // namespace

std::vector<ElementId> keptWithoutDates(const Plan& plan, std::span<const ElementId> ids) {
  std::vector<ElementId> found;
  for (const Change& change : keepSuggestions(plan, ids).changes)
    if (hasNoDates(*change.after)) found.push_back(change.after->id());
  return found;
}

Day firstDayOffered(const Plan& plan, Day asOf) {
  std::optional<Day> next;
  for (const ElementPtr& activity : plan.all(KindId::activity))
    if (const Date* start = activity->get(key::plannedStart); start && !isSuggested(*activity))
      if (const Day day = start->first(); day >= asOf && (!next || day < *next)) next = day;
  return next.value_or(asOf);
}

Edit keepFrom(const Plan& plan, std::span<const ElementId> ids, Day first) {
  Edit edit = keepSuggestions(plan, ids);
  const checks::Study study(apply(plan, edit), first);
  for (Change& change : edit.changes) {
    const checks::Item* activity = hasNoDates(*change.after) ? study.find(change.after->id()) : nullptr;
    if (!activity || !study.times(*activity).included) continue;
    Element dated = *change.after;
    dated.set(key::plannedStart, Date(checks::firstDay(study.times(*activity).es)));
    change.after = std::make_shared<const Element>(std::move(dated));
  }
  return edit;
}

}  // namespace trackloom::desktop
