#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Verdict;

namespace {

constexpr auto ceasefire = R"(<activity id="c" title="Ceasefire" type="ceasefire" planned-start="2013-12-10"/>)";
constexpr auto withTerms =
    R"(<activity id="c" title="Ceasefire" type="ceasefire" planned-start="2013-12-10" provisions="timing"/>)";
constexpr auto truce =
    R"(<activity id="c" title="Truce" type="ceasefire" ceasefire-type="truce" provisions="timing"/>)";

Looked ask(const char* rule, std::string_view lines, const char* asOf = "2013-12-01") {
  return look(lines, asOf, rule);
}

}  // namespace

TEST_CASE("a ceasefire that nothing monitors, and the body that would") {
  const Looked looked = ask("CF-NO-MV", ceasefire);
  REQUIRE(looked.messages() == Texts{"Nothing in the plan monitors or verifies “Ceasefire”."});
  CHECK(afterFix(looked, "2013-12-01").findings.empty());
  CHECK(
      ask("CF-NO-MV", together({ceasefire, R"(<body id="b" title="B" functions="verification"/>)"})).findings.empty());
  CHECK(ask("CF-NO-MV", together({ceasefire, R"(<activity id="a" title="A" type="community-monitoring"/>)"}))
            .findings.empty());
  CHECK(ask("CF-NO-MV", truce).findings.empty());
  CHECK(ask("CF-NO-MV", R"(<agreement id="g" title="G" stage="Cea" date="2014-02-01"/>)").findings.empty());
  CHECK(ask("CF-NO-MV", R"(<agreement id="g" title="G" stage="Cea" date="2013-02-01" until="2013-03-01"/>)")
            .findings.empty());
  CHECK(ask("CF-NO-MV", R"(<activity id="a" title="Round"/>)").findings.empty());
}

TEST_CASE("monitoring that begins after the ceasefire does") {
  const auto late = [](const char* body, std::string_view more = "") {
    return ask(
        "CF-MV-LATE",
        together(
            {ceasefire, "<body id=\"b\" title=\"B\" type=\"monitoring-mechanism\" " + std::string(body) + "/>", more}));
  };
  const Looked looked = late(R"(planned-start="2013-12-11")");
  CHECK(looked.messages() == Texts{"Monitoring of “Ceasefire” begins after it does."});
  CHECK(looked.because().back() == "Monitoring: from 2013-12-11, 1 day later.");
  CHECK(late(R"(planned-start="2013-12-10")").findings.empty());
  CHECK(late("").verdict() == Verdict::cannotTell);
  CHECK(late(R"(planned-start="2013-12-11")", R"(<threshold id="h" rule="CF-MV-LATE" name="days" number="1"/>)")
            .findings.empty());
  CHECK(ask("CF-MV-LATE", ceasefire).findings.empty());
}

TEST_CASE("a ceasefire that is over, or that nobody could know of yet, is not asked about") {
  for (const char* dates : {R"(start="2013-08-10" finish="2013-08-12")", R"(start="2014-08-10")"})
    for (const char* rule : {"CF-NO-MV", "CF-STANDALONE"})
      CHECK(look("<track id=\"t1\" name=\"T\" level=\"1\"/>\n<activity id=\"a\" title=\"Truce\" tracks=\"t1\" "
                 "type=\"ceasefire\" " +
                     std::string(dates) + "/>",
                 "2013-12-01", rule)
                .findings.empty());
}

TEST_CASE("channels for disputes and liaison") {
  CHECK(ask("CF-NO-DISPUTE", withTerms).messages() == Texts{"“Ceasefire” has no channel to settle disputes about it."});
  CHECK(ask("CF-NO-DISPUTE", ceasefire).verdict() == Verdict::cannotTell);
  CHECK(ask("CF-NO-DISPUTE", truce).findings.empty());
  CHECK(ask("CF-NO-DISPUTE", together({withTerms, R"(<body id="b" title="B" type="dispute-resolution-panel"/>)"}))
            .findings.empty());
  CHECK(ask("CF-NO-LIAISON", withTerms).messages() ==
        Texts{"“Ceasefire” has no liaison that keeps the sides in touch day by day."});
  CHECK(ask("CF-NO-LIAISON", ceasefire).verdict() == Verdict::cannotTell);
  CHECK(
      ask("CF-NO-LIAISON", together({withTerms, R"(<body id="b" title="B" functions="liaison"/>)"})).findings.empty());
  CHECK(ask("CF-NO-LIAISON", R"(<body id="b" title="B"/>)").findings.empty());
}

