#pragma once

#include "sharing/merge.h"
#include "sharing/three_way.h"

#include <vector>

namespace trackloom::sharing {

/// Two sides with what one removed and the other one changed or uses put back, and the conflicts about it.
struct KeptRemovals {
  Plan ours;
  Plan theirs;
  std::vector<Conflict> conflicts;
};

/// Puts back what is contested with all that went because of it: links that need it, mentions of it. A merge of these
/// two with the base has no reference to something that only one side removed.
KeptRemovals keepContested(const ThreeWay<const Plan*>& plans);

}  // namespace trackloom::sharing
