#pragma once

#include "sharing/redact.h"

namespace trackloom::sharing {

/// What the audience may see, without anything that tells of the rest: unknown XML, what does not read, how the plan is
/// kept, words whose meaning is not there, and mentions of what is not there. Counts what went of what stays.
Plan cleaned(const Plan& plan, const RedactionRequest& request, RedactedValues& values);

}  // namespace trackloom::sharing
