#include "graph/track_cuts.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>
#include <span>
#include <unordered_map>

namespace trackloom::graph {
namespace {

/// Places in a list of tracks, half open.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
};

/// The tracks on one side of a cut: those below a block, or those before and behind everything below the cut.
struct Side {
  Range first;
  Range second;
  std::uint64_t size() const { return std::uint64_t{first.size()} + second.size(); }
};

/// The network with everything that hangs together without any node that may be cut made one node. Whatever is cut,
/// each of these stays whole, and what is left is a fraction of the network.
struct Contraction {
  std::uint32_t nodeCount = 0;
  std::vector<Edge> edges;
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> placeOf;  ///< the node each node of the network became part of; `none` if it joins nothing
  std::vector<std::vector<std::uint32_t>> tracksIn;  ///< of each node, tracks of the network

  explicit Contraction(const TrackNetwork& network) {
    const auto stays = [&](const Edge& edge) { return !network.mayBeCut[edge.a] && !network.mayBeCut[edge.b]; };
    std::vector<Edge> whole;
    for (const Edge& edge : network.edges)
      if (stays(edge)) whole.push_back(edge);
    placeOf = connectedParts(network.parts, whole);
    for (const std::uint32_t place : placeOf) nodeCount = std::max(nodeCount, place + 1);
    for (const Edge& edge : network.edges)
      if (!stays(edge) && placeOf[edge.a] != placeOf[edge.b]) edges.push_back({placeOf[edge.a], placeOf[edge.b]});
    tracksIn.resize(nodeCount);
    std::vector<bool> met(network.nodeCount, false);
    for (const std::uint32_t track : network.tracks) {
      if (!met[track]) tracksIn[placeOf[track]].push_back(track);
      met[track] = true;
    }
    dropLeaves();
    joinTwins();
    dropAlone();
  }

 private:
  /// A node without tracks that is next to one other only holds nothing together, and nothing is lost with it.
  void dropLeaves() {
    std::vector<std::uint32_t> only(nodeCount, none);
    std::vector<bool> isLeaf(nodeCount, true);
    const auto meet = [&](std::uint32_t node, std::uint32_t next) {
      if (only[node] != none && only[node] != next) isLeaf[node] = false;
      only[node] = next;
    };
    for (const Edge& edge : edges) {
      meet(edge.a, edge.b);
      meet(edge.b, edge.a);
    }
    const auto drops = [&](std::uint32_t node) { return isLeaf[node] && tracksIn[node].empty(); };
    std::erase_if(edges, [&](const Edge& edge) { return drops(edge.a) || drops(edge.b); });
  }

  /// Of several nodes without tracks between the same two others none is a cut: together they are one edge. Most
  /// hand-overs are such.
  void joinTwins() {
    std::vector<Edge> between(nodeCount, Edge{none, none});
    std::vector<bool> passes(nodeCount, true);  // has no tracks and no third node next to it
    for (std::uint32_t node = 0; node < nodeCount; ++node) passes[node] = tracksIn[node].empty();
    const auto meet = [&](std::uint32_t node, std::uint32_t next) {
      Edge& ends = between[node];
      if (next == ends.a || next == ends.b) return;
      if (ends.a != none && ends.b != none) passes[node] = false;
      (ends.a == none ? ends.a : ends.b) = next;
    };
    for (const Edge& edge : edges) {
      meet(edge.a, edge.b);
      meet(edge.b, edge.a);
    }
    std::unordered_map<std::uint64_t, std::uint32_t> first;  // the first node between two others
    std::vector<bool> joined(nodeCount, false);
    std::vector<Edge> instead;
    for (std::uint32_t node = 0; node < nodeCount; ++node) {
      const auto [a, b] = between[node];
      if (!passes[node] || b == none) continue;
      const auto [twin, isFirst] = first.try_emplace(std::uint64_t{std::min(a, b)} << 32 | std::max(a, b), node);
      if (isFirst) continue;
      if (!joined[twin->second]) instead.push_back({a, b});
      joined[twin->second] = joined[node] = true;
    }
    std::erase_if(edges, [&](const Edge& edge) { return joined[edge.a] || joined[edge.b]; });
    edges.insert(edges.end(), instead.begin(), instead.end());
  }

  /// Most nodes are next to nothing now; the others are numbered anew, in their order.
  void dropAlone() {
    std::vector<std::uint32_t> renumbered(nodeCount, none);
    for (const Edge& edge : edges) renumbered[edge.a] = renumbered[edge.b] = 0;
    std::uint32_t kept = 0;
    for (std::uint32_t node = 0; node < nodeCount; ++node) {
      if (renumbered[node] == none && tracksIn[node].empty()) continue;
      if (kept != node) tracksIn[kept] = std::move(tracksIn[node]);
      renumbered[node] = kept++;
    }
    nodeCount = kept;
    tracksIn.resize(kept);
    for (std::uint32_t& place : placeOf) place = renumbered[place];
    for (Edge& edge : edges) edge = {renumbered[edge.a], renumbered[edge.b]};
  }
};

/// The forest of nodes and blocks, each node next to the blocks it is in. Tracks are listed as a walk from the roots
/// meets them, so that the tracks below any place of the forest stand together.
class BlockForest {
 public:
  explicit BlockForest(const Contraction& network)
      : nodeCount_(network.nodeCount),
        blocks_(blocks(network.nodeCount, network.edges)),
        blocksOf_(network.nodeCount),
        tracksIn_(network.tracksIn),
        parent_(nodeCount_ + blocks_.size(), none),
        root_(nodeCount_ + blocks_.size(), none),
        tracksBelow_(nodeCount_ + blocks_.size()) {
    for (std::uint32_t block = 0; block < blocks_.size(); ++block)
      for (const std::uint32_t node : blocks_[block]) blocksOf_[node].push_back(nodeCount_ + block);
    for (std::uint32_t node = 0; node < nodeCount_; ++node)
      if (root_[node] == none) walkFrom(node);
  }

