#pragma once

#include "plan/plan.h"
#include "sharing/three_way.h"

namespace trackloom::sharing {

/// Reads the words of vocabularies in the merged plan again, where one of the three has words of the team's own: what
/// they behave like, and whether they are words at all, follows from the words of the merged plan.
void readOwnWords(Plan& merged, const ThreeWay<const Plan*>& plans);

}  // namespace trackloom::sharing
