#pragma once

#include "sharing/redact.h"

namespace trackloom::sharing {

/// One line for each name of which words still stand: which words, and where, the first places by name. For those who
/// see the whole plan.
std::vector<Message> standingWords(const Plan& plan, const std::vector<NamePlace>& standing);

}  // namespace trackloom::sharing
