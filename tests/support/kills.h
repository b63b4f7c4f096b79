#pragma once

#include <algorithm>
#include <cstdlib>

namespace trackloom::test {

/// How often a test kills what it looks at; TRACKLOOM_KILLS says it otherwise.
inline int killsOr(int usual) {
  const char* const wanted = std::getenv("TRACKLOOM_KILLS");
  return wanted ? std::max(std::atoi(wanted), 1) : usual;
}

}  // namespace trackloom::test
