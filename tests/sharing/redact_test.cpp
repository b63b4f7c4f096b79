#include "sharing/redact.h"

#include "support/canaries.h"
#include "support/plan_text.h"
#include "xml/read.h"
#include "xml/write.h"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::sharing;
using testing::planAsRead;

namespace {

const Day day = *parseDay("2013-12-01");
constexpr const char* seed = "0123456789abcdef0123456789abcdef";

Redacted copyFor(const Plan& plan, Audience audience, std::vector<std::string> keep = {}) {
  return redact(plan, {std::move(audience), day, seed, std::move(keep)});
}

std::string textOf(const Plan& plan, Audience audience) { return xml::write(copyFor(plan, std::move(audience)).plan); }

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t removed(const Redacted& copy, KindId kind) { return copy.report.removed[static_cast<std::size_t>(kind)]; }

const Element& only(const Plan& plan, KindId kind) {
  REQUIRE(plan.all(kind).size() == 1);
  return *plan.all(kind).front();
}

Audience treatedAs(Generalisation how, Classification level = Classification::team) {
  Audience audience(level);
  audience.treatment = how;
  return audience;
}

const char* valley = R"(
  <track id="t1" name="Official" level="1" order="2" classification="public"/>
  <track id="t2" name="Hidden line" level="1.5" order="5"/>
  <track id="t3" name="Villages" level="3" order="9" classification="public"/>
  <actor id="gov" name="Government" type="state" classification="public"/>
  <actor id="ali" name="Ali al-Tamimi" aliases="Abu Hasan; علي التميمي" type="person" layer="secondary" classification="core"/>
  <actor id="ngo" name="River Trust" type="ngo" classification="partners"/>
  <activity id="a1" title="Round one" tracks="t1 t2" lead="ali" venue="Old mill" outputs="A list by Abu Hasan and the Tamimi family" classification="public" planned-start="2014-01-15" budget="12345 EUR"><notes>كتبها التميمي</notes></activity>
  <activity id="a2" title="Quiet dinner at the lake" tracks="t2"/>
  <participation id="p1" who="gov" in="a1" classification="public"/>
  <participation id="p2" who="ali" in="a1" classification="public"/>
  <event id="e1" title="After the quiet dinner at the lake" date="2013-10-02" about="a2" classification="public"/>
  <comment id="c1" about="a1"><text>Tell nobody</text></comment>
)";

}  // namespace

TEST_CASE("a copy has what the audience may see, under other ids") {
  const Redacted copy = copyFor(planAsRead(valley), Classification::open);
  CHECK(copy.plan.all(KindId::track).size() == 2);
  CHECK(only(copy.plan, KindId::actor).title() == "Government");
  CHECK(only(copy.plan, KindId::participation).ref(key::linkWho) == only(copy.plan, KindId::actor).id());
  CHECK(copy.plan.all(KindId::comment).empty());
  CHECK(removed(copy, KindId::actor) == 2);
  CHECK(removed(copy, KindId::participation) == 1);
  CHECK(removed(copy, KindId::comment) == 1);
  const Element& round = only(copy.plan, KindId::activity);
  CHECK_FALSE(round.has(key::lead.number));
  REQUIRE(round.refs(key::tracks).size() == 1);
  CHECK(copy.plan.find(round.refs(key::tracks)[0])->title() == "Official");
  for (const char* id : {"t1", "t3", "gov", "a1", "p1", "e1"}) CHECK_FALSE(copy.plan.find(*ElementId::parse(id)));
}

TEST_CASE("an audience may see more or less than its level") {
  Audience audience(Classification::open);
  audience.include = {"ngo"_id};
  audience.exclude = {"t3"_id};
  const Redacted copy = copyFor(planAsRead(valley), audience);
  CHECK(copy.plan.all(KindId::actor).size() == 2);
  CHECK(only(copy.plan, KindId::track).title() == "Official");
  // What is shown although its level is higher has the level of the copy, so that papers made of it show it, too.
  for (const ElementPtr& actor : copy.plan.all(KindId::actor)) CHECK(classificationOf(*actor) == Classification::open);
}

TEST_CASE("levels of fields that stay go with them, and nothing tells of fields that are gone") {
  const Plan plan = planAsRead(
      R"(<activity id="a" title="A" venue="Mill" outputs="List" classification="public" field-levels="venue:core; outputs:partners; notes"/>)");
  const Plan partners = copyFor(plan, Classification::partners).plan;
  CHECK_FALSE(only(partners, KindId::activity).has(key::venue.number));
  CHECK(*only(partners, KindId::activity).get(Key<Texts>{"field-levels"}) == Texts{"outputs:partners"});
  CHECK_FALSE(only(copyFor(plan, Classification::open).plan, KindId::activity).has("field-levels"));
}

