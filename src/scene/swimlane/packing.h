#pragma once

#include <cstddef>
#include <vector>

namespace trackloom::scene::swimlane {

/// The room something takes from left to right, in points.
struct Extent {
  double left = 0;
  double right = 0;
};

/// Rows so that extents on one row do not overlap: each takes the highest row that is free, in the order of their left
/// ends (then of the list). As few rows as the most extents at one place. n log n.
struct Packing {
  std::vector<std::size_t> row;  ///< of each extent
  std::size_t rows = 0;
};
Packing packed(const std::vector<Extent>& extents);

}  // namespace trackloom::scene::swimlane
