#include "support/every_rule.h"
#include "support/looking.h"
#include "support/sample_plans.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <stdexcept>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Finding;
using checks::Level;
using checks::Rule;
using checks::Study;
using checks::Verdict;

namespace {

std::vector<Finding> throwing(const Study&) { throw std::runtime_error("no luck"); }
std::vector<Finding> throwingAnything(const Study&) { throw 7; }

std::vector<Finding> fine(const Study& study) {
  Finding finding;
  finding.elements = {study.all(KindId::activity).front().id()};
  finding.message = {tr("Fine."), {}};
  return {finding};
}

Rule rule(std::string_view id, std::vector<Finding> (*function)(const Study&)) {
  Rule made;
  made.id = id;
  made.check = function;
  return made;
}

/// All that is said of a plan, in order.
std::string all(const Plan& plan, const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text.append(finding.id).append(" ").append(plainText(finding.message, &plan)).append("\n");
    for (const Message& reason : finding.because) text.append("  ").append(plainText(reason, &plan)).append("\n");
    text.append("  ").append(plainText(finding.clears, &plan)).append("\n");
    for (const checks::Fix& fix : finding.fixes) text.append("  > ").append(plainText(fix.label, &plan)).append("\n");
  }
  return text;
}

std::set<std::string> ids(const std::vector<Finding>& findings) {
  std::set<std::string> found;
  for (const Finding& finding : findings) found.insert(finding.id);
  return found;
}

}  // namespace

TEST_CASE("every rule has something to say about a plan that gives it reason to") {
  std::set<std::string_view> said;
  for (const Plan& plan : plansForEveryRule())
    for (const Finding& finding : findingsIn(plan, "2013-12-01")) said.insert(finding.rule);
  for (const Rule& each : checks::rules()) {
    INFO(each.id);
    CHECK(said.contains(each.id));
  }
}

TEST_CASE("an empty plan is greeted with silence") { CHECK(findingsIn(Plan(), "2013-12-01").empty()); }

TEST_CASE("a rule that throws is itself a finding, and the others still run") {
  const Plan plan = planAsRead(R"(<activity id="a" title="A"/>)");
  const Study study(plan, day("2013-12-01"));
  const std::vector<Rule> mine{rule("FIRST", throwing), rule("SECOND", throwingAnything), rule("THIRD", fine)};
  const std::vector<Finding> findings = checks::check(study, mine, {});
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].rule == "THIRD");
  CHECK(findings[1].rule == "FIRST");
  CHECK(plainText(findings[1].message) == "The rule FIRST could not be worked out, so what it asks is not known.");
  CHECK(plainText(findings[1].because.front()) == "It stopped with: no luck");
  CHECK(findings[1].verdict == Verdict::cannotTell);
  CHECK(findings[2].rule == "SECOND");
  CHECK_FALSE(findings[2].because.empty());
}

TEST_CASE("findings come by level, then in the order of the rules, then by elements") {
  const std::vector<Finding> findings = findingsIn(planForEveryRule(), "2013-12-01");
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < checks::rules().size(); ++i) places[checks::rules()[i].id] = i;
  CHECK(std::is_sorted(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
    if (a.level != b.level) return a.level < b.level;
    return a.rule != b.rule ? places[a.rule] < places[b.rule] : a.elements < b.elements;
  }));
}

TEST_CASE("the same plan and day give the same findings") {
  const Plan plan = planForEveryRule();
  const std::string first = all(plan, findingsIn(plan, "2013-12-01"));
  for (int again = 0; again < 3; ++again)
    CHECK(all(planForEveryRule(), findingsIn(planForEveryRule(), "2013-12-01")) == first);
}

TEST_CASE("the order in which rules ask makes no difference") {
  const Plan plan = planForEveryRule();
  const Study study(plan, day("2013-12-01"));
  for (std::size_t i = checks::rules().size(); i-- > 0;) checks::rules()[i].check(study);
  CHECK(all(plan, checks::check(study)) == all(plan, findingsIn(plan, "2013-12-01")));
}

TEST_CASE("a large plan, of which two things are worked out beside each other, is judged as rule by rule") {
  Plan plan = test::generatedPlan(1, 3000);
  const Plan reasons = planForEveryRule();
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : reasons.all(kind.id))
      if (kind.id != KindId::plan && !plan.find(element->id())) plan = plan.with(*element);
  checks::CheckOptions ruleByRule;
  for (const Rule& each : checks::rules()) ruleByRule.only.emplace_back(each.id);
  const std::string first = all(plan, checks::check(Study(plan, day("2013-12-01")), ruleByRule));
  for (int again = 0; again < 5; ++again) CHECK(all(plan, checks::check(Study(plan, day("2013-12-01")))) == first);
}

TEST_CASE("ids of findings tell all of them apart") {
  const std::vector<Finding> findings = findingsIn(planForEveryRule(), "2013-12-01");
  CHECK(ids(findings).size() == findings.size());
}

TEST_CASE("ids of findings stay when titles change and elements are added in another order") {
  const Plan plan = planForEveryRule();
  Plan renamed;
  std::vector<Change> changes;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id)) {
      Element other = *element;
      for (const FieldNumber field : {FieldNumber("title"), FieldNumber("name"), FieldNumber("notes")})
        if (other.has(field) && kind.id != KindId::threshold && kind.id != KindId::term)
          other.set(field, Text("Otherwise"));
      changes.push_back({nullptr, std::make_shared<const Element>(std::move(other))});
    }
  std::shuffle(changes.begin(), changes.end(), std::mt19937(7));
  for (const Change& change : changes) renamed = renamed.with(std::span(&change, 1));
  CHECK(ids(findingsIn(renamed, "2013-12-01")) == ids(findingsIn(plan, "2013-12-01")));
}

TEST_CASE("only the rules that are wanted run") {
  for (const Finding& finding : findingsIn(planForEveryRule(), "2013-12-01", "DATE-INV"))
    CHECK(finding.rule == "DATE-INV");
  CHECK(findingsIn(planForEveryRule(), "2013-12-01", "NO-SUCH-RULE").empty());
}

TEST_CASE("a stop that was asked for ends the work") {
  const Plan plan = planForEveryRule();
  const Study study(plan, day("2013-12-01"));
  std::stop_source source;
  source.request_stop();
  checks::CheckOptions options;
  options.stop = source.get_token();
  CHECK(checks::check(study, options).empty());
}

TEST_CASE("each fix of each finding makes that finding go and leaves nothing new dangling") {
  const Plan plan = planForEveryRule();
  const std::size_t before = danglingIn(plan);
  std::size_t tried = 0;
  for (const Finding& finding : findingsIn(plan, "2013-12-01")) {
    for (const checks::Fix& fix : finding.fixes) {
      const Plan fixed = apply(plan, fix.edit(plan));
      INFO(finding.id << ": " << plainText(fix.label, &plan));
      CHECK_FALSE(ids(findingsIn(fixed, "2013-12-01")).contains(finding.id));
      CHECK(danglingIn(fixed) <= before);
      ++tried;
    }
  }
  CHECK(tried > 4);
}

TEST_CASE("a fix of another plan does no harm") {
  const Plan plan = planForEveryRule();
  for (const Finding& finding : findingsIn(plan, "2013-12-01"))
    for (const checks::Fix& fix : finding.fixes) {
      const Plan other = apply(Plan(), fix.edit(Plan()));
      CHECK(other.size() <= 2);
    }
}
