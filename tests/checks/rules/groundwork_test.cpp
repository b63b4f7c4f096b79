#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Verdict;

TEST_CASE("an analysis grows old or is overtaken") {
  const auto stale = [](const char* date, std::string_view lines = "") {
    const Plan plan =
        planAsRead(together({R"(<issue id="i" title="Land"/>)", R"(<activity id="a" title="Round"/>)", lines}));
    return look(date ? withRoot(plan, {{"analysis-date", date}}) : plan, "2013-12-01", "ANALYSIS-STALE");
  };
  CHECK(stale("2013-06-01").findings.empty());
  CHECK(stale("2013-05-31").messages() == Texts{"The analysis of the conflict is of 2013-05-31, 184 days old."});
  CHECK(stale(nullptr).verdict() == Verdict::cannotTell);
  CHECK(stale("2014-01-01").verdict() == Verdict::cannotTell);
  const Looked overtaken = stale("2013-11-01", R"(<agreement id="g" title="Accord" date="2013-11-15"/>)");
  CHECK(overtaken.because() == Texts{"“Accord” of 2013-11-15 came after it."});
  CHECK(stale("2013-11-01", R"(<event id="e" title="Visit" type="visit" date="2013-11-15"/>)").findings.empty());
  CHECK(stale("2013-11-01", R"(<event id="e" title="Raid" type="incident" date="2013-11-15"/>)").findings.size() == 1);
  CHECK(stale("2013-11-01", R"(<agreement id="g" title="Accord" date="2014-11-15"/>)").findings.empty());
  CHECK(look(Plan(), "2013-12-01", "ANALYSIS-STALE").findings.empty());
}

TEST_CASE("a process that is convened only from outside") {
  const auto asked = [](std::string_view lines) {
    const Plan plan = planAsRead(together({R"(<body id="b" title="Table" type="negotiating-table"/>)", lines}));
    return look(withRoot(plan, {{"conveners", "c d"}}), "2013-12-01", "OWNERSHIP");
  };
  CHECK(asked(R"(<actor id="c" name="League" type="intergovernmental"/>)").messages() ==
        Texts{"Only states or organisations from outside convene this process. Who in the country owns it?"});
  CHECK(asked(R"(<actor id="c" name="Union" type="union" layer="third-party"/>)").findings.empty());
  CHECK(asked(together({R"(<actor id="c" name="League" type="intergovernmental"/>)",
                        R"(<actor id="d" name="Cabinet" type="government"/>)"}))
            .findings.empty());
  CHECK(asked("").findings.empty());
}

TEST_CASE("your own organisation belongs on the map") {
  constexpr auto map = R"(<viewpoint id="v" title="Map"/>)";
  CHECK(look(map, "2013-12-01", "MAP-NO-SELF").messages() ==
        Texts{"Your own organisation is not on the map. Where does it stand?"});
  CHECK(look(together({map, R"(<actor id="w" name="We" us="yes"/>)"}), "2013-12-01", "MAP-NO-SELF").findings.empty());
  CHECK(look(R"(<actor id="a" name="A"/>)", "2013-12-01", "MAP-NO-SELF").findings.empty());
}

TEST_CASE("a position without what lies behind it") {
  const auto asked = [](std::string_view lines) {
    return look(together({R"(<actor id="p" name="Front" layer="primary"/>)", lines}), "2013-12-01", "ONION-HOLLOW");
  };
  constexpr auto position = R"(<assessment id="x" actor="p"><position>All of it.</position></assessment>)";
  CHECK(asked(position).messages() ==
        Texts{"Of “Front” a position is recorded, but neither interests nor needs. What lies behind it?"});
  CHECK(asked(together({position, R"(<assessment id="y" actor="p"><needs>Safety.</needs></assessment>)"}))
            .findings.empty());
  CHECK(asked("").findings.empty());
}

TEST_CASE("who sits in the mediation team") {
  constexpr auto team = R"(<body id="b" title="Go-betweens" type="mediation-team"/>)";
  const Looked looked = look(team, "2013-12-01", "TEAM-GENDER");
  CHECK(looked.messages() == Texts{"How many women are in “Go-betweens” is not recorded."});
  CHECK(looked.verdict() == Verdict::cannotTell);
  const auto ask = [&](std::string_view lines) {
    return look(together({team, R"(<group id="w" name="Women of the valley" identity="women region"/>
                                   <group id="n" name="North" identity="region"/><group id="g" name="Friends"/>)",
                          lines}),
                "2013-12-01", "TEAM-GENDER");
  };
  CHECK(ask(R"(<seat id="s" body="b" group="w" count="1"/>)").findings.empty());
  CHECK(ask(R"(<quota id="q" body="b" group="w" share="33"/>)").findings.empty());
  CHECK(ask(R"(<actor id="a" name="A" groups="n w"/><body id="c" title="C" type="mediation-team" members="a"/>)")
            .elements() == "b");
  CHECK(ask(R"(<seat id="s" body="b" group="w"/>)").verdict() == Verdict::cannotTell);
  const char* other = R"(<seat id="s" body="b" group="n" count="3"/>)";
  CHECK(ask(other).messages() == Texts{"How many women are in “Go-betweens” is not recorded."});
  const char* untold = R"(<seat id="s" body="b" group="g" count="3"/>)";
  CHECK(ask(untold).messages() ==
        Texts{"Groups are counted in “Go-betweens”, but which of them are women is not recorded."});
  CHECK(ask(untold).verdict() == Verdict::cannotTell);
  CHECK(look(R"(<body id="b" title="B" type="mediation-team" start="2014-03-01"/>)", "2013-12-01", "TEAM-GENDER")
            .findings.empty());
  CHECK(look(R"(<body id="b" title="B" type="plenary"/>)", "2013-12-01", "TEAM-GENDER").findings.empty());
}

TEST_CASE("a council for peace needs a local level and money") {
  constexpr auto council = R"(<body id="b" title="Council" type="peace-council"/>)";
  CHECK(look(council, "2013-12-01", "PEACE-NO-LOCAL").messages() ==
        Texts{"There is a national council for peace, but nothing for peace on the local level."});
  CHECK(look(together({council, R"(<body id="l" title="L" type="local-peace-committee"/>)"}), "2013-12-01",
             "PEACE-NO-LOCAL")
            .findings.empty());
  CHECK(look(council, "2013-12-01", "PEACE-NO-BUDGET").messages() ==
        Texts{"“Council” has neither a budget nor a fund."});
  CHECK(look(together({council, R"(<fund id="f" title="F" covers="b"/>)"}), "2013-12-01", "PEACE-NO-BUDGET")
            .findings.empty());
  CHECK(look(R"(<body id="b" title="B" type="peace-council" budget="10 EUR"/>)", "2013-12-01", "PEACE-NO-BUDGET")
            .findings.empty());
  CHECK(look(Plan(), "2013-12-01", "PEACE-NO-LOCAL").findings.empty());
  CHECK(look(Plan(), "2013-12-01", "PEACE-NO-BUDGET").findings.empty());
}
