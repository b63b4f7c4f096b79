#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Verdict;

namespace {

constexpr auto base = R"(
  <track id="t1" name="Official" level="1"/>
  <track id="t3" name="Village" level="3"/>
  <activity id="a" title="Round" tracks="t1" planned-start="2014-01-10" duration="5"/>
  <activity id="b" title="Forum" tracks="t3" planned-start="2013-12-10" duration="5"/>)";

Looked ask(const char* rule, std::string_view lines, const char* asOf = "2013-12-01") {
  return look(together({base, lines}), asOf, rule);
}

}  // namespace

TEST_CASE("what was handed over waits for an answer") {
  constexpr auto handed = R"(<transfer id="x" from="b" to="a" delivered="2013-11-09"/>)";
  CHECK(ask("GAP-UNACK", handed).messages() ==
        Texts{"What went from “Forum” to “Round” on 2013-11-09 has not been acknowledged for 22 days."});
  CHECK(ask("GAP-UNACK", handed, "2013-11-30").findings.empty());
  CHECK(ask("GAP-UNACK", R"(<transfer id="x" from="b" to="a" delivered="2013-11-09" acknowledged="2013-11-20"/>)")
            .findings.empty());
  CHECK(ask("GAP-UNACK", R"(<transfer id="x" from="b" to="a" status="delivered"/>)").verdict() == Verdict::cannotTell);
  CHECK(ask("GAP-UNACK", R"(<transfer id="x" from="b" to="a" delivered="2013-11-09" mechanism="media"/>)")
            .findings.empty());
  CHECK(ask("GAP-UNACK", together({R"(<activity id="c" title="Past" start="2013-11-10" finish="2013-11-11"/>)",
                                   R"(<transfer id="x" from="b" to="c" delivered="2013-11-09"/>)"}))
            .findings.empty());
  CHECK(
      ask("GAP-UNACK", together({handed, R"(<threshold id="h" rule="GAP-UNACK" name="days" track="t1" number="40"/>)"}))
          .findings.empty());
  CHECK(ask("GAP-UNACK", "").findings.empty());
}

TEST_CASE("hand-overs that nobody could know of yet are not asked about") {
  constexpr auto later = R"(
    <activity id="c" title="Conference" tracks="t1" start="2014-03-01" finish="2014-03-02"/>
    <transfer id="x" from="b" to="c" status="delivered"/>
    <transfer id="y" from="b" to="c" status="delivered"/>)";
  CHECK(ask("GAP-UNACK", later).findings.empty());
  CHECK(ask("GAP-ONEWAY", later).findings.empty());
  CHECK(ask("GAP-ONEWAY", later, "2014-03-02").findings.size() == 1);
}

TEST_CASE("a hand-over that is there only when its target is over") {
  CHECK(ask("GAP-LATE", R"(<transfer id="x" from="b" to="a"/>)").findings.empty());
  CHECK(ask("GAP-LATE", R"(<transfer id="x" from="a" to="b"/>)").findings.empty());  // DATE-IMP tells it
  const Looked late = ask("GAP-LATE", R"(
    <activity id="c" title="Survey" planned-start="2013-12-05" duration="3"/>
    <dependency id="d" from="a" to="c"/>
    <transfer id="x" from="c" to="b"/>)");
  CHECK(late.messages() == Texts{"What should go from “Survey” to “Forum” is there only when “Forum” is over."});
  CHECK(late.because() == Texts{"It is there on 2014-01-17; “Forum” ends on 2013-12-14, 34 days before."});
  CHECK(ask("GAP-LATE", R"(<transfer id="x" from="b" to="a" planned="2014-01-15"/>)").findings.size() == 1);
  CHECK(ask("GAP-LATE", R"(<transfer id="x" from="b" to="a" planned="2014-01-14"/>)").findings.empty());
  CHECK(ask("GAP-LATE", R"(<transfer id="x" from="a" to="b" delivered="2013-11-01"/>)").findings.empty());
  CHECK(ask("GAP-LATE", together({R"(<activity id="c" title="Open end" planned-start="2013-12-05"/>)",
                                  R"(<transfer id="x" from="a" to="c"/>)"}))
            .verdict() == Verdict::cannotTell);
}

