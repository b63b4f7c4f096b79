#pragma once

#include "checks/study.h"

namespace trackloom::checks {

/// The edit that answers any finding: a follow-up that says what was found and names it, for somebody to take on.
Fix makeFollowUp(const Finding& finding);

/// The finding's own edits, and the follow-up behind them.
std::vector<Fix> fixesOf(const Finding& finding);

}  // namespace trackloom::checks
