#include "desktop/presenters/answers.h"

#include "desktop/presenters/sample.h"
#include "xml/disk_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

const std::vector<std::string> child{TRACKLOOM_BINARY_DIR "/bin/trackloom-cli", "rules-run"};

Plan linkedPlan() {
  return trackloom::testing::planAsRead(R"(
      <track id="t1" name="Official talks" level="1"/>
      <track id="t2" name="Women's forum" level="3"/>
      <actor id="a1" name="Convening office"/>
      <actor id="a2" name="Elders"/>
      <actor id="a3" name="Market council" expertise="process-design"/>
      <relation id="r1" from="a1" to="a2" type="alliance"/>
      <relation id="r2" from="a2" to="a3" type="alliance"/>
      <activity id="v1" title="Round 1" tracks="t1" planned-start="2026-06-10" planned-finish="2026-06-14" expertise-needed="process-design"/>
      <activity id="v2" title="Consultation" tracks="t2" planned-start="2026-06-20" planned-finish="2026-06-24"/>
      <activity id="v3" title="Round 2" tracks="t1" planned-start="2026-06-01" planned-finish="2026-06-03"/>
      <dependency id="d1" from="v1" to="v3" type="FS"/>
      <transfer id="f1" from="v2" to="v3" content="demands" carrier="a2" status="planned"/>
  )");
}

ShownAnswer told(const Plan& plan, const Asked& asked) {
  const OpenPlan open(plan, *parseDay(today));
  const checks::Study study(plan, *parseDay(today));
  return shownAnswer(open, Speech(), asked, answered(study, asked, {child}));
}

/// All lines under each other, cells apart by a bar, below what they follow from with two spaces more.
std::string lines(const std::vector<AnswerLine>& list, const std::string& indent = {}) {
  std::string text;
  for (const AnswerLine& line : list) {
    text += indent;
    for (std::size_t i = 0; i < line.cells.size(); ++i) text += (i ? " | " : "") + line.cells[i];
    text += '\n' + lines(line.below, indent + "  ");
  }
  return text;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string rulesFile(const std::string& test) {
  const std::string path = (std::filesystem::temp_directory_path() / "trackloom-answers-test.sch").string();
  std::ofstream(path) << R"(<schema xmlns="http://purl.oclc.org/dsdl/schematron"><title>Ours</title><pattern id="P">)"
                      << R"(<rule context="activity"><assert id="A" test=")" << test
                      << R"(" role="warning">Nobody leads it.</assert></rule></pattern></schema>)";
  return path;
}

}  // namespace

TEST_CASE("who carries the most comes first, with what falls apart without them") {
  const ShownAnswer answer = told(linkedPlan(), {QuestionId::carriers});
  CHECK(answer.title == "Who carries the most?");
  CHECK(answer.sentence ==
        "Most of the shortest ways between others lead over “Elders”: 100 of 100. What hangs together falls apart "
        "without any one of: Elders.");
  REQUIRE(answer.lines.size() == 3);
  CHECK(answer.lines.front().element == id("a2"));
  CHECK(answer.lines.front().cells[2] == "2");
  CHECK(answer.headings.size() == answer.lines.front().cells.size());
  CHECK(answer.headings[2].side == documents::Side::right);
  CHECK(has(answer.restsOn, "places in the plan, not persons"));
  CHECK(told(linkedPlan(), {QuestionId::handOvers}).lines.size() == 3);  // through the carrier
  CHECK(told(linkedPlan(), {QuestionId::waiting}).lines.size() == 3);
}

TEST_CASE("ways lead in both directions, each step can be gone to, and what is not recorded is not denied") {
  const ShownAnswer answer = told(linkedPlan(), {QuestionId::ways, {id("v2"), id("v3")}});
  CHECK(answer.title == "Which ways lead from one to the other? Consultation, Round 2");
  REQUIRE(answer.lines.size() == 2);
  CHECK(answer.lines[0].cells[0] == "One channel leads from “Consultation” to “Round 2”.");
  REQUIRE(answer.lines[0].below.size() == 2);
  CHECK(answer.lines[0].below[0].cells[0] == "Consultation → Elders → Round 2");
  CHECK(answer.lines[0].below[0].element == id("a2"));
  CHECK(answer.lines[0].below[0].below.size() == 3);
  CHECK(answer.lines[0].below[1].cells[0] == "Without Elders none is left.");
  CHECK(answer.lines[1].cells[0] == "No channel leads from “Round 2” to “Consultation”.");
  CHECK(has(answer.lines[1].below[0].cells[0], "it does not say that nothing passes"));
  CHECK(told(linkedPlan(), {QuestionId::ways, {id("v2"), id("v2")}}).sentence == "Both ends are the same.");
}

