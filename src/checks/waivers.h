#pragma once

#include "checks/study.h"

#include <string>
#include <vector>

namespace trackloom::checks {

/// A fingerprint of what a finding rests on: whether it is a problem and how grave, the words and numbers in its
/// sentence (days that pass apart), and all that its rule reads of its elements, of what these name, and of the links,
/// dated events and seats that name the first of them. Of a team's own rule: all that is recorded of its elements and
/// what they name. A waiver holds while it is the same.
std::string fingerprint(const Study& study, const Finding& finding);

/// Marks the findings that a `waiver` of the plan accepts. A waiver without a fingerprint holds until it is removed;
/// one whose fingerprint no longer fits has lapsed.
void markAccepted(const Study& study, std::vector<Finding>& findings);

/// Accepts a finding on behalf of the team: the edit that adds a waiver, or renews one that has lapsed. `by.waiver` is
/// not looked at. Precondition: the finding is of this study and about something.
Edit accept(const Study& study, const Finding& finding, const Acceptance& by);

}  // namespace trackloom::checks
