#include "house_rules/ask_house.h"
#include "plan/error.h"
#include "xml/read.h"

#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::house_rules;

namespace {

const Day asOf = *parseDay("2013-12-01");

const char* const planXml = R"(<plan xmlns="urn:trackloom:plan:1" version="1" title="P">
<tracks><track id="t1" name="Track 1" level="1"/></tracks>
<actors><actor id="host" name="Host"/></actors>
<activities>
<activity id="a" title="Opening" tracks="t1" lead="host" planned-finish="2013-11-01"/>
<activity id="b" title="Closing" tracks="t1" planned-finish="2014-01-01"/>
</activities></plan>)";

std::string schema(const std::string& patterns) { return "<schema>" + patterns + "</schema>"; }

std::string pattern(const std::string& rules) { return "<pattern>" + rules + "</pattern>"; }

/// A rule file with one rule that holds these questions.
std::string rule(const std::string& context, const std::string& questions) {
  return schema(pattern("<rule context=\"" + context + "\">" + questions + "</rule>"));
}

std::vector<checks::Finding> asked(const RuleFile& rules, const process::Limits& most = limits) {
  const checks::Study study(*xml::read(planXml).plan, asOf);
  return ask(rules, study, {TRACKLOOM_BINARY_DIR "/bin/rules_child"}, most);
}

std::vector<std::string> told(const std::vector<checks::Finding>& findings) {
  std::vector<std::string> lines;
  for (const checks::Finding& finding : findings) {
    std::string line(finding.rule);
    for (const ElementId& id : finding.elements) line += ' ' + id.str();
    lines.push_back(line + ": " + plainText(finding.message));
  }
  return lines;
}

std::string refusal(const std::string& bytes) {
  try {
    readRuleFile(bytes, "team.sch");
  } catch (const Error& error) {
    return error.where() + ": " + plainText(error.message());
  }
  return "taken";
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("an assert speaks where it does not hold, a report where it does") {
  const RuleFile rules =
      readRuleFile(rule("activity",
                        "<assert id='LEAD' test='@lead' role='error' see='Rules, 2'><value-of select='@title'/> has\n "
                        "no lead.</assert>"
                        "<report id='LATE' test=\"number(translate(@planned-finish,'-','')) &lt; $today\">Over since "
                        "<value-of select='@planned-finish'/>, seen on <value-of select='$as-of'/>.</report>"),
                   "team.sch");
  const auto findings = asked(rules);
  CHECK(told(findings) ==
        Lines{"HOUSE-LEAD b: Closing has no lead.", "HOUSE-LATE a: Over since 2013-11-01, seen on 2013-12-01."});
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].level == checks::Level::error);
  CHECK(findings[1].level == checks::Level::warning);
  CHECK(findings[0].verdict == checks::Verdict::problem);
  CHECK(plainText(findings[0].because.at(1)) == "It rests on: Rules, 2");
  CHECK(findings[0].id.starts_with("HOUSE-LEAD-"));
}

TEST_CASE("what a rule cannot tell is told as that") {
  const RuleFile rules =
      readRuleFile(rule("activity[@id='b']", "<report test='not(@start)' flag='cannot-tell'>Unknown.</report>"), "f");
  const auto findings = asked(rules);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].verdict == checks::Verdict::cannotTell);
}

TEST_CASE("within a pattern an element is asked by the first rule that names it only") {
  const RuleFile rules =
      readRuleFile(schema("<pattern id='P'><rule context=\"activity[@lead]\"><report test='true()'>led</report></rule>"
                          "<rule context='activity'><report test='true()'>other</report></rule></pattern>"),
                   "f");
  CHECK(told(asked(rules)) == Lines{"HOUSE-P-1 a: led", "HOUSE-P-2 b: other"});
}

TEST_CASE("a context names elements anywhere, several with a bar between, also with bars in brackets and quotes") {
  const RuleFile rules = readRuleFile(rule("track | activity[@id = 'a' or @title = '|' or (@x | @id) = 'a'] | /plan",
                                           "<report test='true()'>x</report>"),
                                      "f");
  const auto findings = asked(rules);
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].elements.size() == 1);  // the plan as a whole, though it has no id in the file
}