  /// The sides that a node holds together, those without tracks left out.
  std::vector<Side> sidesOf(std::uint32_t node) const {
    std::vector<Side> sides;
    const auto add = [&sides](Side side) {
      if (side.size() > 0) sides.push_back(side);
    };
    const Range all = tracksBelow_[root_[node]];
    const Range below = tracksBelow_[node];
    add({{all.begin, below.begin}, {below.end, all.end}});
    for (const std::uint32_t block : blocksOf_[node])
      if (block != parent_[node]) add({tracksBelow_[block], {}});
    return sides;
  }

  std::span<const std::uint32_t> tracks(Range range) const {
    return std::span(tracks_).subspan(range.begin, range.size());
  }

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  std::span<const std::uint32_t> neighbours(std::uint32_t place) const {
    return place < nodeCount_ ? blocksOf_[place] : blocks_[place - nodeCount_];
  }

  void walkFrom(std::uint32_t root) {
    std::vector<std::uint32_t> met;
    std::vector<std::uint32_t> toVisit{root};
    root_[root] = root;
    while (!toVisit.empty()) {
      const std::uint32_t place = toVisit.back();
      toVisit.pop_back();
      met.push_back(place);
      const auto begin = static_cast<std::uint32_t>(tracks_.size());
      if (place < nodeCount_) tracks_.insert(tracks_.end(), tracksIn_[place].begin(), tracksIn_[place].end());
      tracksBelow_[place] = {begin, static_cast<std::uint32_t>(tracks_.size())};
      for (const std::uint32_t next : neighbours(place)) {
        if (next == parent_[place]) continue;
        parent_[next] = place;
        root_[next] = root;
        toVisit.push_back(next);
      }
    }
    // From the last place to the first, every place is finished before the one above it.
    for (auto place = met.rbegin(); *place != root; ++place) {
      Range& above = tracksBelow_[parent_[*place]];
      above.end = std::max(above.end, tracksBelow_[*place].end);
    }
  }

  std::uint32_t nodeCount_;
  std::vector<std::vector<std::uint32_t>> blocks_;
  std::vector<std::vector<std::uint32_t>> blocksOf_;
  std::span<const std::vector<std::uint32_t>> tracksIn_;
  std::vector<std::uint32_t> parent_;  // by place: the nodes, then the blocks
  std::vector<std::uint32_t> root_;
  std::vector<Range> tracksBelow_;
  std::vector<std::uint32_t> tracks_;
};

std::uint64_t countPairs(std::span<const Side> sides) {
  std::uint64_t earlier = 0;
  std::uint64_t pairs = 0;
  for (const Side& side : sides) {
    pairs += earlier * side.size();
    earlier += side.size();
  }
  return pairs;
}

/// Lists pairs of tracks from different sides until there are enough.
class PairList {
 public:
  explicit PairList(const BlockForest& forest) : forest_(forest) {}

  std::vector<std::pair<std::uint32_t, std::uint32_t>> across(std::span<const Side> sides) {
    pairs_.clear();
    for (std::size_t i = 0; i < sides.size() && !full(); ++i)
      for (std::size_t j = i + 1; j < sides.size() && !full(); ++j)
        for (const Range left : {sides[i].first, sides[i].second})
          for (const Range right : {sides[j].first, sides[j].second}) add(left, right);
    std::sort(pairs_.begin(), pairs_.end());
    return pairs_;
  }

 private:
  bool full() const { return pairs_.size() >= maxPairsListed; }

  void add(Range left, Range right) {
    for (const std::uint32_t a : forest_.tracks(left))
      for (const std::uint32_t b : forest_.tracks(right)) {
        if (full()) return;
        pairs_.emplace_back(std::min(a, b), std::max(a, b));
      }
  }

  const BlockForest& forest_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
};

}  // namespace

std::vector<std::uint32_t> eachForItself(std::uint32_t nodeCount) {
  std::vector<std::uint32_t> parts(nodeCount);
  std::iota(parts.begin(), parts.end(), 0);
  return parts;
}

std::vector<TrackCut> cutsBetweenTracks(const TrackNetwork& network) {
  assert(network.mayBeCut.size() == network.nodeCount && network.parts.size() == network.nodeCount);
  const Contraction contracted(network);
  const BlockForest forest(contracted);
  PairList pairs(forest);
  std::vector<TrackCut> cuts;
  for (std::uint32_t node = 0; node < network.nodeCount; ++node) {
    if (!network.mayBeCut[node] || contracted.placeOf[node] == Contraction::none) continue;
    const std::vector<Side> sides = forest.sidesOf(contracted.placeOf[node]);
    if (sides.size() > 1) cuts.push_back({node, pairs.across(sides), countPairs(sides)});
  }
  return cuts;
}

}  // namespace trackloom::graph
