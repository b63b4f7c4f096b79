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
  <track id="t2" name="Civil" level="2"/>
  <track id="t3" name="Village" level="3"/>
)";

Looked stalls(std::string_view lines, std::string_view asOf) {
  return look(together({tracks, lines}), asOf, "STALL-ACT");
}

/// One activity, due on 1 June 2013, on a track.
std::string due(std::string_view track) {
  return "<activity id=\"a\" title=\"Talks\" planned-finish=\"2013-06-01\" tracks=\"" + std::string(track) + "\"/>";
}

}  // namespace

TEST_CASE("an appointment that passed without recorded movement is a stall") {
  const Looked looked = stalls(due("t1"), "2013-06-15");
  REQUIRE(looked.messages() ==
          Texts{"“Talks” should have moved by 2013-06-01; no movement is recorded since 2013-06-01, 14 days."});
  CHECK(looked.because() == Texts{"It was due on 2013-06-01, 14 days ago.",
                                  "On “Official” this is asked after 14 days without recorded movement."});
  CHECK(looked.level() == Level::warning);
  CHECK(looked.verdict() == Verdict::problem);
  CHECK(looked.elements() == "a");
}

TEST_CASE("official and semi-official tracks are asked after 14 days, others after 45") {
  for (const char* official : {"t1", "t15"}) {
    CHECK(stalls(due(official), "2013-06-14").findings.empty());
    CHECK(stalls(due(official), "2013-06-15").findings.size() == 1);
  }
  for (const char* other : {"t2", "t3", ""}) {
    CHECK(stalls(due(other), "2013-07-15").findings.empty());
    CHECK(stalls(due(other), "2013-07-16").findings.size() == 1);
  }
}

TEST_CASE("thresholds are the team's own, for all tracks or for one") {
  const std::string activity = due("t1");
  CHECK(stalls(together({activity, R"(<threshold id="h" rule="STALL-ACT" name="official-days" number="30"/>)"}),
               "2013-06-30")
            .findings.empty());
  CHECK(stalls(together({activity, R"(<threshold id="h" rule="STALL-ACT" name="official-days" number="30"/>)"}),
               "2013-07-01")
            .findings.size() == 1);
  CHECK(stalls(together({activity, R"(<threshold id="h" rule="STALL-ACT" track="t1" number="7"/>)"}), "2013-06-08")
            .findings.size() == 1);
  CHECK(stalls(together({activity, R"(<threshold id="h" rule="STALL-ACT" track="t3" number="7"/>)"}), "2013-06-08")
            .findings.empty());
}

TEST_CASE("an appointment of the day itself has not passed") {
  const std::string today = together({due("t1"), R"(<threshold id="h" rule="STALL-ACT" number="0"/>)"});
  CHECK(stalls(today, "2013-06-01").findings.empty());
  CHECK(stalls(today, "2013-06-02").findings.size() == 1);
}

TEST_CASE("recorded movement starts the days anew") {
  const std::string activity = due("t1");
  CHECK(stalls(together({activity, R"(<event id="e" title="Call" date="2013-06-10" about="a"/>)"}), "2013-06-23")
            .findings.empty());
  CHECK(stalls(together({activity, R"(<event id="e" title="Call" date="2013-06-10" about="a"/>)"}), "2013-06-24")
            .messages() ==
        Texts{"“Talks” should have moved by 2013-06-01; no movement is recorded since 2013-06-10, 14 days."});
  for (const char* movement : {R"(updated="2013-06-10")", R"(start="2013-06-10")"}) {
    const std::string moved = "<activity id=\"a\" title=\"Talks\" tracks=\"t1\" planned-finish=\"2013-06-01\" " +
                              std::string(movement) + "/>";
    CHECK(stalls(moved, "2013-06-23").findings.empty());
    CHECK(stalls(moved, "2013-06-24").findings.size() == 1);
  }
}

TEST_CASE("what is recorded for a later day is not known yet") {
  CHECK(stalls(together({due("t1"), R"(<event id="e" title="Call" date="2013-07-10" about="a"/>)"}), "2013-06-20")
            .findings.size() == 1);
}

