#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

constexpr auto tracks = R"(
  <track id="t1" name="Official" level="1"/>
  <track id="t3" name="Village" level="3"/>
)";

/// An official track that an event suspended while the choice of a chair was overdue.
constexpr auto suspended = R"(
  <issue id="i" title="Who chairs"/>
  <activity id="chair" title="Choose a chair" tracks="t1" planned-start="2013-10-25" planned-finish="2013-11-01" issues="i"/>
  <activity id="vote" title="Vote" tracks="t1"/>
  <activity id="law" title="Pass the law" tracks="t1" planned-finish="2013-11-08"/>
  <dependency id="d" from="chair" to="vote"/>
  <deadline id="l" title="Vote by Christmas" of="vote" date="2013-12-24"/>
  <event id="e" title="Talks break off" date="2013-11-04" about="t1 chair i" status="suspended" reason="agreement on a chair"/>
)";

Looked stalls(std::string_view lines, std::string_view asOf) {
  return look(together({tracks, lines}), asOf, "STALL-TRACK");
}

}  // namespace

TEST_CASE("a track suspended while something is overdue is stalled, and says on what it waits") {
  const Looked looked = stalls(suspended, "2013-12-01");
  REQUIRE(looked.messages() == Texts{"“Official” has been stalled since 2013-11-04, 27 days. It waits on: Choose a "
                                     "chair, Who chairs (agreement on a chair)."});
  CHECK(looked.because() ==
        Texts{"Recorded: “Talks break off”.", "Held up: “Choose a chair”, due on 2013-10-25, 37 days ago.",
              "Held up: “Pass the law”, due on 2013-11-08, 23 days ago.", "Held up: “Vote”, due on 2013-12-24."});
  CHECK(looked.level() == Level::warning);
  CHECK(looked.verdict() == Verdict::problem);
  CHECK(looked.elements() == "t1 chair i");
}

TEST_CASE("a track is not stalled before the event, nor after it goes on") {
  CHECK(stalls(suspended, "2013-11-03").findings.empty());
  const std::string resumed = together(
      {suspended, R"(<event id="f" title="Talks resume" date="2013-12-14" about="t1 chair" status="ongoing"/>)"});
  CHECK(stalls(resumed, "2013-12-13").findings.size() == 1);
  CHECK(stalls(resumed, "2013-12-14").findings.empty());
}

TEST_CASE("a suspended track on which nothing is overdue is not stalled") {
  CHECK(stalls(R"(
    <activity id="a" title="Round" tracks="t1" planned-start="2014-02-01"/>
    <event id="e" title="Pause" date="2013-11-04" about="t1" status="suspended"/>
  )",
               "2013-12-01")
            .findings.empty());
}

TEST_CASE("other tracks that could move on the same issues are named, and follow from the stall") {
  const auto meanwhile = [](std::string_view lines) {
    return look(together({tracks, suspended, lines}), "2013-12-01", "STALL-COMP");
  };
  const Looked looked = meanwhile(R"(
    <activity id="forum" title="Village forum" tracks="t3" issues="i" planned-start="2013-12-10"/>
    <activity id="later" title="Second forum" tracks="t3" issues="i"/>
    <dependency id="w" from="forum" to="later"/>
  )");
  CHECK(looked.messages() ==
        Texts{"While “Official” stands still, these could move on other tracks for the same issues: Village forum."});
  CHECK(meanwhile("").messages() ==
        Texts{"While “Official” stands still, nothing that is planned on another track could "
              "move for the same issues. Is there something?"});
  const Looked unnamed =
      meanwhile(R"(<activity id="forum" title="Village forum" tracks="t3" planned-start="2013-12-10"/>)");
  CHECK(unnamed.verdict() == Verdict::cannotTell);
  for (const checks::Finding& finding : findingsIn(looked.plan, "2013-12-01"))
    if (finding.rule == "STALL-COMP") CHECK(finding.root.rfind("STALL-TRACK", 0) == 0);
}

TEST_CASE("what stands on a track that stands still itself is not offered as something that could move") {
  const auto meanwhile = [](std::string_view more) {
    return look(
        together({tracks, suspended,
                  R"(<activity id="forum" title="Village forum" tracks="t3" issues="i" planned-start="2013-12-10"/>)",
                  more}),
        "2013-12-01", "STALL-COMP");
  };
  constexpr auto stuck = R"(<activity id="old" title="Old" tracks="t3" planned-start="2013-08-01"/>)";
  CHECK(meanwhile("").messages().front().ends_with("for the same issues: Village forum."));
  for (const std::string& message : meanwhile(stuck).messages())
    CHECK(message.find("Village forum") == std::string::npos);
}

