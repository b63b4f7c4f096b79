#include "graph/digraph.h"
#include "graph/random_graphs.h"

#include <numeric>

#include <catch2/catch.hpp>

using namespace trackloom::graph;

namespace {

using Nodes = std::vector<std::uint32_t>;

bool leadsForward(const Digraph& graph, const Nodes& nodes) {
  Nodes place(nodes.size());
  for (std::uint32_t i = 0; i < nodes.size(); ++i) place[nodes[i]] = i;
  return std::all_of(graph.arcs().begin(), graph.arcs().end(),
                     [&](const Arc& arc) { return place[arc.from] < place[arc.to]; });
}

/// The first of all arrangements, in the order of their lists, in which every arc leads forward: the same as taking
/// the smallest ready node each time.
std::optional<Nodes> firstArrangement(const Digraph& graph) {
  Nodes nodes(graph.nodeCount());
  std::iota(nodes.begin(), nodes.end(), 0U);
  do {
    if (leadsForward(graph, nodes)) return nodes;
  } while (std::next_permutation(nodes.begin(), nodes.end()));
  return std::nullopt;
}

void compareOrder(int graphs) {
  RandomGraphs random(5);
  int sorted = 0;
  for (int i = 0; i < graphs; ++i) {
    const Digraph graph = random.digraph();
    const auto nodes = order(graph);
    REQUIRE(nodes == firstArrangement(graph));
    if (nodes) ++sorted;
  }
  REQUIRE(sorted > graphs / 10);
  REQUIRE(sorted < graphs);
}

void compareReachable(int graphs) {
  RandomGraphs random(6);
  for (int i = 0; i < graphs; ++i) {
    const Digraph graph = random.digraph();
    const Reach reach = reachOf(graph);
    Nodes from;
    for (std::uint32_t node = 0; node < graph.nodeCount(); ++node)
      if (random.below(3) == 0) from.push_back(node);
    std::vector<bool> expected(graph.nodeCount(), false);
    for (const std::uint32_t node : from)
      for (std::uint32_t to = 0; to < graph.nodeCount(); ++to)
        if (reach[node][to]) expected[to] = true;
    REQUIRE(reachable(graph, from) == expected);
  }
}

}  // namespace

TEST_CASE("The order is the first arrangement in which every arc leads forward") { compareOrder(someGraphs); }
TEST_CASE("The order is the first arrangement in which every arc leads forward, on many graphs", "[.long]") {
  compareOrder(manyGraphs);
}

TEST_CASE("Reachable is what the closure says") { compareReachable(someGraphs); }
TEST_CASE("Reachable is what the closure says, on many graphs", "[.long]") { compareReachable(manyGraphs); }

TEST_CASE("A very long chain has an order and is reachable from its start, a very long ring has none") {
  std::vector<Arc> arcs = chain(hugeNodeCount);
  Nodes all(hugeNodeCount);
  std::iota(all.begin(), all.end(), 0U);
  const Digraph open(hugeNodeCount, arcs);
  const Nodes start{0};
  REQUIRE((order(open) == all));
  REQUIRE((reachable(open, start) == std::vector<bool>(hugeNodeCount, true)));
  arcs.push_back({hugeNodeCount - 1, 0, 0});
  REQUIRE_FALSE(order(Digraph(hugeNodeCount, arcs)).has_value());
}
