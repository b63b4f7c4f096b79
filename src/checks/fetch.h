#pragma once

#include <cstddef>

namespace trackloom::checks {

/// So many steps ahead a pass has what it will need fetched.
inline constexpr std::size_t ahead = 12;

/// Has the processor fetch from memory what will be needed soon, where it cannot foresee it by itself.
template <class T>
void fetch(const T& what) {
  for (std::size_t at = 0; at < sizeof what; at += 64) __builtin_prefetch(reinterpret_cast<const char*>(&what) + at);
}

}  // namespace trackloom::checks
