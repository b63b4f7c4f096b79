#include "graph/digraph.h"
#include "graph/random_graphs.h"

#include <numeric>

#include <catch2/catch.hpp>

using namespace trackloom::graph;

namespace {

void compareWithReachability(int graphs) {
  RandomGraphs random(3);
  for (int i = 0; i < graphs; ++i) {
    const Digraph graph = random.digraph();
    const Reach reach = reachOf(graph);
    REQUIRE(components(graph) == numberedClasses(graph.nodeCount(), [&](std::uint32_t a, std::uint32_t b) {
              return reach[a][b] && reach[b][a];
            }));
  }
}

}  // namespace

TEST_CASE("Components are the nodes that reach each other") { compareWithReachability(someGraphs); }
TEST_CASE("Components are the nodes that reach each other, on many graphs", "[.long]") {
  compareWithReachability(manyGraphs);
}

TEST_CASE("Components of a very long chain and of a very long ring") {
  std::vector<Arc> arcs = chain(hugeNodeCount);
  std::vector<std::uint32_t> each(hugeNodeCount);
  std::iota(each.begin(), each.end(), 0U);
  REQUIRE((components(Digraph(hugeNodeCount, arcs)) == each));
  arcs.push_back({hugeNodeCount - 1, 0, 0});
  REQUIRE((components(Digraph(hugeNodeCount, arcs)) == std::vector<std::uint32_t>(hugeNodeCount, 0)));
}
