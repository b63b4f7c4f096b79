#pragma once

#include "cli/shell.h"

#include <string>
#include <vector>

namespace trackloom::cli {

/// What could not be read as it stands, one line each as `FILE:LINE: what`, and how many more there are.
std::vector<std::string> problemLines(const LoadedPlan& loaded);

}  // namespace trackloom::cli
