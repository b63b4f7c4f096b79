#include "checks/follow_up.h"
#include "support/every_rule.h"
#include "support/looking.h"
#include "xml/write.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Finding;
using checks::Fix;
using checks::Verdict;

// Every edit that a finding of any rule offers, on every plan at hand: it answers the finding, can be undone, leaves a
// plan that reads as it is written, and makes nothing graver than what it answers.

namespace {

struct Looking {
  std::string name;
  Plan plan;
  std::string asOf;
};

std::vector<Looking> lookings() {
  std::vector<Looking> all;
  const Plan few = planAsRead(R"(
    <actor id="p" name="League"/>
    <actor id="q" name="Union"/>
    <relation id="r" from="p" to="q"/>
    <objective id="o1" title="Peace"/>
    <objective id="o2" title="Trust"/>
    <activity id="a1" title="Round one" objectives="o1" lead="p"/>
    <activity id="a2" title="Round two" lead="q"/>)");
  const Edit convened = setField(few, few.root().id(), "conveners", Refs{*ElementId::parse("q")});
  all.push_back({"plan of few", apply(few, convened), "2013-12-01"});
  for (const Plan& plan : plansForEveryRule()) all.push_back({"plan for every rule", plan, "2013-12-01"});
  for (const char* folder : {"plans", "examples"}) {
    const std::filesystem::path path = std::filesystem::path(TRACKLOOM_SOURCE_DIR) / "templates" / folder;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      if (entry.path().extension() != ".trackloom") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      const Plan plan = *xml::read(std::string{std::istreambuf_iterator<char>(in), {}}).plan;
      const Date* asOf = plan.root().get(Key<Date>{"as-of"});
      all.push_back({entry.path().filename().string(), plan, asOf ? isoText(asOf->last()) : "2026-06-01"});
    }
  }
  return all;
}

std::size_t problemsIn(const Plan& plan) { return xml::read(xml::write(plan)).problems.size(); }

bool saysTheSame(const Finding& a, const Finding& b) {
  return a.id == b.id && a.verdict == b.verdict && a.level == b.level && a.message == b.message &&
         a.because == b.because;
}

bool isAmong(const Finding& finding, const std::vector<Finding>& all) {
  return std::any_of(all.begin(), all.end(), [&](const Finding& each) { return saysTheSame(each, finding); });
}

/// What is graver than a finding and was not there before.
std::string graverNews(const Finding& finding, const std::vector<Finding>& before, const std::vector<Finding>& after) {
  std::set<std::string> known;
  for (const Finding& each : before) known.insert(each.id);
  std::string news;
  for (const Finding& each : after)
    if (each.verdict == Verdict::problem && each.level < finding.level && !known.contains(each.id))
      news += each.id + ": " + plainText(each.message) + '\n';
  return news;
}

void checkFix(const Looking& at, const std::vector<Finding>& before, const Finding& finding, const Fix& fix) {
  INFO(at.name << ": " << finding.id << " " << plainText(finding.message, &at.plan));
  INFO(plainText(fix.label, &at.plan));
  const Edit edit = fix.edit(at.plan);
  CHECK_FALSE(edit.changes.empty());
  const Plan plan = apply(at.plan, edit);
  CHECK(diff(apply(plan, inverse(edit)), at.plan).empty());
  CHECK(problemsIn(plan) <= problemsIn(at.plan));
  const std::vector<Finding> after = findingsIn(plan, at.asOf);
  CHECK_FALSE(isAmong(finding, after));
  CHECK(graverNews(finding, before, after).empty());
  CHECK(danglingIn(plan) <= danglingIn(at.plan));
}

}  // namespace

TEST_CASE("every edit that a finding offers answers it, can be undone and makes nothing graver") {
  std::set<std::string_view> offering;
  for (const Looking& at : lookings()) {
    const std::vector<Finding> before = findingsIn(at.plan, at.asOf);
    for (const Finding& finding : before)
      for (const Fix& fix : finding.fixes) {
        checkFix(at, before, finding, fix);
        offering.insert(finding.rule);
      }
  }
  CHECK(offering.size() >= 18);
  for (const char* rule : {"DATE-INV", "IMP-NO-OWNER", "MAP-NO-SELF", "RH-ORPHAN"}) CHECK(offering.contains(rule));
}

TEST_CASE("every finding can become a follow-up, which can be undone and makes nothing graver") {
  for (const Looking& at : lookings()) {
    const std::vector<Finding> before = findingsIn(at.plan, at.asOf);
    for (const Finding& finding : before) {
      INFO(at.name << ": " << finding.id);
      const Edit edit = checks::makeFollowUp(finding).edit(at.plan);
      REQUIRE(edit.changes.size() == 1);
      const Plan plan = apply(at.plan, edit);
      CHECK(diff(apply(plan, inverse(edit)), at.plan).empty());
    }
  }
}
