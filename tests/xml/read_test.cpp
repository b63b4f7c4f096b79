#include "xml/read.h"

#include "xml/write.h"

#include <catch2/catch.hpp>

using namespace trackloom;

namespace {

xml::Reading readBody(const std::string& body, const std::string& attributes = "") {
  return xml::read("<plan xmlns=\"urn:trackloom:plan:1\" version=\"1\"" + attributes + ">\n" + body + "\n</plan>\n");
}

/// The plan of a body that must have no problems.
Plan planOf(const std::string& body) {
  xml::Reading reading = readBody(body);
  REQUIRE(reading.plan);
  INFO((reading.problems.empty() ? "" : plainText(reading.problems.front().what)));
  REQUIRE(reading.problems.empty());
  return *std::move(reading.plan);
}

/// The one problem of a body, as text.
std::string problemOf(const std::string& body) {
  const xml::Reading reading = readBody(body);
  REQUIRE(reading.plan);
  REQUIRE(reading.problems.size() == 1);
  return plainText(reading.problems.front().what);
}

std::string refusalOf(std::string_view bytes) {
  const xml::Reading reading = xml::read(bytes);
  REQUIRE_FALSE(reading.plan);
  REQUIRE(reading.refusal);
  REQUIRE(reading.refusal->line >= 1);
  REQUIRE_FALSE(plainText(reading.toDo).empty());
  return plainText(reading.refusal->what);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("fields are read as their types") {
  const Plan plan = planOf(
      "<tracks><track id=\"t\" name=\"One\" level=\"1.5\"/></tracks>"
      "<activities><activity id=\"a\" title=\"Talks &amp; more\" tracks=\"t u\" planned-start=\"2013-Q2~\" "
      "duration=\"12\" "
      "budget=\"12.50 EUR\"><notes>Long\n  text</notes></activity></activities>");
  const Element& activity = *plan.find("a"_id);
  REQUIRE(activity.text(key::title) == "Talks & more");
  REQUIRE(activity.refs(key::tracks).size() == 2);
  REQUIRE(activity.get(key::plannedStart)->text() == "2013-Q2~");
  REQUIRE(*activity.get(key::duration) == 12);
  REQUIRE(activity.get(key::budget)->thousandths == 12500);
  REQUIRE(activity.text(key::notes) == "Long\n  text");
  REQUIRE(plan.find("t"_id)->is(key::level, TrackLevel::semiOfficial));
}

TEST_CASE("sections may stand in any order, and more than once") {
  const Plan plan = planOf(
      "<actors><actor id=\"b\"/></actors><tracks><track id=\"t\"/></tracks><actors><actor id=\"c\"/><actor "
      "id=\"a\"/></actors>");
  REQUIRE(plan.all(KindId::actor).size() == 3);
  REQUIRE(plan.all(KindId::actor)[0]->id() == "a"_id);
  REQUIRE(plan.all(KindId::track).size() == 1);
}

TEST_CASE("long fields may stand as attributes and short ones as elements") {
  const Plan plan =
      planOf("<actors><actor id=\"a\" notes=\"n\"><name> N </name><name xml:lang=\"ar\">م</name></actor></actors>");
  const Element& actor = *plan.find("a"_id);
  REQUIRE(actor.text(key::notes) == "n");
  REQUIRE(actor.text(key::name) == "N");
  REQUIRE(actor.text(key::name, "ar") == "م");
  REQUIRE(has(
      xml::write(plan),
      "    <actor id=\"a\" name=\"N\">\n      <notes>n</notes>\n      <name xml:lang=\"ar\">م</name>\n    </actor>\n"));
}

TEST_CASE("the plan element has its own fields, and usually no id") {
  const xml::Reading reading =
      readBody("<context>C</context><title xml:lang=\"fr\">T</title>", " title=\"P\" as-of=\"2013-12-01\"");
  REQUIRE(reading.problems.empty());
  REQUIRE(reading.plan->root().id() == "plan"_id);
  REQUIRE(reading.plan->root().title("fr") == "T");
  REQUIRE(asOfDay(*reading.plan) == parseDay("2013-12-01"));
  REQUIRE(readBody("", " id=\"mine\"").plan->root().id() == "mine"_id);
  REQUIRE(readBody("", " id=\"1\"").problems.size() == 1);
}

TEST_CASE("a team's own words are known wherever their section stands") {
  const std::string terms =
      "<terms><term id=\"w\" vocabulary=\"activity-type\" name=\"vigil\" like=\"dialogue\"/></terms>";
  const std::string use = "<activities><activity id=\"a\" type=\"vigil\"/></activities>";
  for (const std::string& body : {use + terms, terms + use}) {
    const xml::Reading reading = readBody(body);
    REQUIRE(reading.plan->find("a"_id)->get(key::type));
    REQUIRE(reading.plan->find("a"_id)->get(key::type)->own == "vigil"_id);
  }
  REQUIRE(readBody(use).plan->find("a"_id)->unread(key::type.number));
}

TEST_CASE("a level of a field that does not read is told, with what follows and what to write") {
  const auto told = [](const char* levels) {
    const xml::Reading reading = readBody("<activities>\n<activity id=\"a\" title=\"T\" field-levels=\"" +
                                          std::string(levels) + "\"/></activities>");
    std::string all;
    for (const xml::Problem& problem : reading.problems)
      all += std::to_string(problem.line) + ": " + plainText(problem.what, &*reading.plan) + '\n';
    return all;
  };
  CHECK(told("venue:core, Notes:Team").empty());
  CHECK(
      told("venue:core; vennue=core") ==
      "3: “vennue=core” in “Levels of single fields” of “T” (Activity) names none of its fields. Nobody can tell what "
      "it is meant to hide, so only core sees “T” at all. Write a field and a level, such as notes:core.\n");
  CHECK(
      told("venue:friends") ==
      "3: “venue:friends” in “Levels of single fields” of “T” says no level that there is; only core sees that field. "
      "Write public, partners, team or core behind it, such as notes:core.\n");
}

TEST_CASE("a value that does not read is kept, and the problem says what stands where and what belongs there") {
  const xml::Reading reading = readBody(
      "<activities>\n<activity id=\"a\" title=\"T\" duration=\"about a week, perhaps more, perhaps much more than "
      "that\"/></activities>");
  REQUIRE(reading.problems.size() == 1);
  const xml::Problem& problem = reading.problems.front();
  REQUIRE(problem.line == 3);
  REQUIRE(problem.element == "a"_id);
  const std::string text = plainText(problem.what, &*reading.plan);
  REQUIRE(has(text, "“Duration” of “T” is “about a week, perhaps more, perhaps much…”"));
  REQUIRE(has(text, "a whole number from 0"));
  REQUIRE(reading.plan->find("a"_id)->unread(key::duration.number));
  REQUIRE(has(xml::write(*reading.plan), "duration=\"about a week, perhaps more, perhaps much more than that\""));
}

TEST_CASE("missing, invalid and repeated ids are replaced, the same way each time") {
  const std::string body =
      "<tracks><track name=\"none\"/><track id=\"not an id\"/><track id=\"t\"/></tracks><actors><actor "
      "id=\"t\"/><actor id=\"plan\"/></actors>";
  const xml::Reading reading = readBody(body);
  REQUIRE(reading.problems.size() == 4);
  REQUIRE(reading.plan->size() == 6);
  REQUIRE(reading.plan->find("t"_id)->kind() == KindId::track);
  REQUIRE(xml::write(*reading.plan) == xml::write(*readBody(body).plan));
  REQUIRE(xml::read(xml::write(*reading.plan)).problems.empty());
}

TEST_CASE("what stands twice counts once, and is said") {
  const xml::Reading attribute =
      readBody("<tracks><track id=\"t\" name=\"first\" level=\"1\" name=\"second\"/></tracks>");
  REQUIRE(attribute.problems.size() == 1);
  REQUIRE(attribute.plan->find("t"_id)->text(key::name) == "first");
  REQUIRE(has(xml::write(*attribute.plan), "<!-- name=\"second\" -->"));
  REQUIRE(
      has(xml::write(*readBody("<tracks><track id=\"t\" x:a=\"1\" x:a=\"2\"/></tracks>").plan), "<!-- x:a=\"2\" -->"));
  const std::string twice = xml::write(*xml::read("<plan xmlns=\"urn:trackloom:plan:1\" version=\"1\" title=\"A\" "
                                                  "title=\"B\" country=\"C\" country=\"D\"/>")
                                            .plan);
  REQUIRE(has(twice, "title=\"B\""));
  REQUIRE(xml::write(*xml::read(twice).plan) == twice);
  const xml::Reading child =
      readBody("<tracks><track id=\"t\"><notes>first</notes><notes>second</notes></track></tracks>");
  REQUIRE(child.problems.size() == 1);
  REQUIRE(child.plan->find("t"_id)->text(key::notes) == "first");
  REQUIRE(has(xml::write(*child.plan), "<notes>second</notes>"));
  REQUIRE(has(problemOf("<tracks><track id=\"t\" x:a=\"1\" x:a=\"2\"/></tracks>"), "twice"));
}

TEST_CASE("names that are misspelt are kept, and said") {
  REQUIRE(has(problemOf("<activities><activity id=\"a\" planed-start=\"2027\"/></activities>"),
              "“planed-start” is not a field of “a” (Activity)"));
  REQUIRE(
      has(problemOf("<activities><activity id=\"a\"><note>x</note></activity></activities>"), "“note” is not a field"));
  REQUIRE(has(problemOf("<activities><activty id=\"a\"/></activities>"), "“activty” is nothing this version knows"));
  REQUIRE(has(problemOf("<transfres/>"), "“transfres” is nothing this version knows"));
}

TEST_CASE("known elements in places that are not theirs are kept and said") {
  REQUIRE(has(problemOf("<tracks><actor id=\"a\"/></tracks>"), "“actor” stands where it does not belong"));
  REQUIRE(has(problemOf("<actor id=\"a\"/>"), "“actor” stands where it does not belong"));
  REQUIRE(has(problemOf("<tracks>stray</tracks>"), "“stray”"));
  REQUIRE(has(problemOf("<tracks><track id=\"a\"><notes>a <b>bold</b> word</notes></track></tracks>"),
              "holds more than text"));
  REQUIRE(has(problemOf("<tracks><track id=\"a\"><level xml:lang=\"ar\">1</level></track></tracks>"),
              "no further languages"));
}

TEST_CASE("references to nothing are no problem of reading") {
  planOf("<dependencies><dependency id=\"d\" from=\"x\" to=\"y\"/></dependencies>");
}

TEST_CASE("elements of other namespaces are left alone") {
  const Plan plan = planOf(
      "<tracks><track xmlns=\"urn:other\" id=\"t\" level=\"odd\"/><x:track id=\"u\"/></tracks><tracks "
      "xmlns=\"urn:other\"/>");
  REQUIRE(plan.size() == 1);
  REQUIRE(has(xml::write(plan), "    <track xmlns=\"urn:other\" id=\"t\" level=\"odd\"/>\n    <x:track id=\"u\"/>\n"));
}

TEST_CASE("what is no plan is refused with a sentence that helps") {
  REQUIRE(has(refusalOf(""), "empty"));
  REQUIRE(has(refusalOf(" \n\t"), "empty"));
  REQUIRE(has(refusalOf("hello"), "not an XML file"));
  REQUIRE(has(refusalOf("<html/>"), "its first element is <html>"));
  REQUIRE(has(refusalOf("<plan version=\"1\"/>"), "namespace is missing"));
  REQUIRE(has(refusalOf("<t:plan xmlns:t=\"urn:trackloom:plan:1\" version=\"1\"/>"), "prefix"));
  REQUIRE(has(refusalOf("<plan xmlns=\"urn:other\"/>"), "urn:other"));
  REQUIRE(has(refusalOf("<plan xmlns=\"urn:trackloom:plan:2\"/>"), "newer"));
  REQUIRE(has(refusalOf(std::string(100, '\0')), "mostly zero bytes"));
  REQUIRE(has(refusalOf(std::string("\xFF\xFE<\0p\0", 6)), "UTF-16"));
  REQUIRE(has(refusalOf(std::string("<\0p\0l\0a\0", 8)), "UTF-16"));
  REQUIRE(has(refusalOf(std::string("\0\0\xFE\xFF", 4)), "UTF-32"));
  REQUIRE(has(refusalOf("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><plan title=\"\xE9\"/>"), "iso-8859-1"));
}

TEST_CASE("versions: none counts as the first, newer ones are refused") {
  const auto version = [](const std::string& text) {
    return xml::read("<plan xmlns=\"urn:trackloom:plan:1\"" + text + "/>");
  };
  REQUIRE(version("").plan);
  REQUIRE(version("").problems.size() == 1);
  REQUIRE(version(" version=\"1\"").problems.empty());
  REQUIRE(version(" version=\"1.7\"").plan);
  for (const char* newer : {"2", "2.0", "10", "99999999999999999999"}) {
    const xml::Reading reading = version(" version=\"" + std::string(newer) + "\"");
    REQUIRE_FALSE(reading.plan);
    REQUIRE(has(plainText(reading.refusal->what), "newer version"));
    REQUIRE(has(plainText(reading.toDo), "Update Trackloom"));
  }
  for (const char* none : {"", "one", "0", "-1", "1.", "1.x"})
    REQUIRE_FALSE(version(" version=\"" + std::string(none) + "\"").plan);
}

TEST_CASE("broken XML is refused in plain words, with its line") {
  const auto lineOf = [](const std::string& bytes) {
    const xml::Reading reading = xml::read(bytes);
    REQUIRE(reading.refusal);
    return reading.refusal->line;
  };
  const std::string head = "<plan xmlns=\"urn:trackloom:plan:1\" version=\"1\">\n";
  REQUIRE(has(refusalOf(head + "<tracks>\n"), "cut off"));
  REQUIRE(lineOf(head + "<tracks>\n") == 3);
  REQUIRE(has(refusalOf(head + "<tracks>\n<track id=\"t"), "cut off"));
  REQUIRE(lineOf(head + "<tracks>\n</track>\n</plan>") == 3);
  REQUIRE(has(refusalOf(head + "<tracks>\n</track>\n</plan>"), "opened last"));
  REQUIRE(lineOf(head + "\n<track id=t/></plan>") == 3);
  REQUIRE(has(refusalOf(head + "</plan>\nmore"), "behind the end"));
  REQUIRE(has(refusalOf(head + "</plan><plan/>"), "one plan"));
  REQUIRE(has(refusalOf(head + "</plan></plan>"), "never opened"));
  REQUIRE(has(refusalOf(head + "< track/></plan>"), "line"));
}

TEST_CASE("damaged characters become a sign that says so") {
  const std::string damage("\0b\x01\xFF\xC3", 5);
  const std::string body = "<tracks><track id=\"t\" name=\"a" + damage + "\"/></tracks>";
  const xml::Reading reading = readBody(body);
  REQUIRE(reading.plan);
  REQUIRE(reading.plan->find("t"_id)->text(key::name) ==
          "a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  REQUIRE(reading.problems.size() == 1);
  REQUIRE(has(plainText(reading.problems.front().what), "4 characters"));
  REQUIRE(reading.problems.front().line == 2);
  REQUIRE(readBody("<tracks><track id=\"t\" name=\"a&#0;b\"/></tracks>").plan->find("t"_id)->text(key::name) ==
          "a\xEF\xBF\xBD"
          "b");
}

TEST_CASE("a byte order mark and Windows line ends do no harm") {
  const Plan plain = planOf("<tracks><track id=\"t\"><notes>a\nb</notes></track></tracks>");
  const xml::Reading reading = xml::read(
      "\xEF\xBB\xBF<plan xmlns=\"urn:trackloom:plan:1\" version=\"1\">\r\n<tracks><track "
      "id=\"t\"><notes>a\r\nb</notes></track></tracks>\r\n</plan>\r\n");
  REQUIRE(reading.problems.empty());
  REQUIRE(*reading.plan == plain);
}

namespace {

/// Activities with these ids, a dependency from the first text to “b”, and an event about the second text.
std::string linked(const std::string& activities, const std::string& from, const std::string& about) {
  return "<dependencies><dependency id=\"d\" from=\"" + from + "\" to=\"b\"/></dependencies><activities>" + activities +
         "</activities><events><event id=\"e\" title=\"E\" date=\"2027\" about=\"" + about + "\"/></events>";
}

constexpr const char* longActivity = "<activity id=\"first-round-of-official-talks\" title=\"Round 1\"/>";
constexpr const char* second = "<activity id=\"b\" title=\"B\"/>";

}  // namespace

TEST_CASE("what mentions an element whose id is too long follows it, before it and behind it") {
  const xml::Reading reading = readBody(
      linked(std::string(longActivity) + second, "first-round-of-official-talks", "b first-round-of-official-talks"));
  REQUIRE(reading.problems.size() == 1);
  const auto all = reading.plan->all(KindId::activity);
  REQUIRE(all.size() == 2);
  const ElementId given = all[0]->id() == "b"_id ? all[1]->id() : all[0]->id();
  CHECK(plainText(reading.problems[0].what) ==
        "An element “Activity” has the id “first-round-of-official-talks”, which is too long: 29 characters, and 23 at "
        "most. It is given the id “" +
            given.str() + "”; mentions of it follow, unless another has the same.");
  CHECK(reading.plan->find("d"_id)->ref(Key<Ref>{"from"}) == given);
  CHECK(Refs(reading.plan->find("e"_id)->refs(key::about).begin(),
             reading.plan->find("e"_id)->refs(key::about).end()) == Refs{"b"_id, given});

  const std::string written = xml::write(*reading.plan);
  CHECK(has(written, "<!-- id: first-round-of-official-talks -->"));
  const xml::Reading again = xml::read(written);
  CHECK(again.problems.empty());
  CHECK(*again.plan == *reading.plan);
}

TEST_CASE("what mentions an unreadable id that two elements have, or none, is kept as it stands") {
  const xml::Reading twice =
      readBody(linked(std::string(longActivity) + longActivity + second, "first-round-of-official-talks", "b"));
  CHECK(twice.problems.size() == 3);
  CHECK(twice.plan->find("d"_id)->unread("from"));
  const xml::Reading nowhere =
      readBody(linked(second, "first-round-of-official-talks", "b second-round-of-official-talks"));
  CHECK(nowhere.problems.size() == 2);
  CHECK(nowhere.plan->find("d"_id)->unread("from"));
  CHECK(has(xml::write(*nowhere.plan), "about=\"b second-round-of-official-talks\""));
}

TEST_CASE("an id that a remark cannot hold is replaced all the same") {
  const xml::Reading reading = readBody("<activities><activity id=\"-- 1\" title=\"A\"/></activities>");
  REQUIRE(reading.problems.size() == 1);
  CHECK_FALSE(has(xml::write(*reading.plan), "<!--"));
}

TEST_CASE("the version before is advised for a damaged file beside which it stands") {
  const xml::Reading cut = xml::read("<plan xmlns=\"urn:trackloom:plan:1\"><tracks>");
  CHECK(has(plainText(cut.toDoBeside(true)), "Open the version before it"));
  CHECK(plainText(cut.toDoBeside(false)) == "Have the file sent again.");
  CHECK_FALSE(has(plainText(xml::read("hello").toDoBeside(true)), "version before"));
}
