#include "graph/disjoint_paths.h"

#include "graph/random_graphs.h"

#include <bit>
#include <set>

#include <catch2/catch.hpp>

using namespace trackloom::graph;

namespace {

using Set = std::uint32_t;  // of nodes, one bit each

bool reaches(const Digraph& graph, std::uint32_t from, std::uint32_t to, Set without) {
  Set seen = 1U << from;
  for (std::uint32_t round = 0; round < graph.nodeCount(); ++round)
    for (const Arc& arc : graph.arcs()) {
      const bool direct = arc.from == from && arc.to == to;
      if ((seen >> arc.from & 1U) != 0 && (without >> arc.to & 1U) == 0 && !direct) seen |= 1U << arc.to;
    }
  return (seen >> to & 1U) != 0;
}

/// The fewest nodes without which nothing but a direct arc is left, by trying all sets.
std::uint32_t smallestCut(const Digraph& graph, std::uint32_t from, std::uint32_t to) {
  auto smallest = graph.nodeCount();
  for (Set set = 0; set < (1U << graph.nodeCount()); ++set)
    if ((set >> from & 1U) == 0 && (set >> to & 1U) == 0 && !reaches(graph, from, to, set))
      smallest = std::min(smallest, static_cast<std::uint32_t>(std::popcount(set)));
  return smallest;
}

bool hasArc(const Digraph& graph, std::uint32_t from, std::uint32_t to) {
  const auto arcs = graph.from(from);
  return std::any_of(arcs.begin(), arcs.end(), [to](const Arc& arc) { return arc.to == to; });
}

void compareWithCuts(int graphs) {
  RandomGraphs random(24);
  for (int i = 0; i < graphs; ++i) {
    const Digraph graph = random.digraph();
    if (graph.nodeCount() < 2) continue;
    const std::uint32_t from = random.below(graph.nodeCount());
    const std::uint32_t to = (from + 1 + random.below(graph.nodeCount() - 1)) % graph.nodeCount();
    const DisjointPaths found = disjointPaths(graph, from, to);
    REQUIRE(found.direct == hasArc(graph, from, to));
    REQUIRE(found.cut.size() == smallestCut(graph, from, to));
    REQUIRE(found.paths.size() == found.cut.size() + (found.direct ? 1 : 0));
    Set cut = 0;
    for (const std::uint32_t node : found.cut) cut |= 1U << node;
    REQUIRE_FALSE(reaches(graph, from, to, cut));
    std::set<std::uint32_t> used;
    for (const std::vector<std::uint32_t>& path : found.paths) {
      REQUIRE(path.front() == from);
      REQUIRE(path.back() == to);
      for (std::size_t at = 0; at + 1 < path.size(); ++at) REQUIRE(hasArc(graph, path[at], path[at + 1]));
      for (std::size_t at = 1; at + 1 < path.size(); ++at) REQUIRE(used.insert(path[at]).second);
    }
  }
}

}  // namespace

TEST_CASE("Disjoint paths share no node, and as many nodes as there are paths cut them") {
  compareWithCuts(someGraphs);
}

TEST_CASE("disjoint paths on many random graphs", "[.long]") { compareWithCuts(manyGraphs); }

TEST_CASE("A direct arc is a path that no node cuts") {
  const DisjointPaths found = disjointPaths(Digraph(3, {{0, 1, 0}, {0, 2, 1}, {2, 1, 2}}), 0, 1);
  CHECK(found.direct);
  CHECK(found.paths == std::vector<std::vector<std::uint32_t>>{{0, 1}, {0, 2, 1}});
  CHECK(found.cut == std::vector<std::uint32_t>{2});
}

TEST_CASE("Ends without a way have no paths and no cut") {
  const DisjointPaths found = disjointPaths(Digraph(2, {{1, 0, 0}}), 0, 1);
  CHECK(found.paths.empty());
  CHECK(found.cut.empty());
}

TEST_CASE("A long way is followed without running out of stack") {
  const DisjointPaths found = disjointPaths(Digraph(hugeNodeCount, chain(hugeNodeCount)), 0, hugeNodeCount - 1);
  CHECK(found.paths.front().size() == hugeNodeCount);
  CHECK(found.cut == std::vector<std::uint32_t>{1});
}
