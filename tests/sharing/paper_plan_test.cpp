#include "sharing/paper_plan.h"

#include "checks/rule.h"
#include "checks/waivers.h"
#include "documents/context.h"
#include "plan/edits.h"
#include "support/plan_text.h"
#include "xml/write.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::sharing;
using testing::planAsRead;

namespace {

const Plan talks = planAsRead(R"(
  <actor id="amal" name="Amal Nasser" type="person" classification="core"/>
  <actor id="omar" name="Omar Haddad" type="person"/>
  <activity id="a1" title="Round one" outputs="Terms of Amal Nasser and Omar Haddad"/>)");

PaperPlan paperFor(Audience audience) { return planForPaper(talks, {std::move(audience), *parseDay("2024-06-01")}); }

std::string outputs(const PaperPlan& paper) { return std::string(paper.plan.find("a1"_id)->text(key::outputs)); }

}  // namespace

TEST_CASE("a paper masks the names of those whom its readers may not see, also for the team") {
  CHECK(outputs(paperFor(Classification::core)) == "Terms of Amal Nasser and Omar Haddad");
  CHECK(paperFor(Classification::core).notes.all().empty());
  const PaperPlan team = paperFor(Classification::team);
  CHECK(outputs(team) == "Terms of […] and Omar Haddad");
  CHECK(team.notes.all().size() == 1);
}

TEST_CASE("a paper masks the name of somebody whom its audience excludes, whatever its level") {
  Audience donors(Classification::core);
  donors.exclude = {"omar"_id};
  CHECK(outputs(paperFor(donors)) == "Terms of Amal Nasser and […]");
}

namespace {

/// What a reader at a level sees under each id, by title.
std::string idOf(const Plan& plan, KindId kind, std::string_view title) {
  for (const ElementPtr& element : plan.all(kind))
    if (element->title() == title) return element->id().str();
  return {};
}

PaperPlan paperOf(const std::string& text, Audience audience = Classification::team) {
  return planForPaper(planAsRead(text), {std::move(audience), *parseDay("2024-06-01")});
}

constexpr const char* hidden = R"(
  <actor id="lna" name="Libyan National Army" aliases="General Command" type="armed-group" classification="core"/>
  <actor id="x1" name="Khalifa Haftar" type="person" classification="core"/>
  <activity id="back-room" title="Secret" classification="core"/>
)";

}  // namespace

TEST_CASE("an id that says the name of somebody hidden is another one in papers") {
  const std::string id = GENERATE("meet-haftar", "meetHaftar", "s-jmc-lna", "LNA_2", "prehaftarian", "x-back-room",
                                  "q.lna", "gen-command");
  CAPTURE(id);
  const PaperPlan paper = paperOf(hidden + ("<activity id=\"" + id + "\" title=\"Round one\"/>"));
  CHECK(idOf(paper.plan, KindId::activity, "Round one") == "masked-1");
  REQUIRE(paper.notes.all().size() == 1);
  CHECK(paper.notes.all()[0].pattern.find("The id") == 0);
}

TEST_CASE("an id stays in papers that says nothing more than what readers see anyway") {
  // Its own title has the word; it names a visible actor of that name; it says no hidden name.
  const PaperPlan paper = paperOf(std::string(hidden) + R"(
    <actor id="army" name="Army of the coast" type="armed-group"/>
    <activity id="coast-talks" title="Round one"/>
    <activity id="army-1" title="Talks of the army"/>
    <participation id="p-army" who="army" in="coast-talks"/>
    <activity id="k3haftq9ab" title="Round two"/>)");
  CHECK(paper.ids.empty());
  CHECK(paper.notes.all().empty());
}

TEST_CASE("whoever sees everything sees every id") {
  const PaperPlan paper =
      paperOf(std::string(hidden) + R"(<activity id="meet-haftar" title="Round one"/>)", Classification::core);
  CHECK(paper.plan.find("meet-haftar"_id));
}

