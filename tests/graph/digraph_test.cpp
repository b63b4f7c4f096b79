#include "graph/digraph.h"

#include "graph/random_graphs.h"

#include <tuple>

#include <catch2/catch.hpp>

using namespace trackloom::graph;

TEST_CASE("A graph keeps its arcs by from, to and link, in whatever order they came") {
  RandomGraphs random(1);
  for (int i = 0; i < someGraphs; ++i) {
    const Digraph graph = random.digraph();
    std::vector<Arc> arcs(graph.arcs().begin(), graph.arcs().end());
    REQUIRE(std::is_sorted(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) {
      return std::tie(a.from, a.to, a.link) < std::tie(b.from, b.to, b.link);
    }));
    const std::vector<Arc> sorted = arcs;
    random.shuffle(arcs);
    const Digraph again(graph.nodeCount(), arcs);
    REQUIRE(std::equal(again.arcs().begin(), again.arcs().end(), sorted.begin(), sorted.end()));
  }
}

TEST_CASE("The arcs from a node are those that leave it") {
  const Digraph graph(3, {{2, 0, 5}, {0, 1, 7}, {2, 0, 3}, {2, 2, 0}});
  REQUIRE(graph.nodeCount() == 3);
  REQUIRE(graph.from(1).empty());
  REQUIRE(graph.from(0).size() == 1);
  const auto arcs = graph.from(2);
  REQUIRE(std::vector<Arc>(arcs.begin(), arcs.end()) == std::vector<Arc>{{2, 0, 3}, {2, 0, 5}, {2, 2, 0}});
}

TEST_CASE("A graph turned round twice is the graph") {
  RandomGraphs random(2);
  for (int i = 0; i < 200; ++i) {
    const Digraph graph = random.digraph();
    const Digraph turned = graph.reversed();
    for (const Arc& arc : graph.arcs()) {
      const auto back = turned.from(arc.to);
      REQUIRE(std::find(back.begin(), back.end(), Arc{arc.to, arc.from, arc.link}) != back.end());
    }
    const Digraph again = turned.reversed();
    REQUIRE(std::equal(again.arcs().begin(), again.arcs().end(), graph.arcs().begin(), graph.arcs().end()));
  }
}

TEST_CASE("An empty graph has no nodes, no parts, no cycles and an empty order") {
  const Digraph none;
  REQUIRE(none.nodeCount() == 0);
  REQUIRE(components(none).empty());
  REQUIRE(shortestCycles(none).empty());
  REQUIRE(order(none) == std::vector<std::uint32_t>{});
  REQUIRE(reachable(none, {}).empty());
  REQUIRE(none.reversed().nodeCount() == 0);
}
