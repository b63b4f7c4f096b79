#include "graph/digraph.h"

#include <algorithm>
#include <cassert>

namespace trackloom::graph {
namespace {

using End = std::uint32_t Arc::*;

/// Where the arcs of each node begin when they are sorted by one of their ends.
std::vector<std::uint32_t> startsBy(End end, std::span<const Arc> arcs, std::uint32_t nodeCount) {
  std::vector<std::uint32_t> starts(std::size_t{nodeCount} + 1, 0);
  for (const Arc& arc : arcs) ++starts[arc.*end + 1];
  for (std::size_t node = 0; node < nodeCount; ++node) starts[node + 1] += starts[node];
  return starts;
}

/// Stable and linear: building the graph is part of every check.
std::vector<Arc> sortedBy(End end, std::span<const Arc> arcs, std::uint32_t nodeCount) {
  std::vector<std::uint32_t> next = startsBy(end, arcs, nodeCount);
  std::vector<Arc> sorted(arcs.size());
  for (const Arc& arc : arcs) sorted[next[arc.*end]++] = arc;
  return sorted;
}

}  // namespace

Digraph::Digraph(std::uint32_t nodeCount, std::vector<Arc> arcs) {
  const auto byLink = [](const Arc& a, const Arc& b) { return a.link < b.link; };
  assert(std::all_of(arcs.begin(), arcs.end(),
                     [nodeCount](const Arc& arc) { return arc.from < nodeCount && arc.to < nodeCount; }));
  if (!std::is_sorted(arcs.begin(), arcs.end(), byLink)) std::sort(arcs.begin(), arcs.end(), byLink);
  arcs_ = sortedBy(&Arc::from, sortedBy(&Arc::to, arcs, nodeCount), nodeCount);
  starts_ = startsBy(&Arc::from, arcs_, nodeCount);
}

Digraph Digraph::reversed() const {
  std::vector<Arc> turned;
  turned.reserve(arcs_.size());
  for (const Arc& arc : arcs_) turned.push_back({arc.to, arc.from, arc.link});
  // They stand by the node they come from, now the one they go to.
  Digraph digraph;
  digraph.arcs_ = sortedBy(&Arc::from, turned, nodeCount());
  digraph.starts_ = startsBy(&Arc::from, digraph.arcs_, nodeCount());
  return digraph;
}

}  // namespace trackloom::graph
