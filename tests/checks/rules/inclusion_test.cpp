#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Verdict;

namespace {

Looked ask(const char* rule, std::string_view lines, const char* asOf = "2013-12-01") {
  return look(lines, asOf, rule);
}

}  // namespace

TEST_CASE("a group or party without any place is told of, each by itself") {
  const Looked looked = ask("PLACE-MISSING", R"(
    <activity id="a" title="Round"/>
    <group id="g" name="Displaced people"/>
    <actor id="p" name="Front" layer="primary"/>
    <actor id="o" name="Observer" layer="third-party"/>)");
  CHECK(looked.messages() == Texts{"No place yet for “Displaced people”.", "No place yet for “Front”."});
}

TEST_CASE("a place is a part, a seat, a proposal, a member who has one, declining is an answer") {
  constexpr auto base = R"(
    <activity id="a" title="Round"/>
    <body id="b" title="Table"/>
    <actor id="p" name="Front" layer="primary"/>
    <group id="g" name="Women"/>)";
  const auto left = [&](std::string_view line) { return ask("PLACE-MISSING", together({base, line})).findings.size(); };
  CHECK(left("") == 2);
  for (const char* line :
       {R"(<participation id="x" who="p" in="a"/>)", R"(<participation id="x" who="p" in="a" status="declined"/>)",
        R"(<participation id="x" who="p" in="a" status="not-invited" reason="no mandate"/>)",
        R"(<participation id="x" who="p" in="a" status="withdrew"/>)", R"(<seat id="x" body="b" held-by="p"/>)",
        R"(<activity id="x" title="X" lead="p"/>)", R"(<seat id="x" body="b" group="g" count="3"/>)",
        R"(<proposal id="x" title="X" origin="g"/>)"}) {
    INFO(line);
    CHECK(left(line) == 1);
  }
  CHECK(left(R"(<participation id="x" who="p" in="a" status="not-invited"/>)") == 2);
  CHECK(left(together({R"(<actor id="m" name="Union" groups="g" member-of="p"/>)",
                       R"(<participation id="x" who="m" in="a"/>)"})) == 0);
  CHECK(ask("PLACE-MISSING", R"(<group id="g" name="Women"/>)").findings.empty());
}

TEST_CASE("somebody who is only heard, and from whom nothing is handed on") {
  constexpr auto base = R"(
    <actor id="u" name="Union"/>
    <activity id="a" title="Hearing"/>
    <activity id="r" title="Round"/>
    <participation id="x" who="u" in="a" modality="consultation"/>)";
  const Looked looked = ask("INC-SYMBOLIC", base);
  REQUIRE(looked.messages() ==
          Texts{"“Union” takes part only as observer or in consultations, and nothing is handed on from it."});
  const auto left = [&](std::string_view line) { return ask("INC-SYMBOLIC", together({base, line})); };
  CHECK(left(R"(<transfer id="h" from="a" to="r"/>)").findings.empty());
  CHECK(left(R"(<transfer id="h" from="a" to="r" status="rejected"/>)").findings.size() == 1);
  CHECK(left(R"(<proposal id="h" title="P" origin="u"/>)").findings.empty());
  CHECK(left(R"(<participation id="y" who="u" in="r" decision-power="decides"/>)").findings.empty());
  CHECK(left(R"(<participation id="y" who="u" in="r"/>)").verdict() == Verdict::cannotTell);
  CHECK(ask("INC-SYMBOLIC", R"(<actor id="u" name="U"/>)").findings.empty());
}

TEST_CASE("a group that comes in only when agreements are carried out") {
  constexpr auto base = R"(
    <phase id="i" title="After" type="implementation"/>
    <activity id="r" title="Round"/>
    <activity id="w" title="Works" phase="i"/>
    <group id="g" name="Youth"/>
    <participation id="x" who="g" in="w"/>)";
  CHECK(ask("INC-LATE", base).messages() ==
        Texts{"“Youth” first takes part when agreements are carried out, not while they are made."});
  CHECK(ask("INC-LATE", together({base, R"(<participation id="y" who="g" in="r"/>)"})).findings.empty());
  CHECK(ask("INC-LATE", R"(<group id="g" name="Youth"/>)").findings.empty());
}

