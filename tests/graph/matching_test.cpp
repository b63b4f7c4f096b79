#include "graph/matching.h"

#include "graph/random_graphs.h"

#include <catch2/catch.hpp>

using namespace trackloom::graph;

namespace {

/// The best of all ways to choose pairs, one edge after the other taken or left.
std::int64_t best(const std::vector<WeightedEdge>& edges, std::size_t at, std::uint32_t used) {
  if (at == edges.size()) return 0;
  const WeightedEdge& edge = edges[at];
  const std::int64_t left = best(edges, at + 1, used);
  const std::uint32_t ends = 1U << edge.a | 1U << edge.b;
  if (edge.a == edge.b || (used & ends) != 0) return left;
  return std::max(left, edge.weight + best(edges, at + 1, used | ends));
}

std::int64_t weightOf(const std::vector<WeightedEdge>& edges, std::uint32_t a, std::uint32_t b) {
  std::int64_t weight = 0;
  for (const WeightedEdge& edge : edges)
    if ((edge.a == a && edge.b == b) || (edge.a == b && edge.b == a)) weight = std::max(weight, edge.weight);
  return weight;
}

void compareWithAllChoices(int graphs) {
  RandomGraphs random(25);
  for (int i = 0; i < graphs; ++i) {
    const std::uint32_t nodes = 1 + random.below(7);
    std::vector<WeightedEdge> edges;
    for (const Edge& edge : random.edges(nodes)) edges.push_back({edge.a, edge.b, random.below(9)});
    const std::vector<std::uint32_t> partner = maximumWeightMatching(nodes, edges);
    std::int64_t sum = 0;
    for (std::uint32_t node = 0; node < nodes; ++node) {
      REQUIRE(partner[partner[node]] == node);
      if (node >= partner[node]) continue;
      REQUIRE(weightOf(edges, node, partner[node]) > 0);
      sum += weightOf(edges, node, partner[node]);
    }
    REQUIRE(sum == best(edges, 0, 0));
  }
}

}  // namespace

TEST_CASE("The matching is worth as much as the best of all choices") { compareWithAllChoices(someGraphs); }

TEST_CASE("matching on many random graphs", "[.long]") { compareWithAllChoices(manyGraphs); }

TEST_CASE("Pairs worth nothing are not made, and one good pair gives way to two better ones") {
  CHECK(maximumWeightMatching(2, std::vector<WeightedEdge>{{0, 1, 0}}) == std::vector<std::uint32_t>{0, 1});
  const std::vector<WeightedEdge> path{{0, 1, 2}, {1, 2, 3}, {2, 3, 2}};
  CHECK(maximumWeightMatching(4, path) == std::vector<std::uint32_t>{1, 0, 3, 2});
  CHECK(maximumWeightMatching(0, {}).empty());
}
