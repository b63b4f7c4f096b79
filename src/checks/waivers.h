#pragma once

#include "checks/study.h"

#include <string>
#include <vector>

namespace trackloom::checks {

/// A fingerprint of everything the rule reads on these elements; without a rule (a team's own), of all that is recorded
/// of them. A waiver holds while it is the same.
std::string fingerprint(const Study& study, const Rule* rule, const std::vector<ElementId>& elements);

/// Marks the findings that a `waiver` of the plan accepts. A waiver without a fingerprint holds until it is removed;
/// one whose fingerprint no longer fits has lapsed.
void markAccepted(const Study& study, std::vector<Finding>& findings);

/// Accepts a finding on behalf of the team: the edit that adds a waiver, or renews one that has lapsed. `by.waiver` is
/// not looked at. Precondition: the finding is of this study and about something.
Edit accept(const Study& study, const Finding& finding, const Acceptance& by);

}  // namespace trackloom::checks
