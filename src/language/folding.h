#pragma once

#include <string>
#include <string_view>

namespace trackloom::language {

/// A text as people search it: its letters folded (`letters.h`), everything else as it stands.
std::string folded(std::string_view text);

/// A text with the digits of all scripts as 0 to 9.
std::string withPlainDigits(std::string_view text);

/// Does a text hold every word of a search? An empty search holds for all.
bool matches(std::string_view search, std::string_view text);

}  // namespace trackloom::language
