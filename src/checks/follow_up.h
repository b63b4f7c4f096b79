#pragma once

#include "checks/study.h"

namespace trackloom::checks {

/// The edit that answers any finding: a follow-up that says what was found and names it, for somebody to take on.
/// `title` is what was found in the language of whoever asks; in English if it is empty.
Fix makeFollowUp(const Finding& finding, const std::string& title = {});

/// The finding's own edits, and the follow-up behind them.
std::vector<Fix> fixesOf(const Finding& finding, const std::string& title = {});

}  // namespace trackloom::checks