TEST_CASE("$this joins one element with another") {
  const RuleFile rules = readRuleFile(
      rule("activity[@lead]",
           "<report id='X' test='true()'>Led by <value-of select='//actor[@id=$this/@lead]/@name'/>.</report>"),
      "f");
  CHECK(told(asked(rules)) == Lines{"HOUSE-X a: Led by Host."});
}

TEST_CASE("a pattern that takes too long says so, and the others are still asked") {
  std::string endless = "true()";  // every element for every element for every …
  for (int i = 0; i < 20; ++i) endless = "count(//*[" + endless + "]) != -1";
  const RuleFile rules = readRuleFile(
      schema(pattern("<rule context='activity'><assert id='SLOW' test='" + endless + "'>x</assert></rule>") +
             pattern("<rule context='track'><report id='QUICK' test='true()'>told</report></rule>")),
      "f");
  const auto findings = asked(rules, {1, 1, 1UL << 30U, 1UL << 20U});
  // Either is true of the slow one on some machine: it took too long, or all the memory it may have.
  REQUIRE(findings.size() == 2);
  const auto& quick = findings[0].level == checks::Level::warning ? findings[0] : findings[1];
  const auto& slow = findings[0].level == checks::Level::warning ? findings[1] : findings[0];
  CHECK(quick.rule == "HOUSE-QUICK");
  CHECK(slow.verdict == checks::Verdict::cannotTell);
  CHECK(plainText(slow.message).find("HOUSE-SLOW") != std::string::npos);
}

TEST_CASE("a file that is no file of house rules is refused with file, line and reason") {
  CHECK(refusal("") == "team.sch:1: This is no well-formed XML: No document element found.");
  CHECK(refusal("<schema>\n<pattern>").starts_with("team.sch:2: This is no well-formed XML"));
  CHECK(refusal("<rules/>") == "team.sch:1: A file of house rules begins with <schema>, this one with <rules>.");
  CHECK(refusal("<schema/>") == "team.sch:1: There is no <pattern> in this file, so it asks nothing.");
  CHECK(refusal("<schema>\n<include/></schema>") == "team.sch:2: <include> inside <schema> is not known here.");
  CHECK(refusal(schema(pattern("\n<rule context='activity'/>"))).find("holds no <rule>") != std::string::npos);
  CHECK(refusal(rule("activity[", "<assert test='1'/>")).find("is no XPath") != std::string::npos);
  CHECK(refusal(rule("activity = 1", "<assert test='1'/>")).find("cannot be a context") != std::string::npos);
  CHECK(refusal(rule("count(//activity)", "<assert test='1'/>")).find("XPath") != std::string::npos);
  CHECK(refusal(rule("activity", "<assert test='$nothing'/>")).find("is no XPath") != std::string::npos);
  CHECK(refusal(rule("activity", "<assert/>")).find("needs test=") != std::string::npos);
  CHECK(refusal(rule("activity", "<assert test='1' role='grave'/>")).find("error, warning or info") !=
        std::string::npos);
  CHECK(refusal(rule("activity", "<assert test='1' flag='maybe'/>")).find("cannot-tell") != std::string::npos);
  CHECK(refusal(rule("activity", "<assert test='1' id='a b'/>")).find("letters A to Z") != std::string::npos);
  CHECK(refusal(rule("activity", "<assert test='1' id='A'/><report test='1' id='A'/>")).find("Two questions") !=
        std::string::npos);
  CHECK(refusal(rule("activity", "<assert test='" + std::string(100'000, '(') + "'/>")).find("is no XPath") !=
        std::string::npos);
  CHECK(refusal(std::string(2'000'000, ' ')).find("a million bytes") != std::string::npos);
}

TEST_CASE("the house rules that come with Trackloom can be read and asked") {
  for (const char* name : {"ownership", "record"}) {
    std::ifstream in(std::string(TRACKLOOM_SOURCE_DIR "/templates/rules/") + name + ".sch");
    std::ostringstream text;
    text << in.rdbuf();
    const RuleFile rules = readRuleFile(text.str(), name);
    CHECK_FALSE(rules.title.empty());
    for (const auto& finding : asked(rules))
      CHECK(plainText(finding.message).find("could not be worked out") == std::string::npos);
  }
}
