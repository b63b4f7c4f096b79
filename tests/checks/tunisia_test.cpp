#include "checks/study.h"
#include "xml/read.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::checks;

// What the Tunisian example must show, from the record of 2013–14; tests/data/tunisia/expected.md tells more.

namespace {

Plan tunisia() {
  std::ifstream in(TRACKLOOM_SOURCE_DIR "/templates/examples/tunisia-2013.trackloom", std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  const xml::Reading reading = xml::read(text.str());
  REQUIRE(reading.plan);
  return *reading.plan;
}

std::vector<Finding> findingsOn(const Plan& plan, const char* day) { return check(Study(plan, *parseDay(day))); }

const Finding* find(const std::vector<Finding>& findings, std::string_view rule, const ElementId& subject) {
  const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.rule == rule && !finding.elements.empty() && finding.elements.front() == subject;
  });
  return found == findings.end() ? nullptr : &*found;
}

bool says(const std::vector<Message>& because, const Plan& plan, const std::string& wanted) {
  return std::any_of(because.begin(), because.end(), [&](const Message& m) { return plainText(m, &plan) == wanted; });
}

}  // namespace

TEST_CASE("on 1 December 2013 Track 1 is stalled since 4 November on the choice of a prime minister") {
  const Plan plan = tunisia();
  const auto findings = findingsOn(plan, "2013-12-01");
  const Finding* stall = find(findings, "STALL-TRACK", "t1"_id);
  REQUIRE(stall);
  CHECK(stall->verdict == Verdict::problem);
  CHECK(plainText(stall->message, &plan) ==
        "“Track 1: parties, government and assembly” has been stalled since 2013-11-04, 27 days. It waits on: Name a "
        "prime minister, "
        "Choice of a head of government (agreement on who heads the new government).");
  CHECK(says(stall->because, plan, "Held up: “Name a prime minister”, due on 2013-11-01, 30 days ago."));
  CHECK(
      says(stall->because, plan, "Held up: “Elect the members of the election body”, due on 2013-11-01, 30 days ago."));
  CHECK(says(stall->because, plan, "Held up: “Pass the electoral law”, due on 2013-11-08, 23 days ago."));
  CHECK(says(stall->because, plan, "Held up: “The government resigns”, due on 2013-11-15, 16 days ago."));
  CHECK(says(stall->because, plan, "Held up: “Adopt the constitution”, due on 2013-11-22, 9 days ago."));
}

TEST_CASE("before the suspension and after the constitution was adopted Track 1 is not stalled") {
  const Plan plan = tunisia();
  CHECK_FALSE(find(findingsOn(plan, "2013-11-03"), "STALL-TRACK", "t1"_id));
  CHECK_FALSE(find(findingsOn(plan, "2014-01-27"), "STALL-TRACK", "t1"_id));
}

TEST_CASE("the street reaches the Tunisian talks by pressure alone, and seats of women are not known") {
  const Plan plan = tunisia();
  const auto findings = findingsOn(plan, "2013-12-01");
  const Finding* gap = nullptr;
  for (const Finding& finding : findings)
    if (finding.rule == "GAP-NO-LINK" && finding.elements == std::vector<ElementId>{"t1"_id, "t3"_id}) gap = &finding;
  REQUIRE(gap);
  CHECK(plainText(gap->message, &plan).find("nothing but pressure passes") != std::string::npos);
  CHECK(std::any_of(findings.begin(), findings.end(),
                    [](const Finding& f) { return f.rule == "Q-UNKNOWN" && f.verdict == Verdict::cannotTell; }));
  CHECK(std::none_of(findings.begin(), findings.end(), [](const Finding& f) { return f.level == Level::error; }));
}