TEST_CASE("one modality for everybody") {
  constexpr auto two = R"(
    <participation id="x" who="u" in="a" modality="consultation"/>
    <participation id="y" who="v" in="a" modality="consultation"/>)";
  CHECK(ask("INC-MIX", two).findings.empty());
  const auto third = [&](const char* modality) {
    return ask("INC-MIX", together({two, "<participation id=\"z\" who=\"w\" in=\"a\" modality=\"" +
                                             std::string(modality) + "\"/>"}));
  };
  CHECK(third("consultation").messages() ==
        Texts{"Everybody outside the parties is included in one way only: Consultation. Would another help?"});
  CHECK(third("observer-status").findings.empty());
}

TEST_CASE("a side that has withdrawn from where all are needed") {
  constexpr auto base = R"(
    <actor id="p" name="Party"/>
    <body id="b" title="Council" decision-rule="consensus"/>
    <participation id="x" who="p" in="b" status="accepted"/>
    <event id="e" title="Out" date="2013-11-11" about="x" status="withdrew"/>)";
  const Looked looked = ask("WALKOUT", base);
  REQUIRE(looked.messages() ==
          Texts{"“Party” has withdrawn from “Council”, which decides by a rule that needs all sides."});
  CHECK(looked.because().front() == "Withdrawn since 2013-11-11, 20 days.");
  CHECK(ask("WALKOUT", base, "2013-11-10").findings.empty());
  CHECK(
      ask("WALKOUT", together({base, R"(<event id="f" title="Back" date="2013-11-20" about="x" status="accepted"/>)"}))
          .findings.empty());
  constexpr auto rule = [](const char* decides) {
    return "<actor id=\"p\" name=\"P\"/>\n<body id=\"b\" title=\"B\" " + std::string(decides) +
           "/>\n<participation id=\"x\" who=\"p\" in=\"b\" status=\"withdrew\"/>\n";
  };
  CHECK(ask("WALKOUT", rule("")).verdict() == Verdict::cannotTell);
  CHECK(ask("WALKOUT", rule("decision-rule=\"simple-majority\"")).findings.empty());
  CHECK(ask("WALKOUT", rule("decision-rule=\"unanimity\" finish=\"2013-11-01\"")).findings.empty());
}

TEST_CASE("whether a share of the votes can be reached without a side that has withdrawn cannot be told") {
  const Looked looked = ask("WALKOUT", R"(
    <actor id="p" name="Movement"/>
    <body id="b" title="Conference" decision-rule="qualified-majority" count="565"/>
    <seat id="s" body="b" held-by="p" count="85"/>
    <participation id="x" who="p" in="b" status="withdrew"/>)");
  CHECK(looked.verdict() == Verdict::cannotTell);
  CHECK(looked.because() ==
        Texts{"Since when is not recorded.", "It decides by a share of the votes.", "Seats they hold: 85 of 565."});
}

TEST_CASE("an answer that an event records holds from its day") {
  constexpr auto answered = R"(
    <proposal id="p" title="Court" date="2013-10-01"/>
    <event id="e" title="Apology" date="2013-11-20" about="p" status="partly-accepted"/>)";
  CHECK(ask("INC-NO-ANSWER", answered, "2013-11-19").findings.size() == 1);
  CHECK(ask("INC-NO-ANSWER", answered).findings.empty());
  CHECK(ask("INC-NO-FEEDBACK", answered).findings.size() == 1);
  CHECK(ask("INC-NO-FEEDBACK", answered, "2013-11-19").findings.empty());
}

TEST_CASE("a place in what nobody could know of yet is none for a group, and an actor comes into play with it") {
  constexpr auto later = R"(
    <group id="g" name="Herders"/>
    <actor id="p" name="Delegation" layer="secondary" groups="g"/>
    <activity id="a" title="Visit" start="2014-02-01"/>
    <participation id="x" who="p" in="a"/>)";
  CHECK(ask("PLACE-MISSING", later).messages() == Texts{"No place yet for “Herders”."});
  CHECK(ask("PLACE-MISSING", later, "2014-02-01").findings.empty());
}

