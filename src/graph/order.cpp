#include "graph/digraph.h"

#include <functional>
#include <queue>

namespace trackloom::graph {

std::optional<std::vector<std::uint32_t>> order(const Digraph& graph) {
  std::vector<std::uint32_t> waitsFor(graph.nodeCount(), 0);
  for (const Arc& arc : graph.arcs()) ++waitsFor[arc.to];
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> ready;
  for (std::uint32_t node = 0; node < graph.nodeCount(); ++node)
    if (waitsFor[node] == 0) ready.push(node);

  std::vector<std::uint32_t> sorted;
  sorted.reserve(graph.nodeCount());
  while (!ready.empty()) {
    const std::uint32_t node = ready.top();
    ready.pop();
    sorted.push_back(node);
    for (const Arc& arc : graph.from(node))
      if (--waitsFor[arc.to] == 0) ready.push(arc.to);
  }
  if (sorted.size() < graph.nodeCount()) return std::nullopt;
  return sorted;
}

std::vector<bool> reachable(const Digraph& graph, std::span<const std::uint32_t> from) {
  std::vector<bool> reached(graph.nodeCount(), false);
  std::vector<std::uint32_t> toVisit;
  const auto reach = [&](std::uint32_t node) {
    if (reached[node]) return;
    reached[node] = true;
    toVisit.push_back(node);
  };
  for (const std::uint32_t node : from) reach(node);
  while (!toVisit.empty()) {
    const std::uint32_t node = toVisit.back();
    toVisit.pop_back();
    for (const Arc& arc : graph.from(node)) reach(arc.to);
  }
  return reached;
}

}  // namespace trackloom::graph
