#pragma once

#include "checks/finding.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace trackloom::checks {

/// Of things with one cause, so many have a finding each; where there are more, one finding lists them.
inline constexpr std::size_t mostApart = 3;

/// The first of many for a sentence that says "among them".
inline std::vector<ElementId> amongThem(std::span<const ElementId> all) {
  return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), mostApart))};
}

}  // namespace trackloom::checks
