#include "graph/undirected.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/pending/disjoint_sets.hpp>

namespace trackloom::graph {
namespace {

namespace bgl = boost;
using Graph = bgl::adjacency_list<bgl::vecS, bgl::vecS, bgl::undirectedS, bgl::no_property,
                                  bgl::property<bgl::edge_index_t, std::uint32_t>>;

Graph build(std::uint32_t nodeCount, std::span<const Edge> edges) {
  Graph g(nodeCount);
  std::uint32_t index = 0;
  for (const Edge& edge : edges) bgl::add_edge(edge.a, edge.b, index++, g);
  return g;
}

}  // namespace

std::vector<Edge> simpleEdges(std::uint32_t nodeCount, std::span<const Edge> edges) {
  std::vector<Edge> kept;
  kept.reserve(edges.size());
  for (const Edge& edge : edges) {
    assert(edge.a < nodeCount && edge.b < nodeCount);
    if (edge.a != edge.b) kept.push_back({std::min(edge.a, edge.b), std::max(edge.a, edge.b)});
  }
  std::sort(kept.begin(), kept.end(),
            [](const Edge& x, const Edge& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  return kept;
}

std::vector<std::uint32_t> connectedComponents(std::uint32_t nodeCount, std::span<const Edge> edges) {
  std::vector<std::uint32_t> parent(nodeCount);
  std::vector<std::uint32_t> rank(nodeCount, 0);
  bgl::disjoint_sets sets(rank.data(), parent.data());
  for (std::uint32_t node = 0; node < nodeCount; ++node) sets.make_set(node);
  for (const Edge& edge : edges) {
    assert(edge.a < nodeCount && edge.b < nodeCount);
    sets.union_set(edge.a, edge.b);
  }
  constexpr std::uint32_t unnumbered = 0xFFFFFFFF;
  std::vector<std::uint32_t> numberOf(nodeCount, unnumbered);
  std::vector<std::uint32_t> part(nodeCount);
  std::uint32_t next = 0;
  for (std::uint32_t node = 0; node < nodeCount; ++node) {
    std::uint32_t& number = numberOf[sets.find_set(node)];
    if (number == unnumbered) number = next++;
    part[node] = number;
  }
  return part;
}

std::vector<std::uint32_t> connectedParts(std::span<const std::uint32_t> parts, std::span<const Edge> edges) {
  const auto count = parts.empty() ? 0 : *std::ranges::max_element(parts) + 1;
  std::vector<Edge> between;
  between.reserve(edges.size());
  for (const Edge& edge : edges) between.push_back({parts[edge.a], parts[edge.b]});
  const std::vector<std::uint32_t> larger = connectedComponents(count, between);
  std::vector<std::uint32_t> part;
  part.reserve(parts.size());
  for (const std::uint32_t each : parts) part.push_back(larger[each]);
  return part;
}

std::vector<std::uint32_t> articulationPoints(std::uint32_t nodeCount, std::span<const Edge> edges) {
  const Graph g = build(nodeCount, simpleEdges(nodeCount, edges));
  std::vector<std::uint32_t> points;
  bgl::articulation_points(g, std::back_inserter(points));
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

std::vector<std::vector<std::uint32_t>> blocks(std::uint32_t nodeCount, std::span<const Edge> edges) {
  const std::vector<Edge> kept = simpleEdges(nodeCount, edges);
  const Graph g = build(nodeCount, kept);
  std::vector<std::size_t> blockOf(kept.size());
  const std::size_t count =
      bgl::biconnected_components(g, bgl::make_iterator_property_map(blockOf.begin(), bgl::get(bgl::edge_index, g)));

  std::vector<std::vector<std::uint32_t>> found(count);
  for (std::size_t edge = 0; edge < kept.size(); ++edge) {
    found[blockOf[edge]].push_back(kept[edge].a);
    found[blockOf[edge]].push_back(kept[edge].b);
  }
  for (std::vector<std::uint32_t>& nodes : found) {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Edge> bridges(std::uint32_t nodeCount, std::span<const Edge> edges) {
  std::vector<Edge> found;
  for (const std::vector<std::uint32_t>& nodes : blocks(nodeCount, edges))
    if (nodes.size() == 2) found.push_back({nodes[0], nodes[1]});
  return found;
}

}  // namespace trackloom::graph