TEST_CASE("hand-overs in one direction only") {
  constexpr auto up = R"(
    <transfer id="x" from="b" to="a"/>
    <transfer id="y" from="b" to="a"/>)";
  CHECK(ask("GAP-ONEWAY", up).messages() ==
        Texts{"Hand-overs go only up from “Village” to “Official”. Does anything come back?"});
  CHECK(ask("GAP-ONEWAY", together({up, R"(<transfer id="z" from="a" to="b"/>)"})).findings.empty());
  CHECK(ask("GAP-ONEWAY", together({up, R"(<separation id="s" between="t1 t3"/>)"})).findings.empty());
  CHECK(ask("GAP-ONEWAY", R"(<transfer id="x" from="b" to="a"/>)").findings.empty());
  CHECK(ask("GAP-ONEWAY", "").findings.empty());
}

TEST_CASE("the same issue on two tracks that nothing links") {
  constexpr auto two = R"(
    <issue id="i" title="Land"/>
    <activity id="c" title="Talks on land" tracks="t1" issues="i" planned-start="2013-12-10" duration="9"/>
    <activity id="d" title="Land forum" tracks="t3" issues="i" planned-start="2013-12-12" duration="9"/>)";
  CHECK(ask("GAP-ISSUE", two).messages() ==
        Texts{"“Land” is worked on at the same time on “Official” and on “Village”, and nothing links the two."});
  CHECK(ask("GAP-ISSUE", together({two, R"(<transfer id="x" from="b" to="a"/>)"})).findings.empty());
  CHECK(ask("GAP-ISSUE", together({two, R"(<separation id="s" between="t1 t3"/>)"})).findings.empty());
  CHECK(ask("GAP-ISSUE", two, "2013-01-01").findings.empty());
  const Looked three = ask("GAP-ISSUE", together({two, R"(
    <track id="t2" name="Experts" level="2"/>
    <activity id="e" title="Land study" tracks="t2" issues="i" planned-start="2013-12-11" duration="9"/>)"}));
  CHECK(three.messages() ==
        Texts{"“Land” is worked on at the same time on 3 tracks that nothing links: Official, Experts, Village."});
  CHECK(three.findings.front().elements.size() == 7);
  CHECK(ask("GAP-ISSUE", "").findings.empty());
}

TEST_CASE("somebody who should be in two places at once") {
  const auto person = [](const char* type, const char* venue) {
    return ask(
        "GAP-CLASH",
        together({"<actor id=\"p\" name=\"Guide\" type=\"" + std::string(type) + "\"/>",
                  R"(<activity id="c" title="North" venue="North" lead="p" planned-start="2014-01-01" duration="3"/>)",
                  "<activity id=\"d\" title=\"South\" venue=\"" + std::string(venue) +
                      "\" planned-start=\"2014-01-03\" duration=\"3\"/>",
                  R"(<participation id="x" who="p" in="d"/>)"}));
  };
  CHECK(person("person", "South").messages() ==
        Texts{"“Guide” should be in two places at once: at “North” and at “South”."});
  CHECK(person("person", "North").findings.empty());
  CHECK(person("union", "South").findings.empty());
  CHECK(person("intergovernmental", "South").findings.empty());
  CHECK(ask("GAP-CLASH", "").findings.empty());
}

TEST_CASE("several third parties lead on one issue") {
  constexpr auto two = R"(
    <issue id="i" title="Land"/>
    <actor id="p" name="Envoy" layer="third-party"/>
    <actor id="q" name="Neighbour" layer="third-party"/>
    <activity id="c" title="One" lead="p" issues="i" planned-start="2014-01-01" duration="9"/>
    <activity id="d" title="Two" lead="q" issues="i" planned-start="2014-01-05" duration="9"/>)";
  CHECK(ask("THIRD-PARTIES", two).messages() ==
        Texts{"Several third parties lead on “Land” at the same time, and no arrangement between them is recorded."});
  const Looked three = ask("THIRD-PARTIES", together({two, R"(
    <actor id="r" name="Bishop" layer="third-party"/>
    <activity id="e" title="Three" lead="r" issues="i" planned-start="2014-01-08" duration="9"/>
    <activity id="f" title="Later" lead="r" issues="i" planned-start="2014-06-08" duration="9"/>)"}));
  REQUIRE(three.findings.size() == 1);
  CHECK(three.findings.front().elements.size() == 7);
  CHECK(
      ask("THIRD-PARTIES", together({two, R"(<body id="x" title="Friends" type="contact-group"/>)"})).findings.empty());
  CHECK(ask("THIRD-PARTIES", "").findings.empty());
}

TEST_CASE("a separation that somebody crosses") {
  constexpr auto crossed = R"(
    <actor id="p" name="Guide"/>
    <separation id="s" between="t1 t3"/>
    <participation id="x" who="p" in="a"/>
    <participation id="y" who="p" in="b"/>)";
  CHECK(ask("GAP-SEPARATION", crossed).messages() ==
        Texts{"“Guide” has a part on both sides of what is kept apart: Official, Village."});
  CHECK(ask("GAP-SEPARATION", R"(<actor id="p" name="Guide"/>
    <separation id="s" between="t1 t3" until="2013-11-01"/>
    <participation id="x" who="p" in="a"/>
    <participation id="y" who="p" in="b"/>)")
            .findings.empty());
  CHECK(ask("GAP-SEPARATION", R"(<actor id="p" name="Guide"/>
    <separation id="s" between="a b"/>
    <transfer id="x" from="a" to="b" carrier="p"/>)")
            .findings.size() == 1);
  CHECK(ask("GAP-SEPARATION", R"(<actor id="p" name="Guide"/>
    <separation id="s" between="t1 t3"/>
    <participation id="x" who="p" in="a"/>)")
            .findings.empty());
  CHECK(ask("GAP-SEPARATION", "").findings.empty());
}

TEST_CASE("an influential actor with whom no contact is planned") {
  const auto actor = [](const char* fields, std::string_view more = "") {
    return ask("CONTACT-MISSING", together({"<actor id=\"p\" name=\"Elder\" " + std::string(fields) + "/>",
                                            R"(<assessment id="x" actor="p" influence="4"/>)", more}));
  };
  CHECK(actor("").messages() == Texts{"No contact is planned with “Elder”, an influential actor outside the process."});
  CHECK(actor(R"(contact-limits="sanctions-list")").findings.empty());
  CHECK(actor(R"(layer="third-party")").findings.empty());
  CHECK(actor("", R"(<participation id="y" who="p" in="a"/>)").findings.empty());
  CHECK(actor("", R"(<assessment id="y" actor="p" influence="2" date="2013-11-01"/>)").findings.empty());
  CHECK(ask("CONTACT-MISSING", "").findings.empty());
}

TEST_CASE("an issue that is settled where those who talked about it are not heard") {
  constexpr auto decree = R"(
    <issue id="i" title="Regions"/>
    <body id="p" title="Conference" type="plenary" tracks="t1" issues="i"/>
    <activity id="c" title="Committee" start="2013-11-01" finish="2013-11-02"/>
    <agreement id="g" title="Decree" date="2013-11-02" activity="c" issues="i"/>)";
  CHECK(ask("GAP-BYPASS", decree).messages() == Texts{"“Decree” settles “Regions”, which “Conference” has talked "
                                                      "about, and nothing leads from “Conference” to where it "
                                                      "was settled."});
  CHECK(ask("GAP-BYPASS", decree, "2013-10-01").findings.empty());
  CHECK(ask("GAP-BYPASS", together({decree, R"(<transfer id="x" from="p" to="c"/>)"})).findings.empty());
  CHECK(ask("GAP-BYPASS", R"(
    <issue id="i" title="Regions"/>
    <body id="p" title="Conference" type="plenary" tracks="t1" issues="i"/>
    <agreement id="g" title="Decree" date="2013-11-02" issues="i"/>)")
            .verdict() == Verdict::cannotTell);
  CHECK(ask("GAP-BYPASS", R"(
    <issue id="i" title="Regions"/>
    <body id="p" title="Conference" type="plenary" tracks="t1" issues="i"/>
    <body id="w" title="Group" parent="p"/>
    <activity id="c" title="Session" body="w" start="2013-11-01" finish="2013-11-02"/>
    <agreement id="g" title="Text" date="2013-11-02" activity="c" issues="i"/>)")
            .findings.empty());
  CHECK(ask("GAP-BYPASS", "").findings.empty());
}

