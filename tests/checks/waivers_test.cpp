#include "checks/waivers.h"

#include "support/every_rule.h"
#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Finding;

namespace {

constexpr auto talks = R"(
  <track id="t1" name="Official" level="1"/>
  <activity id="a" title="Talks" tracks="t1" planned-finish="2013-06-01"/>
  <activity id="b" title="More talks" tracks="t1" planned-finish="2013-06-02"/>
)";

/// The plan with a waiver of the first finding of a rule, as it stands now.
Plan accepted(const Plan& plan, std::string_view rule) {
  const checks::Study study(plan, day("2013-12-01"));
  checks::CheckOptions options;
  options.only = {rule};
  const Finding finding = checks::check(study, options).at(0);
  Element waiver(KindId::waiver, "w"_id);
  waiver.set(key::rule, Text(rule)).set(key::elements, Refs(finding.elements)).set(key::reason, Text("agreed to wait"));
  waiver.set(key::date, *Date::parse("2013-11-30")).set(FieldNumber("who"), Text("Office"));
  waiver.set(key::fingerprint, checks::fingerprint(study, finding));
  return plan.with(waiver);
}

bool isAccepted(const Plan& plan, std::string_view rule) {
  return findingsIn(plan, "2013-12-01", rule).at(0).accepted.has_value();
}

}  // namespace

TEST_CASE("an accepted finding stays in the list and says who accepted it, when and why") {
  const Plan plan = accepted(planAsRead(talks), "STALL-ACT");
  const std::vector<Finding> findings = findingsIn(plan, "2013-12-01", "STALL-ACT");
  REQUIRE(findings.size() == 2);
  REQUIRE(findings[0].accepted);
  CHECK(findings[0].accepted->waiver == "w"_id);
  CHECK(findings[0].accepted->who == "Office");
  CHECK(findings[0].accepted->date == "2013-11-30");
  CHECK(findings[0].accepted->reason == "agreed to wait");
  CHECK_FALSE(findings[1].accepted);
}

TEST_CASE("a waiver lapses when what the rule reads on its elements changes") {
  const Plan plan = accepted(planAsRead(talks), "STALL-ACT");
  const Element* activity = plan.find("a"_id);
  CHECK_FALSE(
      isAccepted(plan.with(Element(*activity).set(key::plannedFinish, *Date::parse("2013-05-01"))), "STALL-ACT"));
  CHECK_FALSE(isAccepted(plan.with(Element(*activity).set(key::updated, *Date::parse("2013-07-01"))), "STALL-ACT"));
}

TEST_CASE("a waiver holds when a title changes, or another element") {
  const Plan plan = accepted(planAsRead(talks), "STALL-ACT");
  CHECK(isAccepted(plan.with(Element(*plan.find("a"_id)).set(key::title, Text("Otherwise"))), "STALL-ACT"));
  CHECK(isAccepted(plan.with(Element(*plan.find("b"_id)).set(key::plannedFinish, *Date::parse("2013-05-01"))),
                   "STALL-ACT"));
}

TEST_CASE("a waiver without a fingerprint holds until it is removed") {
  Plan plan = accepted(planAsRead(talks), "STALL-ACT");
  plan = plan.with(Element(*plan.find("w"_id)).clear(key::fingerprint.number));
  plan = plan.with(Element(*plan.find("a"_id)).set(key::plannedFinish, *Date::parse("2013-05-01")));
  CHECK(isAccepted(plan, "STALL-ACT"));
  CHECK_FALSE(isAccepted(plan.without("w"_id), "STALL-ACT"));
}

TEST_CASE("a waiver names its elements in any order, but all of them and no others") {
  const Plan plan = accepted(planForEveryRule(), "GAP-NO-LINK");
  const Element waiver = *plan.find("w"_id);
  REQUIRE(isAccepted(plan, "GAP-NO-LINK"));
  const auto covered = waiver.refs(key::elements);
  CHECK(
      isAccepted(plan.with(Element(waiver).set(key::elements, Refs(covered.rbegin(), covered.rend()))), "GAP-NO-LINK"));
  CHECK_FALSE(isAccepted(plan.with(Element(waiver).set(key::elements, Refs{covered.front()})), "GAP-NO-LINK"));
}

