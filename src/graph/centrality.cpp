#include "graph/centrality.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace trackloom::graph {
namespace {

using Node = std::uint32_t;

/// Into so many parts the starting nodes are divided, whatever the number of threads: each part is summed by itself
/// and the sums are added in the order of the parts, so that rounding is always the same.
constexpr std::uint32_t partCount = 16;

/// Counts shortest ways from one starting node after the other.
class Counter {
 public:
  explicit Counter(const Adjacency& graph)
      : graph_(graph), distance_(graph.nodeCount(), unseen), ways_(graph.nodeCount()), share_(graph.nodeCount()) {
    queue_.reserve(graph.nodeCount());
  }

  /// Adds what the ways from `start` give to `between`; the closeness of `start`.
  double count(Node start, std::vector<double>& between) {
    spread(start);
    gather(between);
    double sum = 0;
    for (const Node node : queue_) sum += distance_[node];
    const double reached = static_cast<double>(queue_.size()) - 1;
    for (const Node node : queue_) distance_[node] = unseen;
    return sum > 0 ? reached / sum * (reached / (graph_.nodeCount() - 1.0)) : 0.0;
  }

 private:
  static constexpr std::uint32_t unseen = 0xFFFFFFFF;

  void reach(Node node, std::uint32_t distance) {
    distance_[node] = distance;
    ways_[node] = 0;
    share_[node] = 0;
    queue_.push_back(node);
  }

  void spread(Node start) {
    queue_.clear();
    reach(start, 0);
    ways_[start] = 1;
    for (std::size_t next = 0; next < queue_.size(); ++next) {
      const Node node = queue_[next];
      const std::uint32_t further = distance_[node] + 1;
      for (const Node neighbour : graph_.of(node)) {
        if (distance_[neighbour] == unseen) reach(neighbour, further);
        if (distance_[neighbour] == further) ways_[neighbour] += ways_[node];
      }
    }
  }

  /// From the furthest node back: each gives its share to the ones before it, by their numbers of ways.
  void gather(std::vector<double>& between) {
    for (std::size_t at = queue_.size(); at-- > 1;) {
      const Node node = queue_[at];
      const double perWay = (1 + share_[node]) / ways_[node];
      const std::uint32_t nearer = distance_[node] - 1;
      for (const Node neighbour : graph_.of(node))
        if (distance_[neighbour] == nearer) share_[neighbour] += ways_[neighbour] * perWay;
      between[node] += share_[node];
    }
  }

  const Adjacency& graph_;
  std::vector<std::uint32_t> distance_;
  std::vector<double> ways_;
  std::vector<double> share_;
  std::vector<Node> queue_;
};

}  // namespace

Centrality centrality(const Adjacency& graph, unsigned threads) {
  const Node nodes = graph.nodeCount();
  Centrality result{std::vector<double>(nodes, 0), std::vector<double>(nodes, 0)};
  std::vector<std::vector<double>> parts(partCount, std::vector<double>(nodes, 0));
  std::atomic<std::uint32_t> nextPart = 0;
  const auto work = [&] {
    Counter counter(graph);
    for (std::uint32_t part; (part = nextPart++) < partCount;)
      for (Node start = part; start < nodes; start += partCount)
        result.closeness[start] = counter.count(start, parts[part]);
  };
  const unsigned wanted = threads ? threads : std::max(1U, std::thread::hardware_concurrency());
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < std::min(wanted, partCount); ++i) helpers.emplace_back(work);
    work();
  }
  // Each pair was counted from both of its ends.
  const double pairs = nodes > 2 ? (nodes - 1.0) * (nodes - 2.0) : 1.0;
  for (Node node = 0; node < nodes; ++node) {
    for (const std::vector<double>& part : parts) result.betweenness[node] += part[node];
    result.betweenness[node] /= pairs;
  }
  return result;
}

}  // namespace trackloom::graph