TEST_CASE("a proposal waits for an answer, and those who made it for word of it") {
  const auto proposal = [](const char* fields) {
    return "<proposal id=\"p\" title=\"Court\" " + std::string(fields) + "/>\n";
  };
  const Looked looked = ask("INC-NO-ANSWER", proposal(R"(date="2013-10-16")"));
  REQUIRE(looked.messages() == Texts{"“Court” was tabled on 2013-10-16, 46 days ago, and has no answer."});
  CHECK(ask("INC-NO-ANSWER", proposal(R"(date="2013-10-17")")).findings.empty());
  CHECK(ask("INC-NO-ANSWER", proposal(R"(date="2013-10-01" answer="pending")")).findings.size() == 1);
  CHECK(ask("INC-NO-ANSWER", proposal(R"(date="2013-10-01" answer="not-accepted")")).findings.empty());
  CHECK(ask("INC-NO-ANSWER", proposal(R"(date="2013-10-01" answer="withdrawn")")).findings.empty());
  CHECK(ask("INC-NO-ANSWER", proposal(R"(tabled-in="b")")).verdict() == Verdict::cannotTell);
  CHECK(ask("INC-NO-ANSWER", proposal("")).findings.empty());
  CHECK(ask("INC-NO-ANSWER", together({proposal(R"(date="2013-10-16")"),
                                       R"(<threshold id="h" rule="INC-NO-ANSWER" name="days" number="50"/>)"}))
            .findings.empty());
  CHECK(ask("INC-NO-FEEDBACK", proposal(R"(date="2013-10-01" answer="accepted")")).messages() ==
        Texts{"“Court” has an answer, but nothing says that those who proposed it were told. Were they?"});
  CHECK(ask("INC-NO-FEEDBACK", proposal(R"(date="2013-10-01" answer="accepted" feedback="2013-11-01")"))
            .findings.empty());
  CHECK(ask("INC-NO-FEEDBACK", proposal(R"(date="2013-10-01")")).findings.empty());
  CHECK(ask("INC-NO-FEEDBACK", proposal(R"(date="2014-01-01" answer="accepted")")).findings.empty());
}

TEST_CASE("a group that reaches its target in the plenary but not where the work is done") {
  constexpr auto base = R"(
    <group id="g" name="Women"/>
    <body id="b" title="Plenary" count="100"/>
    <body id="w" title="Drafting group" parent="b" count="10"/>
    <quota id="q" group="g" body="b" share="30"/>
    <seat id="s" body="b" group="g" count="30"/>)";
  const auto drop = [&](std::string_view line) { return ask("Q-BODYDROP", together({base, line})); };
  const Looked looked = drop(R"(<seat id="x" body="w" group="g" count="2"/>)");
  REQUIRE(looked.messages() ==
          Texts{"“Women” reaches its target in “Plenary”, but not in “Drafting group”, where the work is done."});
  CHECK(looked.because().back() == "In “Drafting group”: at most 2 of 10 seats.");
  CHECK(drop(R"(<seat id="x" body="w" group="g" count="3"/>)").findings.empty());
  CHECK(drop(R"(<seat id="x" body="w" group="g"/>)").verdict() == Verdict::cannotTell);
  CHECK(drop("").findings.empty());
  CHECK(drop(together({R"(<seat id="x" body="w" group="g" count="2"/>)",
                       R"(<quota id="r" group="g" body="w" share="30"/>)"}))
            .findings.empty());
  CHECK(ask("Q-BODYDROP", R"(<group id="g" name="Women"/>)").findings.empty());
}

TEST_CASE("the consent of a party to what is near") {
  constexpr auto base = R"(
    <track id="t" name="Official" level="1"/>
    <actor id="p" name="Front" layer="primary"/>
    <activity id="a" title="Round" tracks="t" planned-start="2013-12-31"/>
    <participation id="x" who="p" in="a"/>)";
  const auto with = [&](std::string_view line, const char* asOf = "2013-12-01") {
    return ask("CONSENT-MISSING", together({base, line}), asOf);
  };
  const Looked unknown = with("");
  CHECK(unknown.messages() == Texts{"Whether “Front” consents to “Round” is not recorded."});
  CHECK(unknown.verdict() == Verdict::cannotTell);
  CHECK(with("", "2013-11-30").findings.empty());
  CHECK(with(R"(<consent id="c" actor="p" state="given"/>)").findings.empty());
  CHECK(with(R"(<consent id="c" actor="p" to="a" state="conditional"/>)").findings.empty());
  const Looked withdrawn = with(together({R"(<consent id="c" actor="p" state="given" since="2013-01-01"/>)",
                                          R"(<consent id="d" actor="p" state="withdrawn" since="2013-11-20"/>)"}));
  CHECK(withdrawn.messages() == Texts{"“Front” has a part in “Round”, and its consent is recorded as withdrawn."});
  CHECK(withdrawn.verdict() == Verdict::problem);
  CHECK(with(R"(<consent id="d" actor="p" state="none"/>)").messages() ==
        Texts{"“Front” has a part in “Round”, and no consent of it is recorded as given."});
  CHECK(ask("CONSENT-MISSING", R"(<actor id="p" name="Front" layer="primary"/>)").findings.empty());
}

