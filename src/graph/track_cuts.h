#pragma once

#include "graph/undirected.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace trackloom::graph {

/// What holds tracks together: nodes 0 … nodeCount−1 of which some are tracks, and what is connected with what.
struct TrackNetwork {
  std::uint32_t nodeCount = 0;
  std::vector<std::uint32_t> parts;  ///< for each node with what it hangs together anyway, as `connectedParts` takes it
  std::vector<Edge> edges;           ///< all others
  std::vector<std::uint32_t> tracks;
  std::vector<bool> mayBeCut;  ///< for each node whether to ask what happens without it
};

/// A node without which tracks that were connected, directly or over others, are not connected any more.
struct TrackCut {
  std::uint32_t node = 0;
  /// The tracks that lose each other, each pair smaller number first, sorted. Complete up to `maxPairsListed`.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> separated;
  std::uint64_t separatedCount = 0;  ///< how many pairs there are in all
  friend bool operator==(const TrackCut&, const TrackCut&) = default;
};

/// So many pairs of tracks a cut lists; there may be as many as the square of the number of tracks, for each cut.
inline constexpr std::size_t maxPairsListed = 100;

/// The parts of a network in which every node stands for itself.
std::vector<std::uint32_t> eachForItself(std::uint32_t nodeCount);

/// The nodes that may be cut, each a part for itself, and whose removal separates tracks, ascending. A track that is
/// itself removed is not counted as separated. Near-linear, by the tree of blocks and the nodes they share.
std::vector<TrackCut> cutsBetweenTracks(const TrackNetwork& network);

}  // namespace trackloom::graph
