#pragma once

#include <string>
#include <vector>

namespace trackloom::cli {

/// What git answers in a folder, without the line end behind it. Throws an `Error` of kind usage with git's own words
/// if it refuses, of kind unreadable if there is no git.
std::string git(const std::string& folder, const std::vector<std::string>& words);

}  // namespace trackloom::cli
