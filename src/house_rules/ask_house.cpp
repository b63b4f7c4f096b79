#include "house_rules/ask_house.h"

#include "checks/waivers.h"
#include "xml/write.h"

#include <algorithm>
#include <charconv>
#include <exception>
#include <iterator>
#include <tuple>

namespace trackloom::house_rules {
namespace {

using checks::Finding;

constexpr std::string_view worked = "worked";
constexpr std::string_view failed = "failed";
constexpr std::size_t longestWords = 1'000;

std::size_t numberIn(std::string_view text) {
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// Words as they are shown: on one line, not endless.
std::string shown(std::string_view words) {
  std::string line;
  for (const char c : words) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) line += c;
    if (space && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  if (line.size() <= longestWords) return line;
  std::size_t end = longestWords;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
  return line.substr(0, end) + "…";
}

std::string answerFor(std::string_view request) {
  const auto texts = process::unpacked(request);
  const auto asOf = texts && texts->size() == 4 ? parseDay(texts->at(2)) : std::nullopt;
  if (!asOf) return {};
  try {
    std::vector<std::string> parts{std::string(worked)};
    for (const Answer& answer : askPattern(texts->at(0), numberIn(texts->at(1)), texts->at(3), *asOf)) {
      parts.push_back(std::to_string(answer.question));
      parts.push_back(answer.element);
      parts.push_back(shown(answer.words));
    }
    return process::packed({parts.begin(), parts.end()});
  } catch (const std::exception& problem) {
    return process::packed({failed, problem.what()});
  }
}

Message reasonOf(process::Ending ending) {
  switch (ending) {
    case process::Ending::timedOut:
      return {tr("It was stopped because it took too long."), {}};
    case process::Ending::tooLarge:
      return {tr("It was stopped because it said more than it may."), {}};
    default:
      return {tr("It ended without an answer, perhaps for want of memory."), {}};
  }
}

/// A pattern that was asked, and what its findings say of where they come from.
class Asked {
 public:
  Asked(const RuleFile& rules, const Pattern& pattern, const checks::Study& study)
      : rules_(rules), pattern_(pattern), study_(study) {}

  std::vector<Finding> findings(const process::Answer& answer) const {
    if (answer.ending != process::Ending::answered) return {failing(reasonOf(answer.ending))};
    const auto texts = process::unpacked(answer.bytes);
    if (!texts || texts->empty()) return {failing(reasonOf(process::Ending::silent))};
    if (texts->front() != worked)
      return {failing({tr("It stopped with: {reason}"), {{"reason", shown(texts->back())}}})};
    std::vector<Finding> found;
    for (std::size_t i = 1; i + 2 < texts->size(); i += 3)
      if (const std::size_t question = numberIn(texts->at(i)); question < pattern_.questions.size())
        found.push_back(finding(pattern_.questions[question], texts->at(i + 1), texts->at(i + 2)));
    return found;
  }

 private:
  Finding finding(const Question& question, std::string_view element, std::string_view words) const {
    Finding finding;
    finding.rule = question.id;
    finding.level = question.level;
    finding.verdict = question.verdict;
    const auto id = ElementId::parse(element);
    if (id && study_.find(*id)) finding.elements = {*id};
    if (finding.elements.empty())
      for (const checks::Item& plan : study_.all(KindId::plan)) finding.elements = {plan.id()};
    finding.message = words.empty() ? Message{tr("The rule of your team does not hold here."), {}}
                                    : Message{"{words}", {{"words", std::string(words)}}};
    finding.because.push_back(origin());
    if (!question.source.empty())
      finding.because.push_back({tr("It rests on: {source}"), {{"source", question.source}}});
    finding.clears = {tr("Change the plan so that the rule holds, or the rule in {file}."), {{"file", rules_.file}}};
    return finding;
  }

  Message origin() const {
    return {tr("Your team asks this in {file} ({title})."),
            {{"file", rules_.file}, {"title", pattern_.title.empty() ? rules_.title : pattern_.title}}};
  }

  Finding failing(Message reason) const {
    Finding finding;
    finding.rule = pattern_.questions.front().id;
    finding.level = checks::Level::info;
    finding.verdict = checks::Verdict::cannotTell;
    finding.message = {tr("The rule {rule} of your team could not be worked out, so what it asks is not known."),
                       {{"rule", pattern_.questions.front().id}}};
    finding.because = {origin(), std::move(reason)};
    finding.clears = {tr("Make the XPath in {file} simpler, above all where it compares all elements with all others."),
                      {{"file", rules_.file}}};
    return finding;
  }

  const RuleFile& rules_;
  const Pattern& pattern_;
  const checks::Study& study_;
};

}  // namespace

std::vector<Finding> ask(const RuleFile& rules, const checks::Study& study, const std::vector<std::string>& command,
                         const process::Limits& most) {
  const std::string plan = xml::write(study.plan());
  const std::string day = isoText(study.asOf());
  std::vector<Finding> all;
  for (std::size_t i = 0; i < rules.patterns.size() && !most.stop.stop_requested(); ++i) {
    const std::string number = std::to_string(i);
    const auto answer = process::ask(command, most, process::packed({rules.bytes, number, day, plan}));
    auto found = Asked(rules, rules.patterns[i], study).findings(answer);
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.rule, a.elements) < std::tie(b.rule, b.elements);
  });
  checks::setIds(all);
  checks::sortByLevel(all);
  checks::markAccepted(study, all);
  return all;
}

int runChild(int in, int out) { return process::answer(in, out, answerFor); }

}  // namespace trackloom::house_rules
