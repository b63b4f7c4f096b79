#include "documents/papers.h"
#include "plan/kind.h"
#include "scene/drawings.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::documents;

TEST_CASE("every kind of element can be listed by a template with the labels and values of its fields") {
  std::string all;
  for (const Kind& kind : kinds()) {
    if (kind.id == KindId::plan) continue;
    const std::string name(kind.section);
    all += name + " {{^has-" + name + "}}no{{/has-" + name + "}}{{#" + name +
           "}}[{{id}}:{{#fields}}{{label}}={{value}};{{/fields}}]{{/" + name + "}}\n";
  }
  const std::string out = htmlOf(fullPlan(), templateOf(all), requestFor("test"));
  INFO(out);
  CHECK(contains(out, "tracks [t1:Name=Official talks;Level=Track 1, official;Place=1;][t2:"));
  CHECK(contains(out, "risks no"));
  CHECK(contains(out, "Started=25 October 2013;"));
  CHECK(contains(out, "Hand-over: Forum of associations") == false);
  CHECK(contains(out, "[h1:From=Forum of associations;To=Selection talks;"));
}

TEST_CASE("what an inner element lacks is not taken from the outer one") {
  const std::string html =
      "{{#activities}}<p>{{title}}:{{venue}}{{^venue}}not "
      "known{{/venue}}</p>{{/activities}}{{#plan}}{{venue}}{{/plan}}";
  const std::string out = htmlOf(fullPlan(), templateOf(html), requestFor("test"));
  CHECK(contains(out, "<p>Opening session:not known</p>"));
}

TEST_CASE("activities tell what was planned, what happened and, to the team, what is forecast") {
  const std::string html =
      "{{#activities}}<p>{{id}} {{state}}: {{planned}} / {{actual}} / {{forecast}}</p>{{/activities}}";
  const std::string out = htmlOf(fullPlan(), templateOf(html), requestFor("test"));
  CHECK(contains(out, "<p>x1 Completed: 23 October 2013 / 25 October 2013 / </p>"));
  CHECK(contains(out, "<p>x2 Suspended: 1–7 November 2013 / since 1 November 2013 / "));
  CHECK(contains(out, "<p>x3 : 10–11 January 2014 /  / 10–11 January 2014</p>"));
}

TEST_CASE("an activity of which nothing is known has no forecast") {
  const Plan plan = planOf("<activities><activity id=\"n\" title=\"Someday\"/></activities>");
  const std::string out =
      htmlOf(plan, templateOf("{{#activities}}[{{planned}}{{actual}}{{forecast}}]{{/activities}}"), requestFor("test"));
  CHECK(contains(out, "[]"));
}

TEST_CASE("what is dated after the day is not known yet") {
  const Plan plan = planOf(
      R"(<activities><activity id="a" title="Later" start="2014-01-05"/><activity id="b" title="Planned" planned-start="2013-12-20" start="2014-01-06"/></activities>
<agreements><agreement id="g" title="Text to come" date="2014-01-26"/><agreement id="h" title="Text of old" date="2013-10"/></agreements>
<events><event id="e" title="Event to come" date="2014-01-09"/><event id="f" title="Event of old" date="2013-11-04"/></events>)");
  const std::string html =
      "{{#activities}}{{title}}[{{start}}] {{/activities}}{{#agreements}}{{title}} {{/agreements}}{{#events}}{{title}} "
      "{{/events}}"
      "{{#chronology}}{{title}}{{/chronology}}";
  CHECK(htmlOf(plan, templateOf(html), requestFor("test")) == "Planned[] Text of old Event of old Event of old");
}

TEST_CASE("what somebody undertook in a text that is dated later is not known yet") {
  const Plan plan = planOf(
      R"(<agreements><agreement id="g" title="Text to come" date="2014-01-26"/><agreement id="h" title="Text of old" date="2013-10"/><agreement id="i" title="Draft" planned="2014-02"/></agreements>
<commitments><commitment id="a" title="Of later" agreement="g"/><commitment id="b" title="Of old" agreement="h"/><commitment id="c" title="Of a draft" agreement="i"/><commitment id="d" title="Of nothing"/></commitments>)");
  const std::string html =
      "{{#commitments}}{{title}}, {{/commitments}}|{{#commitment-table}}{{title}}, {{/commitment-table}}";
  CHECK(htmlOf(plan, templateOf(html), requestFor("test")) ==
        "Of a draft, Of nothing, Of old, |Of a draft, Of nothing, Of old, ");
}

