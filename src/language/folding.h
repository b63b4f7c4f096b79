#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::language {

/// A text as people search it: its letters folded (`letters.h`), everything else as it stands.
std::string folded(std::string_view text);

/// A text with the digits of all scripts as 0 to 9.
std::string withPlainDigits(std::string_view text);

/// Does a text hold every word of a search? An empty search holds for all.
bool matches(std::string_view search, std::string_view text);

/// The places of the texts that match: first what is the search itself, then what begins with it, then the rest.
std::vector<std::size_t> matching(std::string_view search, std::span<const std::string> texts);

}  // namespace trackloom::language
