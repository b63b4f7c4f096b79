#include "graph/matching.h"

#include <algorithm>
#include <tuple>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/maximum_weighted_matching.hpp>

namespace trackloom::graph {
namespace {

namespace bgl = boost;
using Graph = bgl::adjacency_list<bgl::vecS, bgl::vecS, bgl::undirectedS, bgl::no_property,
                                  bgl::property<bgl::edge_weight_t, std::int64_t>>;

std::vector<WeightedEdge> useful(std::span<const WeightedEdge> edges) {
  std::vector<WeightedEdge> kept;
  for (const WeightedEdge& edge : edges)
    if (edge.a != edge.b && edge.weight > 0)
      kept.push_back({std::min(edge.a, edge.b), std::max(edge.a, edge.b), edge.weight});
  std::sort(kept.begin(), kept.end(), [](const WeightedEdge& x, const WeightedEdge& y) {
    return std::tuple(x.a, x.b, -x.weight) < std::tuple(y.a, y.b, -y.weight);
  });
  const auto samePair = [](const WeightedEdge& x, const WeightedEdge& y) { return x.a == y.a && x.b == y.b; };
  kept.erase(std::unique(kept.begin(), kept.end(), samePair), kept.end());
  return kept;
}

}  // namespace

std::vector<std::uint32_t> maximumWeightMatching(std::uint32_t nodeCount, std::span<const WeightedEdge> edges) {
  std::vector<std::uint32_t> partner(nodeCount);
  for (std::uint32_t node = 0; node < nodeCount; ++node) partner[node] = node;
  Graph graph(nodeCount);
  for (const WeightedEdge& edge : useful(edges)) bgl::add_edge(edge.a, edge.b, edge.weight, graph);
  if (bgl::num_edges(graph) == 0) return partner;
  std::vector<Graph::vertex_descriptor> mate(nodeCount);
  bgl::maximum_weighted_matching(graph,
                                 bgl::make_iterator_property_map(mate.begin(), bgl::get(bgl::vertex_index, graph)));
  for (std::uint32_t node = 0; node < nodeCount; ++node)
    if (mate[node] != bgl::graph_traits<Graph>::null_vertex()) partner[node] = static_cast<std::uint32_t>(mate[node]);
  return partner;
}

}  // namespace trackloom::graph
