#pragma once

#include "plan/plan.h"

#include <utility>
#include <vector>

namespace trackloom::sharing {

/// What a side made of the common version.
struct Branch {
  Plan plan;
  std::vector<Change> changes;  ///< by kind and id

  Branch(const Plan& base, Plan side) : plan(std::move(side)), changes(diff(base, plan)) {}
};

/// Both sides of a merge.
struct Branches {
  Branch ours;
  Branch theirs;
};

}  // namespace trackloom::sharing
