#include "checks/roots.h"

#include "checks/waivers.h"
#include "support/looking.h"
#include "support/sample_plans.h"

#include <random>
#include <thread>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Finding;

namespace {

constexpr auto stall = R"(
  <track id="t" name="Official" level="1"/>
  <activity id="a" title="Choose a chair" tracks="t" planned-start="2013-10-01" planned-finish="2013-10-02"/>
  <activity id="b" title="Vote" tracks="t" planned-start="2013-10-05" planned-finish="2013-10-06"/>
  <activity id="c" title="Elsewhere" planned-start="2013-10-05" planned-finish="2013-10-06"/>
  <dependency id="d" from="a" to="b"/>
  <event id="e" title="Break" date="2013-10-03" about="t a b" status="suspended"/>
)";

const Finding* about(const std::vector<Finding>& findings, std::string_view rule, const ElementId& id) {
  for (const Finding& finding : findings)
    if (finding.rule == rule && !finding.elements.empty() && finding.elements.front() == id) return &finding;
  return nullptr;
}

std::vector<Finding> never(const checks::Study& study) {
  while (!study.stopped()) std::this_thread::yield();
  return {};
}

}  // namespace

TEST_CASE("what stands still because something before it does follows from that") {
  const auto findings = findingsIn(planAsRead(stall), "2013-12-01");
  const Finding* track = about(findings, "STALL-TRACK", "t"_id);
  const Finding* first = about(findings, "STALL-ACT", "a"_id);
  const Finding* then = about(findings, "STALL-ACT", "b"_id);
  REQUIRE(track);
  CHECK(track->root.empty());
  REQUIRE(first);
  CHECK(first->root == track->id);
  if (then) CHECK(then->root == track->id);
  const Finding* apart = about(findings, "STALL-ACT", "c"_id);
  if (apart) CHECK(apart->root.empty());
}

TEST_CASE("what the team accepted is no root") {
  const checks::Study study(planAsRead(stall), day("2013-12-01"));
  const auto before = check(study);
  const Edit accepted = accept(study, *about(before, "STALL-TRACK", "t"_id), {{}, "Team", "2013-12-01", "Agreed."});
  const auto findings = findingsIn(apply(study.plan(), accepted), "2013-12-01");
  const Finding* track = about(findings, "STALL-TRACK", "t"_id);
  REQUIRE(track);
  REQUIRE(track->accepted);
  for (const Finding& finding : findings) CHECK(finding.root != track->id);
}

TEST_CASE("a root is never less grave than what follows from it, and follows from nothing") {
  const auto findings = findingsIn(planAsRead(stall), "2013-12-01");
  for (const Finding& finding : findings) {
    if (finding.root.empty()) continue;
    const auto root =
        std::find_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.id == finding.root; });
    REQUIRE(root != findings.end());
    CHECK(root->level <= finding.level);
    CHECK(root->root.empty());
  }
}

TEST_CASE("a rule that takes longer than its budget is itself a finding, and the others still run") {
  std::vector<checks::Rule> rules(checks::rules().begin(), checks::rules().end());
  checks::Rule slow = rules.front();
  slow.id = "SLOW";
  slow.check = never;
  rules.insert(rules.begin(), slow);
  checks::CheckOptions options;
  options.budget = std::chrono::milliseconds(300);
  const checks::Study study(planAsRead(stall), day("2013-12-01"));
  const auto findings = check(study, rules, options);
  std::size_t told = 0;
  for (const Finding& finding : findings)
    told += finding.rule == "SLOW" && finding.verdict == checks::Verdict::cannotTell;
  CHECK(told == 1);
  CHECK(about(findings, "STALL-TRACK", "t"_id));
}

TEST_CASE("an issue worked on twice follows from two tracks that do not reach each other") {
  std::string lines = R"(
  <track id="t" name="Official" level="1"/>
  <track id="v" name="Village" level="3"/>
  <issue id="i" title="Water"/>
)";
  for (std::size_t i = 0; i < 2; ++i) {
    lines +=
        numbered(R"(<activity id="a#" title="A" tracks="t" issues="i" planned-start="2013-12-10" duration="5"/>)", i);
    lines +=
        numbered(R"(<activity id="b#" title="B" tracks="v" issues="i" planned-start="2013-12-10" duration="5"/>)", i);
  }
  const auto findings = findingsIn(planAsRead(lines), "2013-12-01");
  const Finding* pair = about(findings, "GAP-NO-LINK", "t"_id);
  const Finding* issue = about(findings, "GAP-ISSUE", "i"_id);
  REQUIRE(pair);
  REQUIRE(issue);
  CHECK(issue->root == pair->id);
}

TEST_CASE("a hand-over that alone links tracks follows from its own carrier, not from another one") {
  const auto findings = findingsIn(planAsRead(R"(
  <track id="t1" name="Official" level="1"/>
  <track id="t2" name="Insiders" level="2"/>
  <track id="t3" name="Communities" level="3"/>
  <actor id="elders" name="Elders"/>
  <actor id="envoy" name="Envoy"/>
  <activity id="a1" title="Round" tracks="t1" planned-start="2014-01-20"/>
  <activity id="a2" title="Retreat" tracks="t2" planned-start="2014-01-10"/>
  <activity id="a3" title="Forum" tracks="t3" planned-start="2014-01-10"/>
  <transfer id="h1" from="a3" to="a1" content="ideas" carrier="elders" planned="2014-01-15"/>
  <transfer id="h2" from="a2" to="a1" content="ideas" carrier="envoy" planned="2014-01-15"/>
)"),
                                   "2013-12-01");
  for (const auto& [link, carrier] : {std::pair("h1"_id, "elders"_id), std::pair("h2"_id, "envoy"_id)}) {
    const Finding* one = about(findings, "SPOF", link);
    const Finding* by = about(findings, "GAP-SINGLE-CARRIER", carrier);
    REQUIRE(one);
    REQUIRE(by);
    CHECK(one->root == by->id);
  }
}

TEST_CASE("which standstill holds up what is the same whether they were followed before or not") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    INFO("seed " << seed);
    const checks::Study study(test::generatedPlan(seed, 50), day("2014-03-01"));
    const auto activities = study.all(KindId::activity);
    std::mt19937_64 random(seed);
    const auto any = [&] {
      const KindId kind = random() % 6 == 0 ? KindId::track : KindId::activity;
      return study.all(kind)[random() % study.all(kind).size()].id();
    };
    std::vector<std::vector<ElementId>> standstills;
    checks::HeldUp kept(activities.size());
    for (int round = 0; round < 40; ++round) {
      const std::size_t at = random() % (standstills.size() + 1);
      const auto place = standstills.begin() + static_cast<std::ptrdiff_t>(at);
      if (random() % 5 == 0) {
        standstills.resize(at);  // the last ones go, and may come back
      } else if (random() % 3 == 0 && at < standstills.size()) {
        standstills.erase(place);
      } else {
        standstills.insert(random() % 2 == 0 ? standstills.end() : place, {any(), any()});
      }
      checks::HeldUp anew(activities.size());
      kept.begin();
      bool same = true;
      for (const std::vector<ElementId>& standstill : standstills) {
        kept.enter(study, standstill);
        anew.enter(study, standstill);
        for (const checks::Item& activity : activities) same = same && kept.by(activity) == anew.by(activity);
      }
      REQUIRE(same);
    }
  }
}