TEST_CASE("other ids are used wherever a paper names the element, and are new to the plan") {
  const PaperPlan paper = paperOf(std::string(hidden) + R"(
    <track id="t-haftar" name="First track"/>
    <activity id="masked-1" title="Round zero"/>
    <activity id="meet-haftar" title="Round one" tracks="t-haftar"/>
    <dependency id="d1" from="masked-1" to="meet-haftar"/>)");
  const ElementId round = *ElementId::parse(idOf(paper.plan, KindId::activity, "Round one"));
  CHECK(round != "masked-1"_id);
  CHECK(paper.ids.of("meet-haftar"_id) == round);
  CHECK(*paper.plan.find("d1"_id)->get(Key<Ref>{"to"}) == round);
  CHECK(paper.plan.find(round)->refs(key::tracks).front() == paper.ids.of("t-haftar"_id));
}

TEST_CASE("somebody an audience includes stays in its papers under another id") {
  Audience donors(Classification::partners);
  donors.include = {"meet-haftar"_id};
  const PaperPlan paper =
      paperOf(std::string(hidden) + R"(<activity id="meet-haftar" title="Round one" classification="core"/>)", donors);
  REQUIRE(paper.audience.include.size() == 1);
  CHECK(paper.audience.sees(*paper.plan.find(paper.audience.include.front())));
}

TEST_CASE("the short name of an own word that says a hidden name is another one in papers") {
  const PaperPlan paper = paperOf(std::string(hidden) + R"(
    <term id="w1" vocabulary="actor-type" name="haftar-office" label="Liaison office" classification="public"/>
    <actor id="a" name="Office" type="haftar-office"/>)");
  CHECK(paper.plan.find("w1"_id)->text(key::name) == "masked-1");
  CHECK(paper.plan.find("a"_id)->get(key::type)->own == "masked-1"_id);
}

TEST_CASE("what the team accepted stays accepted where names and ids are masked") {
  const Plan plan = planAsRead(std::string(hidden) + R"(
    <track id="t-haftar" name="First track" level="1"/>
    <activity id="meet-haftar" title="Round one" tracks="t-haftar" planned-start="2024-05-01" planned-finish="2024-05-02" status="planned"/>)");
  const Day day = *parseDay("2024-06-01");
  const checks::Study study(plan, day);
  const auto findings = checks::check(study);
  const auto about = std::ranges::find_if(findings, [](const checks::Finding& finding) {
    return std::ranges::find(finding.elements, "meet-haftar"_id) != finding.elements.end();
  });
  REQUIRE(about != findings.end());
  const Plan accepted = apply(plan, checks::accept(study, *about, {{}, "Amal", "2024-05-30", "Known"}));
  const PaperPlan paper = planForPaper(accepted, {Classification::team, day});
  CHECK_FALSE(paper.ids.empty());
  const auto told = checks::check(checks::Study(paper.plan, day));
  CHECK(std::ranges::count_if(told, [](const checks::Finding& finding) { return finding.accepted.has_value(); }) == 1);
}

TEST_CASE("two versions of a plan have the same other ids") {
  const Plan before = planAsRead(std::string(hidden) + R"(<activity id="meet-haftar" title="Round one"/>)");
  const Plan after = planAsRead(std::string(hidden) + R"(
    <activity id="lna-first" title="Round zero"/><activity id="meet-haftar" title="Round one"/>)");
  const auto versions = versionsForPaper(before, after, {Classification::team, *parseDay("2024-06-01")});
  CHECK(idOf(versions[0].plan, KindId::activity, "Round one") == idOf(versions[1].plan, KindId::activity, "Round one"));
  CHECK(versions[0].plan.find("meet-haftar"_id) == nullptr);
}

TEST_CASE("an organisation called after somebody is looked for by the last word of that name, too") {
  const auto outputsWith = [](const std::string& actor, const std::string& said) {
    return outputs(paperOf(actor + "\n<actor id=\"c\" name=\"Peace Committees\" type=\"ngo\"/>\n" +
                           "<activity id=\"a1\" title=\"Round one\" outputs=\"" + said + "\"/>"));
  };
  const std::string command =
      R"x(<actor id="x" name="General Command (LNA)" aliases="LNA; Khalifa Haftar" type="armed-group" classification="core"/>)x";
  CHECK(outputsWith(command, "Terms of Haftar") == "Terms of […]");
  CHECK(outputsWith(command, "Take command") == "Take command");
  // What the name says again, what readers see elsewhere and what is an office is no name of somebody.
  const std::string popular =
      R"x(<actor id="x" name="Popular Front" aliases="New Popular Union; People's Committees; Office of the North" type="armed-group" classification="core"/>)x";
  CHECK(outputsWith(popular, "Union, committees, north") == "Union, committees, north");
}