TEST_CASE("experts are matched where their expertise is lacking") {
  const ShownAnswer answer = told(linkedPlan(), {QuestionId::experts});
  CHECK(has(lines(answer.lines), "Who could be asked | Expert | For\n  Round 1 | Market council | "));
  CHECK(answer.sentence == "Activities with somebody who could be asked: 1; without: 0.");
}

TEST_CASE("what rests on something, and what follows if it is late, are told in four parts") {
  const ShownAnswer without = told(linkedPlan(), {QuestionId::without, {id("v1")}});
  REQUIRE(without.lines.size() == 4);
  CHECK(has(lines(without.lines), "What depends on “Round 1” | What | Through\n  Activity | Round 2"));
  CHECK(has(without.sentence, "Depends on it: "));
  const ShownAnswer late = told(linkedPlan(), {QuestionId::late, {id("v1")}, 14});
  CHECK(late.title == "What follows if it is late? Round 1, 14 days");
  CHECK(has(lines(late.lines),
            "Dates that move if it ends 14 days later | Finish now | Then\n  Round 1 | 14 June 2026 | 28 June 2026"));
  // Rules are told by their titles, not by their ids.
  for (const AnswerLine& part : without.lines)
    for (const AnswerLine& line : part.below) CHECK_FALSE(checks::findRule(line.cells.front()));
}

TEST_CASE("dates stand in time with their reasons, and the chain behind one of them") {
  const ShownAnswer all = told(linkedPlan(), {QuestionId::dates});
  CHECK(all.sentence == "The last date foreseen is 24 June 2026.");
  REQUIRE(all.lines.size() == 3);
  CHECK(all.lines[0].element == id("v1"));
  CHECK(all.headings.back().title == "Why then");
  const ShownAnswer chain = told(linkedPlan(), {QuestionId::decides, {id("v3")}});
  REQUIRE(chain.lines.size() == 2);
  CHECK(chain.lines[0].element == id("v1"));
  CHECK(chain.lines[1].element == id("v3"));
}

TEST_CASE("house rules are asked in another process, and what they cannot tell is told as that") {
  DiskFiles files;
  const auto ask = [&](const std::string& test) {
    const std::string path = rulesFile(test);
    Asked asked{QuestionId::houseRules};
    asked.houseRules = std::make_shared<const house_rules::RuleFile>(readHouseRules(path));
    std::filesystem::remove(path);
    return told(linkedPlan(), asked);
  };
  const ShownAnswer noticed = ask("@lead");
  CHECK(noticed.sentence == "“Ours”: noticed 3, cannot tell 0. Things it asks: 1.");
  REQUIRE(noticed.lines.size() == 3);
  CHECK(noticed.lines[0].cells == std::vector<std::string>{"Look at", "Nobody leads it.", "HOUSE-A"});
  CHECK(noticed.lines[0].element == id("v1"));
  CHECK(ask("@title").sentence == "Nothing that “Ours” asks was found not to hold. Things it asks: 1.");
  CHECK_THROWS_AS(ask("string-length("), Error);
  CHECK_THROWS_AS(readHouseRules("/nowhere/rules.sch"), Error);
}

TEST_CASE("a rule, an element and the whole plan are told from what is at hand") {
  const OpenPlan open(linkedPlan(), *parseDay(today));
  const Speech speech;
  Asked rule{QuestionId::rule};
  rule.rule = "GAP-NO-LINK";
  const ShownAnswer asks = explainedRule(open, speech, rule);
  CHECK(asks.sentence == checks::findRule("GAP-NO-LINK")->title);
  CHECK(has(lines(asks.lines), "On what it rests"));
  rule.rule = "NO-SUCH";
  CHECK(explainedRule(open, speech, rule).sentence == "There is no rule NO-SUCH.");
  const ShownAnswer known = explainedElement(open, speech, {QuestionId::element, {id("v1")}});
  CHECK(known.title == "What is known of this? Round 1");
  const auto names =
      std::ranges::find_if(known.lines, [](const AnswerLine& line) { return line.cells[0] == "What names it"; });
  REQUIRE(names != known.lines.end());
  CHECK(names->below[0].element == id("d1"));
  const ShownAnswer contents = planContents(open, speech);
  CHECK(contents.sentence == "12 entries in all.");
  CHECK(has(lines(contents.lines), "Track | 2\n  Official talks\n  Women's forum\n"));
}

TEST_CASE("what could not be read is told by line, with what it is about") {
  DiskFiles files;
  const std::string path = (std::filesystem::temp_directory_path() / "trackloom-answers-test.trackloom").string();
  std::ofstream(path) << R"(<plan xmlns="urn:trackloom:plan:1" version="1" title="P"><activities>)"
                      << "\n"
                         R"(<activity id="v1" title="Round" planned-start="soon"/></activities></plan>)";
  PlanFile file(files, {});
  const OpenPlan open(file.open(path).plan, *parseDay(today));
  const ShownAnswer answer = readingProblems(open, Speech(), file);
  CHECK(answer.sentence == "Could not be read as they stand, and are kept: 1.");
  REQUIRE(answer.lines.size() == 1);
  CHECK(answer.lines[0].cells[0] == "2");
  CHECK(answer.lines[0].cells[2] == "Round");
  CHECK(answer.lines[0].element == id("v1"));
  std::filesystem::remove(path);
  file.begin("unsaved");
  CHECK(readingProblems(open, Speech(), file).sentence == "This plan was not saved in a file yet.");
}

