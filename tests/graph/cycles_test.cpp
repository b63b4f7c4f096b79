#include "graph/digraph.h"
#include "graph/random_graphs.h"

#include <map>
#include <numeric>

#include <catch2/catch.hpp>

using namespace trackloom::graph;

namespace {

using Cycle = std::vector<std::uint32_t>;
using Cycles = std::vector<Cycle>;

/// Walks every simple path from a node over larger ones and hands in those that come back.
class AllCycles {
 public:
  explicit AllCycles(const Digraph& graph) : graph_(graph) {}

  Cycles all() {
    for (std::uint32_t start = 0; start < graph_.nodeCount(); ++start) {
      path_ = {start};
      extend();
    }
    return found_;
  }

 private:
  void extend() {
    for (const Arc& arc : graph_.from(path_.back())) {
      if (arc.to == path_.front()) found_.push_back(path_);
      if (arc.to <= path_.front() || std::find(path_.begin(), path_.end(), arc.to) != path_.end()) continue;
      path_.push_back(arc.to);
      extend();
      path_.pop_back();
    }
  }

  const Digraph& graph_;
  Cycle path_;
  Cycles found_;
};

Cycles shortestByListing(const Digraph& graph) {
  const std::vector<std::uint32_t> component = components(graph);
  std::map<std::uint32_t, Cycle> best;
  for (const Cycle& cycle : AllCycles(graph).all()) {
    const auto [at, isFirst] = best.try_emplace(component[cycle.front()], cycle);
    if (!isFirst && std::pair(cycle.size(), cycle) < std::pair(at->second.size(), at->second)) at->second = cycle;
  }
  Cycles cycles;
  for (const auto& [number, cycle] : best) cycles.push_back(cycle);
  return cycles;
}

void compareWithListing(int graphs) {
  RandomGraphs random(4);
  for (int i = 0; i < graphs; ++i) {
    const Digraph graph = random.digraph();
    REQUIRE(shortestCycles(graph) == shortestByListing(graph));
  }
}

/// Rings of equal length through each other: position k of the ring is either of two nodes.
Digraph doubledRing(std::uint32_t length) {
  std::vector<Arc> arcs;
  for (std::uint32_t k = 0; k < length; ++k)
    for (const std::uint32_t from : {k, k + length})
      for (const std::uint32_t to : {(k + 1) % length, (k + 1) % length + length}) arcs.push_back({from, to, 0});
  return Digraph(2 * length, arcs);
}

}  // namespace

TEST_CASE("The shortest cycle of each component is the one a full listing finds") { compareWithListing(someGraphs); }
TEST_CASE("The shortest cycle of each component is the one a full listing finds, on many graphs", "[.long]") {
  compareWithListing(manyGraphs);
}

TEST_CASE("A graph without cycles has no shortest ones") {
  REQUIRE(shortestCycles(Digraph(4, {{0, 1, 0}, {0, 2, 1}, {1, 3, 2}, {2, 3, 3}})).empty());
}

TEST_CASE("A node that leads to itself is a cycle of one, before any longer one of its component") {
  REQUIRE(shortestCycles(Digraph(4, {{0, 1, 0}, {1, 0, 1}, {1, 1, 2}, {3, 3, 3}})) == Cycles{{1}, {3}});
}

TEST_CASE("Of equally short cycles the one that sorts first is taken") {
  const Digraph graph(5, {{0, 4, 0}, {4, 1, 1}, {1, 0, 2}, {0, 3, 3}, {3, 2, 4}, {2, 0, 5}});
  REQUIRE(shortestCycles(graph) == Cycles{{0, 3, 2}});
}

TEST_CASE("A shorter cycle away from the smallest node is found") {
  const Digraph graph(6, {{0, 1, 0}, {1, 2, 1}, {2, 3, 2}, {3, 4, 3}, {4, 5, 4}, {5, 0, 5}, {4, 2, 6}});
  REQUIRE(shortestCycles(graph) == Cycles{{2, 3, 4}});
}

TEST_CASE("A very long chain has no cycle, a very long ring is one") {
  std::vector<Arc> arcs = chain(hugeNodeCount);
  REQUIRE(shortestCycles(Digraph(hugeNodeCount, arcs)).empty());
  arcs.push_back({hugeNodeCount - 1, 0, 0});
  const Cycles cycles = shortestCycles(Digraph(hugeNodeCount, arcs));
  REQUIRE(cycles.size() == 1);
  Cycle all(hugeNodeCount);
  std::iota(all.begin(), all.end(), 0U);
  REQUIRE((cycles.front() == all));
}

TEST_CASE("A graph made to be slow still gives a cycle") {
  constexpr std::uint32_t length = 50'000;
  const Cycles cycles = shortestCycles(doubledRing(length));
  REQUIRE(cycles.size() == 1);
  Cycle ring(length);
  std::iota(ring.begin(), ring.end(), 0U);
  REQUIRE((cycles.front() == ring));
}
