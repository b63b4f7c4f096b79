#include "plan/scope.h"

#include "support/sample_plans.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using trackloom::test::element;

namespace {

Plan sample() {
  using enum KindId;
  return test::planOf({
      element(plan, "plan", {{"title", "Talks"}}),
      element(track, "t1", {{"name", "One"}}),
      element(track, "t2", {{"name", "Two"}}),
      element(issue, "land", {{"title", "Land"}}),
      element(issue, "titles", {{"title", "Land titles"}, {"parent", "land"}}),
      element(issue, "water", {{"title", "Water"}}),
      element(activity, "a", {{"title", "A"}, {"tracks", "t1"}, {"issues", "titles"}, {"lead", "convener"}}),
      element(activity, "b", {{"title", "B"}, {"tracks", "t2 t1"}, {"issues", "water"}}),
      element(activity, "c", {{"title", "C"}, {"tracks", "t2"}}),
      element(activity, "d", {{"title", "D"}}),
      element(actor, "convener", {{"name", "Convener"}}),
      element(actor, "guest", {{"name", "Guest"}}),
      element(actor, "idle", {{"name", "Idle"}}),
      element(participation, "p", {{"who", "guest"}, {"in", "c"}}),
      element(relation, "r", {{"from", "convener"}, {"to", "guest"}, {"type", "alliance"}}),
      element(dependency, "ab", {{"from", "a"}, {"to", "b"}}),
      element(transfer, "cb", {{"from", "c"}, {"to", "b"}}),
      element(event, "e1", {{"title", "E1"}, {"date", "2013-01-01"}, {"about", "a"}}),
      element(event, "e2", {{"title", "E2"}, {"date", "2013-01-01"}, {"about", "c"}}),
      element(event, "e3", {{"title", "E3"}, {"date", "2013-01-01"}}),
      element(agreement, "g", {{"title", "G"}, {"issues", "water"}}),
      element(body, "council", {{"title", "Council"}}),
  });
}

std::string idsOf(const Plan& plan) {
  std::string ids;
  for (const Kind& kind : kinds())
    for (const ElementPtr& each : plan.all(kind.id))
      if (kind.id != KindId::plan) ids += (ids.empty() ? "" : " ") + each->id().str();
  return ids;
}

}  // namespace

TEST_CASE("an empty scope is the whole plan") { CHECK(idsOf(narrowedTo(sample(), {})) == idsOf(sample())); }

TEST_CASE("some tracks: what stands on them, on whichever place, with its links, its actors and what is about it") {
  const Plan left = narrowedTo(sample(), {{"t1"_id}, {}});
  for (const char* id : {"t1", "a", "b", "ab", "convener", "e1", "e3", "land", "titles", "water", "g"}) {
    INFO(id);
    CHECK(left.find(*ElementId::parse(id)));
  }
  for (const char* id : {"t2", "c", "d", "cb", "p", "guest", "r", "idle", "e2", "council"}) {
    INFO(id);
    CHECK_FALSE(left.find(*ElementId::parse(id)));
  }
}

TEST_CASE("some issues, with those below them") {
  const Plan left = narrowedTo(sample(), {{}, {"land"_id}});
  for (const char* id : {"land", "titles", "a", "t1", "t2", "e1", "convener"}) {
    INFO(id);
    CHECK(left.find(*ElementId::parse(id)));
  }
  for (const char* id : {"water", "b", "c", "d", "g", "ab"}) {
    INFO(id);
    CHECK_FALSE(left.find(*ElementId::parse(id)));
  }
}

TEST_CASE("tracks and issues: both must hold") {
  CHECK_FALSE(narrowedTo(sample(), {{"t2"_id}, {"land"_id}}).find("a"_id));
  CHECK(narrowedTo(sample(), {{"t2"_id}, {"water"_id}}).find("b"_id));
}

TEST_CASE("issues that are each other's parents do no harm") {
  Plan plan = sample();
  Element land = *plan.find("land"_id);
  land.set(key::parent, Ref("titles"_id));
  plan = plan.with(std::move(land));
  CHECK(narrowedTo(plan, {{}, {"land"_id}}).find("a"_id));
}
