#include "graph/brokerage.h"

#include <algorithm>
#include <array>
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

/// The role in which a node of a camp stands between what comes from `a` and goes to `b`.
std::uint64_t& roleOf(Brokerage& roles, std::uint32_t camp, std::uint32_t a, std::uint32_t b) {
  if (a == camp) return b == camp ? roles.coordinator : roles.representative;
  if (b == camp) return roles.gatekeeper;
  return a == b ? roles.consultant : roles.liaison;
}

/// Where what comes in and what goes out stands, by camp: pairs of a camp and how many neighbours are of it.
using CampCounts = std::vector<std::pair<std::uint32_t, std::uint64_t>>;

CampCounts countCamps(std::span<const Node> nodes, Camps camps) {
  std::vector<std::uint32_t> of;
  for (const Node node : nodes)
    if (camps[node]) of.push_back(*camps[node]);
  std::sort(of.begin(), of.end());
  CampCounts counts;
  for (const std::uint32_t camp : of) {
    if (counts.empty() || counts.back().first != camp) counts.emplace_back(camp, 0);
    ++counts.back().second;
  }
  return counts;
}

/// Who a node hands to and who hands to it, each once.
struct Neighbours {
  std::vector<std::vector<Node>> out;
  std::vector<std::vector<Node>> in;

  explicit Neighbours(const Digraph& graph) : out(graph.nodeCount()), in(graph.nodeCount()) {
    for (const Arc& arc : graph.arcs()) {
      if (arc.from == arc.to || (!out[arc.from].empty() && out[arc.from].back() == arc.to)) continue;
      out[arc.from].push_back(arc.to);
      in[arc.to].push_back(arc.from);
    }
  }
  bool leads(Node from, Node to) const { return std::binary_search(out[from].begin(), out[from].end(), to); }
};

/// All pairs of one from whom something comes and another to whom something goes, linked or not.
Brokerage allDirectedPairs(const Neighbours& next, Camps camps, Node node) {
  Brokerage pairs;
  const std::uint32_t own = *camps[node];
  const CampCounts out = countCamps(next.out[node], camps);
  std::uint64_t others = 0;  // that something goes to
  for (const auto& [camp, count] : out) others += camp == own ? 0 : count;
  const auto goesTo = [&](std::uint32_t wanted) {
    const auto at = std::lower_bound(out.begin(), out.end(), std::pair(wanted, std::uint64_t{0}));
    return at != out.end() && at->first == wanted ? at->second : 0;
  };
  for (const auto& [camp, count] : countCamps(next.in[node], camps)) {
    const std::uint64_t same = goesTo(camp);
    roleOf(pairs, own, camp, camp) += count * same;
    if (camp == own) {
      pairs.representative += count * others;
    } else {
      pairs.gatekeeper += count * goesTo(own);
      pairs.liaison += count * (others - same);
    }
  }
  for (const Node back : next.in[node])  // nobody stands between somebody and themselves
    if (camps[back] && next.leads(node, back)) --roleOf(pairs, own, *camps[back], *camps[back]);
  return pairs;
}

}  // namespace

std::vector<Brokerage> brokerage(const Digraph& graph, Camps camps) {
  assert(camps.size() == graph.nodeCount());
  const Neighbours next(graph);
  std::vector<Brokerage> roles(graph.nodeCount());
  for (Node node = 0; node < graph.nodeCount(); ++node)
    if (camps[node]) roles[node] = allDirectedPairs(next, camps, node);
  std::vector<Edge> edges;
  for (const Arc& arc : graph.arcs()) edges.push_back({arc.from, arc.to});
  const auto takeDirect = [&](Node a, Node between, Node b) {
    if (next.leads(a, between) && next.leads(between, b) && next.leads(a, b))
      --roleOf(roles[between], *camps[between], *camps[a], *camps[b]);
  };
  eachTriangle(Adjacency(graph.nodeCount(), edges), [&](Node a, Node b, Node c) {
    if (!camps[a] || !camps[b] || !camps[c]) return;
    for (const auto& [from, between, to] : {std::array{a, b, c}, {c, b, a}, {a, c, b}, {b, c, a}, {b, a, c}, {c, a, b}})
      takeDirect(from, between, to);
  });
  return roles;
}

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
