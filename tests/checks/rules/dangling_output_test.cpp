#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

constexpr auto tracks = R"(
  <track id="t1" name="Official" level="1"/>
  <track id="t15" name="Private" level="1.5"/>
  <track id="t3" name="Village" level="3"/>
  <track id="to" name="Odd" level="other"/>
  <track id="tn" name="Unnamed"/>
  <body id="net" title="Network"/>
)";

Looked gaps(std::string_view lines) { return look(together({tracks, lines}), "2013-12-01", "GAP-DANGLING"); }

}  // namespace

TEST_CASE("what a forum produces and nobody hands on goes nowhere") {
  const Looked looked = gaps(R"(
    <activity id="a" title="Forum" tracks="t3" outputs="ten proposals" planned-start="2013-12-10"/>
    <activity id="b" title="Survey" tracks="t3" outputs="a report" start="2013-10-01" finish="2013-10-05"/>
  )");
  REQUIRE(looked.messages() == Texts{"“Forum” should produce “ten proposals”, but nothing says where it will go.",
                                     "“Survey” produced “a report”, but nothing says where it goes."});
  CHECK(looked.because() == Texts{"No hand-over starts from it or from its body, and no proposal from it was tabled."});
  CHECK(looked.level() == Level::warning);
  CHECK(looked.verdict() == Verdict::problem);
  CHECK(looked.elements() == "a");
}

TEST_CASE("a hand-over from it or from its body is a way, unless it was refused") {
  constexpr auto forum = R"(<activity id="a" title="Forum" tracks="t3" outputs="ideas" body="net"/>)";
  constexpr auto round = R"(<activity id="b" title="Round" tracks="t1"/>)";
  CHECK(gaps(together({forum, round, R"(<transfer id="x" from="a" to="b"/>)"})).findings.empty());
  CHECK(gaps(together({forum, round, R"(<transfer id="x" from="net" to="b"/>)"})).findings.empty());
  CHECK(gaps(together({forum, round, R"(<transfer id="x" from="a" to="b" status="rejected"/>)"})).findings.size() == 1);
  CHECK(gaps(together({forum, round, R"(<transfer id="x" from="b" to="a"/>)"})).findings.size() == 1);
}

TEST_CASE("a proposal from it that was tabled is a way") {
  constexpr auto forum = R"(<activity id="a" title="Forum" tracks="t3" outputs="ideas"/>)";
  CHECK(gaps(together({forum, R"(<proposal id="p" title="P" origin="a" tabled-in="net"/>)"})).findings.empty());
  CHECK(gaps(together({forum, R"(<proposal id="p" title="P" origin="a"/>)"})).findings.size() == 1);
}

TEST_CASE("where the level of the track is not known it cannot be told") {
  for (const char* track : {"tn", "to"}) {
    const std::string forum =
        "<activity id=\"a\" title=\"Forum\" outputs=\"ideas\" tracks=\"" + std::string(track) + "\"/>";
    const Looked looked = gaps(forum);
    REQUIRE(looked.messages() == Texts{"Whether what “Forum” produces needs a way to the table cannot be told: the "
                                       "level of its track is not known."});
    CHECK(looked.verdict() == Verdict::cannotTell);
  }
}

TEST_CASE("official tracks, cancelled activities and those without outputs or tracks are not asked") {
  CHECK(gaps(R"(
    <activity id="a" title="A" tracks="t1" outputs="a text"/>
    <activity id="b" title="B" tracks="t15" outputs="a text"/>
    <activity id="c" title="C" tracks="t3" outputs="a text" status="cancelled"/>
    <activity id="d" title="D" tracks="t3"/>
    <activity id="e" title="E" outputs="a text"/>
  )")
            .findings.empty());
}

TEST_CASE("what is kept apart on purpose from every table needs no way there") {
  constexpr auto forum = R"(<activity id="a" title="Forum" tracks="t3" outputs="ideas" body="net"/>)";
  CHECK(gaps(together({forum, R"(<separation id="s" between="t3 t1"/>)"})).findings.size() == 1);
  for (const char* apart : {"t3", "a", "net"})
    CHECK(gaps(together({forum, "<separation id=\"s\" between=\"" + std::string(apart) + " t1\"/>",
                         "<separation id=\"r\" between=\"t15 " + std::string(apart) + "\"/>"}))
              .findings.empty());
  CHECK(gaps(together({forum, R"(<separation id="s" between="t3 t1 t15" until="2013-11-01"/>)"})).findings.size() == 1);
}

TEST_CASE("a hand-over to what was cancelled, to nothing or to itself is no way") {
  constexpr auto forum = R"(<activity id="a" title="Forum" tracks="t3" outputs="ideas"/>)";
  for (const char* to : {"off", "gone", "a"})
    CHECK(gaps(together({forum, R"(<activity id="off" title="Off" tracks="t1" status="cancelled"/>)",
                         "<transfer id=\"x\" from=\"a\" to=\"" + std::string(to) + "\"/>"}))
              .findings.size() == 1);
}

TEST_CASE("a hand-over to the next activity of each table is offered") {
  const Looked looked = gaps(R"(
    <activity id="a" title="Forum" tracks="t3" outputs="ideas"/>
    <activity id="b" title="Round" tracks="t1" planned-start="2014-01-01"/>)");
  REQUIRE(looked.findings.at(0).fixes.size() == 1);
  CHECK(afterFix(looked, "2013-12-01").findings.empty());
}