TEST_CASE("what is meant to be hidden in words that do not read leaves no trace in a copy") {
  const Plan plan = planAsRead(
      R"(<activity id="a" title="A" venue="Mill" classification="public" field-levels="vennue:core"/>
    <activity id="b" title="B" venue="Lake" classification="public" field-levels="Venue:core notes:core"/>)");
  const std::string copy = textOf(plan, Classification::team);
  CHECK_FALSE(has(copy, "Mill"));
  CHECK_FALSE(has(copy, "Lake"));
  CHECK(only(copyFor(plan, Classification::team).plan, KindId::activity).title() == "B");
}

TEST_CASE("an audience that does not read is shown little") {
  const Plan plan = planAsRead(R"(<audience id="a" name="Donors" level="friends" generalise="somehow"/>
    <audience id="b" name="Partners" level="partners" include="a" exclude="b" generalise="pseudonym"/>)");
  const Audience odd = audienceOf(*plan.find("a"_id));
  CHECK(odd.level == Classification::open);
  CHECK(odd.treatment == Generalisation::remove);
  const Audience partners = audienceOf(*plan.find("b"_id));
  CHECK(partners.level == Classification::partners);
  CHECK(partners.treatment == Generalisation::pseudonym);
  CHECK(partners.include == Refs{"a"_id});
  CHECK(partners.exclude == Refs{"b"_id});
}

TEST_CASE("places tell of no gaps, and other seeds give other ids and order") {
  const Plan plan = planAsRead(valley);
  const Plan copy = copyFor(plan, Classification::open).plan;
  std::vector<Integer> places;
  for (const ElementPtr& track : copy.all(KindId::track)) places.push_back(*track->get(key::order));
  std::ranges::sort(places);
  CHECK(places == std::vector<Integer>{1, 2});
  const Plan other = redact(plan, {Classification::open, day, "another seed of some length"}).plan;
  CHECK(other.size() == copy.size());
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : copy.all(kind.id))
      if (kind.id != KindId::plan) CHECK_FALSE(other.find(element->id()));
  CHECK(xml::write(copy) == textOf(plan, Classification::open));
}

TEST_CASE("names of removed actors are masked in texts, however they are spelt, unless they are kept") {
  const Plan plan = planAsRead(valley);
  const Redacted copy = copyFor(plan, Classification::open);
  const Element& round = only(copy.plan, KindId::activity);
  CHECK(round.text(key::outputs) == "A list by […] and the […] family");
  CHECK(round.text(key::notes) == "كتبها […]");
  CHECK(only(copy.plan, KindId::event).title() == "After the […]");
  REQUIRE(copy.report.places.size() == 4);
  CHECK(copy.report.places[0].element == "a1"_id);
  CHECK(copy.report.places[0].name == "Abu Hasan");
  CHECK(copy.report.places[0].masked);
  const Redacted kept = copyFor(plan, Classification::open, {"abu hasan", "Quiet dinner at the lake"});
  CHECK(only(kept.plan, KindId::activity).text(key::outputs) == "A list by Abu Hasan and the […] family");
  CHECK(only(kept.plan, KindId::event).title() == "After the quiet dinner at the lake");
  REQUIRE(kept.report.places.size() == 4);
  CHECK_FALSE(kept.report.places[0].masked);
}

namespace {

/// Which words still stand of which names, as the report has them.
std::vector<std::string> standingIn(const Redacted& copy) {
  std::vector<std::string> standing;
  for (const NamePlace& place : copy.report.standing) standing.push_back(place.name + ": " + place.found);
  return standing;
}

using Standing = std::vector<std::string>;

}  // namespace

TEST_CASE("words of removed names that readers see elsewhere stay, and the report lists where they still stand") {
  const Redacted copy = copyFor(planAsRead(R"(
    <actor id="kd" name="General Khalid Dosari, deputy minister" type="person" classification="core"/>
    <actor id="kh" name="Khalid Haddad" type="person" classification="public"/>
    <activity id="a" title="Khalid Dosari met Khalid Haddad" outputs="Khalid agreed, the deputy too" classification="public"/>)"),
                                Classification::open);
  CHECK(only(copy.plan, KindId::activity).title() == "[…] met Khalid Haddad");
  CHECK(only(copy.plan, KindId::activity).text(key::outputs) == "Khalid agreed, the deputy too");
  CHECK(standingIn(copy) == Standing{"General Khalid Dosari, deputy minister: Khalid"});
}

