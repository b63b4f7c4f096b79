#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

/// Two tracks with two activities each around December 2013.
constexpr auto two = R"(
  <track id="t1" name="Official" level="1"/>
  <track id="t3" name="Village" level="3"/>
  <activity id="a1" title="Round one" tracks="t1" start="2013-11-01" finish="2013-11-05"/>
  <activity id="a2" title="Round two" tracks="t1" planned-start="2013-12-10" duration="5"/>
  <activity id="c1" title="Forum one" tracks="t3" start="2013-11-02" finish="2013-11-03"/>
  <activity id="c2" title="Forum two" tracks="t3" planned-start="2013-12-12" duration="2"/>
  <actor id="p" name="League"/>
  <actor id="q" name="Union"/>
)";

Looked gaps(std::string_view lines, std::string_view asOf = "2013-12-01") {
  return look(together({two, lines}), asOf, "GAP-NO-LINK");
}

}  // namespace

TEST_CASE("two tracks at work without any hand-over between them do not reach each other") {
  const Looked looked = gaps("");
  REQUIRE(looked.messages() ==
          Texts{"“Official” and “Village” do not reach each other: no hand-over between them, directly "
                "or over others, and no shared carrier."});
  CHECK(looked.because() == Texts{"Activities within 90 days of 2013-12-01: 2 on “Official”, 2 on “Village”."});
  CHECK(looked.level() == Level::warning);
  CHECK(looked.verdict() == Verdict::problem);
  CHECK(looked.elements() == "t1 t3");
}

TEST_CASE("each offered edit answers the gap and leaves nothing dangling") {
  const Looked looked = gaps("");
  REQUIRE(looked.findings.front().fixes.size() == 3);
  CHECK(plainText(looked.findings.front().fixes[2].label, &looked.plan) ==
        "Record that “Official” and “Village” are kept apart on purpose; you add the reason");
  CHECK(plainText(looked.findings.front().fixes[0].label, &looked.plan) ==
        "Plan a hand-over from “Forum one” to “Round two”");
  for (std::size_t fix = 0; fix < 3; ++fix) {
    const Looked after = afterFix(looked, "2013-12-01", 0, fix);
    CHECK(after.findings.empty());
    CHECK(danglingIn(after.plan) == 0);
    CHECK(apply(after.plan, looked.findings.front().fixes[fix].edit(after.plan)) == after.plan);
  }
}

TEST_CASE("whoever sits on both tracks is offered as a carrier, three at most, and nothing is said to have happened") {
  std::string sitting;
  for (const char* who : {"p4", "p2", "p3", "p1"}) {
    const std::string id = who;
    sitting += "<actor id=\"" + id + "\" name=\"" + id + "\"/>\n";
    for (const char* where : {"a1", "c1"})
      sitting += "<participation id=\"s" + id + where + "\" who=\"" + id + "\" in=\"" + where + "\"/>\n";
  }
  const Looked looked = gaps(sitting);
  REQUIRE(looked.findings.front().fixes.size() == 9);
  for (std::size_t fix = 1; fix < 4; ++fix) {
    CHECK(plainText(looked.findings.front().fixes[fix].label, &looked.plan) ==
          "Plan that “p" + std::to_string(fix) + "” carries something from “Forum one” to “Round two”");
    const Looked after = afterFix(looked, "2013-12-01", 0, fix);
    CHECK(after.findings.empty());
    REQUIRE(after.plan.all(KindId::transfer).size() == 1);
    const Element& transfer = *after.plan.all(KindId::transfer).front();
    CHECK(transfer.ref(key::carrier).str() == "p" + std::to_string(fix));
    CHECK_FALSE(transfer.get(key::delivered));
  }
}

TEST_CASE("a hand-over links, planned or done, but not one that was refused") {
  CHECK(gaps(R"(<transfer id="x" from="c1" to="a2" content="ideas"/>)").findings.empty());
  CHECK(gaps(R"(<transfer id="x" from="c1" to="a2" content="ideas" status="rejected"/>)").findings.size() == 1);
  CHECK(gaps(together({R"(<transfer id="x" from="c1" to="a2" content="ideas"/>)",
                       R"(<event id="e" title="No" date="2013-11-20" about="x" status="rejected"/>)"}))
            .findings.size() == 1);
}

TEST_CASE("a hand-over to or from a cancelled activity links nothing") {
  CHECK(gaps(together({R"(<activity id="c3" title="Off" tracks="t3" status="cancelled"/>)",
                       R"(<transfer id="x" from="c3" to="a2" content="ideas"/>)"}))
            .findings.size() == 1);
  CHECK(gaps(together({R"(<activity id="n" title="Off" status="cancelled"/>)", R"(<transfer id="x" from="c1" to="n"/>)",
                       R"(<transfer id="y" from="n" to="a2"/>)"}))
            .findings.size() == 1);
}

TEST_CASE("pressure alone is told as what it is") {
  CHECK(gaps(R"(<transfer id="x" from="c1" to="a2" content="pressure"/>)").messages() ==
        Texts{"Between “Official” and “Village” nothing but pressure passes: no proposal, text, information or person "
              "is handed "
              "over, directly or over others."});
}

TEST_CASE("a way over a third track counts") {
  constexpr auto third = R"(
    <track id="t2" name="Civil" level="2"/>
    <activity id="b1" title="Workshop" tracks="t2" start="2013-11-10"/>
    <transfer id="x" from="c1" to="b1" content="ideas"/>
  )";
  CHECK(gaps(third).findings.size() == 1);
  CHECK(gaps(together({third, R"(<transfer id="y" from="b1" to="a2" content="texts"/>)"})).findings.empty());
}

