#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trackloom::sharing {

/// The text compressed (zlib, RFC 1950), with its length in front.
std::string packedText(std::string_view text);
/// Nothing for damaged bytes, and for what would be longer than a plan may be.
std::optional<std::string> unpackedText(std::string_view packed);

}  // namespace trackloom::sharing
