#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace trackloom {

/// The byte order in which the lowest byte is the first; its own inverse.
constexpr std::uint64_t littleEndian(std::uint64_t word) {
  return std::endian::native == std::endian::little ? word : __builtin_bswap64(word);
}

/// Eight characters as a number whose lowest byte is the first.
inline std::uint64_t eightAt(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return littleEndian(word);
}

/// Four characters as a number, in whatever byte order the machine has.
inline std::uint32_t fourAt(const char* at) {
  std::uint32_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

/// Sixteen characters that are looked at together. Comparing them with something gives 0xFF for each that it is true
/// of.
using Sixteen = unsigned char __attribute__((vector_size(16)));
/// The same as two numbers.
using TwoEights = std::uint64_t __attribute__((vector_size(16)));

inline Sixteen sixteenAt(const char* at) {
  Sixteen bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

/// Which of the characters lie in a range.
inline Sixteen areBetween(Sixteen bytes, unsigned char least, unsigned char most) {
  return reinterpret_cast<Sixteen>((bytes - least) <= static_cast<unsigned char>(most - least));
}

/// The first character that a comparison is true of; 16 if it is of none.
template <class Compared>
std::size_t firstOf(Compared compared) {
#ifdef __SSE2__
  using Signs = char __attribute__((vector_size(16)));
  const auto marks = static_cast<unsigned>(__builtin_ia32_pmovmskb128(reinterpret_cast<Signs>(compared)));
  return static_cast<std::size_t>(std::countr_zero(marks | 1U << 16U));
#else
  const auto halves = reinterpret_cast<TwoEights>(compared);
  if (halves[0] != 0) return static_cast<std::size_t>(std::countr_zero(littleEndian(halves[0]))) / 8;
  return 8 + static_cast<std::size_t>(std::countr_zero(littleEndian(halves[1]))) / 8;
#endif
}

/// Whether a comparison is true of all.
template <class Compared>
bool allOf(Compared compared) {
  const auto halves = reinterpret_cast<TwoEights>(compared);
  return (halves[0] & halves[1]) == ~std::uint64_t{0};
}

}  // namespace trackloom
