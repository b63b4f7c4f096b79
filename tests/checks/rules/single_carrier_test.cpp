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
  <actor id="p" name="League"/>
  <actor id="q" name="Union"/>
  <transfer id="x" from="c" to="a" carrier="p"/>
)";

Looked carriers(std::string_view lines) { return look(together({two, lines}), "2013-12-01", "GAP-SINGLE-CARRIER"); }

}  // namespace

TEST_CASE("one carrier of all that passes between two tracks is told") {
  const Looked looked = carriers("");
  REQUIRE(looked.messages() == Texts{"All that passes between “Official” and “Village” is carried by “League”; without "
                                     "them the tracks lose each other."});
  CHECK(looked.because() == Texts{"Hand-overs carried: 1.", "Carried: “Hand-over: Forum – Round”."});
  CHECK(looked.level() == Level::warning);
  CHECK(looked.verdict() == Verdict::problem);
  CHECK(looked.elements() == "p t1 t3");
}

TEST_CASE("who else sits on both tracks is offered as a second carrier, never the same one") {
  const Looked looked = look(R"(
    <track id="t1" name="Official" level="1"/>
    <track id="t3" name="Village" level="3"/>
    <activity id="a" title="Round" tracks="t1" start="2013-11-01"/>
    <activity id="c" title="Forum" tracks="t3" planned-start="2014-01-10" duration="2"/>
    <actor id="p" name="League"/>
    <actor id="q" name="Union"/>
    <participation id="s1" who="q" in="a"/>
    <participation id="s2" who="q" in="c"/>
    <participation id="s3" who="p" in="a"/>
    <participation id="s4" who="p" in="c"/>
    <transfer id="x" from="c" to="a" carrier="p"/>
  )",
                             "2013-12-01", "GAP-SINGLE-CARRIER");
  REQUIRE(looked.findings.size() == 1);
  REQUIRE(looked.findings[0].fixes.size() == 1);
  CHECK(plainText(looked.findings[0].fixes[0].label, &looked.plan) ==
        "Plan that “Union” carries something from “Round” to “Forum”");
  CHECK(afterFix(looked, "2013-12-01").findings.empty());
}

TEST_CASE("a second carrier is enough, the same one again is not") {
  CHECK(carriers(R"(<transfer id="y" from="a" to="c" carrier="q"/>)").findings.empty());
  const Looked same = carriers(R"(<transfer id="y" from="a" to="c" carrier="p"/>)");
  REQUIRE(same.findings.size() == 1);
  CHECK(same.because() == Texts{"Hand-overs carried: 2.", "Carried: “Hand-over: Forum – Round”.",
                                "Carried: “Hand-over: Round – Forum”."});
  CHECK(carriers(R"(<transfer id="y" from="a" to="c" carrier="q" status="rejected"/>)").findings.size() == 1);
}

TEST_CASE("an activity on both tracks needs no carrier") {
  CHECK(carriers(R"(<activity id="b" title="Joint" tracks="t1 t3"/>)").findings.empty());
}

TEST_CASE("another hand-over that names no carrier leaves it open") {
  const Looked looked = carriers(R"(<transfer id="y" from="a" to="c"/>)");
  REQUIRE(looked.messages() == Texts{"Whether “League” is the only carrier between “Official” and “Village” cannot be "
                                     "told: other hand-overs name no carrier."});
  CHECK(looked.verdict() == Verdict::cannotTell);
}

TEST_CASE("a carrier who holds several pairs of tracks together is told once") {
  const Looked looked = carriers(R"(
    <track id="t2" name="Civil" level="2"/>
    <activity id="b" title="Workshop" tracks="t2"/>
    <transfer id="y" from="b" to="a" carrier="p"/>
  )");
  REQUIRE(looked.findings.size() == 1);
  CHECK(looked.because() == Texts{"3 pairs of tracks depend on this carrier.", "Hand-overs carried: 2.",
                                  "Carried: “Hand-over: Forum – Round”.", "Carried: “Hand-over: Workshop – Round”."});
  CHECK(looked.elements() == "p t1 t2 t3");
}

TEST_CASE("tracks kept apart on purpose need no second carrier") {
  CHECK(carriers(R"(<separation id="s" between="t1 t3"/>)").findings.empty());
  const Looked looked = carriers(R"(
    <track id="t2" name="Civil" level="2"/>
    <activity id="b" title="Workshop" tracks="t2"/>
    <transfer id="y" from="b" to="a" carrier="p"/>
    <separation id="s" between="t1 t3"/>
  )");
  REQUIRE(looked.findings.size() == 1);
  CHECK(looked.because().front() == "2 pairs of tracks depend on this carrier.");
}

TEST_CASE("a body that carries is not asked about, nor a plan without carriers or with one track") {
  CHECK(look(R"(
    <track id="t1" name="Official"/>
    <track id="t3" name="Village"/>
    <activity id="a" title="Round" tracks="t1"/>
    <activity id="c" title="Forum" tracks="t3"/>
    <body id="b" title="Secretariat"/>
    <transfer id="x" from="c" to="a" carrier="b"/>
  )",
             "2013-12-01", "GAP-SINGLE-CARRIER")
            .findings.empty());
  CHECK(look(R"(
    <track id="t1" name="Official"/>
    <activity id="a" title="Round" tracks="t1"/>
    <activity id="c" title="Forum" tracks="t1"/>
    <actor id="p" name="P"/>
    <transfer id="x" from="c" to="a" carrier="p"/>
  )",
             "2013-12-01", "GAP-SINGLE-CARRIER")
            .findings.empty());
}

TEST_CASE("where a hand-over names no carrier, somebody else who sits on both tracks is offered") {
  const Looked looked = look(R"(
    <track id="t1" name="Official" level="1"/>
    <track id="t3" name="Village" level="3"/>
    <actor id="p" name="Courier"/>
    <actor id="q" name="Elder"/>
    <activity id="a" title="Round" tracks="t1" planned-start="2014-01-10" duration="5"/>
    <activity id="b" title="Forum" tracks="t3" planned-start="2013-12-10" duration="5"/>
    <participation id="x" who="q" in="a"/>
    <participation id="y" who="q" in="b"/>
    <transfer id="h1" from="b" to="a" carrier="p"/>
    <transfer id="h2" from="b" to="a"/>)",
                             "2013-12-01", "GAP-SINGLE-CARRIER");
  REQUIRE(looked.verdict() == checks::Verdict::cannotTell);
  REQUIRE(plainText(looked.findings.at(0).fixes.at(0).label, &looked.plan) ==
          "Name “Elder” as the one who carries what goes from “Forum” to “Round”");
  CHECK(afterFix(looked, "2013-12-01").findings.empty());
}
