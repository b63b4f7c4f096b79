#pragma once

#include "checks/study.h"

#include <vector>

namespace trackloom::checks {

/// Says of each finding from which other one it follows, so that one standstill does not read as forty problems.
///
/// A finding of a rule that `waits` follows from the first finding of a rule that `holdsUp` whose activities, or the
/// unfinished ones of whose track, what it is about waits for: directly or over others, by hard dependencies and
/// political preconditions that are not met yet. A root is never less grave than what follows from it, follows from
/// nothing itself, and is a problem that the team has not accepted. Precondition: by level, with ids. Linear time.
void markRoots(const Study& study, std::vector<Finding>& findings);

}  // namespace trackloom::checks
