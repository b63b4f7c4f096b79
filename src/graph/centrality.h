#pragma once

#include "graph/adjacency.h"

#include <cstdint>
#include <vector>

namespace trackloom::graph {

/// How far a node lies between others and how near it is to them.
struct Centrality {
  /// The share of shortest ways between pairs of other nodes that lead over the node, of all such pairs.
  std::vector<double> betweenness;
  /// One over the mean distance to the nodes that can be reached, times the share of other nodes that can be
  /// (Wasserman and Faust 1994); 0 for a node on its own.
  std::vector<double> closeness;
};

/// Both measures exactly (Brandes 2001), in O(nodes · edges). The work is shared by `threads` threads (0: as many as
/// the machine runs at once); the result is the same to the last bit for any number of them.
Centrality centrality(const Adjacency& graph, unsigned threads = 0);

}  // namespace trackloom::graph
