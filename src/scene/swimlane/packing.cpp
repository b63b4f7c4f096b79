#include "scene/swimlane/packing.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace trackloom::scene::swimlane {
namespace {

/// Where each row ends, in a tree of minima: the highest free row is found from the root.
class RowEnds {
 public:
  explicit RowEnds(std::size_t rows) {
    while (leaves_ < rows) leaves_ *= 2;
    ends_.assign(2 * leaves_, -std::numeric_limits<double>::infinity());
  }

  std::size_t firstFree(double left) const {
    std::size_t node = 1;
    while (node < leaves_) node = ends_[2 * node] <= left ? 2 * node : 2 * node + 1;
    return node - leaves_;
  }

  void occupy(std::size_t row, double right) {
    std::size_t node = row + leaves_;
    ends_[node] = right;
    for (node /= 2; node > 0; node /= 2) ends_[node] = std::min(ends_[2 * node], ends_[2 * node + 1]);
  }

 private:
  std::size_t leaves_ = 1;
  std::vector<double> ends_;
};

}  // namespace

Packing packed(const std::vector<Extent>& extents) {
  std::vector<std::size_t> order(extents.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return extents[a].left < extents[b].left; });
  RowEnds ends(extents.size());
  Packing packing;
  packing.row.resize(extents.size());
  for (const std::size_t i : order) {
    const std::size_t row = ends.firstFree(extents[i].left);
    ends.occupy(row, extents[i].right);
    packing.row[i] = row;
    packing.rows = std::max(packing.rows, row + 1);
  }
  return packing;
}

}  // namespace trackloom::scene::swimlane
