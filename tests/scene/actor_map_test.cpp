#include "scene/actor_map.h"

#include "scene/layout_checks.h"
#include "support/sample_plans.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::scene;
using namespace trackloom::test;

namespace {

Plan generated(std::uint64_t seed, std::uint64_t actors) {
  std::mt19937_64 random(seed);
  constexpr std::string_view names[] = {"Government", "Federation of unions of the northern and the eastern valley",
                                        "الحكومة", "Unzertrennlichkeitsvereinbarungen"};
  std::vector<Element> all{element(KindId::plan, "plan", {{"title", "Generated"}, {"as-of", "2014-03-01"}})};
  const auto any = [&] { return *ElementId::parse("a" + std::to_string(random() % actors)); };
  for (std::uint64_t i = 0; i < actors; ++i) {
    const std::string number = std::to_string(i);
    Element actor = element(KindId::actor, "a" + number, {{"name", names[random() % 4]}});
    if (random() % 2) actor.set(key::layer, Choice{static_cast<std::uint16_t>(random() % 4), {}});
    all.push_back(actor);
    if (random() % 2) all.push_back(element(KindId::issue, "i" + number, {{"title", names[random() % 4]}}));
    if (random() % 4) {
      Element relation(KindId::relation, *ElementId::parse("r" + number));
      relation.set(key::linkFrom, any()).set(key::linkTo, any());
      if (random() % 8) relation.set(key::type, Choice{static_cast<std::uint16_t>(random() % 15), {}});
      all.push_back(relation);
    }
    if (random() % 3 == 0) {
      Element assessment(KindId::assessment, *ElementId::parse("s" + number));
      assessment.set(key::actor, any()).set(key::influence, Integer(1 + random() % 5));
      all.push_back(assessment);
    }
  }
  return planOf(all);
}

// clang-format off
std::vector<Element> valley() {
  using enum KindId;
  return {
      element(plan, "plan", {{"title", "Valley"}, {"as-of", "2013-12-01"}}),
      element(actor, "gov", {{"name", "Government"}, {"layer", "primary"}}),
      element(actor, "front", {{"name", "Front"}, {"layer", "primary"}}),
      element(actor, "power", {{"name", "Neighbour"}, {"layer", "shadow"}}),
      element(actor, "team", {{"name", "Mission"}, {"layer", "third-party"}, {"us", "yes"}}),
      element(actor, "alone", {{"name", "Alone"}}),
      element(relation, "r1", {{"from", "gov"}, {"to", "front"}, {"type", "conflict"}}),
      element(relation, "r2", {{"from", "power"}, {"to", "front"}, {"type", "shadow"}}),
      element(relation, "r3", {{"from", "team"}, {"to", "gov"}, {"type", "contact"}}),
      element(relation, "r4", {{"from", "team"}, {"to", "front"}, {"type", "alliance"}, {"since", "2014-01-01"}}),
      element(assessment, "s1", {{"actor", "gov"}, {"influence", "4"}, {"date", "2013-05-01"}}),
      element(assessment, "s2", {{"actor", "gov"}, {"influence", "1"}, {"date", "2014-05-01"}}),
  };
}
// clang-format on

std::size_t count(const Scene& scene, std::string_view role) {
  return static_cast<std::size_t>(
      std::count_if(scene.shapes.begin(), scene.shapes.end(), [&](const Shape& shape) { return shape.role == role; }));
}

std::set<std::string> relationsOf(const Scene& scene) {
  std::set<std::string> ids;
  for (const Shape& shape : scene.shapes)
    if (shape.role == "relation") ids.insert(shape.element.str());
  return ids;
}

Box signOf(const Scene& scene, std::string_view id) {
  for (const Shape& shape : scene.shapes)
    if (shape.element.text() == id && shape.role == "actor") return bounds(shape);
  FAIL(id << " is not on the map");
  return {};
}

}  // namespace

TEST_CASE("actor maps keep the invariants of all drawings on generated plans, and each actor stands on them once") {
  for (std::uint64_t seed = 1; seed <= 24; ++seed) {
    INFO("seed " << seed);
    const Plan plan = generated(seed, 1 + seed * 2);
    checkDrawing(actorMap, plan);
    const Scene scene = drawn(actorMap, plan);
    for (const ElementPtr& actor : plan.all(KindId::actor)) signOf(scene, actor->id().text());
  }
}

TEST_CASE(
    "discord, influence from outside, layers and sizes are for the team only, what comes later is not there yet") {
  const Scene team = drawn(actorMap, planOf(valley()));
  CHECK(relationsOf(team) == std::set<std::string>{"r1", "r2", "r3"});
  CHECK(signOf(team, "gov").width() == Approx(26));  // four times the area of influence 1
  CHECK(count(team, "sign unknown") == 4);           // three whose influence is not recorded, and the legend
  const Scene outward = drawn(actorMap, planOf(valley()), View::outward);
  CHECK(relationsOf(outward) == std::set<std::string>{"r3"});
  CHECK(signOf(outward, "gov").width() == signOf(outward, "front").width());
  for (const Shape& shape : outward.shapes) CHECK(shape.description.find("nfluence") == std::string::npos);
  CHECK_FALSE(textsOf(outward).contains("primary party"));
}

TEST_CASE("what a viewpoint has placed stands where it was placed") {
  Plan plan = planOf(valley());
  plan = plan.with(element(KindId::viewpoint, "v", {{"title", "Our map"}, {"date", "2013-06-01"}}))
             .with(element(KindId::placement, "p1", {{"viewpoint", "v"}, {"of", "gov"}, {"x", "100"}, {"y", "50"}}))
             .with(element(KindId::placement, "p2", {{"viewpoint", "v"}, {"of", "front"}, {"x", "400"}, {"y", "50"}}))
             .with(element(KindId::placement, "p3", {{"viewpoint", "v"}, {"of", "alone"}, {"x", "250"}, {"y", "300"}}));
  const Scene scene = drawn(actorMap, plan);
  const Point gov = signOf(scene, "gov").middle();
  CHECK(signOf(scene, "front").middle().x - gov.x == Approx(300));
  CHECK(signOf(scene, "front").middle().y - gov.y == Approx(0).margin(0.01));
  CHECK(signOf(scene, "alone").middle().x - gov.x == Approx(150));
  CHECK(signOf(scene, "alone").middle().y - gov.y == Approx(250));
}
