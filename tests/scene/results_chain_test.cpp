#include "scene/results_chain.h"

#include "scene/layout_checks.h"
#include "support/sample_plans.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::scene;
using namespace trackloom::test;

namespace {

Plan generated(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  constexpr std::string_view names[] = {"Peace", "Those who were displaced can return and find what they left", "سلام",
                                        "Unzertrennlichkeitsvereinbarungen"};
  std::vector<Element> all{element(KindId::plan, "plan", {{"title", "Generated"}, {"as-of", "2014-03-01"}})};
  const auto any = [&](std::uint64_t n) { return *ElementId::parse("o" + std::to_string(random() % n)); };
  for (std::uint64_t i = 0; i < seed; ++i) {
    Element made = element(KindId::objective, "o" + std::to_string(i), {{"title", names[random() % 4]}});
    if (random() % 5) made.set(key::level, Choice{static_cast<std::uint16_t>(random() % 4), {}});
    if (random() % 4) made.set(key::parent, any(seed));  // loops too
    all.push_back(made);
    Element activity = element(KindId::activity, "a" + std::to_string(i), {{"title", names[random() % 4]}});
    if (random() % 4) activity.set(key::objectives, Refs{any(seed), any(seed)});
    all.push_back(activity);
  }
  return planOf(all);
}

Box boxOf(const Scene& scene, std::string_view id) {
  for (const Shape& shape : scene.shapes)
    if (shape.element.text() == id && std::holds_alternative<Rect>(shape.form)) return bounds(shape);
  FAIL(id << " is not drawn");
  return {};
}

std::size_t boxes(const Scene& scene, std::string_view role) {
  return static_cast<std::size_t>(
      std::count_if(scene.shapes.begin(), scene.shapes.end(), [&](const Shape& shape) { return shape.role == role; }));
}

}  // namespace

TEST_CASE("results chains keep the invariants of all drawings on generated plans, each objective once") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    INFO("seed " << seed);
    const Plan plan = generated(seed);
    checkDrawing(resultsChain, plan);
    const Scene scene = drawn(resultsChain, plan);
    CHECK(boxes(scene, "objective") == plan.all(KindId::objective).size());
    std::vector<Box> all;
    for (const Shape& shape : scene.shapes)
      if (shape.role == "objective" || shape.role == "activity") all.push_back(bounds(shape));
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = i + 1; j < all.size(); ++j) CHECK_FALSE(overlap(all[i], all[j]));
  }
}

TEST_CASE("an objective stands left of what serves it, gaps are marked for the team only") {
  const Plan plan = planOf({
      element(KindId::plan, "plan", {{"title", "Valley"}}),
      element(KindId::objective, "top", {{"title", "Peace"}, {"level", "ambition"}}),
      element(KindId::objective, "mid", {{"title", "Trust"}, {"level", "outcome"}, {"parent", "top"}}),
      element(KindId::objective, "idle", {{"title", "Water"}, {"level", "outcome"}, {"parent", "top"}}),
      element(KindId::activity, "a1", {{"title", "Meeting"}, {"objectives", "mid"}}),
      element(KindId::activity, "a2", {{"title", "Alone"}}),
  });
  const Scene team = drawn(resultsChain, plan);
  CHECK(boxOf(team, "top").right < boxOf(team, "mid").left);
  CHECK(boxOf(team, "mid").right < boxOf(team, "a1").left);
  CHECK(boxes(team, "sign gap") == 2);  // and its legend
  CHECK(textsOf(team).contains("Activities that name no objective: 1."));
  const Scene outward = drawn(resultsChain, plan, View::outward);
  CHECK(boxes(outward, "sign gap") == 0);
  CHECK_FALSE(textsOf(outward).contains("Activities that name no objective: 1."));
}