namespace {

/// A copy of a plan in which these texts speak of somebody whom its readers do not see.
Redacted copySpeaking(const std::string& actor, const std::vector<std::string>& texts) {
  std::string plan = "<actor id=\"zq\" " + actor + " classification=\"core\"/>";
  for (std::size_t i = 0; i < texts.size(); ++i)
    plan += "\n<activity id=\"a" + std::to_string(i) + "\" title=\"Talk\" classification=\"public\"><notes>" +
            texts[i] + "</notes></activity>";
  return copyFor(planAsRead(plan), Classification::open);
}

std::multiset<std::string> notesIn(const Redacted& copy) {
  std::multiset<std::string> notes;
  for (const ElementPtr& activity : copy.plan.all(KindId::activity)) notes.emplace(activity->text(key::notes));
  return notes;
}

}  // namespace

TEST_CASE("one mention in small letters unmasks nobody, and an actor without a type may be a person") {
  const std::vector<std::string> texts = {"We saw Mr Testperson then", "Z. Testperson came", "Testperson",
                                          "we saw testperson there"};
  for (const char* type : {"", "type=\"person\"", "type=\"other\"", "type=\"no-such-word\""})
    CHECK(notesIn(copySpeaking("name=\"Zarqun Testperson\" " + std::string(type), texts)) ==
          std::multiset<std::string>{"We saw Mr […] then", "[…] came", "[…]", "we saw […] there"});
  CHECK(notesIn(copySpeaking("name=\"Zarqun Testperson\" type=\"person\"", {"Zarqun came", "with zarqun"})) ==
        std::multiset<std::string>{"[…] came", "with […]"});
}

TEST_CASE("a name that texts mostly write small is listed wherever it stands") {
  const Redacted copy = copySpeaking("name=\"Zarqun Testperson\"", {"with zarqun, of zarqun", "Zarqun came"});
  CHECK(notesIn(copy) == std::multiset<std::string>{"with zarqun, of zarqun", "Zarqun came"});
  CHECK(standingIn(copy) ==
        Standing{"Zarqun Testperson: zarqun", "Zarqun Testperson: zarqun", "Zarqun Testperson: Zarqun"});
  const Redacted army =
      copySpeaking("name=\"Brigade Kraitborough\" type=\"armed-group\"", {"From Kraitborough", "from kraitborough"});
  CHECK(standingIn(army).size() == 2);
}

TEST_CASE("an organisation without a type is not called by words that others have in their names") {
  const Redacted copy =
      copySpeaking("name=\"National Salvation Government\"", {"The Salvation Government, a government and Government"});
  CHECK(notesIn(copy) == std::multiset<std::string>{"The […], a government and Government"});
}

TEST_CASE("single Arabic words of removed names stay and are listed, whatever is written onto them") {
  const auto listed = [](const std::string& name, const std::string& type, const std::string& text) {
    const Redacted copy = copyFor(planAsRead("<actor id=\"x\" name=\"" + name + "\" type=\"" + type +
                                             "\" classification=\"core\"/>\n<activity id=\"a\" title=\"" + text +
                                             R"(" classification="public"/>)"),
                                  Classification::open);
    CHECK(only(copy.plan, KindId::activity).title() == text);
    return standingIn(copy) == Standing{name + ": " + text};
  };
  for (const char* text :
       {"خالد", "وخالد", "لخالد", "بخالد", "كخالد", "وبخالد", "ولخالد", "فلخالد", "خَالِد", "وَلِخَالِدٍ", "خـالد"})
    CHECK(listed("خالد منصور الدوسري", "person", text));
  for (const char* text : {"المساواة", "والمساواة", "للمساواة", "بالمساواة", "وبالمساواة", "مساواة", "المُساواه",
                           "العدل", "وعدل", "بالعَدْل", "وللعدل"})
    CHECK(listed("حركة العدل والمساواة", "armed-organisation", text));
  for (const char* text : {"فتح", "وفتح", "بفتح", "لفَتْح"}) CHECK(listed("حركة فتح", "political-party", text));
}

