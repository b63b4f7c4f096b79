#include "house_rules/rule_file.h"

#include "plan/error.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <set>
#include <unordered_set>

#include <pugixml.hpp>

namespace trackloom::house_rules {
namespace {

using pugi::xml_node;

constexpr std::size_t mostBytes = 1U << 20U;
constexpr std::size_t mostAnswers = 10'000;

/// The name without a prefix: `sch:assert` is an assert.
std::string_view nameOf(const xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::vector<xml_node> childrenNamed(const xml_node& parent, std::initializer_list<std::string_view> names) {
  std::vector<xml_node> children;
  for (const xml_node& child : parent)
    if (std::find(names.begin(), names.end(), nameOf(child)) != names.end()) children.push_back(child);
  return children;
}

std::string oneLineText(const xml_node& node) {
  std::string text;
  for (const char c : std::string_view(node.text().get())) {
    const bool space = std::strchr(" \t\r\n", c) != nullptr;
    if (!space) text += c;
    if (space && !text.empty() && text.back() != ' ') text += ' ';
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

/// A context names elements anywhere in the plan, as a match pattern does: `activity` is `//activity`.
std::string contextPath(std::string_view context) {
  std::string path;
  int depth = 0;
  char quote = 0;
  bool begins = true;
  for (const char c : context) {
    if (begins && std::strchr(" \t\r\n", c) == nullptr) {
      if (c != '/') path += "//";
      begins = false;
    }
    path += c;
    if (quote != 0) {
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '"' || c == '\'') quote = c;
    depth += static_cast<int>(c == '[' || c == '(') - static_cast<int>(c == ']' || c == ')');
    if (c == '|' && depth == 0) begins = true;
  }
  return path;
}

/// What every XPath may use: `$as-of` as 2013-12-01, `$today` as the number 20131201, since XPath 1.0 compares numbers
/// only, and `$this`, the element that is asked.
void setDay(pugi::xpath_variable_set& variables, Day asOf) {
  std::string digits = isoText(asOf);
  variables.set("as-of", digits.c_str());
  digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
  variables.set("today", std::stod(digits));
  variables.set("this", pugi::xpath_node_set());
}

/// Reads the file's structure, and refuses what it does not know rather than pass over it.
class Reader {
 public:
  explicit Reader(RuleFile& rules) : rules_(rules) { setDay(variables_, Day{0}); }

  void read() {
    if (rules_.bytes.size() > mostBytes)
      refuse({}, {tr("A file of house rules may have a million bytes at most."), {}});
    pugi::xml_document document;
    const auto parsed = document.load_buffer(rules_.bytes.data(), rules_.bytes.size());
    if (!parsed)
      throw errorAt(parsed.offset, {tr("This is no well-formed XML: {reason}."), {{"reason", parsed.description()}}});
    const xml_node schema = document.document_element();
    if (nameOf(schema) != "schema")
      refuse(schema,
             {tr("A file of house rules begins with <schema>, this one with <{name}>."), {{"name", schema.name()}}});
    knownOnly(schema, {"title", "p", "ns", "pattern"});
    for (const xml_node& title : childrenNamed(schema, {"title"})) rules_.title = oneLineText(title);
    for (const xml_node& pattern : childrenNamed(schema, {"pattern"})) readPattern(pattern);
    if (rules_.patterns.empty()) refuse(schema, {tr("There is no <pattern> in this file, so it asks nothing."), {}});
  }

 private:
  Error errorAt(std::ptrdiff_t offset, Message what) const {
    const auto end =
        rules_.bytes.begin() + std::clamp<std::ptrdiff_t>(offset, 0, static_cast<std::ptrdiff_t>(rules_.bytes.size()));
    const auto line = 1 + std::count(rules_.bytes.begin(), end, '\n');
    return Error(ErrorKind::unreadable, std::move(what), rules_.file + ':' + std::to_string(line),
                 {tr("The manual tells what a file of house rules holds; templates/rules has two to begin with."), {}});
  }

  [[noreturn]] void refuse(const xml_node& node, Message what) const {
    throw errorAt(node.offset_debug(), std::move(what));
  }

  void knownOnly(const xml_node& parent, std::initializer_list<std::string_view> names) const {
    for (const xml_node& child : parent) {
      if (child.type() != pugi::node_element) continue;
      if (std::find(names.begin(), names.end(), nameOf(child)) == names.end())
        refuse(child, {tr("<{child}> inside <{parent}> is not known here."),
                       {{"child", child.name()}, {"parent", parent.name()}}});
    }
  }

  void readPattern(const xml_node& node) {
    knownOnly(node, {"title", "p", "rule"});
    Pattern pattern;
    for (const xml_node& title : childrenNamed(node, {"title"})) pattern.title = oneLineText(title);
    const std::string name = node.attribute("id").value();
    for (const xml_node& rule : childrenNamed(node, {"rule"})) {
      knownOnly(rule, {"assert", "report"});
      verifyPath(rule, "context");
      for (const xml_node& question : childrenNamed(rule, {"assert", "report"}))
        pattern.questions.push_back(readQuestion(question, name, pattern.questions.size()));
    }
    if (pattern.questions.empty())
      refuse(node, {tr("This <pattern> holds no <rule> with an <assert> or <report>."), {}});
    rules_.patterns.push_back(std::move(pattern));
  }

  Question readQuestion(const xml_node& node, const std::string& pattern, std::size_t number) {
    verifyPath(node, "test");
    knownOnly(node, {"value-of"});
    for (const xml_node& value : childrenNamed(node, {"value-of"})) verifyPath(value, "select");
    Question question;
    const std::string own = node.attribute("id").value();
    question.id =
        "HOUSE-" + (!own.empty() ? own
                                 : (pattern.empty() ? "P" + std::to_string(rules_.patterns.size() + 1) : pattern) +
                                       '-' + std::to_string(number + 1));
    const bool fit = std::all_of(question.id.begin(), question.id.end(), [](unsigned char c) {
      return c < 128 && (std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.');
    });
    if (!fit)
      refuse(node, {tr("The id “{id}” may hold letters A to Z, digits, hyphens, dots and underscores only."),
                    {{"id", question.id.substr(6)}}});
    if (!ids_.insert(question.id).second)
      refuse(node, {tr("Two questions of this file have the id {id}."), {{"id", question.id}}});
    question.source = node.attribute("see").value();
    setLevel(node, question);
    return question;
  }

  void setLevel(const xml_node& node, Question& question) const {
    const std::string_view role = node.attribute("role").as_string("warning");
    const std::string_view flag = node.attribute("flag").as_string();
    if (role == "error") question.level = checks::Level::error;
    if (role == "info") question.level = checks::Level::info;
    if (role != "error" && role != "warning" && role != "info")
      refuse(node, {tr("The role is “{role}”; it can be error, warning or info."), {{"role", std::string(role)}}});
    if (flag == "cannot-tell") question.verdict = checks::Verdict::cannotTell;
    if (!flag.empty() && flag != "cannot-tell")
      refuse(node, {tr("The flag is “{flag}”; the only one is cannot-tell."), {{"flag", std::string(flag)}}});
  }

  void verifyPath(const xml_node& node, const char* name) {
    const pugi::xml_attribute path = node.attribute(name);
    if (path.empty())
      refuse(node, {tr("<{element}> needs {attribute}=\"…\"."), {{"element", node.name()}, {"attribute", name}}});
    const bool context = std::string_view(name) == "context";
    try {
      const pugi::xpath_query query(context ? contextPath(path.value()).c_str() : path.value(), &variables_);
      if (!context || query.return_type() == pugi::xpath_type_node_set) return;
    } catch (const pugi::xpath_exception& problem) {
      refuse(node, {tr("“{path}” is no XPath: {reason}."), {{"path", path.value()}, {"reason", problem.what()}}});
    }
    refuse(node, {tr("“{path}” names no elements, so it cannot be a context."), {{"path", path.value()}}});
  }

  RuleFile& rules_;
  pugi::xpath_variable_set variables_;
  std::set<std::string> ids_;
};

/// Asks the questions of a pattern.
class Asker {
 public:
  Asker(const pugi::xml_document& plan, Day asOf) : plan_(plan) { setDay(variables_, asOf); }

  std::vector<Answer> ask(const xml_node& pattern) {
    for (const xml_node& rule : childrenNamed(pattern, {"rule"})) {
      const auto questions = childrenNamed(rule, {"assert", "report"});
      const pugi::xpath_query context(contextPath(rule.attribute("context").value()).c_str(), &variables_);
      pugi::xpath_node_set nodes = context.evaluate_node_set(plan_);
      nodes.sort();
      askRule(questions, nodes);
      asked_ += questions.size();
    }
    return std::move(answers_);
  }

 private:
  void askRule(const std::vector<xml_node>& questions, const pugi::xpath_node_set& nodes) {
    std::vector<pugi::xpath_query> tests;
    for (const xml_node& question : questions) tests.emplace_back(question.attribute("test").value(), &variables_);
    for (const pugi::xpath_node& node : nodes) {
      // Within a pattern an element is asked by the first rule that names it, as ISO Schematron has it.
      if (!seen_
               .insert(node.attribute() ? node.attribute().internal_object()
                                        : static_cast<void*>(node.node().internal_object()))
               .second)
        continue;
      variables_.set("this", pugi::xpath_node_set(&node, &node + 1));
      for (std::size_t i = 0; i < questions.size(); ++i)
        if (tests[i].evaluate_boolean(node) == (nameOf(questions[i]) == "report") && answers_.size() < mostAnswers)
          answers_.push_back({asked_ + i, elementOf(node), words(questions[i], node)});
    }
  }

  /// The element of the plan in which a place of the XML lies.
  static std::string elementOf(const pugi::xpath_node& place) {
    for (xml_node node = place.attribute() ? place.parent() : place.node(); node; node = node.parent())
      if (const char* id = node.attribute("id").value(); *id != 0) return id;
    return {};
  }

  std::string words(const xml_node& question, const pugi::xpath_node& node) {
    std::string text;
    for (const xml_node& part : question)
      text += nameOf(part) == "value-of"
                  ? pugi::xpath_query(part.attribute("select").value(), &variables_).evaluate_string(node)
                  : part.value();
    return text;
  }

  const pugi::xml_document& plan_;
  pugi::xpath_variable_set variables_;
  std::unordered_set<void*> seen_;
  std::vector<Answer> answers_;
  std::size_t asked_ = 0;
};

}  // namespace

RuleFile readRuleFile(std::string bytes, std::string file) {
  RuleFile rules{std::move(file), std::move(bytes), {}, {}};
  Reader(rules).read();
  return rules;
}

std::vector<Answer> askPattern(std::string_view rules, std::size_t pattern, std::string_view plan, Day asOf) {
  pugi::xml_document ruleTree, planTree;
  ruleTree.load_buffer(rules.data(), rules.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  planTree.load_buffer(plan.data(), plan.size());
  const auto patterns = childrenNamed(ruleTree.document_element(), {"pattern"});
  return pattern < patterns.size() ? Asker(planTree, asOf).ask(patterns[pattern]) : std::vector<Answer>();
}

}  // namespace trackloom::house_rules