TEST_CASE("nor is by when it is due") {
  const Plan plan = planOf(
      R"(<agreements><agreement id="g" title="Text to come" date="2014-01-26"/><agreement id="h" title="Text of old" date="2013-10"/></agreements>
<commitments><commitment id="a" title="Of later" agreement="g"/><commitment id="b" title="Of old" agreement="h"/></commitments>
<deadlines><deadline id="x" title="Later by then" of="a" date="2014-02-01"/><deadline id="y" title="Old by then" of="b" date="2014-02-02"/></deadlines>)");
  const std::string html =
      "{{#deadline-table}}{{title}}, {{/deadline-table}}|{{#next-steps}}{{what}}, {{/next-steps}}|{{#deadlines}}"
      "{{title}}, {{/deadlines}}";
  CHECK(htmlOf(plan, templateOf(html), requestFor("test")) == "Old by then, |Deadline: Old by then, |Old by then, ");
}

TEST_CASE("seats are set against targets, and unknown ones are said to be unknown") {
  const std::string html =
      "{{#seat-table}}<p>{{component}}|{{group}}|{{target}}|{{actual}}|{{unknown}}</p>\n{{/seat-table}}";
  const std::string out = htmlOf(fullPlan(), templateOf(html), requestFor("test"));
  CHECK(contains(out, "<p>|Women|30 % (agreed)|3 of 20 (15 %)|none</p>"));
  CHECK(contains(out, "<p>North|Women|||1 entry without a number</p>"));
}

TEST_CASE("deadlines counted from another activity show their day and whether it passed") {
  const std::string html = "{{#deadline-table}}{{day}}|{{counted-from}}|{{how-it-stands}}{{/deadline-table}}";
  const std::string out = htmlOf(fullPlan(), templateOf(html), requestFor("test"));
  CHECK(contains(out, "7 days after: Opening session|passed, not recorded as done"));
}

TEST_CASE("what waits for something stopped has no day, and a day that is forecast says so") {
  const Plan plan = planOf(
      R"(<activities><activity id="a" title="Name" status="suspended" planned-finish="2013-11-01"/>
<activity id="b" title="Cabinet" lead="l"/><activity id="c" title="Late" planned-start="2013-11-20" duration="3" lead="l"/>
<activity id="d" title="Fair" planned-start="2013-12-20" duration="3"/></activities>
<actors><actor id="l" name="Leader"/></actors>
<dependencies><dependency id="x" from="a" to="b"/></dependencies>
<deadlines><deadline id="p" title="Of Cabinet" of="b" anchor="a" offset="14"/>
<deadline id="q" title="Of Late" of="c" anchor="c" offset="10"/><deadline id="r" title="Fixed" of="b" date="2013-12-24"/></deadlines>)");
  const std::string html =
      "{{#next-steps}}[{{day}}|{{what}}|{{who}}]{{/next-steps}}{{#deadline-table}}<{{day}}|{{title}}|{{how-it-stands}}>"
      "{{/deadline-table}}{{#activities}}({{title}}: {{forecast}}){{/activities}}";
  const std::string out = htmlOf(plan, templateOf(html), requestFor("test"));
  INFO(out);
  CHECK_FALSE(contains(out, "|Deadline: Of Cabinet"));
  CHECK(contains(out, "<|Of Cabinet|>"));
  CHECK(contains(out, "[1 December 2013 (forecast)|Late|Leader]"));
  CHECK(contains(out, "[13 December 2013 (forecast)|Deadline: Of Late|Leader]"));
  CHECK(contains(out, "[20 December 2013|Fair|]"));
  CHECK(contains(out, "<24 December 2013|Fixed|ahead; whether it can be met cannot be told>"));
  CHECK(contains(out, "(Cabinet: )(Name: )"));
}

TEST_CASE("hand-overs between tracks are those that lead from one to another") {
  const Plan plan = planOf(
      R"(<tracks><track id="t1" name="One"/><track id="t2" name="Two"/></tracks>
<activities><activity id="a" title="A" tracks="t1"/><activity id="b" title="B" tracks="t1"/><activity id="c" title="C" tracks="t2"/>
<activity id="d" title="D" tracks="t1" status="cancelled"/></activities><actors><actor id="l" name="L"/></actors>
<transfers><transfer id="x" from="a" to="b"/><transfer id="y" from="a" to="c"/><transfer id="z" from="l" to="c"/></transfers>)");
  const std::string html =
      "{{#summary}}[{{.}}]{{/summary}}{{#transfers-between-tracks}}<{{id}}>{{/transfers-between-tracks}}|"
      "{{#transfers-within-tracks}}<{{id}}>{{/transfers-within-tracks}}{{#tracks-overview}}({{title}} "
      "{{all}}){{/tracks-overview}}";
  const std::string out = htmlOf(plan, templateOf(html), requestFor("test"));
  INFO(out);
  CHECK(contains(out, "3 activities on 2 tracks and 1 hand-over between them; 1 actor is"));
  CHECK(contains(out, "[Hand-overs within a track, or with an end on none: 2.]"));
  CHECK(contains(out, "[Activities that were cancelled, ended without result or were replaced are not counted: 1.]"));
  CHECK(contains(out, "<y>|<x><z>"));
  CHECK(contains(out, "(One 2)(Two 1)"));
}

