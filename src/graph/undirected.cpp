#include "graph/undirected.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>

namespace trackloom::graph {
namespace {

namespace bgl = boost;
using Graph = bgl::adjacency_list<bgl::vecS, bgl::vecS, bgl::undirectedS, bgl::no_property,
                                  bgl::property<bgl::edge_index_t, std::uint32_t>>;

std::vector<Edge> simple(std::uint32_t nodeCount, std::span<const Edge> edges) {
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

Graph build(std::uint32_t nodeCount, std::span<const Edge> edges) {
  Graph g(nodeCount);
  std::uint32_t index = 0;
  for (const Edge& edge : edges) bgl::add_edge(edge.a, edge.b, index++, g);
  return g;
}

}  // namespace

std::vector<std::uint32_t> connectedComponents(std::uint32_t nodeCount, std::span<const Edge> edges) {
  const Graph g = build(nodeCount, simple(nodeCount, edges));
  std::vector<std::uint32_t> part(nodeCount);
  // Boost looks at the nodes in ascending order, so that each part has its number from its smallest node.
  bgl::connected_components(g, bgl::make_iterator_property_map(part.begin(), bgl::get(bgl::vertex_index, g)));
  return part;
}

std::vector<std::uint32_t> articulationPoints(std::uint32_t nodeCount, std::span<const Edge> edges) {
  const Graph g = build(nodeCount, simple(nodeCount, edges));
  std::vector<std::uint32_t> points;
  bgl::articulation_points(g, std::back_inserter(points));
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

std::vector<std::vector<std::uint32_t>> blocks(std::uint32_t nodeCount, std::span<const Edge> edges) {
  const std::vector<Edge> kept = simple(nodeCount, edges);
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

}  // namespace trackloom::graph