TEST_CASE("a name inside a longer word stays and is listed, unless readers see that word as a name") {
  const std::string zarqun = "name=\"Zarqun Testperson\" aliases=\"زرقون التستبرسون\" type=\"person\"";
  for (const char* text : {"minuteszarquntestperson.pdf", "testpersonian", "تستبرسونية", "antizarqun"}) {
    const Redacted copy = copySpeaking(zarqun, {text});
    CHECK(notesIn(copy) == std::multiset<std::string>{text});
    CHECK(standingIn(copy).size() == 1);
  }
  CHECK(standingIn(copySpeaking("name=\"Grace Roman\" type=\"person\"", {"disgrace, with grace, aromatic"})).size() ==
        1);
  CHECK(standingIn(copySpeaking("name=\"Brigade National\" type=\"military\"", {"International"})).empty());
  CHECK(
      standingIn(copySpeaking("name=\"Zarqunia\" classification=\"public\"/>\n<actor id=\"z\" " + zarqun, {"Zarqunia"}))
          .empty());
}

TEST_CASE("words that are a name in another spelling are masked, whichever they are") {
  const Redacted copy =
      copySpeaking("name=\"Zarqun Testperson\" aliases=\"Abu Fanous\" type=\"person\"",
                   {"ZarqunTestperson", "#ZarqunTestperson", "TestpersonZarqun", "AbuFanous", "zarqun%20testperson",
                    "Zarqun1", "Testperson2021", "Zar-qun", "Test-&#10;person"});
  for (const std::string& text : notesIn(copy)) CHECK(text == (text.front() == '#' ? "#[…]" : "[…]"));
  CHECK(standingIn(copy).empty());
}

TEST_CASE("words that only sound like a removed name stay and are listed") {
  const Redacted copy = copyFor(planAsRead(R"(
    <actor id="z" name="Qasim Zubaydi" aliases="قاسم الزبيدي" type="person" classification="core"/>
    <activity id="a" title="With Zoubeidi, not with Zubaydi" outputs="Desert and zebedee" classification="public"/>)"),
                                Classification::open);
  CHECK(only(copy.plan, KindId::activity).title() == "With Zoubeidi, not with […]");
  CHECK(standingIn(copy) == Standing{"Qasim Zubaydi: Zoubeidi"});
}

TEST_CASE("a removed name that also somebody bears whom readers see stays and is listed") {
  const Redacted copy = copyFor(planAsRead(R"(
    <actor id="lna" name="Army" aliases="Khalifa Haftar" classification="public"/>
    <actor id="kh" name="Khalifa Haftar" type="person" classification="core"/>
    <activity id="a" title="Dinner with Khalifa Haftar" outputs="Haftar’s yes" classification="public"/>)"),
                                Classification::open);
  CHECK(only(copy.plan, KindId::activity).title() == "Dinner with Khalifa Haftar");
  CHECK(standingIn(copy) ==
        Standing{"Khalifa Haftar: Khalifa Haftar", "Khalifa Haftar: Khalifa Haftar", "Khalifa Haftar: Haftar"});
}

TEST_CASE("short titles of what was removed are masked if they say what is meant, and listed if not") {
  const Redacted copy = copyFor(planAsRead(R"(
    <activity id="s" title="Silo"/>
    <activity id="r" title="Round one"/>
    <body id="b" title="Maron Council"/>
    <activity id="a" title="After Silo and Round one" outputs="Maron Council, the Council of Maron" classification="public"/>)"),
                                Classification::open);
  CHECK(only(copy.plan, KindId::activity).title() == "After […] and Round one");
  CHECK(only(copy.plan, KindId::activity).text(key::outputs) == "[…], the Council of Maron");
  CHECK(standingIn(copy) == Standing{"Round one: Round one", "Maron Council: Maron"});
}

TEST_CASE("what the title of the plan says is no name of a removed organisation or activity") {
  Plan plan = planAsRead(R"(
    <track id="t" name="Havana"/>
    <activity id="a" title="Back in Havana" classification="public"/>)");
  Element root = plan.root();
  root.set(key::title, Text("The Havana talks"));
  const Redacted copy = copyFor(plan.with(root), Classification::open);
  CHECK(only(copy.plan, KindId::activity).title() == "Back in Havana");
  CHECK(standingIn(copy).size() == 2);
}

