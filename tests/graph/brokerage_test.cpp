#include "graph/brokerage.h"

#include "graph/random_graphs.h"

#include <catch2/catch.hpp>

using namespace trackloom::graph;

namespace {

using Camps = std::vector<std::optional<std::uint32_t>>;

/// Looks at every pair of neighbours.
Brokerage byPairs(const Adjacency& graph, const Camps& camps, std::uint32_t node) {
  Brokerage role;
  if (!camps[node]) return role;
  const auto own = camps[node];
  for (const std::uint32_t a : graph.of(node))
    for (const std::uint32_t b : graph.of(node)) {
      if (a >= b || graph.linked(a, b) || !camps[a] || !camps[b]) continue;
      if (camps[a] == own && camps[b] == own) {
        ++role.coordinator;
      } else if (camps[a] == own || camps[b] == own) {
        ++role.gatekeeper;
        ++role.representative;
      } else if (camps[a] == camps[b]) {
        ++role.consultant;
      } else {
        ++role.liaison;
      }
    }
  return role;
}

/// Looks at everything that comes in beside everything that goes out.
Brokerage byDirectedPairs(const Digraph& graph, const Camps& camps, std::uint32_t node) {
  const auto leads = [&](std::uint32_t from, std::uint32_t to) {
    for (const Arc& arc : graph.from(from))
      if (arc.to == to) return true;
    return false;
  };
  Brokerage role;
  if (!camps[node]) return role;
  for (std::uint32_t a = 0; a < graph.nodeCount(); ++a)
    for (std::uint32_t b = 0; b < graph.nodeCount(); ++b) {
      if (a == b || a == node || b == node || !camps[a] || !camps[b]) continue;
      if (!leads(a, node) || !leads(node, b) || leads(a, b)) continue;
      const bool fromOwn = camps[a] == camps[node], toOwn = camps[b] == camps[node];
      ++(fromOwn && toOwn       ? role.coordinator
         : toOwn                ? role.gatekeeper
         : fromOwn              ? role.representative
         : camps[a] == camps[b] ? role.consultant
                                : role.liaison);
    }
  return role;
}

void compareWithPairs(int graphs) {
  RandomGraphs random(23);
  for (int i = 0; i < graphs; ++i) {
    const std::uint32_t nodes = 1 + random.below(7);
    const Adjacency graph(nodes, random.edges(nodes));
    Camps camps;
    for (std::uint32_t node = 0; node < nodes; ++node) {
      const std::uint32_t camp = random.below(4);
      camps.push_back(camp < 3 ? std::optional(camp) : std::nullopt);
    }
    const std::vector<Brokerage> found = brokerage(graph, camps);
    for (std::uint32_t node = 0; node < nodes; ++node) REQUIRE(found[node] == byPairs(graph, camps, node));
    std::vector<Arc> arcs;  // some of them twice, some to where they come from
    for (const Edge& edge : random.edges(nodes)) arcs.push_back({edge.a, edge.b, 0});
    for (const Edge& edge : random.edges(nodes)) arcs.push_back({edge.b, edge.a, 1});
    const Digraph directed(nodes, arcs);
    const std::vector<Brokerage> along = brokerage(directed, camps);
    for (std::uint32_t node = 0; node < nodes; ++node) REQUIRE(along[node] == byDirectedPairs(directed, camps, node));
  }
}

}  // namespace

TEST_CASE("brokerage roles are those of all pairs of neighbours looked at one by one") { compareWithPairs(someGraphs); }

TEST_CASE("brokerage on many random graphs", "[.long]") { compareWithPairs(manyGraphs); }

TEST_CASE("Each of the five roles") {
  // 0 stands between 1 and 2 (its own camp), 3 and 4 (another camp) and 5 (a third).
  const std::vector<Edge> edges{{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}};
  const Brokerage role = brokerage(Adjacency(6, edges), Camps{0, 0, 0, 1, 1, 2})[0];
  CHECK(role.coordinator == 1);
  CHECK(role.gatekeeper == 6);
  CHECK(role.representative == 6);
  CHECK(role.consultant == 1);
  CHECK(role.liaison == 2);
}

TEST_CASE("A gatekeeper lets in, a representative speaks out") {
  const Digraph in(2 + 1, {{1, 0, 0}, {0, 2, 1}});
  const Brokerage gate = brokerage(in, Camps{0, 1, 0})[0];
  CHECK(gate.gatekeeper == 1);
  CHECK(gate.representative == 0);
  CHECK(brokerage(in, Camps{0, 0, 1})[0].representative == 1);
}

TEST_CASE("Whoever knows each other needs no broker, and whoever stands on no track is none") {
  const std::vector<Edge> triangle{{0, 1}, {0, 2}, {1, 2}};
  CHECK(brokerage(Adjacency(3, triangle), Camps{0, 0, 1})[0] == Brokerage());
  const std::vector<Edge> path{{0, 1}, {0, 2}};
  CHECK(brokerage(Adjacency(3, path), Camps{std::nullopt, 0, 1})[0] == Brokerage());
  CHECK(brokerage(Adjacency(3, path), Camps{0, std::nullopt, 1})[0] == Brokerage());
}
