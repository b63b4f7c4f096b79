#include "graph/connections.h"

namespace trackloom::graph {
namespace {

using enum KindId;

/// Collects what single elements state.
class Collector {
 public:
  explicit Collector(const PlanGraph& graph) : graph_(graph) {}

  std::vector<Connection> all() {
    for (const ElementPtr& element : graph_.plan().all(body)) {
      tie(*element, element->refs(key::tracks), {Tie::onTrack, {track}});
      tie(*element, element->refs(key::chair), {Tie::leads, {actor}});
      tie(*element, element->refs(key::members), {Tie::takesPart, {actor}});
    }
    for (const ElementPtr& element : graph_.plan().all(activity)) {
      tie(*element, element->refs(key::tracks), {Tie::onTrack, {track}});
      tie(*element, one(element->ref(key::body)), {Tie::meetsIn, {body}});
      tie(*element, one(element->ref(key::lead)), {Tie::leads, {actor}});
    }
    for (const ElementPtr& element : graph_.plan().all(participation))
      add(find(element->ref(key::linkWho), {actor, group}), find(element->ref(key::linkIn), {activity, body}),
          {.tie = Tie::takesPart, .statedBy = element.get()});
    for (const ElementPtr& element : graph_.plan().all(transfer)) handOver(*element);
    return std::move(found_);
  }

 private:
  using Number = std::optional<std::uint32_t>;
  struct Meaning {
    Tie tie;
    KindSet targets;
  };

  static std::span<const ElementId> one(const ElementId& id) { return {&id, 1}; }

  Number find(const ElementId& id, KindSet kinds) const {
    const Number number = graph_.number(id);
    return number && kinds.has(graph_.element(*number).kind()) ? number : std::nullopt;
  }

  void add(Number a, Number b, Connection connection) {
    if (!a || !b || *a == *b) return;
    connection.a = *a;
    connection.b = *b;
    found_.push_back(connection);
  }

  void tie(const Element& element, std::span<const ElementId> ids, Meaning meaning) {
    if (ids.empty()) return;
    const Number self = find(element.id(), {element.kind()});
    for (const ElementId& id : ids) add(self, find(id, meaning.targets), {.tie = meaning.tie, .statedBy = &element});
  }

  void handOver(const Element& element) {
    const KindSet ends{activity, body, actor, group};
    const Number from = find(element.ref(key::linkFrom), ends);
    const Number to = find(element.ref(key::linkTo), ends);
    if (!from || !to) return;
    const Number carrier = find(element.ref(key::carrier), {actor, body});
    if (!carrier) {
      add(from, to, {.tie = Tie::handsOver, .statedBy = &element});
      return;
    }
    // A carrier who is one of the two ends is not connected with itself, only with the other end.
    add(from, carrier, {.tie = Tie::carries, .statedBy = &element});
    add(carrier, to, {.tie = Tie::carries, .statedBy = &element});
  }

  const PlanGraph& graph_;
  std::vector<Connection> found_;
};

}  // namespace

std::vector<Connection> connections(const PlanGraph& graph) { return Collector(graph).all(); }

TrackNetwork trackNetwork(const PlanGraph& graph, std::span<const Connection> connections) {
  TrackNetwork network{.nodeCount = graph.size(), .edges = {}, .tracks = {}, .mayBeCut = {}};
  network.edges.reserve(connections.size());
  for (const Connection& connection : connections) network.edges.push_back({connection.a, connection.b});
  for (std::uint32_t number = 0; number < graph.size(); ++number) {
    const KindId kind = graph.element(number).kind();
    if (kind == track) network.tracks.push_back(number);
    network.mayBeCut.push_back(kind == actor);
  }
  return network;
}

}  // namespace trackloom::graph