TEST_CASE("an activity on both tracks links them, and so does a carrier they share") {
  CHECK(gaps(R"(<activity id="b" title="Joint" tracks="t1 t3"/>)").findings.empty());
  CHECK(gaps(R"(
    <body id="o" title="Office"/>
    <body id="n" title="Network"/>
    <transfer id="x" from="a1" to="o" carrier="p" content="ideas"/>
    <transfer id="y" from="c1" to="n" carrier="p" content="ideas"/>
  )")
            .findings.empty());
}

TEST_CASE("sitting in both rooms is no hand-over, but says who could carry one") {
  constexpr auto both = R"(
    <participation id="x" who="p" in="a1"/>
    <participation id="y" who="p" in="c1" status="attended"/>
    <participation id="z" who="q" in="a1"/>
  )";
  const Looked looked = gaps(both);
  REQUIRE(looked.findings.size() == 1);
  CHECK(looked.because().back() == "In activities of both, so they could carry something: League.");
  const Looked declined = gaps(together({both, R"(<participation id="w" who="q" in="c1" status="declined"/>)"}));
  CHECK(declined.because().back() == "In activities of both, so they could carry something: League.");
}

TEST_CASE("whoever a hand-over ends with ties it to where they take part, unless they declined") {
  constexpr auto toActor = R"(<transfer id="x" from="c1" to="p" content="ideas"/>)";
  CHECK(gaps(toActor).findings.size() == 1);
  CHECK(gaps(together({toActor, R"(<participation id="y" who="p" in="a2" status="accepted"/>)"})).findings.empty());
  CHECK(gaps(together({toActor, R"(<participation id="y" who="p" in="a2" status="declined"/>)"})).findings.size() == 1);
  CHECK(gaps(together({toActor, R"(<participation id="y" who="p" in="a2" status="not-invited"/>)"})).findings.size() ==
        1);
  CHECK(gaps(together({toActor, R"(<participation id="y" who="p" in="a2" status="withdrew"/>)"})).findings.size() == 1);
  CHECK(gaps(together({toActor, R"(<participation id="y" who="p" in="a2" status="accepted"/>)",
                       R"(<event id="e" title="Walks out" date="2013-11-20" about="y" status="withdrew"/>)"}))
            .findings.size() == 1);
  CHECK(gaps(together({toActor, R"(<activity id="a3" title="Led" tracks="t1" lead="p"/>)"})).findings.empty());
}

TEST_CASE("a separation silences the question while it holds") {
  CHECK(gaps(R"(<separation id="s" between="t1 t3" reason="trust"/>)").findings.empty());
  CHECK(gaps(R"(<separation id="s" between="t1 t3" until="2013-12-01"/>)").findings.empty());
  CHECK(gaps(R"(<separation id="s" between="t1 t3" until="2013-11-30"/>)").findings.size() == 1);
  CHECK(gaps(R"(<separation id="s" between="t1 a1"/>)").findings.size() == 1);
}

TEST_CASE("tracks with fewer than two activities in the window are not asked") {
  CHECK(gaps("", "2014-03-20").findings.empty());
  CHECK(look(R"(
    <track id="t1" name="One"/>
    <track id="t2" name="Two"/>
    <activity id="a" title="A" tracks="t1" start="2013-11-01"/>
    <activity id="b" title="B" tracks="t2" start="2013-11-01"/>
  )",
             "2013-12-01", "GAP-NO-LINK")
            .findings.empty());
  CHECK(gaps(R"(<threshold id="h" rule="GAP-NO-LINK" name="activities" number="3"/>)").findings.empty());
  CHECK(gaps(R"(<threshold id="h" rule="GAP-NO-LINK" name="days" number="5"/>)").findings.empty());
}

TEST_CASE("activities without dates leave it open whether a link is missing by now") {
  const Looked looked = look(R"(
    <track id="t1" name="One"/>
    <track id="t2" name="Two"/>
    <activity id="a" title="A" tracks="t1" start="2013-11-01"/>
    <activity id="b" title="B" tracks="t1" start="2013-11-01"/>
    <activity id="c" title="C" tracks="t2" start="2013-11-01"/>
    <activity id="d" title="D" tracks="t2"/>
  )",
                             "2013-12-01", "GAP-NO-LINK");
  REQUIRE(looked.messages() ==
          Texts{"Whether “One” and “Two” should be linked by now cannot be told: 1 of their activities have no date."});
  CHECK(looked.verdict() == Verdict::cannotTell);
}

TEST_CASE("one track alone is not asked") {
  CHECK(look(R"(
    <track id="t1" name="One"/>
    <activity id="a" title="A" tracks="t1" start="2013-11-01"/>
    <activity id="b" title="B" tracks="t1" start="2013-11-01"/>
  )",
             "2013-12-01", "GAP-NO-LINK")
            .findings.empty());
}

TEST_CASE("very many unlinked tracks are not told pair by pair") {
  std::string lines;
  for (std::size_t i = 10; i < 40; ++i) {
    lines += numbered(R"(<track id="t#" name="T#"/>)", i);
    lines += numbered(R"(<activity id="a#" title="A" tracks="t#" start="2013-11-01"/>)", i);
    lines += numbered(R"(<activity id="b#" title="B" tracks="t#" start="2013-11-01"/>)", i);
  }
  const Looked looked = look(lines, "2013-12-01", "GAP-NO-LINK");
  REQUIRE(looked.findings.size() == 51);
  CHECK(looked.messages().front() == "More pairs of tracks do not reach each other than are listed here.");
  CHECK(looked.because() ==
        Texts{"The 30 tracks at work fall into 30 parts between which nothing is handed over; 50 pairs are listed."});
}
