#pragma once

#include "desktop/presenters/speech.h"
#include "sharing/merge.h"
#include "sharing/redact.h"

#include <string>
#include <vector>

namespace trackloom::desktop {

// Plans that travel: what changed between two versions, copies for others, another's version brought in.

/// One change as a sentence, and what it is about.
struct ToldChange {
  ElementId element;
  std::string text;
};

/// What changed on one track, or beside all of them.
struct ToldGroup {
  std::string heading;
  std::vector<ToldChange> changes;
};

/// What changed from an earlier version to the open plan, by tracks.
std::vector<ToldGroup> changesSince(const Plan& before, const OpenPlan& open, const Speech& speech);

/// What a copy lacks and what its maker should look at, as lines of text; elements by their names in the open plan.
std::string copyReport(const sharing::RedactionReport& report, const OpenPlan& open, const Speech& speech);

/// A question of a merge and the answers to it.
struct MergeQuestion {
  std::string text;
  std::vector<std::string> answers;  ///< of the conflict, in its order
};
MergeQuestion mergeQuestion(const Plan& merged, Day asOf, const sharing::Conflict& conflict, const Speech& speech);

}  // namespace trackloom::desktop