TEST_CASE("standing on one track is not being heard, and what was settled before a body met is not asked about") {
  const auto decree = [](const char* made, const char* more) {
    return together(
        {R"(
      <issue id="i" title="Regions"/>
      <body id="p" title="Conference" type="plenary" tracks="t1" issues="i" start="2013-03-01"/>
      <activity id="c" title="Committee" tracks="t1" start="2013-03-01" finish="2013-11-02"/>)",
         "<agreement id=\"g\" title=\"Decree\" activity=\"c\" issues=\"i\" date=\"" + std::string(made) + "\"/>",
         more});
  };
  CHECK(ask("GAP-BYPASS", decree("2013-11-02", "")).findings.size() == 1);
  CHECK(ask("GAP-BYPASS", decree("2013-02-01", "")).findings.empty());
  constexpr auto session =
      R"(<activity id="s" title="Session" tracks="t1" body="p"/>
    <transfer id="x" from="s" to="c"/>)";
  CHECK(ask("GAP-BYPASS", decree("2013-11-02", session)).findings.empty());
}

TEST_CASE("a delegate from whom nothing goes back") {
  constexpr auto delegate = R"(
    <group id="g" name="Herders"/>
    <actor id="p" name="Speaker" groups="g"/>
    <activity id="c" title="First round" tracks="t1" start="2013-10-16" finish="2013-10-17"/>
    <participation id="x" who="p" in="c" role="delegate"/>)";
  CHECK(
      ask("NO-CONSTITUENCY", delegate).messages() ==
      Texts{"“Speaker” speaks for Herders at the table, and for 46 days nothing is recorded that went back to them."});
  CHECK(ask("NO-CONSTITUENCY", delegate, "2013-11-30").findings.empty());
  CHECK(ask("NO-CONSTITUENCY", together({delegate, R"(<transfer id="y" from="p" to="g" planned="2013-12-20"/>)"}))
            .findings.empty());
  CHECK(ask("NO-CONSTITUENCY", together({delegate, R"(<transfer id="y" from="p" to="g" delivered="2013-11-20"/>)"}))
            .findings.empty());
  CHECK(ask("NO-CONSTITUENCY", together({delegate, R"(<transfer id="y" from="p" to="g" delivered="2013-10-16"/>)"}))
            .because() == Texts{"The last that went back: on 2013-10-16."});
  for (const char* over : {R"(<body id="t" title="T" tracks="t1" finish="2013-11-30"/>
                             <participation id="x" who="p" in="t" role="delegate" from="2013-09-01"/>)",
                           R"(<body id="t" title="T" tracks="t1"/>
                             <participation id="x" who="p" in="t" role="delegate" from="2013-09-01" until="2013-11-30"/>)"})
    CHECK(ask("NO-CONSTITUENCY",
              together({R"(<group id="g" name="Herders"/><actor id="p" name="Speaker" groups="g"/>)", over}))
              .findings.empty());
  CHECK(ask("NO-CONSTITUENCY", R"(
    <group id="g" name="Herders"/>
    <actor id="p" name="Speaker" groups="g"/>
    <body id="t" title="Table" tracks="t1"/>
    <participation id="x" who="p" in="t" role="delegate"/>)")
            .verdict() == Verdict::cannotTell);
  CHECK(ask("NO-CONSTITUENCY", "").findings.empty());
}