TEST_CASE("a ceasefire that ends with nothing after it") {
  constexpr auto text = R"(<agreement id="g" title="Pause of fire" stage="Cea" date="2013-11-01" until="2013-12-31"/>)";
  CHECK(ask("CF-EXPIRY", text).messages() ==
        Texts{"“Pause of fire” ends on 2013-12-31, and nothing in the plan takes over from it."});
  CHECK(ask("CF-EXPIRY", text, "2013-11-30").findings.empty());
  CHECK(ask("CF-EXPIRY", text, "2014-01-10").messages() ==
        Texts{"“Pause of fire” ended on 2013-12-31, and nothing in the plan takes over from it."});
  CHECK(ask("CF-EXPIRY", text, "2015-01-10").findings.empty());
  CHECK(ask("CF-EXPIRY", together({text, R"(<agreement id="h" title="H" stage="Ren" planned="2013-12-30"/>)"}))
            .findings.empty());
  CHECK(ask("CF-EXPIRY",
            together({text, R"(<agreement id="h" title="H" stage="Cea" planned="2013-12-30" until="2014-06-30"/>)"}))
            .findings.empty());
  CHECK(ask("CF-EXPIRY", ceasefire).findings.empty());
}

TEST_CASE("forces from outside that the text leaves out") {
  constexpr auto state = R"(<actor id="s" name="Neighbour" type="state" layer="secondary"/>)";
  CHECK(ask("CF-FOREIGN-FORCES", together({state, withTerms})).messages() ==
        Texts{"“Ceasefire” says nothing of forces from outside."});
  CHECK(ask("CF-FOREIGN-FORCES", together({state, ceasefire})).verdict() == Verdict::cannotTell);
  CHECK(ask("CF-FOREIGN-FORCES", withTerms).findings.empty());
  CHECK(ask("CF-FOREIGN-FORCES",
            together({state, R"(<activity id="c" title="C" type="ceasefire" provisions="timing foreign-forces"/>)"}))
            .findings.empty());
}

TEST_CASE("a local ceasefire tied to nothing") {
  constexpr auto local = R"(<activity id="c" title="Hill pact" type="ceasefire" ceasefire-type="local"/>)";
  CHECK(ask("CF-LOCAL-UNLINKED", local).messages() ==
        Texts{"“Hill pact” is local, and nothing ties it to other talks or bodies."});
  CHECK(ask("CF-LOCAL-UNLINKED",
            together({local, R"(<activity id="a" title="A"/>)", R"(<transfer id="x" from="c" to="a"/>)"}))
            .findings.empty());
  CHECK(
      ask("CF-LOCAL-UNLINKED", R"(<agreement id="g" title="G" stage="Cea" ceasefire-type="local" date="2013-01-01"/>)")
          .verdict() == Verdict::cannotTell);
  CHECK(ask("CF-LOCAL-UNLINKED", ceasefire).findings.empty());
}

TEST_CASE("what was cancelled monitors nothing, nor does a body that has ended") {
  CHECK(ask("CF-NO-MV",
            together({ceasefire, R"(<activity id="a" title="A" type="community-monitoring" status="cancelled"/>)"}))
            .findings.size() == 1);
  constexpr auto ended =
      R"(<body id="b" title="B" type="monitoring-mechanism" start="2005-01-01" finish="2007-01-01"/>)";
  CHECK(ask("CF-NO-MV", together({ceasefire, ended})).findings.size() == 1);
  CHECK(ask("CF-MV-LATE", together({ceasefire, ended})).findings.empty());  // CF-NO-MV tells it
  CHECK(ask("CF-MV-LATE",
            together({ceasefire, ended,
                      R"(<body id="n" title="N" type="monitoring-mechanism" planned-start="2014-02-01"/>)"}))
            .findings.size() == 1);
  CHECK(ask("CF-NO-DISPUTE",
            together({withTerms, R"(<body id="b" title="B" type="dispute-resolution-panel" finish="2013-01-01"/>)"}))
            .findings.size() == 1);
  CHECK(ask("CF-NO-LIAISON",
            together({withTerms, R"(<body id="b" title="B" type="liaison-office" finish="2013-01-01"/>)"}))
            .findings.size() == 1);
}

TEST_CASE("whether monitoring comes in time cannot be told of a ceasefire without a day") {
  CHECK(ask("CF-MV-LATE", R"(
    <agreement id="g" title="Stop" stage="Cea"/>
    <body id="b" title="B" type="monitoring-mechanism" planned-start="2014-01-01"/>)")
            .verdict() == Verdict::cannotTell);
}