TEST_CASE("a track is stalled when its leading unfinished activity is") {
  const Looked looked = stalls(R"(
    <activity id="a" title="Round" tracks="t1" start="2013-10-01" planned-finish="2013-11-01"/>
    <activity id="b" title="Next" tracks="t1" planned-start="2014-01-10"/>
  )",
                               "2013-11-15");
  REQUIRE(looked.messages() == Texts{"“Official” has been stalled since 2013-11-01, 14 days. It waits on: Round."});
  CHECK(plainText(looked.findings.front().clears, &looked.plan) ==
        "It clears when movement is recorded on “Official”: a start, a finish, an event, or a new date.");
}

TEST_CASE("the days are those of the track's level") {
  constexpr auto official = R"(<activity id="a" title="A" tracks="t1" planned-start="2013-10-01"/>)";
  constexpr auto village = R"(<activity id="a" title="A" tracks="t3" planned-start="2013-10-01"/>)";
  CHECK(stalls(official, "2013-10-14").findings.empty());
  CHECK(stalls(official, "2013-10-15").findings.size() == 1);
  CHECK(stalls(village, "2013-11-14").findings.empty());
  CHECK(stalls(village, "2013-11-15").findings.size() == 1);
  CHECK(stalls(together({village, R"(<threshold id="h" rule="STALL-ACT" track="t3" number="90"/>)"}), "2013-12-29")
            .findings.empty());
}

TEST_CASE("a track that moved after its leading activity stopped has been stalled since it last moved") {
  const Looked looked = stalls(R"(
    <activity id="a" title="Law" tracks="t1" planned-finish="2013-10-01"/>
    <activity id="b" title="Constitution" tracks="t1" start="2013-10-10" finish="2013-10-26"/>
  )",
                               "2013-12-01");
  REQUIRE(looked.messages() == Texts{"“Official” has been stalled since 2013-10-26, 36 days. It waits on: Law."});
}

TEST_CASE("a track on which something else moved lately is not stalled") {
  constexpr auto leading = R"(<activity id="a" title="Round" tracks="t1" planned-start="2013-10-01"/>)";
  const std::string moving =
      together({leading, R"(<activity id="b" title="Experts" tracks="t1" start="2013-10-20"/>)"});
  CHECK(stalls(moving, "2013-11-02").findings.empty());
  CHECK(stalls(moving, "2013-11-03").findings.size() == 1);
  const std::string shared =
      together({leading, R"(<activity id="b" title="Experts" tracks="t3 t1" start="2013-10-20"/>)"});
  CHECK(stalls(shared, "2013-11-02").findings.empty());
  const std::string finished =
      together({leading, R"(<activity id="b" title="Experts" tracks="t1" start="2013-09-01" finish="2013-10-20"/>)"});
  CHECK(stalls(finished, "2013-11-02").findings.empty());
  const std::string elsewhere =
      together({leading, R"(<activity id="b" title="Experts" tracks="t3" start="2013-10-20"/>)"});
  CHECK(stalls(elsewhere, "2013-11-02").findings.size() == 1);
}

TEST_CASE("what was suspended before the track went on without it does not lead") {
  constexpr auto lines = R"(
    <activity id="a" title="First round" type="negotiation-round" tracks="t1" start="2013-05-01"/>
    <event id="e" title="Break" date="2013-06-01" about="a" status="suspended"/>
  )";
  CHECK(stalls(lines, "2013-12-01").findings.size() == 1);
  CHECK(
      stalls(
          together(
              {lines,
               R"(<activity id="b" title="Second round" type="negotiation-round" tracks="t1" start="2013-07-01" planned-finish="2014-02-01"/>)"}),
          "2013-12-01")
          .findings.empty());
}

TEST_CASE("a ceasefire that begins on a suspended track is no movement of its talks") {
  constexpr auto lines = R"(
    <activity id="r" title="Round 1" tracks="t1" planned-start="2013-05-01" planned-finish="2013-06-15" start="2013-05-01"/>
    <event id="e" title="Break" date="2013-06-01" type="suspension" about="r" status="suspended" tracks="t1"/>
    <activity id="c" title="Ceasefire" type="ceasefire" tracks="t1" start="2013-08-01"/>
    <agreement id="g" title="Cessation of hostilities" stage="Cea" date="2013-08-01" activity="c"/>
  )";
  for (const char* asOf : {"2013-08-02", "2013-12-01", "2016-01-01"}) {
    INFO(asOf);
    const Looked looked = stalls(lines, asOf);
    REQUIRE(looked.findings.size() == 1);
    CHECK(looked.messages().front().starts_with("“Official” has been stalled since 2013-06-01, "));
    CHECK(looked.elements() == "t1 r");
  }
  for (const char* said : {R"(<event id="f" title="Back" date="2013-09-01" about="r" status="ongoing"/>)",
                           R"(<event id="f" title="Back" date="2013-09-01" about="t1" status="ongoing"/>)",
                           R"(<event id="f" title="Done" date="2013-09-01" about="r" status="completed"/>)"})
    CHECK(stalls(together({lines, said}), "2013-09-05").findings.empty());
}

