#include "checks/answer.h"
#include "checks/roots.h"
#include "checks/study.h"
#include "checks/waivers.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <optional>

namespace trackloom::checks {
namespace {

Finding failing(const Rule& rule, std::string reason) {
  Finding finding;
  finding.rule = rule.id;
  finding.level = Level::info;
  finding.verdict = Verdict::cannotTell;
  finding.message = {tr("The rule {rule} could not be worked out, so what it asks is not known."),
                     {{"rule", std::string(rule.id)}}};
  finding.because.push_back({tr("It stopped with: {reason}"), {{"reason", std::move(reason)}}});
  finding.clears = {tr("This is a defect of Trackloom; please report it."), {}};
  return finding;
}

template <class Ask>
std::optional<std::vector<Finding>> answers(Ask ask, const Study& study, const CheckOptions& options,
                                            std::string& problem) {
  const auto end = std::chrono::steady_clock::now() + options.budget;
  study.stopOn(options.stop);
  study.stopAt(end);
  try {
    std::vector<Finding> findings = ask();
    if (std::chrono::steady_clock::now() <= end) return findings;
    problem = Stopped().what();
  } catch (const std::exception& thrown) {
    problem = thrown.what();
  } catch (...) {
    problem = tr("something that says nothing about itself");
  }
  return std::nullopt;
}

template <class Ask>
Answer answerBy(Ask ask, const Rule& rule, const Study& study, const CheckOptions& options) {
  std::string problem;
  auto findings = answers(ask, study, options, problem);
  if (!findings) return {{failing(rule, std::move(problem))}, true};
  for (Finding& finding : *findings) finding.rule = rule.id;
  const auto byElements = [](const Finding& a, const Finding& b) { return a.elements < b.elements; };
  if (!std::ranges::is_sorted(*findings, byElements)) std::ranges::stable_sort(*findings, byElements);
  setIds(*findings);
  return {*std::move(findings), false};
}

bool wanted(const Rule& rule, const CheckOptions& options) {
  return options.only.empty() || std::find(options.only.begin(), options.only.end(), rule.id) != options.only.end();
}

}  // namespace

std::string findingId(std::string_view rule, const std::vector<ElementId>& elements) {
  std::string text(rule);
  for (const ElementId& id : elements) text.append(1, '\n').append(id.text());
  return std::string(rule) + '-' + ElementId::derivedFrom(text).str();
}

void setIds(std::vector<Finding>& findings) {
  std::size_t same = 1;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const bool again =
        i > 0 && findings[i].rule == findings[i - 1].rule && findings[i].elements == findings[i - 1].elements;
    same = again ? same + 1 : 1;
    findings[i].id = findingId(findings[i].rule, findings[i].elements);
    if (same > 1) findings[i].id += '-' + std::to_string(same);
  }
}

void sortByLevel(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.level < b.level; });
}

std::vector<Finding> check(const Study& study, const CheckOptions& options) { return check(study, rules(), options); }

Answer answer(const Rule& rule, const Study& study, const CheckOptions& options) {
  return answerBy([&] { return rule.check(study); }, rule, study, options);
}

Answer answer(const Rule& rule, const Study& study, std::span<const Item* const> asked, const CheckOptions& options) {
  const auto askEach = [&] {
    std::vector<Finding> findings;
    for (const Item* item : asked) rule.ask(study, *item, findings);
    return findings;
  };
  return answerBy(askEach, rule, study, options);
}

void conclude(const Study& study, std::vector<Finding>& findings) {
  sortByLevel(findings);
  mark(study, findings);
}

void mark(const Study& study, std::vector<Finding>& findings) {
  study.stopAt(std::chrono::steady_clock::time_point::max());
  markAccepted(study, findings);
  markRoots(study, findings);
}

std::vector<Finding> check(const Study& study, std::span<const Rule> rules, const CheckOptions& options) {
  std::vector<Finding> all;
  if (options.only.empty() && !options.stop.stop_requested()) study.workAhead();
  for (const Rule& rule : rules) {
    if (!wanted(rule, options) || options.stop.stop_requested()) continue;
    Answer found = answer(rule, study, options);
    std::move(found.findings.begin(), found.findings.end(), std::back_inserter(all));
  }
  conclude(study, all);
  return all;
}

}  // namespace trackloom::checks
