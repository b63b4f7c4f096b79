#pragma once

#include "graph/adjacency.h"
#include "graph/digraph.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace trackloom::graph {

/// How many pairs of neighbours that are not linked themselves a node stands between, by whose camp they are of
/// (Gould and Fernandez 1989). Where links have no direction each pair counts once, and a gatekeeper, who lets into
/// its camp, is as often a representative, who speaks for it to outside. Where they have one, a pair is what comes in
/// from one and goes out to the other, with no link from the first to the second.
struct Brokerage {
  std::uint64_t coordinator = 0;     ///< both of its own camp
  std::uint64_t gatekeeper = 0;      ///< one of its own camp, one of another; from another to its own
  std::uint64_t representative = 0;  ///< the same pairs seen from the other side; from its own to another
  std::uint64_t consultant = 0;      ///< both of one other camp
  std::uint64_t liaison = 0;         ///< of two different other camps
  friend bool operator==(const Brokerage&, const Brokerage&) = default;
};

/// The roles of each node. `camps`: the camp of each node; nodes without one neither broker nor are brokered.
/// O(edges · √edges).
std::vector<Brokerage> brokerage(const Adjacency& graph, std::span<const std::optional<std::uint32_t>> camps);
/// The same along the arcs. Several arcs from one node to another count once.
std::vector<Brokerage> brokerage(const Digraph& graph, std::span<const std::optional<std::uint32_t>> camps);

}  // namespace trackloom::graph
