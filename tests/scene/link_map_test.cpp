#include "scene/link_map.h"

#include "scene/layout_checks.h"
#include "support/sample_plans.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::scene;
using namespace trackloom::test;

namespace {

bool isLink(const Shape& shape) { return shape.role == "transfer" || shape.role.starts_with("dependency"); }

const Shape* boxOf(const Scene& scene, const ElementId& id) {
  for (const Shape& shape : scene.shapes)
    if (shape.element == id && shape.role.starts_with("node")) return &shape;
  return nullptr;
}

void checkArrows(const Scene& scene, const Plan& plan) {
  for (const Shape& shape : scene.shapes) {
    if (!isLink(shape)) continue;
    const Element* link = plan.find(shape.element);
    const auto& steps = std::get<Path>(shape.form).steps;
    const Shape* from = boxOf(scene, link->ref(key::linkFrom));
    const Shape* to = boxOf(scene, link->ref(key::linkTo));
    REQUIRE((from && to));
    CHECK(steps.front().to.x == Approx(bounds(*from).right));
    CHECK(steps.back().to.x == Approx(bounds(*to).left));
    CHECK((steps.front().to.y > bounds(*from).top && steps.front().to.y < bounds(*from).bottom));
    CHECK((steps.back().to.y > bounds(*to).top && steps.back().to.y < bounds(*to).bottom));
  }
}

std::size_t count(const Scene& scene, std::string_view role) {
  return static_cast<std::size_t>(
      std::count_if(scene.shapes.begin(), scene.shapes.end(), [&](const Shape& shape) { return shape.role == role; }));
}

checks::Finding missingLink(std::string_view a, std::string_view b) {
  checks::Finding finding;
  finding.rule = "GAP-NO-LINK";
  finding.elements = {*ElementId::parse(a), *ElementId::parse(b)};
  return finding;
}

}  // namespace

TEST_CASE("link maps keep the invariants of all drawings on generated plans; arrows end at their elements") {
  for (std::uint64_t seed = 1; seed <= 24; ++seed) {
    INFO("seed " << seed);
    const Plan plan = generatedPlan(seed, 2 + seed * 2);
    checkDrawing(linkMap, plan);
    const Scene scene = drawn(linkMap, plan);
    checkArrows(scene, plan);
    std::vector<Box> boxes;
    for (const Shape& shape : scene.shapes)
      if (shape.role.starts_with("node")) boxes.push_back(bounds(shape));
    for (std::size_t i = 0; i < boxes.size(); ++i)
      for (std::size_t j = i + 1; j < boxes.size(); ++j) CHECK_FALSE(overlap(boxes[i], boxes[j]));
  }
}

TEST_CASE("what waits stands to the right, each in the layer of its track") {
  const Scene scene = drawn(linkMap, planOf(sampleElements()));
  const auto box = [&](std::string_view id) {
    const Shape* shape = boxOf(scene, *ElementId::parse(id));
    REQUIRE(shape);
    return bounds(*shape);
  };
  CHECK(box("a01").right < box("a02").left);
  CHECK(box("a02").right < box("a03").left);
  CHECK(box("a02").bottom < box("d01").top);
  CHECK(count(scene, "transfer") == 5);
}

TEST_CASE("a frame that says what decides the last date is explained where nothing waits for it") {
  const Plan plan =
      planOf({element(KindId::track, "t1", {{"name", "Official"}}), element(KindId::track, "t3", {{"name", "Village"}}),
              element(KindId::activity, "a", {{"title", "Round"}, {"tracks", "t1"}}),
              element(KindId::activity, "c", {{"title", "Forum"}, {"tracks", "t3"}}),
              element(KindId::transfer, "x", {{"from", "c"}, {"to", "a"}})});
  DrawingOptions options;
  options.view = View::team;
  const Scene team = drawn(linkMap, plan, options);
  REQUIRE(count(team, "node critical") > 0);
  CHECK(std::ranges::any_of(team.shapes, [](const Shape& shape) {
    const auto* label = std::get_if<Label>(&shape.form);
    return label && label->text == "what decides the last date";
  }));
}

TEST_CASE("the critical chain and missing links are for the team only") {
  DrawingOptions options;
  options.view = View::team;
  options.findings = {missingLink("t1", "t3")};
  const Plan plan = planOf(sampleElements());
  const Scene team = drawn(linkMap, plan, options);
  CHECK(count(team, "missing") == 1);
  CHECK(count(team, "node critical") > 0);
  options.view = View::outward;
  const Scene outward = drawn(linkMap, plan, options);
  CHECK(count(outward, "missing") == 0);
  CHECK(count(outward, "node critical") == 0);
  CHECK(count(outward, "dependency critical") == 0);
}
