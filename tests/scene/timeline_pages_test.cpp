#include "scene/drawings.h"
#include "scene/layout_checks.h"
#include "scene/timeline.h"
#include "support/sample_plans.h"

#include <set>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::scene;
using namespace trackloom::test;

namespace {

constexpr SheetRoom a4{539, 786};
const Day day = dayOf({2013, 12, 1});

std::vector<Scene> pagesOf(const Plan& plan, DrawingOptions options = {}) {
  options.view = View::team;
  return timelinePages(checks::Study(plan, day), options, a4);
}

/// Three tracks with an activity every few days over five years.
Plan longPlan(int activities) {
  std::vector<Element> all{element(KindId::plan, "plan", {{"title", "Valley"}})};
  for (const char* id : {"t1", "t2", "t3"}) all.push_back(element(KindId::track, id, {{"name", id}}));
  for (int i = 0; i < activities; ++i) {
    Element activity = element(KindId::activity, "a" + std::to_string(i), {{"title", "Round " + std::to_string(i)}});
    activity.set(key::tracks, Refs{*ElementId::parse("t" + std::to_string(1 + i % 3))});
    const Day start = dayOf({2012, 1, 5}) + i * 1500 / activities;
    activity.set(key::plannedStart, Date(start)).set(key::plannedFinish, Date(start + 4));
    all.push_back(activity);
  }
  return planOf(all);
}

std::set<std::string> activitiesOn(const Scene& scene) {
  std::set<std::string> ids;
  for (const Shape& shape : scene.shapes)
    if (shape.element.text().starts_with("a")) ids.insert(shape.element.str());
  return ids;
}

bool hasText(const Scene& scene, std::string_view part) {
  const auto texts = textsOf(scene);
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& t) { return t.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("a long timeline goes over pages that each can be read, and every activity stands on one") {
  const Plan plan = longPlan(150);
  const auto pages = pagesOf(plan);
  REQUIRE(pages.size() > 1);
  std::set<std::string> shown;
  for (const Scene& page : pages) {
    CHECK(page.width == Approx(a4.longSide * roomierThanPaper));
    CHECK(page.height * 0.7 <= a4.shortSide);
    checkOnPage(page);
    shown.merge(activitiesOn(page));
  }
  CHECK(shown.size() == 150);
  CHECK(hasText(pages.front(), "page 1 of " + std::to_string(pages.size())));
}

TEST_CASE("every page of a timeline has the heads of its lanes and its own part of the time") {
  for (const Scene& page : pagesOf(longPlan(150))) {
    CHECK(hasText(page, "t"));
    CHECK(std::any_of(page.shapes.begin(), page.shapes.end(),
                      [](const Shape& shape) { return shape.element.text().starts_with("t"); }));
  }
}

TEST_CASE("links to other pages are counted where they would begin") {
  Plan plan = longPlan(150);
  plan = plan.with(element(KindId::dependency, "d", {{"from", "a0"}, {"to", "a149"}}));
  int told = 0;
  for (const Scene& page : pagesOf(plan)) told += hasText(page, "lead to other pages and are not drawn here: 1.");
  CHECK(told == 2);
}

TEST_CASE("pages from right to left are the mirror of those from left to right") {
  const Plan plan = longPlan(120);
  DrawingOptions mirror;
  mirror.direction = Direction::rightToLeft;
  const auto there = pagesOf(plan);
  const auto back = pagesOf(plan, mirror);
  REQUIRE(there.size() == back.size());
  for (std::size_t i = 0; i < there.size(); ++i) {
    CHECK(back[i].direction == Direction::rightToLeft);
    const Scene again = mirrored(back[i]);
    REQUIRE(again.shapes.size() == there[i].shapes.size());
    for (std::size_t shape = 0; shape < again.shapes.size(); ++shape) {
      const Box a = bounds(again.shapes[shape]), b = bounds(there[i].shapes[shape]);
      CHECK(a.left == Approx(b.left).margin(1e-6));
      CHECK(a.right == Approx(b.right).margin(1e-6));
    }
  }
}

TEST_CASE("a plan without dates has no pages, and a short one stays on one sheet") {
  CHECK(pagesOf(planOf({element(KindId::plan, "plan", {{"title", "Valley"}})})).empty());
  const checks::Study study(longPlan(6), day);
  CHECK(onSheets(*findDrawing("timeline"), study, {}, a4).size() == 1);
  const checks::Study empty(planOf({element(KindId::plan, "plan", {{"title", "Valley"}})}), day);
  CHECK(onSheets(*findDrawing("timeline"), empty, {}, a4).size() == 1);
}
