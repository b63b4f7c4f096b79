#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace trackloom {

/// Names one element of a plan: `[A-Za-z][A-Za-z0-9_.-]{0,22}`, kept in place in 24 bytes.
/// An empty id names nothing. Ids order as their text does.
class ElementId {
 public:
  static constexpr std::size_t maxLength = 23;

  constexpr ElementId() = default;

  /// The id with this text, or nothing if the text does not have the form of an id.
  static std::optional<ElementId> parse(std::string_view text);

  /// An id derived from any text: the same text gives the same id. For elements that came without a usable one.
  static ElementId derivedFrom(std::string_view text);

  /// A meaningless id of 10 characters from 64 random bits.
  static ElementId fromRandomBits(std::uint64_t bits);

  std::string_view text() const { return {chars_.data(), length_}; }
  /// Appends the text to what is written already. All characters are copied, since that takes no longer than one.
  void appendTo(std::string& out) const {
    out.append(chars_.data(), maxLength);
    out.resize(out.size() - maxLength + length_);
  }
  std::string str() const { return std::string(text()); }
  bool empty() const { return length_ == 0; }

  friend bool operator==(const ElementId& a, const ElementId& b) { return a.words() == b.words(); }
  friend std::strong_ordering operator<=>(const ElementId& a, const ElementId& b) {
    const Words x = a.words();
    const Words y = b.words();
    for (std::size_t i = 0; i < x.size(); ++i)
      if (x[i] != y[i]) return bigEndian(x[i]) <=> bigEndian(y[i]);
    return std::strong_ordering::equal;
  }
  std::size_t hash() const {
    const Words words = this->words();
    std::uint64_t hash = words[0] * 0x9E3779B97F4A7C15U;
    hash = (hash ^ (hash >> 32U) ^ words[1]) * 0xC2B2AE3D27D4EB4FU;
    hash = (hash ^ (hash >> 29U) ^ words[2]) * 0x165667B19E3779F9U;
    return static_cast<std::size_t>(hash ^ (hash >> 32U));
  }

 private:
  // Ids are compared far more often than anything else: a word at a time, the length in the last byte of the third.
  using Words = std::array<std::uint64_t, 3>;
  ElementId(std::uint64_t first, std::uint64_t second, std::uint64_t third);
  Words words() const { return std::bit_cast<Words>(*this); }
  static std::uint64_t bigEndian(std::uint64_t word) {
    return std::endian::native == std::endian::little ? __builtin_bswap64(word) : word;
  }

  std::array<char, maxLength> chars_{};
  std::uint8_t length_ = 0;
};

static_assert(sizeof(ElementId) == 24);

/// Literal ids in code and tests. Precondition: the text has the form of an id.
ElementId operator""_id(const char* text, std::size_t length);

}  // namespace trackloom

template <>
struct std::hash<trackloom::ElementId> {
  std::size_t operator()(const trackloom::ElementId& id) const noexcept { return id.hash(); }
};