namespace {

Plan version(const std::string& person, const std::string& round) {
  return planAsRead(person + R"(
    <activity id="r1" title=")" +
                    round + R"(" classification="partners"><title xml:lang="ar">لقاء عمر كيخادا</title></activity>)");
}

const std::string named =
    R"(<actor id="k3" name="Omar Quixada" aliases="عمر كيخادا" type="person" classification="core"/>)";

/// What partners are told of two versions, and of what changed between them.
struct Told {
  Told(const Plan& before, const Plan& after)
      : papers(versionsForPaper(before, after, {Classification::partners, *parseDay("2024-06-01")})),
        shown{visibleTo(papers[0].plan, papers[0].audience), visibleTo(papers[1].plan, papers[1].audience)} {}

  bool says(std::string_view name) const {
    return xml::write(shown[0]).find(name) != std::string::npos || xml::write(shown[1]).find(name) != std::string::npos;
  }

  std::array<PaperPlan, 2> papers;
  std::array<Plan, 2> shown;
};

}  // namespace

TEST_CASE("two versions to be compared hide what either of them hides") {
  const Plan old = version(named, "Meeting with Omar Quixada");
  const std::string now =
      GENERATE(R"(<actor id="k3" name="Stone" type="person" classification="core"/>)", std::string(),
               R"(<actor id="k3" name="Omar Quixada" aliases="عمر كيخادا" type="person" classification="partners"/>)");
  const Plan renamed = version(now, "Meeting with Omar Quixada");
  for (const Told& told : {Told(old, renamed), Told(renamed, old)}) {
    CHECK_FALSE(told.says("Quixada"));
    CHECK_FALSE(told.says("كيخادا"));
    CHECK(diff(told.shown[0], told.shown[1]).empty());
  }
}

TEST_CASE("two versions hide a field that either of them hides") {
  const auto with = [](const std::string& venue, const std::string& levels) {
    return planAsRead(R"(<activity id="r1" title="Round" classification="partners" venue=")" + venue +
                      "\" field-levels=\"" + levels + R"("/><activity id="r2" title="Talks at )" + venue +
                      R"(" classification="partners"/>)");
  };
  const Plan open = with("Mill house", GENERATE("", "venue:partners", "notes:core"));
  const Plan closed = with("Oslo villa", GENERATE("venue:core", "Venue:team", "notes:core; venue:core"));
  for (const Told& told : {Told(open, closed), Told(closed, open)})
    for (const Plan& shown : told.shown) {
      const Element* round = shown.find("r1"_id);
      REQUIRE(round);
      CHECK_FALSE(round->has(FieldNumber("venue")));
      CHECK_FALSE((round->get(Key<Texts>("field-levels"))));
    }
  const Told told(open, closed);
  CHECK(diff(told.shown[0], told.shown[1]).size() == 1);  // what the other activity is called
}

TEST_CASE("two versions hide the title that something hidden had in one of them") {
  const auto with = [](const std::string& title) {
    return planAsRead("<activity id=\"q\" title=\"" + title + R"(" classification="core"/>
      <activity id="r1" title="Before the talks at the mill" classification="partners"/>)");
  };
  const Told told(with("Talks at the mill"), with("Quiet talks again"));
  CHECK_FALSE(told.says("mill"));
  CHECK(diff(told.shown[0], told.shown[1]).empty());
}

TEST_CASE("an id is another one in both versions if it says a name that one of them hides") {
  const std::string round =
      "\n"
      R"(<activity id="meet-quixada" title="Round one" classification="partners"/>)";
  const Told told(planAsRead(named + round), planAsRead(round));
  CHECK_FALSE(told.says("quixada"));
  CHECK(told.shown[0].find("masked-1"_id));
  CHECK(told.shown[1].find("masked-1"_id));
}