TEST_CASE("who leads, carries out, chairs or is a member takes part, unless a participation says how they stand") {
  const Plan plan = planOf(
      R"(<activities><activity id="a" title="A" lead="l" partners="p q"/></activities>
<actors><actor id="l" name="Leader"/><actor id="p" name="Partner org"/><actor id="q" name="Quitter"/></actors>
<bodies><body id="b" title="B" members="p" chair="l"/></bodies>
<participations><participation id="s" who="q" in="a" status="declined"/><participation id="t" who="p" in="b" role="observer"/></participations>)");
  const std::string html =
      "{{#taking-part-in-activities}}[{{in}}: {{who}}]{{/taking-part-in-activities}}{{#taking-part-in-bodies}}[{{in}}: "
      "{{who}}]{{/taking-part-in-bodies}}{{#coordination-table}}({{#parties}}{{.}};{{/parties}}){{/"
      "coordination-table}}";
  const std::string out = htmlOf(plan, templateOf(html), requestFor("test"));
  INFO(out);
  CHECK(contains(out, "[A: Leader (Lead), Partner org (Partner)]"));
  CHECK(contains(out, "[B: Leader (Chair), Partner org (Observer)]"));
  CHECK(contains(out, "(Leader;Partner org;)"));
}

TEST_CASE(
    "a paper about one activity is about the next that is planned by its start or end, without any there is none") {
  const auto paper = [](const char* activity) {
    return htmlOf(planOf("<activities>" + std::string(activity) + "</activities>"),
                  templateOf("{{#event}}{{title}}{{/event}}"), requestFor("test"));
  };
  CHECK(contains(paper(R"(<activity id="a" title="Poll" planned-finish="2014-02"/>)"), "Poll"));
  CHECK_THROWS_AS(paper(R"(<activity id="a" title="Poll" planned-finish="2013-10"/>)"), NothingAhead);
  CHECK_THROWS_WITH(paper(R"(<activity id="a" title="Poll"/>)"),
                    "This paper is about one activity, and none that is planned lies ahead.");
}

TEST_CASE("money adds up by currency") {
  const Plan plan =
      planOf(R"(<activities><activity id="a" title="A" budget="1000 EUR"/><activity id="b" title="B" budget="500 EUR"/>
<activity id="c" title="C"/></activities><funds><fund id="f" title="F" amount="600 EUR" status="committed"/><fund id="g" title="G" amount="100 EUR" status="pledged"/></funds>)");
  const std::string html =
      "{{#funding-by-currency}}{{needed}}|{{pledged}}|{{secured}}|{{open}}{{/funding-by-currency}} {{budgets-unknown}}";
  const std::string out = htmlOf(plan, templateOf(html), requestFor("test"));
  CHECK(contains(out, "1\u00A0500\u00A0EUR|100\u00A0EUR|600\u00A0EUR|900\u00A0EUR"));
  CHECK(contains(out, "1 of 3 activities"));
}

TEST_CASE("loops of parents are listed once and end") {
  const Plan plan = planOf(
      R"(<objectives><objective id="a" title="A" parent="b"/><objective id="b" title="B" parent="a"/><objective id="c" title="C" parent="c"/></objectives>)");
  const std::string out =
      htmlOf(plan, templateOf("{{#objectives-from-top}}{{title}}{{/objectives-from-top}}"), requestFor("test"));
  CHECK(out == "CAB");
}

