#pragma once

#include <string>

namespace trackloom::bench {

/// Works on a plan in the real window, and prints what it took as lines of a name and a number: times in milliseconds,
/// memory in megabytes.
int workInWindow(const std::string& plan);

}  // namespace trackloom::bench
