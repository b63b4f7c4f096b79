#include "checks/what_if.h"

#include "support/looking.h"
#include "support/sample_plans.h"

#include <random>
#include <tuple>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using namespace trackloom::checks;

namespace {

constexpr auto chain = R"(
  <activity id="a" title="A" planned-start="2024-06-05" duration="2"/>
  <activity id="b" title="B" duration="3"/>
  <activity id="c" title="C" duration="1"/>
  <activity id="g" title="G" start="2024-06-01" duration="4"/>
  <dependency id="ab" from="a" to="b"/>
  <dependency id="bc" from="b" to="c" lag="1"/>
)";

struct Supposed {
  Plan plan = planAsRead(chain);
  Study study{plan, day("2024-06-03")};

  Schedule with(const WhatIf& whatIf) const { return schedule(supposing(study.network(), study.schedule(), whatIf)); }
  std::string first(const Schedule& schedule, std::uint32_t activity) const {
    return isoText(firstDay(schedule.times[activity].es));
  }
};

std::string chainTo(std::string_view lines, std::string_view id, std::string_view asOf = "2024-06-03") {
  const Study study(planAsRead(lines), day(asOf));
  std::string ids;
  const Item& activity = *study.find(*ElementId::parse(id));
  for (const std::uint32_t number : criticalChain(study.network(), study.schedule(), activity.number()))
    ids += study.all(KindId::activity)[number].id().str() + ' ';
  return ids;
}

}  // namespace

TEST_CASE("a slip moves what waits for it, and several hold together") {
  const Supposed now;
  CHECK(now.first(now.study.schedule(), 2) == "2024-06-11");
  const Schedule slipped = now.with({{{0, 14}}, {}, {}});
  CHECK(now.first(slipped, 0) == "2024-06-19");
  CHECK(now.first(slipped, 2) == "2024-06-25");
  CHECK(slipped.times[0].driver == Driver::supposition);
  const Schedule both = now.with({{{0, 14}, {1, 20}}, {}, {}});
  CHECK(now.first(both, 1) == "2024-06-27");
}

TEST_CASE("what is under way slips at its end") {
  const Supposed now;
  const Schedule slipped = now.with({{{3, 5}}, {}, {}});
  CHECK(now.first(slipped, 3) == "2024-06-01");
  CHECK(isoText(lastDay(slipped.times[3].es, slipped.times[3].ef)) == "2024-06-09");
}

TEST_CASE("what is dropped holds nothing up any more") {
  const Supposed now;
  const Schedule without = now.with({{}, {0}, {}});
  CHECK_FALSE(without.times[0].included);
  CHECK(now.first(without, 1) == "2024-06-03");
  const Schedule unlinked = now.with({{}, {}, {1}});
  CHECK(now.first(unlinked, 1) == "2024-06-07");
  CHECK(now.first(unlinked, 2) == "2024-06-03");
}

TEST_CASE("the chain that decides a date leads back to a planned date or a fact") {
  CHECK(chainTo(chain, "c") == "a b c ");
  CHECK(chainTo(chain, "a") == "a ");
  constexpr auto begun = R"(
    <activity id="x" title="X" planned-start="2024-06-30" duration="2"/>
    <activity id="a" title="A" start="2024-06-01" duration="4"/>
    <activity id="b" title="B" duration="2"/>
    <dependency id="d" from="a" to="b" type="SS" lag="30"/>
    <dependency id="e" from="x" to="a" type="FF"/>
  )";
  CHECK(chainTo(begun, "b") == "a b ");
  CHECK(chainTo(begun, "a") == "x a ");
}

TEST_CASE("the chain to what has no forecast leads to the precondition that keeps it open") {
  CHECK(chainTo(R"(
    <activity id="a" title="A" duration="4"/>
    <activity id="b" title="B" duration="2"/>
    <activity id="c" title="C" duration="2"/>
    <activity id="l" title="L" planned-start="2024-09-01" duration="2"/>
    <dependency id="d" from="a" to="b" nature="political"/>
    <dependency id="e" from="b" to="c"/>
    <dependency id="f" from="l" to="c"/>
  )",
                "c") == "a b c ");
}

TEST_CASE("a circle of links ends the chain where it is cut") {
  CHECK(chainTo(R"(
    <activity id="a" title="A" duration="4"/>
    <activity id="b" title="B" duration="2"/>
    <dependency id="d" from="a" to="b"/>
    <dependency id="e" from="b" to="a"/>
  )",
                "b") == "a b ");
}

TEST_CASE("where suggestions are shown, what was kept has the dates it has without them") {
  std::mt19937_64 random(9);
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    Plan plan = test::generatedPlan(seed, 30);
    std::vector<Change> changes;
    for (const KindId kind : {KindId::activity, KindId::dependency})
      for (const ElementPtr& element : plan.all(kind)) {
        if (random() % 3 != 0) continue;
        Element marked = *element;
        marked.set(key::suggested, Flag{true});
        changes.push_back({element, std::make_shared<const Element>(std::move(marked))});
      }
    plan = plan.with(changes);
    const Study kept(plan, day("2014-03-01"));
    const Study shown(plan, day("2014-03-01"), Suggestions::shown);
    REQUIRE(shown.all(KindId::activity).size() == plan.all(KindId::activity).size());
    for (const Item& activity : kept.all(KindId::activity)) {
      INFO("seed " << seed << ' ' << activity.id().text());
      const Times& a = kept.times(activity);
      const Times& b = shown.times(*shown.find(activity.id()));
      CHECK(std::tuple(a.es, a.ef, a.ls, a.lf, a.totalFloat, a.freeFloat, a.critical, a.open) ==
            std::tuple(b.es, b.ef, b.ls, b.lf, b.totalFloat, b.freeFloat, b.critical, b.open));
      CHECK(a.driver == b.driver);
      if (a.driver != Driver::link) continue;
      const std::uint32_t before = kept.network().arcs[a.drivingArc].link;
      const std::uint32_t after = shown.network().arcs[b.drivingArc].link;
      CHECK(kept.all(KindId::dependency)[before].id() == shown.all(KindId::dependency)[after].id());
    }
    CHECK(kept.schedule().end == shown.schedule().end);
  }
}

TEST_CASE("what is only suggested stands where it could, and has no days in hand") {
  const Study shown(planAsRead(R"(
    <activity id="a" title="A" planned-start="2024-06-05" duration="2"/>
    <activity id="b" title="B" duration="3" suggested="yes"/>
    <activity id="c" title="C" duration="1"/>
    <dependency id="ab" from="a" to="b" suggested="yes"/>
    <dependency id="bc" from="b" to="c" suggested="yes"/>)"),
                    day("2024-06-03"), Suggestions::shown);
  const auto first = [&](std::string_view id) {
    return isoText(firstDay(shown.times(*shown.find(*ElementId::parse(id))).es));
  };
  CHECK(first("b") == "2024-06-07");
  CHECK(first("c") == "2024-06-03");
  CHECK_FALSE(shown.times(*shown.find("b"_id)).totalFloat);
  CHECK_FALSE(shown.times(*shown.find("b"_id)).critical);
}
