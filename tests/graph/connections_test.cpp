#include "graph/connections.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::graph;
using KindId::activity, KindId::actor, KindId::body, KindId::participation, KindId::track, KindId::transfer;

namespace {

Element on(KindId kind, const char* id, Refs tracks) {
  Element element(kind, *ElementId::parse(id));
  element.set(key::tracks, std::move(tracks));
  return element;
}

Element handOver(const char* id, ElementId from, ElementId to) {
  Element element(transfer, *ElementId::parse(id));
  element.set(key::linkFrom, from).set(key::linkTo, to);
  return element;
}

Element part(const char* id, ElementId who, ElementId in) {
  Element element(participation, *ElementId::parse(id));
  element.set(key::linkWho, who).set(key::linkIn, in);
  return element;
}

/// A table on track one and a forum on track two, and an actor.
Plan twoTracks() {
  return Plan()
      .with(Element(track, "one"_id))
      .with(Element(track, "two"_id))
      .with(Element(actor, "envoy"_id))
      .with(Element(actor, "other"_id))
      .with(on(activity, "table", {"one"_id}))
      .with(on(activity, "forum", {"two"_id}));
}

bool linked(const Plan& plan) {
  const PlanGraph graph(plan);
  const TrackNetwork network = trackNetwork(graph, connections(graph));
  const std::vector<std::uint32_t> parts = connectedComponents(network.nodeCount, network.edges);
  return parts[*graph.number("one"_id)] == parts[*graph.number("two"_id)];
}

std::vector<std::string> cuts(const Plan& plan) {
  const PlanGraph graph(plan);
  std::vector<std::string> names;
  for (const TrackCut& cut : cutsBetweenTracks(trackNetwork(graph, connections(graph))))
    names.push_back(graph.element(cut.node).id().str());
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("Tracks without anything between them are not linked") { REQUIRE_FALSE(linked(twoTracks())); }

TEST_CASE("A hand-over without carrier links tracks and hangs on no actor") {
  const Plan plan = twoTracks().with(handOver("h", "forum"_id, "table"_id));
  REQUIRE(linked(plan));
  REQUIRE(cuts(plan).empty());
}

TEST_CASE("A hand-over by a carrier hangs on the carrier, until there is another one") {
  const Plan plan = twoTracks().with(handOver("h", "forum"_id, "table"_id).set(key::carrier, "envoy"_id));
  REQUIRE(linked(plan));
  REQUIRE(cuts(plan) == Names{"envoy"});
  REQUIRE(cuts(plan.with(handOver("i", "forum"_id, "table"_id).set(key::carrier, "other"_id))).empty());
}

TEST_CASE("A carrier who is one of the two ends is connected with the other once") {
  const PlanGraph graph(twoTracks().with(handOver("h", "envoy"_id, "table"_id).set(key::carrier, "envoy"_id)));
  std::vector<Connection> found = connections(graph);
  REQUIRE(found.size() == 3);
  REQUIRE(found.back().tie == Tie::carries);
  REQUIRE(std::pair(found.back().a, found.back().b) == std::pair(*graph.number("envoy"_id), *graph.number("table"_id)));
}

TEST_CASE("An actor who takes part in both links tracks") {
  const Plan plan = twoTracks().with(part("p", "envoy"_id, "table"_id)).with(part("q", "envoy"_id, "forum"_id));
  REQUIRE(linked(plan));
  REQUIRE(cuts(plan) == Names{"envoy"});
}

TEST_CASE("A lead, a body and its chair and members link too") {
  Element council = on(body, "council", {"two"_id});
  council.set(key::chair, Refs{"envoy"_id});
  Element table = on(activity, "table", {"one"_id});
  table.set(key::lead, "envoy"_id);
  REQUIRE(cuts(twoTracks().with(council).with(table)) == Names{"envoy"});
  council.clear(key::chair.number).set(key::members, Refs{"envoy"_id});
  REQUIRE(cuts(twoTracks().with(council).with(table)) == Names{"envoy"});
  table.set(key::body, "council"_id);
  REQUIRE(linked(twoTracks().with(council).with(table)));
  REQUIRE(cuts(twoTracks().with(council).with(table)).empty());
}

TEST_CASE("References to what is not there or of another kind connect nothing") {
  const Plan plan = twoTracks()
                        .with(handOver("h", "forum"_id, "nowhere"_id))
                        .with(handOver("i", "one"_id, "two"_id))
                        .with(part("p", "table"_id, "forum"_id))
                        .with(Element(participation, "q"_id))
                        .with(on(activity, "round", {"envoy"_id, "none"_id}));
  REQUIRE_FALSE(linked(plan));
  const PlanGraph graph(plan);
  REQUIRE(connections(graph).size() == 2);
}

TEST_CASE("Each connection says why and by what") {
  const PlanGraph graph(
      twoTracks().with(part("p", "envoy"_id, "table"_id)).with(handOver("h", "forum"_id, "table"_id)));
  const std::vector<Connection> found = connections(graph);
  std::vector<std::pair<std::string, Tie>> reasons;
  for (const Connection& connection : found) reasons.emplace_back(connection.statedBy->id().str(), connection.tie);
  REQUIRE(reasons ==
          std::vector<std::pair<std::string, Tie>>{
              {"forum", Tie::onTrack}, {"table", Tie::onTrack}, {"p", Tie::takesPart}, {"h", Tie::handsOver}});
}
