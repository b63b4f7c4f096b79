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

/// The rules that say something of this verdict about one of the plans for every rule.
Ids saying(Verdict verdict) {
  Ids ids;
  for (const Plan& plan : plansForEveryRule())
    for (const Finding& finding : findingsIn(plan, "2013-12-01"))
      if (finding.verdict == verdict) ids.insert(finding.rule);
  return ids;
}

/// Rules about what is not known: they never say that something is wrong.
const Ids onlyUnknown{"DATE-PRECISION", "DATA-UNK", "Q-UNKNOWN", "TEAM-GENDER"};

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
                      "GAP-CLASH",
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
