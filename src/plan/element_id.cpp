#include "plan/element_id.h"

#include "plan/bytes.h"

#include <algorithm>
#include <cassert>

namespace trackloom {
namespace {

constexpr bool isLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

constexpr bool isIdCharacter(char c) {
  return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

/// The same of sixteen characters, eight in each number.
bool areIdCharacters(std::uint64_t some, std::uint64_t others) {
  const auto bytes = reinterpret_cast<Sixteen>(TwoEights{some, others});
  return allOf(areBetween(bytes | 0x20, 'a', 'z') | areBetween(bytes, '0', '9') | areBetween(bytes, '-', '.') |
               areBetween(bytes, '_', '_'));
}

/// FNV-1a, 64 bits.
std::uint64_t fingerprint(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

}  // namespace

std::optional<ElementId> ElementId::parse(std::string_view text) {
  const std::size_t size = text.size();
  if (size == 0 || size > maxLength || !isLetter(text.front())) return std::nullopt;
  // A word at a time: most of what a plan holds is ids, and bytes written one by one are slow to read as words.
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  std::uint64_t third = 0;
  if (size < 8) {
    if (!std::all_of(text.begin(), text.end(), isIdCharacter)) return std::nullopt;
    for (std::size_t i = size; i-- > 0;) first = first << 8U | static_cast<unsigned char>(text[i]);
  } else {
    const std::uint64_t last = eightAt(text.data() + size - 8);  // some of it may be in the word before
    first = eightAt(text.data());
    if (!areIdCharacters(first, last)) return std::nullopt;
    if (size > 16) {
      second = eightAt(text.data() + 8);
      if (!areIdCharacters(second, last)) return std::nullopt;
      third = last >> 8 * (24 - size);
    } else if (size > 8) {
      second = last >> 8 * (16 - size);
    }
  }
  return ElementId(littleEndian(first), littleEndian(second), littleEndian(third) | bigEndian(size));
}

ElementId::ElementId(std::uint64_t first, std::uint64_t second, std::uint64_t third) {
  const TwoEights both{first, second};  // stored as copies read them: a processor waits where it is stored in halves
  std::memcpy(static_cast<void*>(this), &both, sizeof both);
  std::memcpy(reinterpret_cast<char*>(this) + sizeof both, &third, sizeof third);
}

ElementId ElementId::derivedFrom(std::string_view text) { return fromRandomBits(fingerprint(text)); }

ElementId ElementId::fromRandomBits(std::uint64_t bits) {
  static constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
  static constexpr std::string_view characters = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::array<char, 10> text{};
  text[0] = letters[bits % letters.size()];
  bits /= letters.size();
  for (std::size_t i = 1; i < text.size(); ++i) {
    text[i] = characters[bits % characters.size()];
    bits /= characters.size();
  }
  return *parse({text.data(), text.size()});
}

ElementId operator""_id(const char* text, std::size_t length) {
  const auto id = ElementId::parse({text, length});
  assert(id);
  return *id;
}

}  // namespace trackloom
