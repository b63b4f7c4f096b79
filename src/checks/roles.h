#pragma once

#include "plan/levels.h"
#include "plan/plan.h"

#include <unordered_map>

namespace trackloom::checks {

/// A plan in which roles stand for names, for readers to whom what follows from a plan may be shown, but not of whom.
struct RolePlan {
  Plan plan;
  std::unordered_map<ElementId, ElementId> ids;  ///< the running number each element has instead of its id

  /// The number of an element; an empty id if it has none.
  ElementId idOf(const ElementId& id) const;
};

/// What the readers may see of the plan (`visibleTo`), with running numbers for ids, roles for names ("actor 3 (armed
/// organisation), track 1"), numbers for all other texts and own words; nothing else that a person wrote is left. The
/// same plan gives the same numbers. For those who see everything it is the plan itself, as it was kept.
RolePlan inRoles(const Plan& plan, Day asOf, const Audience& audience);
/// The same with every element of the plan, whatever its level.
RolePlan inRoles(const Plan& plan, Day asOf);

}  // namespace trackloom::checks
