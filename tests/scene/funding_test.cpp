#include "scene/funding.h"

#include "scene/layout_checks.h"
#include "support/sample_plans.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::scene;
using namespace trackloom::test;

namespace {

Element activity(std::string_view id, std::string_view budget) {
  return element(
      KindId::activity, id,
      {{"title", id}, {"planned-start", "2014-01-01"}, {"planned-finish", "2014-02-28"}, {"budget", budget}});
}

double heightOf(const Scene& scene, std::string_view role) {
  double sum = 0;
  for (const Shape& shape : scene.shapes)
    if (shape.role == role) sum += bounds(shape).height();
  return sum;
}

Plan valley(const std::vector<Element>& more) {
  Plan plan = planOf({element(KindId::plan, "plan", {{"title", "Valley"}, {"as-of", "2013-12-01"}})});
  for (const Element& each : more) plan = plan.with(each);
  return plan;
}

}  // namespace

TEST_CASE("what one activity has too much does not cover another") {
  const Plan plan =
      valley({activity("a1", "1000 EUR"), activity("a2", "1000 EUR"),
              element(KindId::fund, "f1",
                      {{"title", "F"}, {"amount", "2000 EUR"}, {"status", "committed"}, {"covers", "a1"}})});
  const Scene scene = drawn(fundingChart, plan);
  CHECK(heightOf(scene, "bar covered") == Approx(heightOf(scene, "bar open")).epsilon(0.01));
}

TEST_CASE("what is only pledged covers nothing, and of what nobody can tell there is no bar") {
  const Plan plan = valley(
      {activity("a1", "1000 EUR"), element(KindId::activity, "a2", {{"title", "Undated"}, {"budget", "5 EUR"}}),
       element(KindId::fund, "f1", {{"title", "F"}, {"amount", "1000 EUR"}, {"status", "pledged"}, {"covers", "a1"}})});
  const Scene scene = drawn(fundingChart, plan);
  CHECK(heightOf(scene, "bar covered") == 0);
  CHECK(heightOf(scene, "bar open") > 0);
  CHECK(textsOf(scene).contains("Pledged and not counted above: 1000 EUR."));
  const auto texts = textsOf(scene);
  CHECK(std::any_of(texts.begin(), texts.end(), [](const std::string& text) { return text.ends_with(": Undated."); }));
}

TEST_CASE("what one fund covers together is counted together") {
  const Plan plan =
      valley({activity("a1", "1000 EUR"), activity("a2", "1000 EUR"),
              element(KindId::fund, "f1",
                      {{"title", "F"}, {"amount", "1000 EUR"}, {"status", "committed"}, {"covers", "a1 a2"}})});
  const Scene scene = drawn(fundingChart, plan);
  CHECK(heightOf(scene, "bar covered") > 0);
  CHECK(heightOf(scene, "bar covered") == Approx(heightOf(scene, "bar open")).epsilon(0.02));
}

TEST_CASE("currencies are never added: each has a chart") {
  const Scene scene = drawn(fundingChart, valley({activity("a1", "1000 EUR"), activity("a2", "1000 USD")}));
  CHECK(textsOf(scene).contains("EUR a month"));
  CHECK(textsOf(scene).contains("USD a month"));
}

TEST_CASE("the funding chart keeps the invariants of all drawings") {
  constexpr std::string_view ends[] = {"2014-01-20", "2014-12-01", "2019-03-04", "2061-01-01"};
  constexpr std::string_view budgets[] = {"0.5 EUR", "7 EUR", "999999 USD", "123456789 EUR", "0 EUR"};
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    INFO("seed " << seed);
    std::mt19937_64 random(seed);
    std::vector<Element> all;
    for (std::uint64_t i = 0; i < seed; ++i) {
      const std::string number = std::to_string(i);
      all.push_back(element(KindId::activity, "a" + number,
                            {{"title", "A"},
                             {"planned-start", "2014-01-01"},
                             {"planned-finish", ends[random() % 4]},
                             {"budget", budgets[random() % 5]}}));
      all.push_back(element(KindId::fund, "f" + number,
                            {{"title", "F"},
                             {"amount", budgets[random() % 5]},
                             {"status", random() % 2 ? "committed" : "pledged"},
                             {"covers", "a" + number}}));
    }
    checkDrawing(fundingChart, valley(all));
  }
}
