#pragma once

#include "sharing/redact.h"

namespace trackloom::sharing {

/// What readers of a copy may still deduce about what is not in it: sentences that name elements of the source by id.
/// `plan` is what stays of the source, under the ids of the source. No list of risks is complete.
std::vector<Message> residualRisks(const Plan& source, const Plan& plan, const RedactionRequest& request);

}  // namespace trackloom::sharing
