#include "scene/stage_ladder.h"

#include "scene/layout_checks.h"
#include "support/sample_plans.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::scene;
using namespace trackloom::test;

namespace {

Plan generated(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<Element> all{element(KindId::plan, "plan", {{"title", "Generated"}, {"as-of", "2014-03-01"}})};
  constexpr std::string_view names[] = {"Truce", "Agreement on the return of all those who were displaced by the war",
                                        "اتفاق الرياض", "X"};
  constexpr std::string_view stages[] = {"Pre", "Cea", "SubPar", "SubComp", "Imp", "Ren", "Oth"};
  constexpr std::string_view dates[] = {"2013-05-04", "2013",       "2012-Q3", "2014-02~",
                                        "2013-05-05", "2015-01-01", "1999-01"};
  for (std::uint64_t i = 0; i < seed * 2; ++i) {
    Element made = element(KindId::agreement, "g" + std::to_string(i), {{"title", names[random() % 4]}});
    if (random() % 5) made.set(key::stage, Choice{static_cast<std::uint16_t>(random() % std::size(stages)), {}});
    if (random() % 5) made.set(key::date, *Date::parse(dates[random() % 6]));
    if (random() % 2) made.set(key::planned, *Date::parse(dates[random() % 7]));
    all.push_back(made);
  }
  return planOf(all);
}

const Shape* shapeOf(const Scene& scene, std::string_view id, std::string_view role) {
  for (const Shape& shape : scene.shapes)
    if (shape.element.text() == id && shape.role == role) return &shape;
  return nullptr;
}

}  // namespace

TEST_CASE("the stage ladder keeps the invariants of all drawings on generated plans") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    INFO("seed " << seed);
    checkDrawing(stageLadder, generated(seed));
  }
}

TEST_CASE("later stages stand above earlier ones, later agreements to the right, what lies ahead is planned") {
  const Plan plan = planOf({
      element(KindId::plan, "plan", {{"title", "Valley"}, {"as-of", "2013-12-01"}}),
      element(KindId::agreement, "g1", {{"title", "Talks"}, {"stage", "Pre"}, {"date", "2013-01-05"}}),
      element(KindId::agreement, "g2", {{"title", "Truce"}, {"stage", "Cea"}, {"date", "2013-06-05"}}),
      element(KindId::agreement, "g3", {{"title", "Peace"}, {"stage", "SubComp"}, {"planned", "2014-06-05"}}),
      element(KindId::agreement, "g4", {{"title", "Paper"}, {"date", "2013-06-05"}}),
      element(KindId::agreement, "g5", {{"title", "Idea"}}),
  });
  const Scene scene = drawn(stageLadder, plan);
  const Shape* talks = shapeOf(scene, "g1", "agreement signed");
  const Shape* truce = shapeOf(scene, "g2", "agreement signed");
  const Shape* peace = shapeOf(scene, "g3", "agreement planned");
  REQUIRE((talks && truce && peace));
  CHECK(bounds(*talks).right < bounds(*truce).left);
  CHECK(bounds(*truce).right < bounds(*peace).left);
  CHECK(bounds(*truce).bottom < bounds(*talks).top);
  CHECK(bounds(*peace).bottom < bounds(*truce).top);
  CHECK(textsOf(scene).contains("? Stage not recorded"));
  CHECK(textsOf(scene).contains("Without a date: Idea."));
}

TEST_CASE("without agreements the stage ladder says what to record") {
  const Plan plan = planOf({element(KindId::plan, "plan", {{"title", "Valley"}})});
  CHECK(shapeOf(drawn(stageLadder, plan), "", "empty"));
}