TEST_CASE("actors that are kept apart do not sit in one place") {
  constexpr auto apart = R"(
    <actor id="p" name="Front"/>
    <actor id="q" name="League"/>
    <separation id="s" between="p q"/>
    <participation id="x" who="p" in="a"/>)";
  const auto with = [&](std::string_view line) { return ask("GAP-SEPARATION", together({apart, line})); };
  const Looked met = with(R"(<participation id="y" who="q" in="a"/>)");
  CHECK(met.messages() == Texts{"Those who are kept apart both have a part in “Round”: Front, League."});
  CHECK(met.elements() == "a s p q");
  CHECK(with("").findings.empty());
  CHECK(with(R"(<participation id="y" who="q" in="b"/>)").findings.empty());
  CHECK(with(R"(<participation id="y" who="q" in="a" status="declined"/>)").findings.empty());
  CHECK(with(together({R"(<actor id="m" name="Speaker" member-of="q"/>)", R"(<participation id="y" who="m" in="a"/>)"}))
            .messages() == Texts{"Those who are kept apart both have a part in “Round”: Speaker, Front."});
  for (const char* body :
       {R"(<body id="o" title="Table" members="p q"/>)", R"(<body id="o" title="Table" chair="p" members="q"/>)"})
    CHECK(with(body).findings.size() == 1);
  CHECK(with(R"(<body id="o" title="Table" members="p q" finish="2013-10-01"/>)").findings.empty());
  CHECK(with(R"(<activity id="o" title="Past" lead="p" partners="q" start="2013-10-01" finish="2013-10-02"/>)")
            .findings.empty());
}

