#pragma once

#include "plan/dates.h"

#include <optional>
#include <string>
#include <string_view>

namespace trackloom::documents {

// What must be changed in the packed files that other programs write. Only plain ZIP files: no encryption, no split
// archives, no sizes beyond 4 GB. Anything else is given back as it is.

/// The same packed file with every entry dated midnight of a day (1980 at the earliest).
std::string withTimes(std::string zip, Day day);

/// What an entry holds; nothing if there is no such entry or it cannot be unpacked (64 MB at most).
std::optional<std::string> entryOf(const std::string& zip, std::string_view name);

/// Do the bytes look like a packed file that has an entry of this name?
bool hasEntry(std::string_view zip, std::string_view name);

/// The same packed file with another content, not compressed, for an entry it has.
std::string withEntry(const std::string& zip, std::string_view name, std::string_view content);

}  // namespace trackloom::documents
