#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

constexpr auto circle = R"(
  <activity id="a" title="Talks"/>
  <activity id="b" title="Draft"/>
  <activity id="c" title="Vote"/>
  <dependency id="d1" from="a" to="b"/>
  <dependency id="d2" from="b" to="c"/>
  <dependency id="d3" from="c" to="a"/>
)";

}  // namespace

TEST_CASE("activities that wait for each other in a circle are a contradiction") {
  const Looked looked = look(circle, "2013-12-01", "CYC");
  REQUIRE(looked.messages() == Texts{"3 activities wait for each other in a circle: Talks, Draft, Vote, Talks."});
  CHECK(looked.level() == Level::error);
  CHECK(looked.verdict() == Verdict::problem);
  CHECK(looked.elements() == "a b c");
}

TEST_CASE("each offered cut opens the circle and leaves nothing dangling") {
  const Looked looked = look(circle, "2013-12-01", "CYC");
  REQUIRE(looked.findings.front().fixes.size() == 3);
  CHECK(plainText(looked.findings.front().fixes[0].label, &looked.plan) == "“Draft” no longer waits for “Talks”");
  for (std::size_t fix = 0; fix < 3; ++fix) {
    const Looked after = afterFix(looked, "2013-12-01", 0, fix);
    CHECK(after.findings.empty());
    CHECK(after.plan.all(KindId::dependency).size() == 2);
    CHECK(danglingIn(after.plan) == 0);
  }
}

TEST_CASE("parallel links of a circle are cut together") {
  const Looked looked = look(R"(
    <activity id="a" title="A"/>
    <activity id="b" title="B"/>
    <dependency id="d1" from="a" to="b"/>
    <dependency id="d2" from="a" to="b" type="SS"/>
    <dependency id="d3" from="b" to="a"/>
    <event id="e" title="E" date="2013-01-01" about="d1 d2"/>
  )",
                             "2013-12-01", "CYC");
  REQUIRE(looked.findings.size() == 1);
  const Looked after = afterFix(looked, "2013-12-01", 0, 0);
  CHECK(after.findings.empty());
  CHECK(after.plan.all(KindId::dependency).size() == 1);
  CHECK(danglingIn(after.plan) == 0);
}

TEST_CASE("an activity that waits for itself is told in its own words") {
  const Looked looked = look(R"(
    <activity id="a" title="Talks"/>
    <dependency id="d" from="a" to="a"/>
  )",
                             "2013-12-01", "CYC");
  CHECK(looked.messages() == Texts{"“Talks” waits for itself."});
  CHECK(afterFix(looked, "2013-12-01").findings.empty());
}

TEST_CASE("soft links and links of cancelled activities close no circle") {
  CHECK(look(R"(
    <activity id="a" title="A"/>
    <activity id="b" title="B"/>
    <activity id="c" title="C" status="cancelled"/>
    <dependency id="d1" from="a" to="b"/>
    <dependency id="d2" from="b" to="a" nature="soft"/>
    <dependency id="d3" from="b" to="c"/>
    <dependency id="d4" from="c" to="a"/>
  )",
             "2013-12-01", "CYC")
            .findings.empty());
}

TEST_CASE("a plan without dependencies is not asked about circles") {
  CHECK(look(R"(<activity id="a" title="A"/>)", "2013-12-01", "CYC").findings.empty());
}

TEST_CASE("a long circle names its first members only") {
  std::string lines;
  for (int i = 10; i < 30; ++i) {
    const std::string here = std::to_string(i);
    const std::string next = std::to_string(i == 29 ? 10 : i + 1);
    lines += "<activity id=\"a" + here + "\" title=\"Step " + here + "\"/>\n";
    lines += "<dependency id=\"d" + here + "\" from=\"a" + here + "\" to=\"a" + next + "\"/>\n";
  }
  const Looked looked = look(lines, "2013-12-01", "CYC");
  CHECK(looked.messages() ==
        Texts{"20 activities wait for each other in a circle, among them: Step 10, Step 11, Step 12, "
              "Step 13, Step 14, Step 15, Step 16, Step 17."});
  CHECK(looked.findings.front().elements.size() == 20);
}
