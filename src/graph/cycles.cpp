#include "graph/digraph.h"

#include <algorithm>
#include <limits>

namespace trackloom::graph {
namespace {

using Node = std::uint32_t;
constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();

/// Looks for shortest cycles, one component after the other. Every cycle has a smallest node, so it is enough to look
/// from each node in turn for cycles through it and larger nodes; nodes that can be on no further cycle drop out.
class CycleSearch {
 public:
  explicit CycleSearch(const Digraph& graph)
      : forward_(graph),
        backward_(graph.reversed()),
        component_(components(graph)),
        members_(graph.nodeCount()),
        seen_(graph.nodeCount(), 0),
        distance_(graph.nodeCount(), 0),
        gone_(graph.nodeCount(), false),
        leaving_(graph.nodeCount(), 0),
        entering_(graph.nodeCount(), 0) {
    for (const Arc& arc : graph.arcs()) {
      if (component_[arc.from] != component_[arc.to]) continue;
      ++leaving_[arc.from];
      ++entering_[arc.to];
    }
    for (Node node = 0; node < graph.nodeCount(); ++node) members_[component_[node]].push_back(node);
  }

  std::vector<std::vector<Node>> all() {
    std::vector<std::vector<Node>> found;
    for (const std::vector<Node>& nodes : members_)
      if (auto cycle = shortestAmong(nodes); !cycle.empty()) found.push_back(std::move(cycle));
    return found;
  }

 private:
  std::vector<Node> shortestAmong(std::span<const Node> nodes) {
    for (const Node node : nodes)
      if (hasLoop(node)) return {node};
    if (nodes.size() < 2) return {};
    std::uint32_t length = never;
    Node start = nodes.front();
    for (const Node node : nodes) {
      if (gone_[node]) continue;
      if (const std::uint32_t shorter = lengthThrough(node, length); shorter < length) {
        length = shorter;
        start = node;
      }
      if (length == 2 || steps_ > cycleSearchSteps) break;
      drop(node);
    }
    return walk(start, length);
  }

  bool hasLoop(Node node) const {
    const auto arcs = forward_.from(node);
    const auto at =
        std::lower_bound(arcs.begin(), arcs.end(), node, [](const Arc& arc, Node to) { return arc.to < to; });
    return at != arcs.end() && at->to == node;
  }

  /// The length of the shortest cycle through a node over nodes that are not gone, if it is below `limit`.
  std::uint32_t lengthThrough(Node start, std::uint32_t limit) {
    beginVisit(start);
    for (std::size_t next = 0; next < queue_.size(); ++next) {
      const Node node = queue_[next];
      if (distance_[node] + 1 >= limit) return never;
      for (const Arc& arc : forward_.from(node)) {
        ++steps_;
        if (arc.to == start) return distance_[node] + 1;
        if (!gone_[arc.to]) visit(arc.to, node);
      }
    }
    return never;
  }

  /// The first cycle by node numbers that starts at its smallest node and has this length.
  std::vector<Node> walk(Node start, std::uint32_t length) {
    beginVisit(start);
    for (std::size_t next = 0; next < queue_.size(); ++next)
      for (const Arc& arc : backward_.from(queue_[next]))
        if (arc.to > start) visit(arc.to, queue_[next]);
    std::vector<Node> cycle{start};
    while (cycle.size() < length) {
      const std::uint32_t left = length - static_cast<std::uint32_t>(cycle.size());
      const auto arcs = forward_.from(cycle.back());
      const auto next = std::find_if(arcs.begin(), arcs.end(), [&](const Arc& arc) {
        return seen_[arc.to] == visitNumber_ && distance_[arc.to] == left;
      });
      cycle.push_back(next->to);
    }
    return cycle;
  }

  void beginVisit(Node start) {
    ++visitNumber_;
    queue_.clear();
    seen_[start] = visitNumber_;
    distance_[start] = 0;
    queue_.push_back(start);
  }

  void visit(Node node, Node from) {
    if (seen_[node] == visitNumber_ || component_[node] != component_[from]) return;
    seen_[node] = visitNumber_;
    distance_[node] = distance_[from] + 1;
    queue_.push_back(node);
  }

  /// Takes a node out, and with it all that then has no way in or no way out.
  void drop(Node first) {
    gone_[first] = true;
    dropping_.assign(1, first);
    while (!dropping_.empty()) {
      const Node node = dropping_.back();
      dropping_.pop_back();
      for (const Arc& arc : forward_.from(node)) release(arc.to, node, entering_);
      for (const Arc& arc : backward_.from(node)) release(arc.to, node, leaving_);
    }
  }

  void release(Node node, Node neighbour, std::vector<std::uint32_t>& arcsLeft) {
    if (gone_[node] || component_[node] != component_[neighbour]) return;
    if (--arcsLeft[node] > 0) return;
    gone_[node] = true;
    dropping_.push_back(node);
  }

  const Digraph& forward_;
  const Digraph backward_;
  const std::vector<std::uint32_t> component_;
  std::vector<std::vector<Node>> members_;  // of each component, ascending
  std::vector<std::uint32_t> seen_;         // the last visit that came to a node
  std::vector<std::uint32_t> distance_;     // in that visit
  std::vector<bool> gone_;
  std::vector<std::uint32_t> leaving_;  // arcs inside the component to and from nodes that are not gone
  std::vector<std::uint32_t> entering_;
  std::vector<Node> queue_;
  std::vector<Node> dropping_;
  std::uint32_t visitNumber_ = 0;
  std::uint64_t steps_ = 0;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> shortestCycles(const Digraph& graph) {
  if (order(graph)) return {};  // nearly every plan, and much faster to see
  return CycleSearch(graph).all();
}

}  // namespace trackloom::graph