TEST_CASE("a local truce does not take over from a ceasefire that ends") {
  constexpr auto ends =
      R"(<agreement id="g" title="Stop" stage="Cea" ceasefire-type="preliminary" date="2013-06-01" until="2013-12-20"/>)";
  const auto with = [&](std::string_view line) { return ask("CF-EXPIRY", together({ends, line})).findings.size(); };
  CHECK(with("") == 1);
  CHECK(
      with(
          R"(<activity id="n" title="Next" type="ceasefire" ceasefire-type="preliminary" planned-start="2013-12-21"/>)") ==
      0);
  for (const char* type : {"local", "partial", "truce", "humanitarian-pause", "unilateral"})
    CHECK(with("<activity id=\"n\" title=\"Next\" type=\"ceasefire\" ceasefire-type=\"" + std::string(type) +
               "\" planned-start=\"2013-12-21\"/>") == 1);
  CHECK(with(R"(<agreement id="n" title="Renewed" stage="Ren" date="2013-09-01" until="2013-12-20"/>)") == 1);
  CHECK(with(R"(<agreement id="n" title="Renewed" stage="Ren" planned="2013-12-15" until="2014-12-20"/>)") == 0);
}

TEST_CASE("forces of another state are forces from outside, whatever kind of actor they are") {
  const auto with = [](std::string_view line) { return ask("CF-FOREIGN-FORCES", together({line, withTerms})); };
  constexpr auto state = R"(<actor id="s" name="Neighbour" type="state"/>)";
  const Looked corps =
      with(together({state, R"(<actor id="f" name="Corps" type="military" layer="secondary" member-of="s"/>)"}));
  CHECK(corps.messages() == Texts{"“Ceasefire” says nothing of forces from outside."});
  CHECK(corps.elements() == "c f");
  CHECK(with(together({state, R"(<actor id="u" name="Command" type="umbrella" member-of="s"/>)",
                       R"(<actor id="f" name="Company" type="armed-organisation" layer="primary" member-of="u"/>)"}))
            .findings.size() == 1);
  CHECK(with(together({R"(<actor id="g" name="Government" type="government" layer="primary"/>)",
                       R"(<actor id="f" name="Army" type="military" layer="primary" member-of="g"/>)"}))
            .findings.empty());
  CHECK(with(together({state, R"(<actor id="f" name="Observers" type="military" layer="third-party" member-of="s"/>)"}))
            .findings.empty());
  const Looked unclear = with(R"(<actor id="f" name="Company" type="armed-organisation" layer="secondary"/>)");
  CHECK(unclear.verdict() == Verdict::cannotTell);
  CHECK(
      unclear.messages() ==
      Texts{
          "Whether “Ceasefire” leaves out forces from outside cannot be told: whose forces some are is not recorded."});
}

TEST_CASE("that troops withdraw may stand in a commitment of the text, and what is over is not asked about") {
  constexpr auto state = R"(<actor id="s" name="Neighbour" type="state" layer="secondary"/>)";
  constexpr auto text = R"(<agreement id="g" title="Stop" stage="Cea" date="2013-06-01" provisions="timing"/>)";
  CHECK(ask("CF-FOREIGN-FORCES", together({state, text})).findings.size() == 1);
  CHECK(ask("CF-FOREIGN-FORCES",
            together({state, text, R"(<commitment id="k" title="K" agreement="g" theme="troop-withdrawal"/>)"}))
            .findings.empty());
  CHECK(
      ask("CF-FOREIGN-FORCES",
          together(
              {state,
               R"(<agreement id="g" title="Stop" stage="Cea" date="2013-06-01" until="2013-07-01" provisions="timing"/>)"}))
          .findings.empty());
}

TEST_CASE("a hand-over that was refused, or a link with what was cancelled, ties a local ceasefire to nothing") {
  constexpr auto local = R"(<activity id="c" title="Hill pact" type="ceasefire" ceasefire-type="local"/>)";
  for (const char* links : {R"(<activity id="a" title="A"/>
                               <transfer id="x" from="c" to="a" status="rejected"/>)",
                            R"(<activity id="a" title="A" status="cancelled"/>
                               <dependency id="x" from="c" to="a"/>)"})
    CHECK(ask("CF-LOCAL-UNLINKED", together({local, links})).findings.size() == 1);
}
