#pragma once

#include "cli/shell.h"

namespace trackloom::cli {

/// The version that two plans go back to, by the revisions in both. Throws an `Error` of kind usage where they know of
/// none, or its content is not on this machine.
Plan commonVersion(const Shell& shell, const LoadedPlan& ours, const LoadedPlan& theirs);

}  // namespace trackloom::cli
