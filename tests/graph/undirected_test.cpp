#include "graph/undirected.h"

#include "graph/random_graphs.h"

#include <numeric>

#include <catch2/catch.hpp>

using namespace trackloom::graph;

namespace {

using Nodes = std::vector<std::uint32_t>;

Nodes partsByReach(std::uint32_t nodeCount, const std::vector<Edge>& edges) {
  const Reach reach = reachWithout(nodeCount, edges, nodeCount);
  return numberedClasses(nodeCount, [&](std::uint32_t a, std::uint32_t b) { return reach[a][b]; });
}

bool parts(std::uint32_t nodeCount, const std::vector<Edge>& edges, std::uint32_t node) {
  const Reach before = reachWithout(nodeCount, edges, nodeCount);
  const Reach after = reachWithout(nodeCount, edges, node);
  for (std::uint32_t a = 0; a < nodeCount; ++a)
    for (std::uint32_t b = 0; b < nodeCount; ++b)
      if (a != node && b != node && before[a][b] && !after[a][b]) return true;
  return false;
}

Nodes pointsByRemoval(std::uint32_t nodeCount, const std::vector<Edge>& edges) {
  Nodes points;
  for (std::uint32_t node = 0; node < nodeCount; ++node)
    if (parts(nodeCount, edges, node)) points.push_back(node);
  return points;
}

std::vector<Edge> bridgesByRemoval(std::uint32_t nodeCount, const std::vector<Edge>& edges) {
  std::vector<Edge> found;
  for (std::uint32_t a = 0; a < nodeCount; ++a)
    for (std::uint32_t b = a + 1; b < nodeCount; ++b) {
      std::vector<Edge> left;
      for (const Edge& edge : edges)
        if (std::min(edge.a, edge.b) != a || std::max(edge.a, edge.b) != b) left.push_back(edge);
      if (left.size() < edges.size() && !reachWithout(nodeCount, left, nodeCount)[a][b]) found.push_back({a, b});
    }
  return found;
}

/// All largest connected sets of two or more nodes that no single removal of a node parts.
std::vector<Nodes> blocksBySubsets(std::uint32_t nodeCount, const std::vector<Edge>& edges) {
  std::vector<std::uint32_t> sets;
  for (std::uint32_t set = 0; set < (1U << nodeCount); ++set) {
    Nodes members;
    for (std::uint32_t node = 0; node < nodeCount; ++node)
      if ((set >> node & 1U) != 0) members.push_back(node);
    std::vector<Edge> inside;
    for (const Edge& edge : edges)
      if ((set >> edge.a & 1U) != 0 && (set >> edge.b & 1U) != 0) inside.push_back(edge);
    if (members.size() < 2 || !pointsByRemoval(nodeCount, inside).empty()) continue;
    const Reach reach = reachWithout(nodeCount, inside, nodeCount);
    if (std::all_of(members.begin(), members.end(), [&](std::uint32_t node) { return reach[members[0]][node]; }))
      sets.push_back(set);
  }
  std::vector<Nodes> largest;
  for (const std::uint32_t set : sets) {
    if (std::any_of(sets.begin(), sets.end(),
                    [set](std::uint32_t other) { return other != set && (set & other) == set; }))
      continue;
    Nodes& members = largest.emplace_back();
    for (std::uint32_t node = 0; node < nodeCount; ++node)
      if ((set >> node & 1U) != 0) members.push_back(node);
  }
  std::sort(largest.begin(), largest.end());
  return largest;
}

void compareWithRemoval(int graphs) {
  RandomGraphs random(7);
  for (int i = 0; i < graphs; ++i) {
    const std::uint32_t nodes = 1 + random.below(7);
    std::vector<Edge> edges = random.edges(nodes);
    const Nodes points = articulationPoints(nodes, edges);
    REQUIRE(points == pointsByRemoval(nodes, edges));
    REQUIRE(connectedComponents(nodes, edges) == partsByReach(nodes, edges));
    const auto some = std::span(edges).first(edges.size() / 2);
    REQUIRE(connectedParts(connectedComponents(nodes, some), std::span(edges).subspan(some.size())) ==
            partsByReach(nodes, edges));
    REQUIRE(bridges(nodes, edges) == bridgesByRemoval(nodes, edges));
    random.shuffle(edges);
    for (Edge& edge : edges)
      if (random.below(2) == 0) std::swap(edge.a, edge.b);
    REQUIRE(articulationPoints(nodes, edges) == points);
  }
}

void compareBlocks(int graphs) {
  RandomGraphs random(8);
  for (int i = 0; i < graphs; ++i) {
    const std::uint32_t nodes = 1 + random.below(6);
    std::vector<Edge> edges = random.edges(nodes);
    const std::vector<Nodes> found = blocks(nodes, edges);
    REQUIRE(found == blocksBySubsets(nodes, edges));
    random.shuffle(edges);
    REQUIRE(blocks(nodes, edges) == found);
  }
}

}  // namespace

TEST_CASE("Articulation points and parts are what removing each node shows") { compareWithRemoval(someGraphs); }
TEST_CASE("Articulation points and parts are what removing each node shows, on many graphs", "[.long]") {
  compareWithRemoval(manyGraphs);
}

TEST_CASE("Blocks are the largest sets that no single removal parts") { compareBlocks(someGraphs); }
TEST_CASE("Blocks are the largest sets that no single removal parts, on many graphs", "[.long]") {
  compareBlocks(manyGraphs);
}

TEST_CASE("Edges given twice and edges from a node to itself change nothing") {
  const std::vector<Edge> edges{{0, 1}, {1, 0}, {0, 1}, {1, 1}, {1, 2}, {2, 2}, {3, 3}};
  REQUIRE(articulationPoints(4, edges) == Nodes{1});
  REQUIRE(connectedComponents(4, edges) == Nodes{0, 0, 0, 1});
  REQUIRE(blocks(4, edges) == std::vector<Nodes>{{0, 1}, {1, 2}});
}

TEST_CASE("A graph without nodes has nothing") {
  REQUIRE(articulationPoints(0, {}).empty());
  REQUIRE(connectedComponents(0, {}).empty());
  REQUIRE(blocks(0, {}).empty());
}

TEST_CASE("Every inner node parts a very long path, none parts a very long ring") {
  std::vector<Edge> edges = path(hugeNodeCount);
  Nodes inner(hugeNodeCount - 2);
  std::iota(inner.begin(), inner.end(), 1U);
  REQUIRE((articulationPoints(hugeNodeCount, edges) == inner));
  REQUIRE((connectedComponents(hugeNodeCount, edges) == Nodes(hugeNodeCount, 0)));
  edges.push_back({hugeNodeCount - 1, 0});
  REQUIRE(articulationPoints(hugeNodeCount, edges).empty());
  REQUIRE(blocks(hugeNodeCount, edges).size() == 1);
}
