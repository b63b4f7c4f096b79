#pragma once

#include "desktop/presenters/speech.h"
#include "sharing/comparison.h"
#include "sharing/merge.h"
#include "sharing/redact.h"

#include <optional>
#include <string>
#include <vector>

namespace trackloom::desktop {

// Plans that travel: what changed between two versions, copies for others, another's version brought in.

/// An earlier version of a plan, and what the checks say of it as of a day.
struct EarlierVersion {
  Plan plan;
  Day asOf;
  std::optional<std::vector<checks::Finding>> findings{};  ///< nothing while that is not known
};

/// What changed from an earlier version to the open plan, by tracks; then, where it is known of both, what the checks
/// say now and did not say before, and what they no longer say.
std::vector<sharing::ToldPart> changesSince(const EarlierVersion& before, const OpenPlan& open, const Speech& speech);

/// What a copy lacks and what its maker should look at, as lines of text; elements by their names in the open plan.
std::string copyReport(const sharing::RedactionReport& report, const OpenPlan& open, const Speech& speech);

/// A question of a merge and the answers to it.
struct MergeQuestion {
  std::string text;
  std::vector<std::string> answers;  ///< of the conflict, in its order
};
MergeQuestion mergeQuestion(const Plan& merged, Day asOf, const sharing::Conflict& conflict, const Speech& speech);

}  // namespace trackloom::desktop
