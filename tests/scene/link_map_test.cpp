#include "scene/link_map.h"

#include "scene/layout_checks.h"
#include "support/sample_plans.h"
#include "xml/read.h"

#include <fstream>

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

/// Points along a path, close enough to each other to meet every box on the way.
std::vector<Point> along(const Path& path) {
  std::vector<Point> points;
  Point at;
  for (const Step& step : path.steps) {
    constexpr int parts = 60;
    for (int i = 1; i <= parts && step.kind != Step::Kind::move; ++i) {
      const double t = static_cast<double>(i) / parts, u = 1 - t;
      const Point a = step.kind == Step::Kind::curve ? step.control1 : at;
      const Point b = step.kind == Step::Kind::curve ? step.control2 : step.to;
      points.push_back({u * u * u * at.x + 3 * u * u * t * a.x + 3 * u * t * t * b.x + t * t * t * step.to.x,
                        u * u * u * at.y + 3 * u * u * t * a.y + 3 * u * t * t * b.y + t * t * t * step.to.y});
    }
    at = step.to;
  }
  return points;
}

void checkPastBoxes(const Scene& scene) {
  std::vector<std::pair<Box, const Shape*>> boxes;
  for (const Shape& shape : scene.shapes)
    if (shape.role.starts_with("node")) boxes.emplace_back(bounds(shape), &shape);
  for (const Shape& shape : scene.shapes) {
    if (!isLink(shape)) continue;
    for (const Point& point : along(std::get<Path>(shape.form)))
      for (const auto& [box, node] : boxes)
        if (point.x > box.left + 0.1 && point.x < box.right - 0.1 && point.y > box.top + 0.1 &&
            point.y < box.bottom - 0.1)
          FAIL(shape.element.str() << " goes behind " << node->element.str());
  }
}

Plan examplePlan(const std::string& name) {
  std::ifstream in(TRACKLOOM_SOURCE_DIR "/templates/examples/" + name + ".trackloom", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return *xml::read(text).plan;
}

}  // namespace

