#pragma once

#include "graph/digraph.h"
#include "graph/undirected.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace trackloom::graph {

inline constexpr int someGraphs = 2'000;
inline constexpr int manyGraphs = 10'000;
inline constexpr std::uint32_t hugeNodeCount = 200'000;

/// Small graphs of every density, the same ones in each run.
class RandomGraphs {
 public:
  explicit RandomGraphs(std::uint32_t seed) : engine_(seed) {}

  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(engine_()) % limit; }

  Digraph digraph() {
    const std::uint32_t nodes = 1 + below(7);
    std::vector<Arc> arcs;
    const std::uint32_t count = below(2 * nodes + 1);
    for (std::uint32_t link = 0; link < count; ++link) arcs.push_back({below(nodes), below(nodes), link});
    shuffle(arcs);
    return Digraph(nodes, arcs);
  }

  std::vector<Edge> edges(std::uint32_t nodes) {
    std::vector<Edge> all;
    const std::uint32_t count = below(2 * nodes + 1);
    for (std::uint32_t i = 0; i < count; ++i) all.push_back({below(nodes), below(nodes)});
    return all;
  }

  template <class T>
  void shuffle(std::vector<T>& items) {
    std::shuffle(items.begin(), items.end(), engine_);
  }

 private:
  std::mt19937 engine_;
};

/// reach[a][b]: there is a way of at least no arc from a to b (Warshall), over nodes other than `without`.
using Reach = std::vector<std::vector<bool>>;

inline Reach closure(Reach reach) {
  for (std::size_t via = 0; via < reach.size(); ++via)
    for (std::size_t a = 0; a < reach.size(); ++a)
      for (std::size_t b = 0; b < reach.size(); ++b)
        if (reach[a][via] && reach[via][b]) reach[a][b] = true;
  return reach;
}

inline Reach reachOf(const Digraph& graph) {
  Reach reach(graph.nodeCount(), std::vector<bool>(graph.nodeCount(), false));
  for (std::uint32_t node = 0; node < graph.nodeCount(); ++node) reach[node][node] = true;
  for (const Arc& arc : graph.arcs()) reach[arc.from][arc.to] = true;
  return closure(std::move(reach));
}

/// Who still reaches whom when a node is taken out; `without` = nodeCount takes none out.
inline Reach reachWithout(std::uint32_t nodeCount, const std::vector<Edge>& edges, std::uint32_t without) {
  Reach reach(nodeCount, std::vector<bool>(nodeCount, false));
  for (std::uint32_t node = 0; node < nodeCount; ++node) reach[node][node] = node != without;
  for (const Edge& edge : edges)
    if (edge.a != without && edge.b != without) reach[edge.a][edge.b] = reach[edge.b][edge.a] = true;
  return closure(std::move(reach));
}

inline std::vector<Arc> chain(std::uint32_t nodeCount) {
  std::vector<Arc> arcs;
  for (std::uint32_t node = 0; node + 1 < nodeCount; ++node) arcs.push_back({node, node + 1, node});
  return arcs;
}

inline std::vector<Edge> path(std::uint32_t nodeCount) {
  std::vector<Edge> edges;
  for (std::uint32_t node = 0; node + 1 < nodeCount; ++node) edges.push_back({node, node + 1});
  return edges;
}

/// Numbers classes of equal nodes by their smallest member.
template <class Same>
std::vector<std::uint32_t> numberedClasses(std::uint32_t nodeCount, Same same) {
  std::vector<std::uint32_t> numbers;
  std::uint32_t next = 0;
  for (std::uint32_t node = 0; node < nodeCount; ++node) {
    std::uint32_t number = next;
    for (std::uint32_t earlier = 0; earlier < node && number == next; ++earlier)
      if (same(node, earlier)) number = numbers[earlier];
    if (number == next) ++next;
    numbers.push_back(number);
  }
  return numbers;
}

}  // namespace trackloom::graph
