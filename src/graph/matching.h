#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace trackloom::graph {

/// A possible pair and what it is worth.
struct WeightedEdge {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::int64_t weight = 0;
};

/// The pairs, no node in two of them, that are worth most together: for each node the one it is paired with, or itself.
/// Pairs worth nothing or less are never made; of pairs given twice the better one counts.
/// Precondition: both ends of every edge are below `nodeCount`. O(nodes · (edges + nodes · log nodes)) at most.
std::vector<std::uint32_t> maximumWeightMatching(std::uint32_t nodeCount, std::span<const WeightedEdge> edges);

}  // namespace trackloom::graph