TEST_CASE("an actor kept apart from a track does not sit on it, nor does anything go straight across a separation") {
  const auto with = [](std::string_view line) {
    return ask("GAP-SEPARATION", together({R"(<actor id="p" name="Front"/>)", line}));
  };
  CHECK(with(together({R"(<separation id="s" between="p t1"/>)", R"(<participation id="x" who="p" in="a"/>)"}))
            .messages() == Texts{"“Front” has a part on both sides of what is kept apart: Front, Official."});
  const Looked across =
      with(together({R"(<separation id="s" between="a b"/>)", R"(<transfer id="x" from="b" to="a"/>)"}));
  CHECK(across.messages() == Texts{"Something goes from “Forum” to “Round”, which are kept apart on purpose."});
  CHECK(across.elements() == "x s b a");
  CHECK(with(together(
                 {R"(<separation id="s" between="a b"/>)", R"(<transfer id="x" from="b" to="a" status="rejected"/>)"}))
            .findings.empty());
  CHECK(with(together({R"(<separation id="s" between="t1 t3"/>)", R"(<transfer id="x" from="b" to="a"/>)"}))
            .findings.empty());
  CHECK(with(together({R"(<separation id="s" between="t1 t3"/>)", R"(<body id="o" title="O" tracks="t1" chair="p"/>)",
                       R"(<seat id="x" body="n" held-by="p"/>)", R"(<body id="n" title="N" tracks="t3"/>)"}))
            .findings.size() == 1);
}

TEST_CASE("a hand-over whose day has passed, or whose target is over, with nothing recorded") {
  constexpr auto past = R"(<activity id="c" title="Past round" start="2013-10-01" finish="2013-10-02"/>)";
  const Looked lost = ask("GAP-LATE", together({past, R"(<transfer id="x" from="b" to="c"/>)"}));
  CHECK(lost.messages() == Texts{"Nothing records that what should go from “Forum” to “Past round” was handed over."});
  CHECK(lost.because() == Texts{"“Past round” is over."});
  CHECK(ask("GAP-LATE", R"(<transfer id="x" from="b" to="a" planned="2013-11-30"/>)").because() ==
        Texts{"It was planned for 2013-11-30, 1 day ago."});
  CHECK(ask("GAP-LATE", R"(<transfer id="x" from="b" to="a" planned="2013-12-01"/>)").findings.empty());
  CHECK(ask("GAP-LATE", R"(<transfer id="x" from="b" to="a" planned="2013-11-01" delivered="2013-11-20"/>)")
            .findings.empty());
  CHECK(ask("GAP-LATE", together({R"(<activity id="c" title="Off" status="cancelled"/>)",
                                  R"(<transfer id="x" from="b" to="c" planned="2013-11-01"/>)"}))
            .findings.empty());
}

TEST_CASE("where hand-overs go one way only, one the other way is offered") {
  const Looked up = ask("GAP-ONEWAY", R"(
    <activity id="c" title="First round" tracks="t1" start="2013-10-01" finish="2013-10-02"/>
    <transfer id="x" from="b" to="a"/>
    <transfer id="y" from="b" to="a"/>)");
  REQUIRE(up.findings.at(0).fixes.size() == 1);
  CHECK(afterFix(up, "2013-12-01").findings.empty());
}

