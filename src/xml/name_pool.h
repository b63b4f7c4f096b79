#pragma once

#include "plan/bytes.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace trackloom::xml {

/// Whether two places hold the same text of a size from 1. Precondition: seven more bytes can be read behind both.
inline bool sameText(const char* a, const char* b, std::size_t size) {
  for (; size > 8; size -= 8, a += 8, b += 8)
    if (eightAt(a) != eightAt(b)) return false;
  return (eightAt(a) ^ eightAt(b)) << (64 - 8 * size) == 0;
}

/// The names that stand in the tags of a file, numbered as they are met. A file has few names, mostly in the same
/// order, so that it remembers which one followed which, and those who read the file look there first.
class NamePool {
 public:
  using Number = std::uint8_t;
  static constexpr Number none = 0;  ///< of names that are met once the pool is full
  static constexpr std::size_t mostNames = 255;

  /// Takes a name, which must outlive this.
  Number number(std::string_view name);
  std::string_view name(Number number) const { return names_[number]; }
  /// The name that followed another one last; `none` if that is not known.
  Number follower(Number before) const { return followers_[before]; }
  /// Remembers which name followed another one.
  void follow(Number before, Number now) { followers_[before] = now; }

 private:
  std::array<std::string_view, mostNames + 1> names_{};
  std::array<Number, mostNames + 1> followers_{};
  std::array<Number, 2 * (mostNames + 1)> slots_{};  // numbers by what is worked out from the name; open at its end
  std::size_t count_ = 0;
};

}  // namespace trackloom::xml
