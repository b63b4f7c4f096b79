#pragma once

#include "sharing/branch.h"

namespace trackloom::sharing {

/// Sees to it that no id stands for elements of different kinds in the two sides: of two that came to share one by
/// chance, the one whose kind comes later gets another, and what its side says of it follows.
void partClashes(const Plan& base, Branches& sides);

}  // namespace trackloom::sharing