TEST_CASE("the author of a paper is told which words of hidden names still stand in it") {
  const PaperPlan paper = paperOf(R"(
    <actor id="z" name="Qasim Zubaydi" type="person" classification="core"/>
    <activity id="a" title="Round one" outputs="A word of Zoubeidi"/>)");
  REQUIRE(paper.notes.all().size() == 1);
  CHECK(plainText(paper.notes.all()[0]) ==
        "Words of a name that these readers may not see, or words that sound like it, still stand; look at them before "
        "you hand it out. Qasim Zubaydi: “Zoubeidi” – a, Outputs");
}

TEST_CASE("names are masked in what does not read and in words that stand as texts, too") {
  const PaperPlan paper = paperOf(R"(
    <actor id="x" name="Omar Quixada" type="person" classification="core"/>
    <track id="t" name="Official" colour="Quixada green"/>
    <activity id="a" title="Round" planned-start="when Quixada comes"/>
    <event id="e" title="Walk-out" date="2024-05-05" about="a" status="Quixada left"/>)");
  CHECK(paper.plan.find("t"_id)->text(Key<Text>{"colour"}) == "[…] green");
  CHECK(std::get<Unread>(*paper.plan.find("a"_id)->find("planned-start")).text == "when […] comes");
  CHECK(paper.plan.find("e"_id)->text(Key<Text>{"status"}) == "[…] left");
}

TEST_CASE("an id is another one in papers if it says what was masked in the texts of its element") {
  const std::string quiet = R"(<activity id="quiet" title="Quiet lunch in Larnaca" classification="core"/>)";
  const PaperPlan paper = paperOf(quiet + R"(
    <activity id="prep-larnaca" title="After the Quiet lunch in Larnaca"/>
    <activity id="after-it" title="After it"/>)");
  CHECK(paper.plan.find("masked-1"_id));
  CHECK(paper.plan.find("after-it"_id));
}

TEST_CASE("papers below the team say nothing of other audiences") {
  const PaperPlan paper = paperOf(R"(
    <audience id="d" name="Donors" level="partners" classification="public"/>
    <activity id="a" title="Donors meet" classification="public"/>)",
                                  Classification::partners);
  CHECK(
      documents::shownTo(paper.plan, Classification::partners, *parseDay("2024-06-01")).all(KindId::audience).empty());
  CHECK(paper.plan.find("a"_id)->title() == "Donors meet");
}

namespace {

std::vector<std::string> told(const std::vector<Message>& notes) {
  std::vector<std::string> texts;
  for (const Message& note : notes) texts.push_back(plainText(note));
  return texts;
}

}  // namespace

TEST_CASE("of a paper is told what stands in it and nothing else") {
  const PaperPlan paper = paperOf(R"(
    <actor id="z" name="Qasim Zubaydi" type="person" classification="core"/>
    <activity id="a" title="Lunch with Zubaydi" outputs="A word of Zoubeidi"/>
    <activity id="b" title="Talk" outputs="Zubaydi agreed"><notes>Mr Zoubeidi &amp; others</notes></activity>
    <activity id="meet-zubaydi" title="Round one"/>)");
  using Texts = std::vector<std::string>;
  const std::string masked = "a, Title: “Zubaydi” is masked; these readers may not see whose name it is.";
  const std::string stands =
      "Words of a name that these readers may not see, or words that sound like it, still stand; look at them before "
      "you hand it out. Qasim Zubaydi: “Zoubeidi” – ";
  CHECK(paper.notes.all().size() == 4);
  CHECK(told(paper.notes.of("Round one, Talk")).empty());
  CHECK(told(paper.notes.of("<td>Lunch\n<b>with</b> […]</td>")) == Texts{masked});
  CHECK(told(paper.notes.of("BEGIN\r\nSUMMARY:Lunch wi\r\n th […]\r\n")) == Texts{masked});
  CHECK(told(paper.notes.of("{\"notes\":\"Mr\\nZoubeidi & others\"}")) == Texts{stands + "b, Notes"});
  CHECK(told(paper.notes.of("… Zoubeidi")) == Texts{stands + "a, Outputs, b, Notes"});
  CHECK(told(paper.notes.of("see masked-1")).size() == 1);
  CHECK(
      told(paper.notes.of(std::nullopt)) ==
      Texts{"Names are masked in what these readers may see of the plan: 3 places; words of such names may still "
            "stand there: 2 places. What of that this file holds cannot be told; look at it before you hand it out."});
}
