#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace trackloom::graph {

/// An arrow between two nodes. `link` is the caller's own number for it and comes back unchanged.
struct Arc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::uint32_t link = 0;
  friend bool operator==(const Arc&, const Arc&) = default;
};

/// A directed graph over the nodes 0 … n−1. Several arcs between the same nodes and arcs from a node to itself are
/// allowed. It keeps its arcs by (from, to, link), so nothing depends on the order in which they were given.
class Digraph {
 public:
  Digraph() = default;
  /// Precondition: both ends of every arc are below `nodeCount`.
  Digraph(std::uint32_t nodeCount, std::vector<Arc> arcs);

  std::uint32_t nodeCount() const { return static_cast<std::uint32_t>(starts_.size() - 1); }
  /// All arcs by (from, to, link).
  std::span<const Arc> arcs() const { return arcs_; }
  /// The arcs that leave a node, by (to, link).
  std::span<const Arc> from(std::uint32_t node) const {
    return arcs().subspan(starts_[node], starts_[node + 1] - starts_[node]);
  }
  /// The same graph with every arc turned round.
  Digraph reversed() const;

 private:
  std::vector<Arc> arcs_;
  std::vector<std::uint32_t> starts_{0};  // first arc of each node, and the end
};

/// For each node the strongly connected component it is in; components are numbered by their smallest node.
/// Linear (Tarjan 1972).
std::vector<std::uint32_t> components(const Digraph& graph);

/// How many arcs `shortestCycles` looks at, in one call, in search of cycles shorter than the ones it has.
inline constexpr std::uint64_t cycleSearchSteps = 50'000'000;

/// For each strongly connected component that has a cycle (an arc from a node to itself is one) its shortest cycle:
/// the nodes in the order of the arcs, smallest node first; of equally short ones the list that sorts first.
/// Components come by their smallest node. A shortest cycle has no linear method; on a graph made to be slow the
/// search ends after `cycleSearchSteps` with the shortest cycle found until then, the same one each time.
std::vector<std::vector<std::uint32_t>> shortestCycles(const Digraph& graph);

/// All nodes such that every arc leads forward, of those possible next always the smallest; nothing if there is a
/// cycle (Kahn 1962).
std::optional<std::vector<std::uint32_t>> order(const Digraph& graph);

/// For each node whether it is one of `from` or can be reached from one along the arcs.
std::vector<bool> reachable(const Digraph& graph, std::span<const std::uint32_t> from);

}  // namespace trackloom::graph