TEST_CASE("a waiver of seats lapses when a seat is counted anew") {
  const Plan plan = accepted(planForEveryRule(), "Q-BELOW");
  REQUIRE(isAccepted(plan, "Q-BELOW"));
  CHECK_FALSE(isAccepted(plan.with(Element(*plan.find("s1"_id)).set(key::count, Integer(13))), "Q-BELOW"));
}

TEST_CASE("a waiver of a rule that does not exist accepts nothing") {
  const Plan plan = accepted(planAsRead(talks), "STALL-ACT");
  CHECK_FALSE(isAccepted(plan.with(Element(*plan.find("w"_id)).set(key::rule, Text("STALL-OTHER"))), "STALL-ACT"));
  CHECK_FALSE(isAccepted(plan.with(Element(*plan.find("w"_id)).set(key::rule, Text("STALL-TRACK"))), "STALL-ACT"));
}

TEST_CASE("every finding can be accepted") {
  for (const Plan& plan : plansForEveryRule())
    for (const checks::Rule& rule : checks::rules()) {
      INFO(rule.id);
      if (!findingsIn(plan, "2013-12-01", rule.id).empty()) CHECK(isAccepted(accepted(plan, rule.id), rule.id));
    }
}

TEST_CASE("a waiver lapses when what its elements name changes, or what is recorded about the first of them") {
  const Plan plan = accepted(planAsRead(talks), "STALL-ACT");
  const auto with = [&](KindId kind, std::string_view id,
                        std::initializer_list<std::pair<std::string_view, const char*>> fields) {
    Element element(kind, *ElementId::parse(id));
    for (const auto& [name, text] : fields) {
      const Field& field = *element.definition().find(name);
      element.set(field.number, parseValue(field, text));
    }
    return isAccepted(plan.with(element), "STALL-ACT");
  };
  CHECK_FALSE(isAccepted(plan.with(Element(*plan.find("t1"_id)).set(key::level, Choice{1, {}})), "STALL-ACT"));
  CHECK_FALSE(with(KindId::event, "e", {{"date", "2013-07-01"}, {"about", "a"}, {"status", "suspended"}}));
  CHECK_FALSE(with(KindId::deadline, "d", {{"of", "a"}, {"date", "2013-05-01"}}));
  CHECK(with(KindId::event, "e", {{"date", "2013-07-01"}, {"about", "b"}}));
  CHECK(with(KindId::comment, "c", {{"about", "a"}}));
  CHECK(with(KindId::participation, "p", {{"who", "x"}, {"in", "a"}}));
}

TEST_CASE("a waiver of what nobody can tell does not cover the problem it turns out to be") {
  const Plan unknown = planAsRead(R"(
    <activity id="c" title="Ceasefire" type="ceasefire" planned-start="2013-12-10"/>
    <body id="b" title="Monitors" type="monitoring-mechanism"/>)");
  const Plan plan = accepted(unknown, "CF-MV-LATE");
  REQUIRE(isAccepted(plan, "CF-MV-LATE"));
  CHECK_FALSE(isAccepted(plan.with(Element(*plan.find("b"_id)).set(key::plannedStart, *Date::parse("2014-03-01"))),
                         "CF-MV-LATE"));
}

TEST_CASE("a waiver does not lapse because days pass") {
  const Plan plan = accepted(planAsRead(talks), "STALL-ACT");
  CHECK(findingsIn(plan, "2014-02-01", "STALL-ACT").at(0).accepted);
}

TEST_CASE("a waiver of a list lapses when the list grows") {
  const Plan dialogue = planAsRead(R"(
    <body id="b" title="Plenary" type="plenary"/>
    <issue id="i" title="Land"/>)");
  const Plan plan = accepted(dialogue, "DESIGN-NINE");
  REQUIRE(isAccepted(plan, "DESIGN-NINE"));
  CHECK_FALSE(isAccepted(plan.without("i"_id), "DESIGN-NINE"));
}
