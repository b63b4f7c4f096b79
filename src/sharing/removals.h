#pragma once

#include "sharing/branch.h"
#include "sharing/merge.h"

#include <vector>

namespace trackloom::sharing {

/// Puts back what one side removed and the other one changed or uses, with all that went because of it: links that need
/// it, mentions of it. A merge of the two sides then has no reference to something that only one of them removed. Gives
/// the conflicts about it.
std::vector<Conflict> keepContested(const Plan& base, Branches& sides);

}  // namespace trackloom::sharing
