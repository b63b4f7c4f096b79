#include "graph/disjoint_paths.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>

namespace trackloom::graph {
namespace {

namespace bgl = boost;
using Traits = bgl::adjacency_list_traits<bgl::vecS, bgl::vecS, bgl::directedS>;
using Flow =
    bgl::adjacency_list<bgl::vecS, bgl::vecS, bgl::directedS, bgl::no_property,
                        bgl::property<bgl::edge_capacity_t, int,
                                      bgl::property<bgl::edge_residual_capacity_t, int,
                                                    bgl::property<bgl::edge_reverse_t, Traits::edge_descriptor>>>>;

// Every node is split in two with room for one way between its halves. Arcs have room for any number, so that what is
// cut is always nodes; but an arc from end to end has no node on it and counts as one way.
constexpr std::uint32_t in(std::uint32_t node) { return 2 * node; }
constexpr std::uint32_t out(std::uint32_t node) { return 2 * node + 1; }
constexpr int unlimited = 1 << 30;

void addArc(Flow& flow, std::uint32_t from, std::uint32_t to, int room) {
  const auto there = bgl::add_edge(from, to, flow).first;
  const auto back = bgl::add_edge(to, from, flow).first;
  bgl::put(bgl::edge_capacity, flow, there, room);
  bgl::put(bgl::edge_capacity, flow, back, 0);
  bgl::put(bgl::edge_reverse, flow, there, back);
  bgl::put(bgl::edge_reverse, flow, back, there);
}

/// Arcs between the same nodes once; no arcs from a node to itself, into the start or out of the end.
Flow networkOf(const Digraph& graph, std::uint32_t from, std::uint32_t to) {
  Flow flow(std::size_t{2} * graph.nodeCount());
  for (std::uint32_t node = 0; node < graph.nodeCount(); ++node)
    if (node != from && node != to) addArc(flow, in(node), out(node), 1);
  std::pair<std::uint32_t, std::uint32_t> last{0, 0};
  for (const Arc& arc : graph.arcs()) {
    const std::pair ends(arc.from, arc.to);
    if (arc.from == arc.to || arc.to == from || arc.from == to || ends == last) continue;
    last = ends;
    addArc(flow, out(arc.from), in(arc.to), arc.from == from && arc.to == to ? 1 : unlimited);
  }
  return flow;
}

/// Along the arcs that are used from a half on, to the next half that another node has; takes the arc away.
std::uint32_t step(Flow& flow, std::uint32_t half) {
  for (auto [at, end] = bgl::out_edges(half, flow); at != end; ++at) {
    const int left = bgl::get(bgl::edge_residual_capacity, flow, *at);
    if (left >= bgl::get(bgl::edge_capacity, flow, *at)) continue;
    bgl::put(bgl::edge_residual_capacity, flow, *at, left + 1);
    return static_cast<std::uint32_t>(bgl::target(*at, flow)) / 2;
  }
  assert(false);
  return half / 2;
}

}  // namespace

DisjointPaths disjointPaths(const Digraph& graph, std::uint32_t from, std::uint32_t to) {
  assert(from != to && from < graph.nodeCount() && to < graph.nodeCount());
  Flow flow = networkOf(graph, from, to);
  std::vector<bgl::default_color_type> colours(bgl::num_vertices(flow));
  std::vector<Traits::edge_descriptor> before(bgl::num_vertices(flow));
  const auto index = bgl::get(bgl::vertex_index, flow);
  const int count =
      bgl::edmonds_karp_max_flow(flow, out(from), in(to),
                                 bgl::color_map(bgl::make_iterator_property_map(colours.begin(), index))
                                     .predecessor_map(bgl::make_iterator_property_map(before.begin(), index)));

  DisjointPaths found;
  const auto reached = [&](std::uint32_t half) { return colours[half] != bgl::white_color; };
  for (std::uint32_t node = 0; node < graph.nodeCount(); ++node)
    if (node != from && node != to && reached(in(node)) && !reached(out(node))) found.cut.push_back(node);
  for (int i = 0; i < count; ++i) {
    std::vector<std::uint32_t>& path = found.paths.emplace_back(1, from);
    while (path.back() != to) path.push_back(step(flow, out(path.back())));
    if (path.size() == 2) found.direct = true;
  }
  std::sort(found.paths.begin(), found.paths.end(),
            [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
  return found;
}

}  // namespace trackloom::graph