namespace {

/// Everything a template can ask for, of a plan in which the words to be kept back begin with `SECRET`.
std::string everything() {
  std::string all;
  for (const scene::Drawing& drawing : scene::drawings()) all += "{{figure-" + std::string(drawing.id) + "}}";
  all +=
      "{{#findings}}{{message}}{{/findings}}{{#top-findings}}{{message}}{{/"
      "top-findings}}{{#unknowns}}{{example}}{{/unknowns}}"
      "{{#accepted-findings}}{{message}}{{accepted-because}}{{/accepted-findings}}{{#not-invited}}{{reason}}{{who}}{{/"
      "not-invited}}"
      "{{#activities}}{{planned}}{{forecast}}{{actual-or-forecast}}{{/activities}}{{#next-steps}}{{day}}{{what}}{{/"
      "next-steps}}"
      "{{#deadline-table}}{{day}}{{/deadline-table}}{{#chronology}}{{title}}{{notes}}{{/"
      "chronology}}{{#sources}}{{source}}{{/sources}}"
      "{{#schedule-by-track}}{{#rows}}{{title}}{{actual-or-forecast}}{{/rows}}{{/schedule-by-track}}";
  for (const Kind& kind : kinds())
    if (kind.id != KindId::plan)
      all += "{{#" + std::string(kind.section) + "}}{{#fields}}{{value}} {{/fields}}{{/" + std::string(kind.section) +
             "}}\n";
  return all;
}

Plan planWithSecrets() {
  return planOf(R"(<tracks><track id="t1" name="Official" level="1" classification="public"/></tracks>
<actors><actor id="a1" name="Alpha" classification="public"/><actor id="a2" name="Beta" classification="public"/><actor id="a3" name="SECRETactor"/></actors>
<assessments><assessment id="as" actor="a1" classification="public"><position>SECRETposition</position></assessment></assessments>
<activities><activity id="x1" title="Shown talks" tracks="t1" classification="public" planned-start="2013-10-01" duration="5" status="suspended" updated="2013-10-01"/>
<activity id="x2" title="Later talks" tracks="t1" classification="public" planned-start="2013-11-01" duration="10"/></activities>
<participations><participation id="p1" who="a2" in="x1" status="not-invited" reason="SECRETreason" classification="public"/>
<participation id="p2" who="a1" in="x1" status="declined" reason="Open reason" classification="public"/></participations>
<relations><relation id="r1" from="a1" to="a2" type="conflict" classification="public"><notes>SECRETdiscord</notes></relation></relations>
<dependencies><dependency id="d1" from="x1" to="x2" classification="public"/></dependencies>
<deadlines><deadline id="dl" title="Counted" of="x2" anchor="x2" offset="3" classification="public"/></deadlines>
<events><event id="e1" title="SECRETevent" date="2013-09-01" about="p1" classification="public"/></events>
<comments><comment id="c1" classification="public"><text>SECRETcomment</text></comment></comments>
<waivers><waiver id="w1" rule="ACTOR-ORPHAN" elements="a1" reason="SECRETwaiver" classification="public"/></waivers>
)");
}

}  // namespace

TEST_CASE("nothing of the team's own goes into a paper for the public") {
  const Plan plan = planWithSecrets();
  const std::string inside = htmlOf(plan, templateOf(everything(), Classification::core), requestFor("test"));
  const std::string outside = htmlOf(plan, templateOf(everything(), Classification::open), requestFor("test"));
  CHECK(countOf(inside, "SECRET") >= 7);
  CHECK_FALSE(contains(outside, "SECRET"));
  CHECK(contains(inside, "open discord"));
  CHECK_FALSE(contains(outside, "open discord"));
  CHECK(contains(inside, "stalled"));
  CHECK_FALSE(contains(outside, "stalled"));
  CHECK(contains(outside, "Open reason"));
  CHECK(contains(outside, "Shown talks"));
  CHECK(contains(outside, "1–10 November 2013"));
  const std::string forecastStart = "December 2013";
  CHECK(contains(inside, forecastStart));
  INFO(outside);
  CHECK_FALSE(contains(outside.substr(outside.rfind("</figure>")), forecastStart));
}

TEST_CASE("a finding that something hidden answers is not told to those who cannot see the answer") {
  const Plan plan = planOf(R"(<actors><actor id="a1" name="Lonely actor"/></actors>
<waivers><waiver id="w1" rule="ACTOR-ORPHAN" elements="a1" reason="Known"/></waivers>)");
  const std::string html =
      "{{#findings}}<p>{{rule}}</p>{{/findings}}{{#accepted-findings}}<b>{{rule}}</b>{{/accepted-findings}}";
  CHECK(contains(htmlOf(plan, templateOf(html, Classification::core), requestFor("test")), "<b>ACTOR-ORPHAN</b>"));
  CHECK_FALSE(contains(htmlOf(plan, templateOf(html, Classification::team), requestFor("test")), "ACTOR-ORPHAN"));
  CHECK(contains(htmlOf(plan.without("w1"_id), templateOf(html, Classification::team), requestFor("test")),
                 "<p>ACTOR-ORPHAN</p>"));
}

TEST_CASE("a drawing stands in a paper where there is something to show, and leaves a gap where there is nothing") {
  const char* html = "{{figure-commitments}}";
  const Plan some =
      planOf(R"(<commitments><commitment id="c1" title="Open the road" theme="ceasefire"/></commitments>)");
  const std::string shown = htmlOf(some, templateOf(html), requestFor("test"));
  CHECK(contains(shown, "<figure class=\"drawing"));
  CHECK(contains(shown, "Not known"));
  CHECK(htmlOf(planOf(""), templateOf(html), requestFor("test")).empty());
}
