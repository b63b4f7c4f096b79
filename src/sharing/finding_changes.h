#pragma once

#include "checks/finding.h"

#include <span>
#include <vector>

namespace trackloom::sharing {

/// What the checks say of one version and not of the other: findings by id, and by what they say where they rest on
/// other elements now. Accepted findings count as not said. A finding that nobody can tell any more whether it holds is
/// another one than the one that held.
struct FindingChanges {
  std::vector<const checks::Finding*> fresh;  ///< in the order of the later version
  std::vector<const checks::Finding*> gone;   ///< in the order of the earlier one
};

FindingChanges findingChanges(std::span<const checks::Finding> before, std::span<const checks::Finding> after);

}  // namespace trackloom::sharing
