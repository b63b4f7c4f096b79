#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

constexpr auto two = R"(
  <track id="t1" name="Official" level="1"/>
  <track id="t3" name="Village" level="3"/>
  <activity id="a" title="Round" tracks="t1"/>
  <activity id="c" title="Forum" tracks="t3"/>
  <activity id="d" title="Market" tracks="t3"/>
  <actor id="p" name="League"/>
  <transfer id="x" content="proposal" from="c" to="a"/>
)";

Looked points(std::string_view lines) { return look(together({two, lines}), "2013-12-01", "SPOF"); }

}  // namespace

TEST_CASE("the only hand-over between two tracks is told") {
  const Looked looked = points("");
  REQUIRE(looked.findings.size() == 1);
  CHECK(looked.messages().front().starts_with("“Official” and “Village” are linked by one hand-over only: "));
  CHECK(looked.level() == Level::warning);
  CHECK(looked.verdict() == Verdict::problem);
  CHECK(looked.elements() == "x t1 t3");
}

TEST_CASE("a second hand-over, or an activity on both tracks, is enough") {
  CHECK(points(R"(<transfer id="y" from="d" to="a"/>)").findings.empty());
  CHECK(points(R"(<activity id="b" title="Joint" tracks="t1 t3"/>)").findings.empty());
  CHECK(points(R"(<transfer id="y" from="d" to="a" status="rejected"/>)").findings.size() == 1);
}

TEST_CASE("an actor that all hand-overs start with is told, not its hand-overs") {
  const Looked looked = look(together({two, R"(
    <track id="t2" name="Civil" level="2"/>
    <activity id="w" title="Workshop" tracks="t2"/>
    <participation id="n1" who="p" in="w"/>
    <transfer id="y" from="p" to="a"/>
    <transfer id="z" from="p" to="a"/>
    <transfer id="v" from="d" to="a"/>
  )"}),
                             "2013-12-01", "SPOF");
  REQUIRE(looked.messages() == Texts{"All that links “Official” and “Civil” comes from or goes to “League”."});
  CHECK(looked.elements() == "p t1 t2 t3");
  CHECK(looked.because().back() == "2 pairs of tracks depend on it.");
}

TEST_CASE("one hand-over that holds more tracks together is told once, and what is kept apart on purpose is not") {
  const Looked looked = points(R"(
    <track id="t2" name="Civil" level="2"/>
    <activity id="b" title="Workshop" tracks="t2 t3"/>
  )");
  REQUIRE(looked.findings.size() == 1);
  CHECK(looked.because().back() == "2 pairs of tracks depend on it.");
  CHECK(points(R"(<separation id="s" between="t1 t3"/>)").findings.empty());
}

TEST_CASE("a single carrier says it already") {
  const Plan carried = planAsRead(R"(
    <track id="t1" name="Official" level="1"/>
    <track id="t3" name="Village" level="3"/>
    <activity id="a" title="Round" tracks="t1"/>
    <activity id="c" title="Forum" tracks="t3"/>
    <actor id="p" name="League"/>
    <transfer id="x" from="c" to="a" carrier="p"/>)");
  std::string carrier;
  std::string root;
  for (const checks::Finding& finding : findingsIn(carried, "2013-12-01")) {
    if (finding.rule == "GAP-SINGLE-CARRIER") carrier = finding.id;
    if (finding.rule == "SPOF") root = finding.root;
  }
  CHECK_FALSE(carrier.empty());
  CHECK(root == carrier);
}

TEST_CASE("without hand-overs or with one track nobody is asked") {
  CHECK(look(R"(
    <track id="t1" name="Official"/>
    <activity id="a" title="Round" tracks="t1"/>
    <activity id="b" title="Vote" tracks="t1"/>
    <transfer id="x" from="a" to="b"/>)",
             "2013-12-01", "SPOF")
            .findings.empty());
  CHECK(look(R"(
    <track id="t1" name="Official"/>
    <track id="t2" name="Civil"/>
    <activity id="a" title="Round" tracks="t1"/>)",
             "2013-12-01", "SPOF")
            .findings.empty());
}
