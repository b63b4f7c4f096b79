#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace trackloom::xml {

/// What the bytes of a file are written in, as far as their beginning and the zero bytes in them tell.
enum class Encoding { utf8, utf16, utf32, nothing, mostlyZeros };

Encoding encodingOf(std::string_view bytes);
/// The bytes without the mark that some editors put before UTF-8.
std::string_view withoutByteOrderMark(std::string_view bytes);

/// Bytes that no XML may hold: control characters, bytes that are not UTF-8, and references such as `&#0;` to either.
struct Faults {
  std::size_t count = 0;
  std::size_t first = 0;  ///< offset of the first one
};

Faults findFaults(std::string_view text);
/// The text with U+FFFD in place of every fault.
std::string withoutFaults(std::string_view text);

}  // namespace trackloom::xml