TEST_CASE("invented names stand for parts of names, too, and what is left is listed") {
  const Plan plan = planAsRead(R"x(
    <actor id="ht" name="Sheikh Hamdan al-Tamimi (Abu Nasr)" type="person"/>
    <activity id="a" title="Lunch" outputs="A paper by Hamdan al-Tamimi, a word of Tamimi; Humdaan"/>)x");
  const Redacted copy = copyFor(plan, treatedAs(Generalisation::pseudonym));
  const std::string name(only(copy.plan, KindId::actor).title());
  CHECK(only(copy.plan, KindId::activity).text(key::outputs) ==
        "A paper by " + name + ", a word of " + name + "; Humdaan");
  CHECK(standingIn(copy) == Standing{"Sheikh Hamdan al-Tamimi (Abu Nasr): Humdaan"});
  REQUIRE_FALSE(copy.report.standing.empty());
  CHECK(copy.report.standing[0].element == "a"_id);
}

TEST_CASE("a copy for the whole team still has no history and says nothing of other readers") {
  const Plan plan = planAsRead(std::string(valley) + R"(
    <audience id="x" name="Donors" level="partners" exclude="ali"/>
    <copy id="y" recipient="Somebody" audience="x" date="2013-01-01"/>
    <waiver id="w" rule="GAP-NO-LINK" elements="t1 t3" reason="known" fingerprint="abc"/>)");
  Element root = plan.root();
  root.set(FieldNumber("revisions"), Texts{"ab", "cd"});
  const Redacted copy = copyFor(plan.with(root), Classification::core);
  CHECK(copy.plan.all(KindId::audience).empty());
  CHECK(copy.plan.all(KindId::copy).empty());
  CHECK_FALSE(copy.plan.root().has("revisions"));
  CHECK_FALSE(only(copy.plan, KindId::waiver).has("fingerprint"));
  CHECK(copy.plan.all(KindId::actor).size() == 3);
  CHECK(copy.report.places.empty());
}

TEST_CASE("own words without their meaning become the word they behave like, or go") {
  const Plan plan = planAsRead(R"(
    <term id="w" vocabulary="activity-type" name="shura" label="Shura" like="shuttle"/>
    <term id="v" vocabulary="activity-type" name="majlis" label="Majlis"/>
    <activity id="a" title="A" type="shura" classification="public"/>
    <activity id="b" title="B" type="majlis" classification="public"/>)");
  const std::string text = textOf(plan, Classification::open);
  CHECK(has(text, "type=\"shuttle\""));
  CHECK_FALSE(has(text, "shura"));
  CHECK_FALSE(has(text, "majlis"));
  CHECK(has(textOf(plan, Classification::team), "type=\"shura\""));
  CHECK_FALSE(has(textOf(plan, treatedAs(Generalisation::remove)), "shura"));
}

TEST_CASE("what does not read stays with the fewest and does not go out") {
  const Plan plan = planAsRead(R"(<activity id="a" title="A" classification="secret" planned-start="soon"/>)");
  const Plan core = copyFor(plan, Classification::core).plan;
  CHECK(classificationOf(only(core, KindId::activity)) == Classification::core);
  CHECK_FALSE(only(core, KindId::activity).has(key::plannedStart.number));
  CHECK(copyFor(plan, Classification::team).plan.all(KindId::activity).empty());
}

TEST_CASE("levels of single fields that do not read do not go out, and open nothing") {
  const Redacted copy = copyFor(planAsRead(R"(
    <activity id="a" title="Round one" field-levels="nots:core" classification="public"/>
    <activity id="b" title="Round two" field-levels="venue:secrt" classification="public"/>)"),
                                Classification::core);
  const auto read = xml::read(xml::write(copy.plan));
  CHECK(read.problems.empty());
  CHECK(copy.report.values.unknown == 2);
  for (const ElementPtr& activity : copy.plan.all(KindId::activity)) {
    const bool first = activity->title() == "Round one";
    CHECK(classificationOf(*activity) == (first ? Classification::core : Classification::open));
    CHECK(activity->has(FieldNumber("field-levels")) == !first);
  }
}

TEST_CASE("names can be made general: roles for names, months for days, round amounts, no texts") {
  const Redacted copy = copyFor(planAsRead(valley), treatedAs(Generalisation::generalise, Classification::open));
  CHECK(copy.plan.root().title() == "Plan");
  CHECK(only(copy.plan, KindId::actor).title() == "Actor 1 (country or state), track 1");
  const Element& round = only(copy.plan, KindId::activity);
  CHECK(round.get(key::plannedStart)->text() == "2014-01");
  CHECK(round.get(key::budget)->thousandths == 10'000'000);
  CHECK_FALSE(round.has(key::venue.number));
  CHECK_FALSE(round.has(key::notes.number));
  CHECK(copy.report.values.dates == 2);
  CHECK(copy.report.values.amounts == 1);
  CHECK(copy.report.textsLeft == 0);
}

