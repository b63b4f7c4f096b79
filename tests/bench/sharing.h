#pragma once

#include <cstddef>
#include <map>
#include <string>

namespace trackloom::bench {

/// Registers comparing and merging, and what git takes for the same files. Gives how many figures come of it.
std::size_t registerSharing();
/// The rows of the table for them, from medians in milliseconds by name.
void printSharing(const std::map<std::string, double>& medians);

}  // namespace trackloom::bench
