#include "xml/text_check.h"

#include <algorithm>
#include <array>

namespace trackloom::xml {
namespace {

constexpr std::size_t blockSize = 64;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned byteAt(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// Is the block plain ASCII without control characters and references? Written so that compilers vectorise it.
bool isPlainBlock(const char* block) {
  unsigned char odd = 0;
  for (std::size_t i = 0; i < blockSize; ++i) {
    const auto c = static_cast<unsigned char>(block[i]);
    const bool letter = static_cast<unsigned char>(c - 0x20) < 0x60;  // or a digit, sign or space
    odd = static_cast<unsigned char>(odd | (!(letter | (c == '\n')) | (c == '&')));
  }
  return odd == 0;
}

bool isAllowed(std::uint32_t c) {
  if (c < 0x20) return c == '\n' || c == '\t' || c == '\r';
  return c < 0xD800 || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF && c <= 0x10FFFF);
}

struct Character {
  std::size_t length;
  bool allowed;
};

/// The character written in UTF-8 at `at`; a single byte that is not allowed where there is none.
Character multibyteAt(std::string_view text, std::size_t at) {
  constexpr Character broken{1, false};
  const unsigned lead = byteAt(text, at);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() - at < length) return broken;
  std::uint32_t c = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byteAt(text, at + i) & 0xC0U) != 0x80) return broken;
    c = c << 6U | (byteAt(text, at + i) & 0x3FU);
  }
  static constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  if (c < least[length] || (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF) return broken;
  return {length, isAllowed(c)};
}

int digitOf(char c, int base) {
  const int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : base;
  return digit < base ? digit : -1;
}

/// A reference by number such as `&#38;` as one character; any other `&` as itself.
Character referenceAt(std::string_view text, std::size_t at) {
  constexpr Character ampersand{1, true};
  std::size_t end = at + 2;
  if (end >= text.size() || text[at + 1] != '#') return ampersand;
  const int base = text[end] == 'x' ? 16 : 10;
  if (base == 16) ++end;
  const std::size_t digits = end;
  std::uint32_t c = 0;
  for (; end < text.size(); ++end) {
    const int digit = digitOf(text[end], base);
    if (digit < 0) break;
    c = std::min<std::uint32_t>(c * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit), 0x110000);
  }
  if (end == digits || end == text.size() || text[end] != ';') return ampersand;
  return {end + 1 - at, isAllowed(c)};
}

Character characterAt(std::string_view text, std::size_t at) {
  const unsigned c = byteAt(text, at);
  if (c >= 0x80) return multibyteAt(text, at);
  if (c == '&') return referenceAt(text, at);
  return {1, isAllowed(c)};
}

/// Calls `take` with the place and length of every fault.
template <class Take>
void eachFault(std::string_view text, Take take) {
  for (std::size_t at = 0; at < text.size();) {
    if (text.size() - at >= blockSize && isPlainBlock(text.data() + at)) {
      at += blockSize;
      continue;
    }
    for (const std::size_t end = std::min(at + blockSize, text.size()); at < end;) {
      const Character character = characterAt(text, at);
      if (!character.allowed) take(at, character.length);
      at += character.length;
    }
  }
}

}  // namespace

Encoding encodingOf(std::string_view bytes) {
  using namespace std::string_view_literals;
  for (const auto mark : {"\0\0\xFE\xFF"sv, "\xFF\xFE\0\0"sv, "<\0\0\0"sv, "\0\0\0<"sv})
    if (bytes.starts_with(mark)) return Encoding::utf32;
  for (const auto mark : {"\xFE\xFF"sv, "\xFF\xFE"sv, "<\0"sv, "\0<"sv})
    if (bytes.starts_with(mark)) return Encoding::utf16;
  if (withoutByteOrderMark(bytes).find_first_not_of(" \t\r\n") == std::string_view::npos) return Encoding::nothing;
  if (bytes.find('\0') == std::string_view::npos) return Encoding::utf8;
  const auto zeros = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  return zeros > bytes.size() / 2 ? Encoding::mostlyZeros : Encoding::utf8;
}

std::string_view withoutByteOrderMark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

Faults findFaults(std::string_view text) {
  Faults faults;
  eachFault(text, [&](std::size_t at, std::size_t) {
    if (faults.count++ == 0) faults.first = at;
  });
  return faults;
}

std::string withoutFaults(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t copied = 0;
  eachFault(text, [&](std::size_t at, std::size_t length) {
    out.append(text, copied, at - copied);
    out += replacement;
    copied = at + length;
  });
  return out.append(text, copied);
}

}  // namespace trackloom::xml
