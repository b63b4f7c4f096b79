#include "plan/element_id.h"

#include <cassert>

namespace trackloom {
namespace {

constexpr bool isLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
constexpr auto idCharacters = [] {
  std::array<bool, 256> marks{};
  for (std::size_t c = 0; c < 128; ++c) {
    const char character = static_cast<char>(c);
    marks[c] = isLetter(character) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
  }
  return marks;
}();

/// FNV-1a, 64 bits.
std::uint64_t fingerprint(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

}  // namespace

std::optional<ElementId> ElementId::parse(std::string_view text) {
  if (text.empty() || text.size() > maxLength || !isLetter(text.front())) return std::nullopt;
  ElementId id;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!idCharacters[static_cast<unsigned char>(text[i])]) return std::nullopt;
    id.chars_[i] = text[i];
  }
  id.length_ = static_cast<std::uint8_t>(text.size());
  return id;
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
