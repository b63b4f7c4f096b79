#include "graph/brokerage.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace trackloom::graph {
namespace {

using Node = std::uint32_t;
using Camps = std::span<const std::optional<std::uint32_t>>;

constexpr std::uint64_t pairsOf(std::uint64_t count) { return count * (count - (count > 0)) / 2; }

/// All pairs of neighbours with a camp, linked or not, from the numbers of neighbours in each camp.
Brokerage allPairs(const Adjacency& graph, Camps camps, Node node) {
  std::vector<std::uint32_t> of;
  for (const Node neighbour : graph.of(node))
    if (camps[neighbour]) of.push_back(*camps[neighbour]);
  std::sort(of.begin(), of.end());
  std::uint64_t own = 0;
  Brokerage pairs;
  for (std::size_t i = 0, end = 0; i < of.size(); i = end) {
    while (end < of.size() && of[end] == of[i]) ++end;
    if (of[i] == *camps[node]) {
      own = end - i;
    } else {
      pairs.consultant += pairsOf(end - i);
    }
  }
  const std::uint64_t others = of.size() - own;
  pairs.coordinator = pairsOf(own);
  pairs.gatekeeper = own * others;
  pairs.liaison = pairsOf(others) - pairs.consultant;
  return pairs;
}

/// Takes the pair a, b, which is linked itself, from what stands between.
void takeAway(Brokerage& from, std::uint32_t camp, std::uint32_t a, std::uint32_t b) {
  if (a == camp && b == camp) {
    --from.coordinator;
  } else if (a == camp || b == camp) {
    --from.gatekeeper;
  } else if (a == b) {
    --from.consultant;
  } else {
    --from.liaison;
  }
}

/// Each three nodes that are all linked, once. Looking only from nodes of smaller degree to larger keeps lists short.
template <class Take>
void eachTriangle(const Adjacency& graph, Take take) {
  const auto rank = [&](Node node) { return std::pair(graph.degree(node), node); };
  std::vector<std::vector<Node>> up(graph.nodeCount());
  for (Node node = 0; node < graph.nodeCount(); ++node)
    for (const Node neighbour : graph.of(node))
      if (rank(node) < rank(neighbour)) up[node].push_back(neighbour);
  std::vector<Node> markedBy(graph.nodeCount(), graph.nodeCount());
  for (Node a = 0; a < graph.nodeCount(); ++a) {
    for (const Node b : up[a]) markedBy[b] = a;
    for (const Node b : up[a])
      for (const Node c : up[b])
        if (markedBy[c] == a) take(a, b, c);
  }
}

}  // namespace

std::vector<Brokerage> brokerage(const Adjacency& graph, Camps camps) {
  assert(camps.size() == graph.nodeCount());
  std::vector<Brokerage> roles(graph.nodeCount());
  for (Node node = 0; node < graph.nodeCount(); ++node)
    if (camps[node]) roles[node] = allPairs(graph, camps, node);
  eachTriangle(graph, [&](Node a, Node b, Node c) {
    if (!camps[a] || !camps[b] || !camps[c]) return;
    takeAway(roles[a], *camps[a], *camps[b], *camps[c]);
    takeAway(roles[b], *camps[b], *camps[a], *camps[c]);
    takeAway(roles[c], *camps[c], *camps[a], *camps[b]);
  });
  for (Brokerage& role : roles) role.representative = role.gatekeeper;
  return roles;
}

}  // namespace trackloom::graph