TEST_CASE("plugins are told with where they come from and what they may do, only those from outside can be allowed") {
  plugin::PluginEntry ours;
  ours.id = ours.title = "icalendar";
  plugin::PluginEntry theirs = ours;
  theirs.id = "other";
  theirs.title = "Other\nformat";
  theirs.origin = plugin::Origin::outside;
  theirs.permission = plugin::Permission::missing;
  const OpenPlan open(Plan(), *parseDay(today));
  const ShownAnswer answer = pluginsShown(open, Speech(), {ours, theirs});
  CHECK(answer.sentence == "Plugins: 2; on: 1.");
  CHECK(answer.lines[0].cells[2] == "on");
  CHECK(answer.lines[0].plugin.empty());
  CHECK(answer.lines[1].cells[0] == "Other format");
  CHECK(answer.lines[1].cells[2] == "Off until you allow it.");
  CHECK(answer.lines[1].plugin == "other");
  CHECK(pluginsShown(open, Speech(), {}).sentence == "There are no plugins on this machine.");
}

TEST_CASE("every question is answered of an empty plan, and of things that are not there or of another kind") {
  const Plan plan = linkedPlan();
  for (const Question& one : questions()) {
    INFO(one.action);
    if (!followsFromPlan(one.id)) continue;
    for (const std::vector<ElementId>& about :
         {std::vector<ElementId>{}, {id("nobody"), id("nowhere")}, {id("t1"), id("d1")}, {id("plan"), id("v1")}}) {
      CHECK_FALSE(told(Plan(), {one.id, about, 14}).sentence.empty());
      const ShownAnswer answer = told(plan, {one.id, about, -1});
      CHECK_FALSE((answer.sentence.empty() && answer.lines.empty()));
    }
  }
  const OpenPlan open(Plan(), *parseDay(today));
  CHECK(told(Plan(), {QuestionId::carriers}).sentence == "Nothing to show: the plan has no actors.");
  CHECK(told(Plan(), {QuestionId::without, {id("gone")}}).sentence == "What was asked about is no longer in the plan.");
  CHECK(told(plan, {QuestionId::late, {id("t1")}, 3}).sentence == "This cannot be asked about “Official talks”.");
  CHECK(explainedElement(open, Speech(), {QuestionId::element, {id("gone")}}).sentence ==
        "What was asked about is no longer in the plan.");
  CHECK(planContents(open, Speech()).sentence == "There is nothing in this plan yet.");
}

TEST_CASE("names that try to be more than names stay one cell of the table that is copied") {
  const Plan plan = trackloom::testing::planAsRead(
      "<actor id=\"a1\" name=\"{name}&#9;=1+1&#10;&#x202E;x\"/><actor id=\"a2\" name=\"=2+2\"/>"
      "\n<relation id=\"r1\" from=\"a1\" to=\"a2\" type=\"alliance\"/>");
  const ShownAnswer answer = told(plan, {QuestionId::carriers});
  const std::string text = tabSeparated(answer, Speech());
  CHECK(has(text, "Who carries the most?\n"));
  CHECK(has(text, "For the core team: do not pass on.\n"));
  const std::size_t tabs = answer.headings.size() - 1;
  for (std::size_t at = text.find("\n\n") + 2; at < text.size(); at = text.find('\n', at) + 1)
    CHECK(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                     text.begin() + static_cast<std::ptrdiff_t>(text.find('\n', at)),
                     '\t') == static_cast<std::ptrdiff_t>(tabs));
  CHECK(has(text, "\n'=2+2\t"));
}

TEST_CASE("what is chosen is what a question is about, as far as it can be") {
  OpenPlan open(linkedPlan(), *parseDay(today));
  open.select({id("d1"), id("t1"), id("v1")});
  CHECK(fromSelection(open, question(QuestionId::ways)) == std::vector{id("t1"), id("v1")});
  CHECK(fromSelection(open, question(QuestionId::late)) == std::vector{id("v1")});
  CHECK(fromSelection(open, question(QuestionId::without)) == std::vector{id("d1")});
  CHECK(fromSelection(open, question(QuestionId::carriers)).empty());
  CHECK(daysIn("14") == 14);
  for (const char* text : {"", "0", "-3", "36526", "14 days", "99999999999999999999"}) CHECK_FALSE(daysIn(text));
}