TEST_CASE("consent that an event records as withdrawn, and consent to what is under way") {
  constexpr auto party = R"(
    <track id="t" name="Official" level="1"/>
    <actor id="p" name="Front" layer="primary"/>
    <participation id="x" who="p" in="a"/>)";
  const auto with = [&](std::string_view lines) { return ask("CONSENT-MISSING", together({party, lines})); };
  constexpr auto near = R"(<activity id="a" title="Round" tracks="t" planned-start="2013-12-20"/>)";
  constexpr auto given = R"(<consent id="c" actor="p" state="given" since="2013-01-01"/>)";
  constexpr auto event = R"(<event id="e" title="Out" date="2013-11-20" about="c" status="withdrawn"/>)";
  CHECK(with(together({near, given})).findings.empty());
  CHECK(with(together({near, given, event})).messages() ==
        Texts{"“Front” has a part in “Round”, and its consent is recorded as withdrawn."});
  constexpr auto underWay = R"(<activity id="a" title="Round" tracks="t" start="2013-11-01" status="ongoing"/>)";
  CHECK(with(together({underWay, given})).findings.empty());
  CHECK(with(underWay).findings.empty());
  const Looked ongoing = with(together({underWay, given, event}));
  CHECK(ongoing.messages() == Texts{"“Front” has a part in “Round”, and its consent is recorded as withdrawn."});
  CHECK(ongoing.because() == Texts{"It is under way."});
  CHECK(with(together({near, R"(<consent id="c" actor="p" state="perhaps"/>)"})).verdict() == Verdict::cannotTell);
}

TEST_CASE("consent to one round is no consent to the next") {
  const Looked looked = ask("CONSENT-MISSING", R"(
    <track id="t" name="Official" level="1"/>
    <actor id="p" name="Front" layer="primary"/>
    <activity id="a" title="Round one" tracks="t" planned-start="2013-12-05"/>
    <activity id="b" title="Round two" tracks="t" planned-start="2013-12-20"/>
    <participation id="x" who="p" in="a"/>
    <participation id="y" who="p" in="b"/>
    <consent id="c" actor="p" to="a" state="given"/>
    <consent id="d" actor="p" to="b" state="withdrawn"/>)");
  CHECK(looked.messages() == Texts{"“Front” has a part in “Round two”, and its consent is recorded as withdrawn."});
}

TEST_CASE("a part in what was cancelled is no place") {
  CHECK(ask("PLACE-MISSING", R"(
    <activity id="a" title="Forum" status="cancelled"/>
    <group id="g" name="Women"/>
    <participation id="x" who="g" in="a"/>)")
            .findings.size() == 1);
  CHECK(ask("PLACE-MISSING", R"(
    <activity id="a" title="Forum" status="cancelled" lead="p"/>
    <actor id="p" name="Front" layer="primary"/>)")
            .findings.size() == 1);
}

TEST_CASE("who declined, or was to come to what was cancelled, is no second way of inclusion") {
  constexpr auto three = R"(
    <activity id="off" title="Forum" status="cancelled"/>
    <participation id="x" who="u" in="a" modality="consultation"/>
    <participation id="y" who="v" in="a" modality="consultation"/>
    <participation id="z" who="w" in="a" modality="consultation"/>)";
  for (const char* line : {R"(<participation id="n" who="o" in="a" modality="observer-status" status="declined"/>)",
                           R"(<participation id="n" who="o" in="off" modality="observer-status"/>)"})
    CHECK(ask("INC-MIX", together({three, line})).findings.size() == 1);
}

TEST_CASE("inclusion that nobody could know of yet is not counted") {
  constexpr auto later = R"(
    <activity id="c" title="Survey" start="2014-03-01" finish="2014-03-02"/>
    <participation id="x" who="u" in="c" modality="consultation"/>
    <participation id="y" who="v" in="c" modality="consultation"/>
    <participation id="z" who="w" in="c" modality="consultation"/>)";
  CHECK(ask("INC-MIX", later).findings.empty());
}