TEST_CASE("names and exact dates can be left out") {
  const Redacted copy = copyFor(planAsRead(valley), treatedAs(Generalisation::remove));
  for (const char* name : {"Official", "Government", "River", "Old mill", "2014-01-15", "12345"})
    CHECK_FALSE(has(xml::write(copy.plan), name));
  CHECK(has(xml::write(copy.plan), "name=\"Actor 1\""));
  CHECK(only(copy.plan, KindId::event).get(key::date)->text() == "2013-10");  // an event needs a date
}

TEST_CASE("names can be replaced: the same throughout a copy, others in another") {
  const Plan plan = planAsRead(R"(
    <actor id="ali" name="Ali al-Tamimi" aliases="Abu Hasan"/>
    <actor id="front" name="The Front" side="Ali al-Tamimi"/>
    <body id="b" title="Assembly"/>
    <seat id="s1" body="b" component="Party bench"/>
    <quota id="q" group="g" body="b" component="Party bench"/>
    <group id="g" name="Women"/>
    <activity id="a" title="Dinner" outputs="A word by Abu Hasan and at-Tamimi, Ali" planned-start="2014-01-15"/>)");
  Audience audience = treatedAs(Generalisation::pseudonym);
  const Plan copy = copyFor(plan, audience).plan;
  const Plan other = redact(plan, {audience, day, "another seed of some length"}).plan;
  std::set<std::string> names, others;
  for (const ElementPtr& actor : copy.all(KindId::actor)) names.emplace(actor->title());
  for (const ElementPtr& actor : other.all(KindId::actor)) others.emplace(actor->title());
  CHECK(names.size() == 2);
  CHECK(names != others);
  const std::string text(only(copy, KindId::activity).text(key::outputs));
  CHECK_FALSE(has(text, "Hasan"));
  CHECK(std::ranges::any_of(names, [&](const std::string& name) { return has(text, "A word by " + name); }));
  for (const ElementPtr& actor : copy.all(KindId::actor))
    if (actor->has(key::side.number)) CHECK(names.contains(std::string(actor->text(key::side))));
  const Key<Text> component = key::component;
  CHECK(only(copy, KindId::seat).text(component) == only(copy, KindId::quota).text(component));
  CHECK_FALSE(has(xml::write(copy), "bench"));
  CHECK(has(xml::write(copy), "2014-01-15"));
}

TEST_CASE("the report names who may still be told by what stays") {
  const Plan plan = planAsRead(std::string(valley) + R"(
    <body id="b" title="Council" count="12" classification="public"/>
    <seat id="s1" body="b" held-by="gov" classification="public"/>
    <seat id="s2" body="b" held-by="gov"/>
    <activity id="a3" title="Walk" lead="ali" classification="public"/>)");
  const Redacted copy = copyFor(plan, Classification::open);
  std::vector<std::string> risks;
  for (const Message& risk : copy.report.risks) risks.push_back(plainText(risk, &plan));
  const auto told = [&](const std::string& text) { return std::ranges::find(risks, text) != risks.end(); };
  CHECK(told("Ali al-Tamimi is the only one who has to do with Walk: who knows that can tell who is missing."));
  CHECK(told("Council has its size in the copy and not all its seats: the difference can be counted."));
  CHECK(std::ranges::none_of(risks, [](const std::string& risk) { return has(risk, "Round one"); }));
  const Redacted weak = redact(plan, {Classification::open, day, "short"});
  CHECK(plainText(weak.report.risks.back()) == "The seed is short: who guesses it can prove which element is which.");
}

TEST_CASE("nothing that the readers may not see stands in the copy, whatever kind and field it stood in") {
  for (const Classification level : {Classification::open, Classification::partners, Classification::team}) {
    const testing::CanaryPlans plans(level);
    const Redacted copy = copyFor(plans.whole(), level);
    const std::string text = xml::write(copy.plan);
    for (const std::string& canary : testing::canaries()) {
      INFO("level " << static_cast<int>(level) << ": " << canary << " in " << text);
      CHECK_FALSE(has(text, canary));
    }
    INFO("what was removed leaves no trace");
    CHECK(text == textOf(plans.seen(), level));
    CHECK(has(text, "Open activity title"));
  }
}
