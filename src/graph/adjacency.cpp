#include "graph/adjacency.h"

#include <algorithm>

namespace trackloom::graph {

Adjacency::Adjacency(std::uint32_t nodeCount, std::span<const Edge> edges) : starts_(std::size_t{nodeCount} + 1, 0) {
  const std::vector<Edge> kept = simpleEdges(nodeCount, edges);
  for (const Edge& edge : kept) {
    ++starts_[edge.a + 1];
    ++starts_[edge.b + 1];
  }
  for (std::size_t node = 0; node < nodeCount; ++node) starts_[node + 1] += starts_[node];
  neighbours_.resize(kept.size() * 2);
  std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
  // By both ends in this order, smaller neighbours come first in every list.
  for (const Edge& edge : kept) neighbours_[next[edge.b]++] = edge.a;
  for (const Edge& edge : kept) neighbours_[next[edge.a]++] = edge.b;
}

bool Adjacency::linked(std::uint32_t a, std::uint32_t b) const {
  const auto neighbours = of(a);
  return std::binary_search(neighbours.begin(), neighbours.end(), b);
}

}  // namespace trackloom::graph