TEST_CASE("word back to another group, or planned for a day that has passed, is no word back") {
  constexpr auto delegate = R"(
    <group id="g" name="Herders"/>
    <group id="o" name="Traders"/>
    <actor id="p" name="Speaker" groups="g"/>
    <activity id="c" title="First round" tracks="t1" start="2013-09-16" finish="2013-09-17"/>
    <participation id="x" who="p" in="c" role="delegate"/>)";
  for (const char* line : {R"(<transfer id="y" from="p" to="o" planned="2013-12-20"/>)",
                           R"(<transfer id="y" from="p" to="g" planned="2013-11-20"/>)"})
    CHECK(ask("NO-CONSTITUENCY", together({delegate, line})).findings.size() == 1);
  const Looked looked = ask("NO-CONSTITUENCY", delegate);
  CHECK(afterFix(looked, "2013-12-01").findings.empty());
}

TEST_CASE(
    "each clash of a person is told, so that accepting one hides no other, of whom nothing says it cannot be told") {
  const auto clashes = [](const char* type) {
    return ask("GAP-CLASH", together({"<actor id=\"p\" name=\"Guide\" " + std::string(type) + "/>", R"(
      <activity id="c" title="North" venue="North" lead="p" planned-start="2014-01-01" duration="9"/>
      <activity id="d" title="South" venue="South" lead="p" planned-start="2014-01-02" duration="2"/>
      <activity id="e" title="West" venue="West" lead="p" planned-start="2014-01-06" duration="2"/>)"}));
  };
  CHECK(clashes(R"(type="person")").findings.size() == 2);
  CHECK(clashes("").verdict() == Verdict::cannotTell);
  const Looked union_ = clashes(R"(type="union")");
  CHECK(union_.messages().front() ==
        "“Guide” leads “North” and “South” at the same time in different places. Can it be in both?");
  CHECK(union_.findings.front().level == checks::Level::info);
  CHECK(clashes(R"(type="intergovernmental")").findings.empty());
}

TEST_CASE("each body that was not heard is told, so that accepting one hides no other") {
  CHECK(ask("GAP-BYPASS", R"(
    <issue id="i" title="Regions"/>
    <body id="p" title="Conference" type="plenary" issues="i"/>
    <body id="q" title="Commission" type="inclusive-commission" issues="i"/>
    <activity id="c" title="Committee" start="2013-11-01" finish="2013-11-02"/>
    <agreement id="g" title="Decree" date="2013-11-02" activity="c" issues="i"/>)")
            .findings.size() == 2);
}

TEST_CASE("what nobody could know of yet neither doubles work, nor leads, nor keeps anybody elsewhere") {
  constexpr auto later = R"(
    <issue id="i" title="Land"/>
    <actor id="p" name="Envoy" layer="third-party" type="person"/>
    <actor id="q" name="Neighbour" layer="third-party" type="person"/>
    <activity id="c" title="Talks on land" tracks="t1" issues="i" lead="p" venue="North" start="2013-11-10" planned-finish="2014-01-09"/>
    <activity id="d" title="Land forum" tracks="t3" issues="i" lead="q" venue="South" start="2014-06-12" duration="9"/>
    <participation id="x" who="p" in="d"/>)";
  for (const char* rule : {"GAP-ISSUE", "THIRD-PARTIES", "GAP-CLASH"}) {
    INFO(rule);
    CHECK(ask(rule, later).findings.empty());
  }
}

TEST_CASE("what somebody decides outside the body that talked about it") {
  constexpr auto decided = R"(
    <issue id="i" title="Regions"/>
    <body id="p" title="Conference" type="plenary" issues="i"/>
    <body id="q" title="Committee on regions" type="technical-committee"/>)";
  const auto by = [&](const char* about, const char* more = "") {
    return ask("GAP-BYPASS", together({decided, more,
                                       R"(<event id="e" title="Decree" type="decision" date="2013-11-02" about=")" +
                                           std::string(about) + "\"/>"}));
  };
  CHECK(by("i q").messages() == Texts{"“Decree” settles “Regions”, which “Conference” has talked about, and nothing "
                                      "leads from “Conference” to where it was settled."});
  CHECK(by("i p").findings.empty());
  CHECK(by("i q p").findings.empty());
  CHECK(by("i q", R"(<transfer id="x" from="p" to="q"/>)").findings.empty());
  CHECK(by("i").verdict() == Verdict::cannotTell);
  CHECK(by("q").findings.empty());
}
