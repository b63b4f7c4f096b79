#pragma once

#include <string>
#include <vector>

#include "checks/study.h"

namespace trackloom::checks {

/// A fingerprint of everything the rule reads on these elements. A waiver holds while it is the same.
std::string fingerprint(const Study& study, const Rule& rule, const std::vector<ElementId>& elements);

/// Marks the findings that a `waiver` of the plan accepts. A waiver without a fingerprint holds until it is removed; one
/// whose fingerprint no longer fits has lapsed.
void markAccepted(const Study& study, std::vector<Finding>& findings);

}  // namespace trackloom::checks
