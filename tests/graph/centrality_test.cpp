#include "graph/centrality.h"

#include "graph/random_graphs.h"

#include <catch2/catch.hpp>

using namespace trackloom::graph;

namespace {

constexpr std::uint32_t far = 1000;

struct Ways {
  std::vector<std::vector<std::uint32_t>> distance;
  std::vector<std::vector<double>> count;
};

/// Counts all walks of each length; the first that arrive are the shortest ways.
Ways waysOf(std::uint32_t nodes, const std::vector<Edge>& edges) {
  std::vector<std::vector<double>> linked(nodes, std::vector<double>(nodes, 0));
  for (const Edge& edge : edges)
    if (edge.a != edge.b) linked[edge.a][edge.b] = linked[edge.b][edge.a] = 1;
  Ways ways{{nodes, std::vector<std::uint32_t>(nodes, far)}, {nodes, std::vector<double>(nodes, 0)}};
  std::vector<std::vector<double>> walks(nodes, std::vector<double>(nodes, 0));
  for (std::uint32_t node = 0; node < nodes; ++node) walks[node][node] = 1;
  for (std::uint32_t length = 0; length <= nodes; ++length) {
    std::vector<std::vector<double>> longer(nodes, std::vector<double>(nodes, 0));
    for (std::uint32_t a = 0; a < nodes; ++a)
      for (std::uint32_t b = 0; b < nodes; ++b) {
        if (walks[a][b] > 0 && ways.distance[a][b] == far) {
          ways.distance[a][b] = length;
          ways.count[a][b] = walks[a][b];
        }
        for (std::uint32_t c = 0; c < nodes; ++c) longer[a][c] += walks[a][b] * linked[b][c];
      }
    walks = longer;
  }
  return ways;
}

double betweennessOf(const Ways& ways, std::uint32_t node) {
  const auto nodes = static_cast<std::uint32_t>(ways.distance.size());
  double sum = 0;
  for (std::uint32_t a = 0; a < nodes; ++a)
    for (std::uint32_t b = 0; b < a; ++b)
      if (a != node && b != node && ways.distance[a][b] < far &&
          ways.distance[a][node] + ways.distance[node][b] == ways.distance[a][b])
        sum += ways.count[a][node] * ways.count[node][b] / ways.count[a][b];
  return nodes > 2 ? 2 * sum / ((nodes - 1.0) * (nodes - 2.0)) : 0.0;
}

double closenessOf(const Ways& ways, std::uint32_t node) {
  double sum = 0;
  double reached = -1;
  for (const std::uint32_t distance : ways.distance[node])
    if (distance < far) {
      sum += distance;
      ++reached;
    }
  return sum > 0 ? reached / sum * reached / (static_cast<double>(ways.distance.size()) - 1) : 0.0;
}

void compareWithWalks(int graphs) {
  RandomGraphs random(21);
  for (int i = 0; i < graphs; ++i) {
    const std::uint32_t nodes = 1 + random.below(7);
    const std::vector<Edge> edges = random.edges(nodes);
    const Ways ways = waysOf(nodes, edges);
    const Centrality found = centrality(Adjacency(nodes, edges), 1);
    for (std::uint32_t node = 0; node < nodes; ++node) {
      REQUIRE(found.betweenness[node] == Approx(betweennessOf(ways, node)).margin(1e-12));
      REQUIRE(found.closeness[node] == Approx(closenessOf(ways, node)).margin(1e-12));
    }
  }
}

}  // namespace

TEST_CASE("betweenness and closeness are those of all shortest ways counted one by one") {
  compareWithWalks(someGraphs);
}

TEST_CASE("betweenness and closeness on many random graphs", "[.long]") { compareWithWalks(manyGraphs); }

TEST_CASE("A star's middle lies between all the others, and a node on its own is near nobody") {
  const std::vector<Edge> star{{0, 1}, {0, 2}, {0, 3}};
  const Centrality found = centrality(Adjacency(5, star));
  CHECK(found.betweenness == std::vector<double>{0.5, 0, 0, 0, 0});
  CHECK(found.closeness[0] == 0.75);
  CHECK(found.closeness[4] == 0);
}

TEST_CASE("No nodes and one node have measures too") {
  CHECK(centrality(Adjacency(0, {})).betweenness.empty());
  CHECK(centrality(Adjacency(1, {})).closeness == std::vector<double>{0});
  CHECK(centrality(Adjacency(2, std::vector<Edge>{{0, 1}})).closeness == std::vector<double>{1, 1});
}

TEST_CASE("The measures are the same to the last bit for any number of threads") {
  RandomGraphs random(22);
  std::vector<Edge> edges;
  for (int i = 0; i < 1500; ++i) edges.push_back({random.below(400), random.below(400)});
  const Adjacency graph(400, edges);
  const Centrality alone = centrality(graph, 1);
  for (const unsigned threads : {2U, 3U, 7U, 40U}) {
    const Centrality shared = centrality(graph, threads);
    CHECK(shared.betweenness == alone.betweenness);
    CHECK(shared.closeness == alone.closeness);
  }
}
