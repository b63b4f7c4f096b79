#include "graph/track_cuts.h"

#include "graph/random_graphs.h"

#include <catch2/catch.hpp>

using namespace trackloom::graph;

namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

std::vector<TrackCut> cutsByRemoval(const TrackNetwork& network) {
  std::vector<TrackCut> cuts;
  const Reach before = reachWithout(network.nodeCount, network.edges, network.nodeCount);
  for (std::uint32_t node = 0; node < network.nodeCount; ++node) {
    if (!network.mayBeCut[node]) continue;
    const Reach after = reachWithout(network.nodeCount, network.edges, node);
    Pairs pairs;
    for (const std::uint32_t a : network.tracks)
      for (const std::uint32_t b : network.tracks)
        if (a < b && a != node && b != node && before[a][b] && !after[a][b]) pairs.emplace_back(a, b);
    std::sort(pairs.begin(), pairs.end());
    if (!pairs.empty()) cuts.push_back({node, pairs, pairs.size()});
  }
  return cuts;
}

TrackNetwork randomNetwork(RandomGraphs& random) {
  TrackNetwork network;
  network.nodeCount = 1 + random.below(7);
  network.parts = eachForItself(network.nodeCount);
  network.edges = random.edges(network.nodeCount);
  for (std::uint32_t node = 0; node < network.nodeCount; ++node) {
    if (random.below(2) == 0) network.tracks.push_back(node);
    network.mayBeCut.push_back(random.below(4) != 0);
  }
  return network;
}

/// The same network where some of what no cut can part is told as parts.
TrackNetwork withParts(TrackNetwork network, RandomGraphs& random) {
  std::vector<Edge> anyway;
  std::erase_if(network.edges, [&](const Edge& edge) {
    if (network.mayBeCut[edge.a] || network.mayBeCut[edge.b] || random.below(3) == 0) return false;
    anyway.push_back(edge);
    return true;
  });
  network.parts = connectedComponents(network.nodeCount, anyway);
  return network;
}

void compareWithRemoval(int networks) {
  RandomGraphs random(9);
  int withCuts = 0;
  for (int i = 0; i < networks; ++i) {
    TrackNetwork network = randomNetwork(random);
    const std::vector<TrackCut> cuts = cutsBetweenTracks(network);
    REQUIRE(cuts == cutsByRemoval(network));
    REQUIRE(cutsBetweenTracks(withParts(network, random)) == cuts);
    random.shuffle(network.edges);
    random.shuffle(network.tracks);
    REQUIRE(cutsBetweenTracks(network) == cuts);
    if (!cuts.empty()) ++withCuts;
  }
  REQUIRE(withCuts > networks / 10);
}

}  // namespace

TEST_CASE("Cuts between tracks are what removing each node shows") { compareWithRemoval(someGraphs); }
TEST_CASE("Cuts between tracks are what removing each node shows, on many networks", "[.long]") {
  compareWithRemoval(manyGraphs);
}

TEST_CASE("Only a node that may be cut is a cut") {
  TrackNetwork network{.nodeCount = 3,
                       .parts = eachForItself(3),
                       .edges = {{0, 1}, {1, 2}},
                       .tracks = {0, 2},
                       .mayBeCut = {false, true, false}};
  REQUIRE(cutsBetweenTracks(network) == std::vector<TrackCut>{{1, {{0, 2}}, 1}});
  network.mayBeCut[1] = false;
  REQUIRE(cutsBetweenTracks(network).empty());
}

TEST_CASE("A second way round makes no cut, and tracks that never met are not separated") {
  const TrackNetwork network{.nodeCount = 5,
                             .parts = eachForItself(5),
                             .edges = {{0, 1}, {1, 2}, {0, 3}, {3, 2}},
                             .tracks = {0, 2, 4},
                             .mayBeCut = std::vector<bool>(5, true)};
  REQUIRE(cutsBetweenTracks(network).empty());
}

TEST_CASE("A track named twice is one track") {
  const TrackNetwork network{.nodeCount = 3,
                             .parts = eachForItself(3),
                             .edges = {{0, 1}, {1, 2}},
                             .tracks = {2, 0, 2},
                             .mayBeCut = {true, true, true}};
  REQUIRE(cutsBetweenTracks(network) == std::vector<TrackCut>{{1, {{0, 2}}, 1}});
}

TEST_CASE("Every inner node of a very long path cuts its two ends, none of a very long ring does") {
  TrackNetwork network{.nodeCount = hugeNodeCount,
                       .parts = eachForItself(hugeNodeCount),
                       .edges = path(hugeNodeCount),
                       .tracks = {0, hugeNodeCount - 1},
                       .mayBeCut = std::vector<bool>(hugeNodeCount, true)};
  const std::vector<TrackCut> cuts = cutsBetweenTracks(network);
  REQUIRE(cuts.size() == hugeNodeCount - 2);
  REQUIRE(std::all_of(cuts.begin(), cuts.end(), [](const TrackCut& cut) {
    return cut.separated == Pairs{{0, hugeNodeCount - 1}} && cut.separatedCount == 1;
  }));
  network.edges.push_back({hugeNodeCount - 1, 0});
  REQUIRE(cutsBetweenTracks(network).empty());
}

TEST_CASE("With very many tracks all pairs are counted and some listed") {
  TrackNetwork network{.nodeCount = hugeNodeCount,
                       .parts = eachForItself(hugeNodeCount),
                       .edges = {},
                       .tracks = {},
                       .mayBeCut = std::vector<bool>(hugeNodeCount, true)};
  for (std::uint32_t node = 1; node < hugeNodeCount; ++node) {
    network.edges.push_back({0, node});
    network.tracks.push_back(node);
  }
  const std::vector<TrackCut> cuts = cutsBetweenTracks(network);
  REQUIRE(cuts.size() == 1);
  REQUIRE(cuts[0].separated.size() == maxPairsListed);
  REQUIRE(cuts[0].separatedCount == std::uint64_t{hugeNodeCount - 1} * (hugeNodeCount - 2) / 2);
}
