#include "graph/digraph.h"

#include <limits>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

namespace trackloom::graph {
namespace {

namespace bgl = boost;
using Graph = bgl::adjacency_list<bgl::vecS, bgl::vecS, bgl::directedS>;

}  // namespace

std::vector<std::uint32_t> components(const Digraph& graph) {
  Graph g(graph.nodeCount());
  for (const Arc& arc : graph.arcs()) bgl::add_edge(arc.from, arc.to, g);
  std::vector<std::uint32_t> found(graph.nodeCount());
  const auto count =
      bgl::strong_components(g, bgl::make_iterator_property_map(found.begin(), bgl::get(bgl::vertex_index, g)));

  // Boost numbers components as its search leaves them; count them again as their smallest nodes come.
  constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> renumbered(static_cast<std::size_t>(count), none);
  std::uint32_t next = 0;
  for (std::uint32_t& component : found) {
    if (renumbered[component] == none) renumbered[component] = next++;
    component = renumbered[component];
  }
  return found;
}

}  // namespace trackloom::graph
