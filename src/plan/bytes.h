#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace trackloom {

/// A number that holds a byte eight times.
constexpr std::uint64_t eachByte(unsigned char c) { return c * 0x0101010101010101U; }

/// The high bit of each byte that lies in a range. Precondition: no byte is above 0x7F.
constexpr std::uint64_t bytesBetween(std::uint64_t bytes, unsigned char least, unsigned char most) {
  return (bytes + eachByte(static_cast<unsigned char>(0x80 - least))) &
         ~(bytes + eachByte(static_cast<unsigned char>(0x7F - most))) & eachByte(0x80);
}

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

}  // namespace trackloom