TEST_CASE("an activity recorded as suspended is a stall from that day on") {
  constexpr auto lines = R"(
    <activity id="a" title="Round" tracks="t1" start="2013-05-01" planned-finish="2013-06-10"/>
    <event id="e" title="Walk-out" date="2013-06-01" about="a" status="suspended"/>
  )";
  const Looked looked = stalls(lines, "2013-06-20");
  REQUIRE(looked.messages() == Texts{"“Round” has been suspended since 2013-06-01, 19 days."});
  CHECK(looked.because() == Texts{"Recorded: “Walk-out”.", "It was due on 2013-06-10, 10 days ago."});
  CHECK(stalls(lines, "2013-06-01").findings.size() == 1);
  CHECK(stalls(lines, "2013-05-31").findings.empty());
}

TEST_CASE("what was suspended and went on is no stall") {
  CHECK(stalls(R"(
    <activity id="a" title="Round" tracks="t1" start="2013-05-01"/>
    <event id="e" title="Walk-out" date="2013-06-01" about="a" status="suspended"/>
    <event id="f" title="Return" date="2013-06-08" about="a" status="ongoing"/>
  )",
               "2013-06-09")
            .findings.empty());
}

TEST_CASE("a status field says suspended, and nothing says since when") {
  const Looked looked = stalls(R"(<activity id="a" title="Round" tracks="t1" status="suspended"/>)", "2013-06-20");
  CHECK(looked.messages() == Texts{"“Round” is recorded as suspended; since when is not known."});
  CHECK(looked.because() == Texts{"Its status says so; no event is recorded for it."});
}

TEST_CASE("a team's own word that behaves like suspended suspends") {
  const Looked looked = stalls(R"(
    <term id="w" vocabulary="activity-status" name="on-ice" label="On ice" like="suspended"/>
    <activity id="a" title="Round" tracks="t1"/>
    <event id="e" title="Frozen" date="2013-06-01" about="a" status="on-ice"/>
  )",
                               "2013-06-02");
  CHECK(looked.messages() == Texts{"“Round” has been suspended since 2013-06-01, 1 day."});
}

TEST_CASE("what was postponed with no new day is a stall from that day on") {
  const auto postponed = [](const char* fields) {
    return together({"<activity id=\"a\" title=\"Votes\" tracks=\"t1\" " + std::string(fields) + "/>",
                     R"(<event id="e" title="Put off" date="2013-06-01" about="a" status="postponed"/>)"});
  };
  const Looked looked = stalls(postponed(""), "2013-06-11");
  CHECK(looked.messages() == Texts{"“Votes” was postponed on 2013-06-01, 10 days ago, and no new day is set."});
  CHECK(looked.because() == Texts{"Recorded: “Put off”."});
  CHECK(stalls(postponed(R"(planned-start="2013-05-20")"), "2013-06-11").findings.size() == 1);
  CHECK(stalls(postponed(R"(planned-start="2013-07-01")"), "2013-06-11").findings.empty());
  CHECK(stalls(R"(<activity id="a" title="Votes" tracks="t1" status="postponed"/>)", "2013-06-11").messages() ==
        Texts{"“Votes” is recorded as postponed, and no new day is set."});
}

TEST_CASE("a text that was agreed in it is movement") {
  const std::string activity = due("t1");
  const std::string agreed = together({activity, R"(<agreement id="g" title="G" activity="a" date="2013-06-10"/>)"});
  CHECK(stalls(agreed, "2013-06-23").findings.empty());
  CHECK(stalls(agreed, "2013-06-24").findings.size() == 1);
}

TEST_CASE("silence without an appointment is not known, never a stall") {
  const Looked looked = stalls(R"(<activity id="a" title="Contact" tracks="t1" start="2013-05-01"/>)", "2013-06-20");
  REQUIRE(
      looked.messages() ==
      Texts{
          "“Contact”: no recorded movement since 2013-05-01, and no day to hold it to. Contact may be confidential."});
  CHECK(looked.verdict() == Verdict::cannotTell);
  CHECK(looked.level() == Level::info);
  CHECK(stalls(R"(<activity id="a" title="Contact" tracks="t1" start="2013-05-01"/>)", "2013-05-14").findings.empty());
  CHECK(stalls(R"(<activity id="a" title="Contact" tracks="t1" start="2013-05-01" planned-finish="2013-08-01"/>)",
               "2013-06-20")
            .findings.empty());
  CHECK(stalls(R"(<activity id="a" title="Contact" tracks="t1" status="ongoing"/>)", "2013-06-20").messages() ==
        Texts{"“Contact” is under way, but no date says since when."});
}