TEST_CASE("a track on which only a ceasefire is in force does not stand or fall with it") {
  CHECK(
      stalls(
          R"(<activity id="c" title="Ceasefire" type="ceasefire" tracks="t1" start="2013-08-01" planned-finish="2013-09-01"/>)",
          "2013-12-01")
          .findings.empty());
}

TEST_CASE("whether a suspended track went on by something that is no talks cannot be told") {
  const auto since = [](std::string_view type) {
    return stalls(together({R"(
    <activity id="a" title="First round" type="negotiation-round" tracks="t1" start="2013-05-01"/>
    <event id="e" title="Break" date="2013-06-01" about="a" status="suspended"/>)",
                            R"(<activity id="b" title="Paper" )" + std::string(type) +
                                R"( tracks="t1" start="2013-07-01" finish="2013-07-02"/>)"}),
                  "2013-12-01");
  };
  for (const char* type : {R"(type="expert-paper")", ""}) {
    const Looked looked = since(type);
    REQUIRE(looked.messages() ==
            Texts{"Whether “Official” stands still cannot be told: “First round” was stopped on 2013-06-01 and has not "
                  "gone on; what began since, “Paper”, does not say that the talks go on."});
    CHECK(looked.verdict() == Verdict::cannotTell);
    CHECK(looked.elements() == "t1 a b");
  }
  CHECK(since(R"(type="summit")").findings.empty());
}

TEST_CASE("a reason alone says what a track waits on") {
  const Looked looked = stalls(R"(
    <activity id="a" title="Round" tracks="t1"/>
    <activity id="b" title="Before" tracks="t3"/>
    <dependency id="d" from="b" to="a"/>
    <deadline id="l" title="L" of="a" date="2013-11-01"/>
    <event id="e" title="Break" date="2013-11-04" about="t1" status="suspended" reason="the election law"/>
  )",
                               "2013-12-01");
  CHECK(looked.messages() ==
        Texts{"“Official” has been stalled since 2013-11-04, 27 days. It waits on: the election law."});
}

TEST_CASE("where nothing says what a track waits on, that is said") {
  const Looked looked = stalls(R"(
    <activity id="a" title="Round" tracks="t1"/>
    <activity id="b" title="Before" tracks="t3"/>
    <dependency id="d" from="b" to="a"/>
    <deadline id="l" title="L" of="a" date="2013-11-01"/>
    <event id="e" title="Break" date="2013-11-04" about="t1" status="suspended"/>
  )",
                               "2013-12-01");
  CHECK(looked.messages() ==
        Texts{"“Official” has been stalled since 2013-11-04, 27 days. What it waits on is not recorded."});
}

TEST_CASE("it never waits on an actor") {
  const Looked looked = stalls(R"(
    <actor id="p" name="Party"/>
    <activity id="a" title="Round" tracks="t1" planned-start="2013-10-01"/>
    <event id="e" title="Break" date="2013-11-04" about="t1 a p" status="suspended"/>
  )",
                               "2013-12-01");
  REQUIRE(looked.findings.size() == 1);
  CHECK(looked.elements() == "t1 a");
}

TEST_CASE("the latest text gives the comparison, on official tracks only, never as a threshold") {
  const Looked looked =
      stalls(together({suspended, R"(<agreement id="g" title="Truce" stage="Cea" date="2013-09-01"/>)",
                       R"(<agreement id="h" title="Later text" stage="Pre" date="2014-01-01"/>)"}),
             "2013-12-01");
  CHECK(looked.because().back() ==
        "For comparison: after a text of the stage of “Truce” half of all processes had their next signed text within "
        "23 days, "
        "three in four within 95.");
}

TEST_CASE("silence on a track is no stall, and a plan without tracks or activities has none") {
  CHECK(stalls(R"(<activity id="a" title="Contact" tracks="t1" start="2013-05-01"/>)", "2013-12-01").findings.empty());
  CHECK(stalls("", "2013-12-01").findings.empty());
  CHECK(
      look(R"(<activity id="a" title="A" planned-start="2013-01-01"/>)", "2013-12-01", "STALL-TRACK").findings.empty());
}
