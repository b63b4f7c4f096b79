#include "plan/element_id.h"

#include "plan/bytes.h"

#include <algorithm>
#include <cassert>

namespace trackloom {
namespace {

constexpr bool isLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

constexpr std::uint64_t high = eachByte(0x80);

/// Whether eight bytes are letters, digits, _ . or -.
constexpr bool areIdCharacters(std::uint64_t bytes) {
  return (bytes & high) == 0 && (bytesBetween(bytes | eachByte(0x20), 'a', 'z') | bytesBetween(bytes, '0', '9') |
                                 bytesBetween(bytes, '-', '.') | bytesBetween(bytes, '_', '_')) == high;
}

/// Up to 24 characters as three such numbers, the rest of them zero.
std::array<std::uint64_t, 3> wordsOf(std::string_view text) {
  std::array<std::uint64_t, 3> words{};
  const std::size_t size = text.size();
  const char* const end = text.data() + size;
  if (size < 8) {
    for (std::size_t i = size; i-- > 0;) words[0] = words[0] << 8U | static_cast<unsigned char>(text[i]);
    return words;
  }
  words[0] = eightAt(text.data());
  if (size > 16) words[1] = eightAt(text.data() + 8);
  if (size > 8) words[size > 16 ? 2 : 1] = eightAt(end - 8) >> 8 * ((24 - size) % 8);
  return words;
}

/// FNV-1a, 64 bits.
std::uint64_t fingerprint(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

}  // namespace

std::optional<ElementId> ElementId::parse(std::string_view text) {
  if (text.empty() || text.size() > maxLength || !isLetter(text.front())) return std::nullopt;
  // A word at a time: most of what a plan holds is ids, and bytes written one by one are slow to read as words.
  Words words = wordsOf(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t used = std::min<std::size_t>(text.size() - std::min(text.size(), 8 * i), 8);
    const std::uint64_t unused = used == 8 ? 0 : eachByte('a') << 8 * used;  // what lies behind the end is in order
    if (!areIdCharacters(words[i] | unused)) return std::nullopt;
    words[i] = littleEndian(words[i]);
  }
  words[2] |= bigEndian(text.size());  // the last byte is the length
  return std::bit_cast<ElementId>(words);
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