TEST_CASE("a start of which only the month is known is movement") {
  CHECK(stalls(R"(<activity id="a" title="Contact" tracks="t1" start="2013-06"/>)", "2013-06-10").findings.empty());
  CHECK(
      stalls(R"(<activity id="a" title="Contact" tracks="t1" start="2013-06"/>)", "2013-06-20").messages() ==
      Texts{
          "“Contact”: no recorded movement since 2013-06-01, and no day to hold it to. Contact may be confidential."});
}

TEST_CASE("a status that nobody can read makes a stall unknown") {
  const Looked looked = stalls(
      R"(<activity id="a" title="Talks" tracks="t1" planned-finish="2013-06-01" status="frozn"/>)", "2013-06-20");
  REQUIRE(
      looked.messages() ==
      Texts{"Whether “Talks” stands still cannot be told: what is recorded of its status is no word Trackloom knows."});
  CHECK(looked.verdict() == Verdict::cannotTell);
}

TEST_CASE("what waits for something else is not asked about, what it waits for is") {
  const Looked looked = stalls(R"(
    <activity id="a" title="First" tracks="t1" planned-finish="2013-06-01"/>
    <activity id="b" title="Then" tracks="t1" planned-start="2013-06-02"/>
    <dependency id="d" from="a" to="b"/>
  )",
                               "2013-08-01");
  REQUIRE(looked.findings.size() == 1);
  CHECK(looked.elements() == "a");
}

TEST_CASE("a deadline is an appointment, fixed or counted from something known") {
  constexpr auto activity = R"(<activity id="a" title="Vote" tracks="t1" status="planned"/>)";
  CHECK(stalls(together({activity, R"(<deadline id="l" title="By June" of="a" date="2013-06-01"/>)"}), "2013-06-15")
            .findings.size() == 1);
  constexpr auto counted = R"(
    <deadline id="l" title="A week later" of="a" anchor="e" offset="7"/>
    <event id="e" title="Opening" date="2013-05-25"/>
  )";
  CHECK(stalls(together({activity, counted}), "2013-06-15").findings.size() == 1);
  CHECK(stalls(together({activity, counted}), "2013-06-14").findings.empty());
  CHECK(stalls(together({activity, R"(<deadline id="l" title="?" of="a" anchor="ghost" offset="7"/>)"}), "2013-08-15")
            .findings.empty());
}

TEST_CASE("a day that is not exact has passed when its last possible day has") {
  CHECK(stalls(R"(<activity id="a" title="T" tracks="t1" planned-start="2013-05"/>)", "2013-06-13").findings.empty());
  CHECK(stalls(R"(<activity id="a" title="T" tracks="t1" planned-start="2013-05"/>)", "2013-06-14").findings.size() ==
        1);
  CHECK(stalls(R"(<activity id="a" title="T" tracks="t1" planned-start="2013-05~"/>)", "2013-07-13").findings.empty());
  CHECK(stalls(together({R"(<activity id="a" title="T" tracks="t1"/>)",
                         R"(<deadline id="l" title="L" of="a" date="2013-05~"/>)"}),
               "2013-07-13")
            .findings.empty());
}

TEST_CASE("what is finished, left out or not due is no stall, nor is a plan without activities") {
  CHECK(stalls(R"(
    <activity id="a" title="A" tracks="t1" planned-finish="2013-06-01" finish="2013-06-01"/>
    <activity id="b" title="B" tracks="t1" planned-finish="2013-06-01" status="cancelled"/>
    <activity id="c" title="C" tracks="t1" planned-finish="2014-06-01"/>
    <activity id="d" title="D" tracks="t1"/>
  )",
               "2013-08-01")
            .findings.empty());
  CHECK(stalls("", "2013-08-01").findings.empty());
}

TEST_CASE("what a suspended track explains is told once, for the track") {
  const Looked looked = stalls(R"(
    <activity id="a" title="Lead" tracks="t1" planned-start="2013-05-01"/>
    <activity id="b" title="Other" tracks="t1" planned-start="2013-05-20"/>
    <activity id="c" title="Elsewhere" tracks="t3" planned-start="2013-05-20"/>
    <event id="e" title="Break" date="2013-06-01" about="t1" status="suspended"/>
  )",
                               "2013-08-01");
  REQUIRE(looked.findings.size() == 2);
  CHECK(looked.elements(0) == "a");
  CHECK(looked.elements(1) == "c");
}
