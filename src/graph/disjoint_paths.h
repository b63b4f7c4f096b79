#pragma once

#include "graph/digraph.h"

#include <cstdint>
#include <vector>

namespace trackloom::graph {

/// Ways from one node to another that share no node but their ends, as many as there can be, and what cuts them all.
struct DisjointPaths {
  std::vector<std::vector<std::uint32_t>> paths;  ///< each with both ends; shortest first, then by nodes
  /// The fewest nodes without which no way is left over other nodes, nearest to the start. There are as many as
  /// `paths`, or one fewer if the ends are linked directly (Menger 1927).
  std::vector<std::uint32_t> cut;
  bool direct = false;  ///< an arc leads from the one end to the other; no node cuts it
};

/// Precondition: `from` and `to` are different nodes of the graph. O(paths · arcs).
DisjointPaths disjointPaths(const Digraph& graph, std::uint32_t from, std::uint32_t to);

}  // namespace trackloom::graph
