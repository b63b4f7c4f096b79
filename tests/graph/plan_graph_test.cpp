#include "graph/plan_graph.h"

#include <numeric>

#include <catch2/catch.hpp>

using namespace trackloom;
using graph::Arc;
using graph::PlanGraph;
using KindId::activity, KindId::actor, KindId::body, KindId::dependency, KindId::group, KindId::issue, KindId::track,
    KindId::transfer;

namespace {

Element link(KindId kind, const char* id, std::pair<const char*, const char*> ends) {
  Element element(kind, *ElementId::parse(id));
  element.set(key::linkFrom, *ElementId::parse(ends.first));
  element.set(key::linkTo, *ElementId::parse(ends.second));
  return element;
}

Plan people() {
  return Plan()
      .with(Element(track, "t1"_id))
      .with(Element(actor, "union"_id))
      .with(Element(actor, "bar"_id))
      .with(Element(group, "women"_id))
      .with(Element(body, "plenary"_id))
      .with(Element(activity, "talks"_id))
      .with(Element(activity, "forum"_id))
      .with(Element(activity, "vote"_id));
}

std::vector<Arc> arcs(const graph::Digraph& digraph) { return {digraph.arcs().begin(), digraph.arcs().end()}; }

}  // namespace

TEST_CASE("Elements are numbered by kind and id") {
  const PlanGraph plan(people());
  REQUIRE(plan.size() == 8);
  std::vector<std::string> ids;
  for (std::uint32_t number = 0; number < plan.size(); ++number) {
    ids.push_back(plan.element(number).id().str());
    REQUIRE(plan.number(plan.element(number).id()) == number);
  }
  REQUIRE(ids == std::vector<std::string>{"t1", "bar", "union", "women", "plenary", "forum", "talks", "vote"});
  REQUIRE(plan.first(track) == 0);
  REQUIRE(plan.first(activity) == 5);
}

TEST_CASE("What is not there or of another kind has no number or place") {
  const PlanGraph plan(people().with(Element(issue, "water"_id)));
  REQUIRE_FALSE(plan.number("nobody"_id));
  REQUIRE_FALSE(plan.number(ElementId()));
  REQUIRE_FALSE(plan.number("water"_id));
  REQUIRE(plan.place(activity, "talks"_id) == 1);
  REQUIRE_FALSE(plan.place(activity, "union"_id));
  REQUIRE_FALSE(PlanGraph(Plan()).number("t1"_id));
}

TEST_CASE("Dependencies link activities by place, dangling ends ignored") {
  const PlanGraph plan(people()
                           .with(link(dependency, "d1", {"vote", "forum"}))
                           .with(link(dependency, "d2", {"vote", "nowhere"}))
                           .with(link(dependency, "d3", {"union", "vote"}))
                           .with(Element(dependency, "d4"_id))
                           .with(link(dependency, "d5", {"forum", "talks"})));
  REQUIRE(plan.dependencies().nodeCount() == 3);
  REQUIRE(arcs(plan.dependencies()) == std::vector<Arc>{{0, 1, 4}, {2, 0, 0}});
}

TEST_CASE("Hand-overs link activities, bodies, actors and groups by number, but not tracks") {
  const PlanGraph plan(people()
                           .with(link(transfer, "h1", {"union", "plenary"}))
                           .with(link(transfer, "h2", {"t1", "plenary"}))
                           .with(link(transfer, "h3", {"women", "talks"})));
  REQUIRE(plan.transfers().nodeCount() == plan.size());
  REQUIRE(arcs(plan.transfers()) == std::vector<Arc>{{2, 4, 0}, {3, 6, 2}});
}

TEST_CASE("Loops of waiting are named, a self-link is a loop of one") {
  const PlanGraph plan(people()
                           .with(link(dependency, "d1", {"vote", "talks"}))
                           .with(link(dependency, "d2", {"talks", "vote"}))
                           .with(link(dependency, "d3", {"forum", "forum"})));
  REQUIRE(plan.dependencyCycles() == std::vector<std::vector<ElementId>>{{"forum"_id}, {"talks"_id, "vote"_id}});
  REQUIRE(PlanGraph(people()).dependencyCycles().empty());
}

TEST_CASE("Every element of a large plan is found under its own number") {
  std::vector<ElementPtr> actors;
  for (int i = 0; i < 50'000; ++i)
    actors.push_back(std::make_shared<const Element>(actor, *ElementId::parse("a" + std::to_string(100'000 + i))));
  Plan large;
  large.adopt(actor, actors);
  const PlanGraph plan(large);
  bool allFound = true;
  for (std::uint32_t i = 0; i < plan.size(); ++i) allFound = allFound && plan.number(actors[i]->id()) == i;
  REQUIRE(allFound);
  REQUIRE_FALSE(plan.number("a99999"_id));
}

TEST_CASE("Ids that fall on each other are still found") {
  // Ids whose hashes agree in their last 12 bits, more of them than the table tries places.
  std::vector<ElementPtr> actors;
  for (int i = 0; actors.size() < 100; ++i) {
    const ElementId id = *ElementId::parse("x" + std::to_string(i));
    if ((id.hash() & 0xFFFU) == 0) actors.push_back(std::make_shared<const Element>(actor, id));
  }
  std::sort(actors.begin(), actors.end(), [](const ElementPtr& a, const ElementPtr& b) { return a->id() < b->id(); });
  Plan plan;
  plan.adopt(actor, actors);
  const PlanGraph found(plan);
  for (std::uint32_t i = 0; i < actors.size(); ++i) REQUIRE(found.number(actors[i]->id()) == i);
  REQUIRE_FALSE(found.number("x"_id));
}
