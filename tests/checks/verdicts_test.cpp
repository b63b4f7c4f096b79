#include "support/every_rule.h"
#include "support/looking.h"

#include <set>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Finding;
using checks::Rule;
using checks::Verdict;

namespace {

using Ids = std::set<std::string_view>;

/// Plans of a few lines, each for one rule that the larger ones do not show in both lights.
std::vector<Plan> plans() {
  std::vector<Plan> all = plansForEveryRule();
  for (const char* lines : {R"(<activity id="c" title="Hill pact" type="ceasefire" ceasefire-type="local"/>)",
                            R"(<track id="t" name="Official" level="1"/>
              <actor id="p" name="Front" layer="primary"/>
              <activity id="a" title="Round" tracks="t" planned-start="2013-12-20"/>
              <participation id="x" who="p" in="a"/>
              <consent id="c" actor="p" state="none"/>)",
                            R"(<track id="t" name="Official" level="1"/>
              <track id="u" name="Village" level="3"/>
              <actor id="p" name="Courier"/>
              <activity id="a" title="Round" tracks="t"/>
              <activity id="b" title="Forum" tracks="u"/>
              <transfer id="x" from="b" to="a" carrier="p"/>)",
                            R"(<activity id="a" title="A" rpp-cell="more-people-individual"/>
              <activity id="b" title="B" rpp-cell="more-people-individual"/>
              <activity id="c" title="C" rpp-cell="more-people-individual"/>)",
                            R"(<actor id="p" name="Party"/>
              <body id="b" title="Council" decision-rule="consensus"/>
              <participation id="x" who="p" in="b" status="withdrew"/>)",
                            R"(<proposal id="p" title="Court" answer="odd"/>
              <deadline id="d" title="Answer" of="p" date="2013-11-20"/>)",
                            R"(<track id="t" name="Official" level="1"/>
              <track id="u" name="Village" level="3"/>
              <activity id="a" title="A" tracks="t"/>
              <activity id="b" title="B" tracks="t"/>
              <activity id="c" title="C" tracks="u"/>
              <activity id="d" title="D" tracks="u"/>)",
                            R"(<agreement id="g" title="Accord" date="2013-01-01"/>
              <commitment id="k" title="Road" agreement="g" responsible="9" verifier="9"/>)",
                            R"(<actor id="u" name="Union"/>
              <activity id="a" title="Hearing"/>
              <activity id="b" title="Round"/>
              <participation id="x" who="u" in="a" modality="consultation"/>
              <participation id="y" who="u" in="b"/>)",
                            R"(<activity id="a" title="A" rpp-cell="more-people-individual"/>
              <activity id="b" title="B"/>
              <activity id="c" title="C" rpp-cell="key-people-individual"/>
              <dependency id="d" from="a" to="b"/>)",
                            R"(<track id="t" name="Official" level="1"/>
              <activity id="a" title="Round" tracks="t" planned-finish="2013-06-01"/>)",
                            R"(<actor id="p" name="Guide"/>
              <activity id="a" title="North" venue="North" lead="p" planned-start="2014-01-01" duration="3"/>
              <activity id="b" title="South" venue="South" lead="p" planned-start="2014-01-02" duration="3"/>)"})
    all.push_back(planAsRead(lines));
  all.push_back(withRoot(planAsRead(R"(<issue id="i" title="Land"/>
                                       <activity id="a" title="A"/>)"),
                         {{key::analysisDate.number, "2012-01-01"}}));
  return all;
}

/// The rules that say something of this verdict about one of the plans.
Ids saying(Verdict verdict) {
  Ids ids;
  for (const Plan& plan : plans())
    for (const Finding& finding : findingsIn(plan, "2013-12-01"))
      if (finding.verdict == verdict) ids.insert(finding.rule);
  return ids;
}

/// Rules about what is not known: they never say that something is wrong.
const Ids onlyUnknown{"DATE-PRECISION", "DATA-UNK", "DATA-MISSING", "Q-UNKNOWN", "TEAM-GENDER"};

/// Rules for which nothing can be unknown, because they ask what is in the plan at all or what the plan itself says.
const Ids alwaysKnown{"CYC",
                      "CYC-PARENT",
                      "DATE-INV",
                      "REF-DANGLING",  // what stands there contradicts itself
                      "STALL-TRACK",   // silence is told by STALL-ACT
                      "SPOF",
                      "GAP-ISSUE",
                      "GAP-ONEWAY",
                      "THIRD-PARTIES",
                      "GAP-SEPARATION",  // links and leads as recorded
                      "CF-NO-MV",
                      "CF-EXPIRY",  // asked only where days are recorded
                      "Q-BELOW",    // Q-UNKNOWN tells what is not counted
                      "PLACE-MISSING",
                      "INC-LATE",
                      "INC-MIX",
                      "INC-NO-FEEDBACK",  // places and ways as recorded
                      "ACTOR-ORPHAN",
                      "OWNERSHIP",
                      "MAP-NO-SELF",
                      "CONTACT-MISSING",
                      "ONION-HOLLOW",
                      "PEACE-NO-LOCAL",
                      "PEACE-NO-BUDGET",
                      "ND-ONE-HAND",
                      "ND-ISOLATED",
                      "ND-NO-FUND",
                      "ND-NO-OUTREACH",
                      "ND-NO-IMPLEMENTATION",
                      "ND-NO-RATIFIER",
                      "ND-NO-DEADLOCK-RULE",
                      "ND-NO-DECISION-RULE",
                      "ND-NO-PREPCOM",
                      "EIGHT-GAP",
                      "DESIGN-NINE",
                      "IMP-UNEVEN",
                      "IMP-PACE",
                      "IMP-TESTS",
                      "RH-BOTTLENECK",
                      "FUND-CLIFF",
                      "FUND-UNPAID",
                      "EXPERT-MISSING",
                      "EXPERT-OVER",
                      "REVIEW-MISSING",
                      "EW-NO-RESPONSE"};

std::string text(const Ids& ids) {
  std::string list;
  for (const std::string_view id : ids) list.append(id).append(1, ' ');
  return list;
}

}  // namespace

TEST_CASE("for each rule a test plan makes it fire") {
  const Ids firing = saying(Verdict::problem);
  Ids silent;
  for (const Rule& rule : checks::rules())
    if (firing.contains(rule.id) == onlyUnknown.contains(rule.id)) silent.insert(rule.id);
  CHECK(text(silent) == "");
}

TEST_CASE("for each rule that may not know, a test plan makes it say so") {
  const Ids unknowing = saying(Verdict::cannotTell);
  Ids sure;
  for (const Rule& rule : checks::rules())
    if (unknowing.contains(rule.id) == alwaysKnown.contains(rule.id)) sure.insert(rule.id);
  CHECK(text(sure) == "");
}
