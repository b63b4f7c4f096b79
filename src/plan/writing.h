#pragma once

#include <string_view>

namespace trackloom {

/// Whether a language is written from right to left, by its tag: `ar`, `fa-AF`.
bool writtenRightToLeft(std::string_view tag);

}  // namespace trackloom
