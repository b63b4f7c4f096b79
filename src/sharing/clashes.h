#pragma once

#include "plan/plan.h"
#include "sharing/three_way.h"

namespace trackloom::sharing {

/// The three plans with no id standing for elements of different kinds in the two sides: of two that came to share one
/// by chance, the one whose kind comes later gets another, and what its side says of it follows.
ThreeWay<Plan> withoutClashes(const ThreeWay<const Plan*>& plans);

}  // namespace trackloom::sharing