TEST_CASE("link maps keep the invariants of all drawings on generated plans, arrows end at their elements") {
  for (std::uint64_t seed = 1; seed <= 24; ++seed) {
    INFO("seed " << seed);
    const Plan plan = generatedPlan(seed, 2 + seed * 2);
    checkDrawing(linkMap, plan);
    const Scene scene = drawn(linkMap, plan);
    checkArrows(scene, plan);
    checkPastBoxes(scene);
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

TEST_CASE("no line goes behind a box that is not its end, in any of the examples") {
  for (const auto& [name, asOf] : {std::pair("tunisia-2013", dayOf({2013, 12, 1})),
                                   {"libya-2018", dayOf({2021, 2, 10})},
                                   {"colombia-2010", dayOf({2014, 10, 1})},
                                   {"yemen-2011", dayOf({2013, 10, 1})}}) {
    INFO(name);
    const checks::Study study(examplePlan(name), asOf);
    DrawingOptions options;
    options.view = View::team;
    const Scene scene = linkMap(study, options);
    CHECK(count(scene, "dependency") + count(scene, "dependency critical") > 0);
    checkPastBoxes(scene);
    checkArrows(scene, study.plan());
    checkTextsInShapes(scene);
  }
}

TEST_CASE("a loop is drawn past its boxes, too") {
  const Plan plan = planOf(
      {element(KindId::activity, "a", {{"title", "A"}}), element(KindId::activity, "b", {{"title", "B"}}),
       element(KindId::activity, "c", {{"title", "C"}}), element(KindId::dependency, "x", {{"from", "a"}, {"to", "b"}}),
       element(KindId::dependency, "y", {{"from", "b"}, {"to", "c"}}),
       element(KindId::dependency, "z", {{"from", "c"}, {"to", "a"}})});
  const Scene scene = drawn(linkMap, plan);
  checkPastBoxes(scene);
  checkArrows(scene, plan);
}

TEST_CASE("what is planned by its status is drawn though its days came later, links that are left out are counted") {
  const Plan plan = planOf(
      {element(KindId::plan, "plan", {{"as-of", "2013-12-01"}}), element(KindId::activity, "a", {{"title", "Name"}}),
       element(KindId::activity, "b", {{"title", "Cabinet"}, {"status", "planned"}, {"start", "2014-01-10"}}),
       element(KindId::activity, "c", {{"title", "Later"}, {"start", "2014-02-10"}}),
       element(KindId::activity, "d", {{"title", "Dropped"}, {"status", "cancelled"}}),
       element(KindId::dependency, "x", {{"from", "a"}, {"to", "b"}}),
       element(KindId::dependency, "y", {{"from", "b"}, {"to", "c"}}),
       element(KindId::dependency, "z", {{"from", "a"}, {"to", "d"}})});
  for (const View view : {View::team, View::outward}) {
    const Scene scene = drawn(linkMap, plan, view);
    CHECK(boxOf(scene, *ElementId::parse("b")));
    CHECK_FALSE(boxOf(scene, *ElementId::parse("c")));
    const auto texts = textsOf(scene);
    CHECK(std::ranges::any_of(texts,
                              [](const std::string& text) { return text.find("not shown: 2.") != std::string::npos; }));
  }
}

TEST_CASE("of a part, links that leave it are drawn with their other end, which is marked as outside") {
  const Plan plan = planOf({element(KindId::track, "t1", {{"name", "Official"}, {"order", "1"}}),
                            element(KindId::track, "t3", {{"name", "Village"}, {"order", "3"}}),
                            element(KindId::activity, "a", {{"title", "Round"}, {"tracks", "t1"}}),
                            element(KindId::activity, "b", {{"title", "Next round"}, {"tracks", "t1"}}),
                            element(KindId::activity, "c", {{"title", "Forum"}, {"tracks", "t3"}}),
                            element(KindId::dependency, "y", {{"from", "a"}, {"to", "b"}}),
                            element(KindId::transfer, "x", {{"from", "c"}, {"to", "a"}})});
  DrawingOptions options;
  const Scene whole = drawn(linkMap, plan, options);
  options.scope.tracks = {*ElementId::parse("t3")};
  options.part = narrowedTo(plan, options.scope);
  const Scene part = drawn(linkMap, plan, options);
  CHECK(count(part, "transfer") == 1);
  CHECK(count(part, "dependency") == 0);
  REQUIRE(boxOf(part, *ElementId::parse("a")));
  CHECK(boxOf(part, *ElementId::parse("a"))->style.dash == Dash::dashed);
  CHECK(boxOf(part, *ElementId::parse("a"))->title == "Round (Official)");
  CHECK(boxOf(part, *ElementId::parse("c"))->style.dash == Dash::solid);
  const auto texts = textsOf(part);
  CHECK(texts.contains("Outside this part"));
  CHECK(
      std::ranges::any_of(texts, [](const std::string& text) { return text.starts_with("A part only – Village. "); }));
  const auto edge = [](const Scene& scene) {
    for (const Shape& shape : scene.shapes)
      if (shape.role == "layer edge" && shape.style.fill == laneHue(1, {}).strong) return true;
    return false;
  };
  CHECK(edge(whole));
  CHECK(edge(part));
}

TEST_CASE("the team's map says that it is for the team only, and every map its day") {
  const Plan plan = planOf(sampleElements());
  const auto says = [&](View view, std::string_view what) {
    const auto texts = textsOf(drawn(linkMap, plan, view));
    return std::ranges::any_of(texts, [&](const std::string& text) { return text.find(what) != std::string::npos; });
  };
  CHECK(says(View::team, "For the team only"));
  CHECK_FALSE(says(View::outward, "For the team only"));
  CHECK(says(View::outward, "as of 2013"));
}
