#pragma once

#include "graph/undirected.h"

#include <cstdint>
#include <span>
#include <vector>

namespace trackloom::graph {

/// Who is next to whom in an undirected graph: the neighbours of every node, ascending, one list behind the other.
/// An edge given twice counts once, an edge from a node to itself does not count.
class Adjacency {
 public:
  /// Precondition: both ends of every edge are below `nodeCount`.
  Adjacency(std::uint32_t nodeCount, std::span<const Edge> edges);

  std::uint32_t nodeCount() const { return static_cast<std::uint32_t>(starts_.size() - 1); }
  std::size_t edgeCount() const { return neighbours_.size() / 2; }
  std::span<const std::uint32_t> of(std::uint32_t node) const {
    return std::span(neighbours_).subspan(starts_[node], starts_[node + 1] - starts_[node]);
  }
  std::uint32_t degree(std::uint32_t node) const { return static_cast<std::uint32_t>(of(node).size()); }
  bool linked(std::uint32_t a, std::uint32_t b) const;

 private:
  std::vector<std::size_t> starts_;  // first neighbour of each node, and the end
  std::vector<std::uint32_t> neighbours_;
};

}  // namespace trackloom::graph
