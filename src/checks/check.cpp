#include "checks/roots.h"
#include "checks/study.h"
#include "checks/waivers.h"

#include <algorithm>
#include <exception>
#include <iterator>

namespace trackloom::checks {
namespace {

Finding failing(const Rule& rule, const char* reason) {
  Finding finding;
  finding.rule = rule.id;
  finding.level = Level::info;
  finding.verdict = Verdict::cannotTell;
  finding.elements = {};
  finding.message = {tr("The rule {rule} could not be worked out, so what it asks is not known."),
                     {{"rule", std::string(rule.id)}}};
  finding.because.push_back({tr("It stopped with: {reason}"), {{"reason", std::string(reason)}}});
  finding.clears = {tr("This is a defect of Trackloom; please report it."), {}};
  return finding;
}

std::vector<Finding> run(const Rule& rule, const Study& study, std::chrono::milliseconds budget) {
  const auto end = std::chrono::steady_clock::now() + budget;
  study.stopAt(end);
  try {
    std::vector<Finding> findings = rule.check(study);
    if (std::chrono::steady_clock::now() > end) return {failing(rule, Stopped().what())};
    for (Finding& finding : findings) finding.rule = rule.id;
    return findings;
  } catch (const std::exception& problem) {
    return {failing(rule, problem.what())};
  } catch (...) {
    return {failing(rule, tr("something that says nothing about itself"))};
  }
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

std::vector<Finding> check(const Study& study, std::span<const Rule> rules, const CheckOptions& options) {
  study.stopOn(options.stop);
  std::vector<Finding> all;
  for (const Rule& rule : rules) {
    if (!wanted(rule, options) || options.stop.stop_requested()) continue;
    std::vector<Finding> found = run(rule, study, options.budget);
    std::stable_sort(found.begin(), found.end(),
                     [](const Finding& a, const Finding& b) { return a.elements < b.elements; });
    setIds(found);
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  sortByLevel(all);
  study.stopAt(std::chrono::steady_clock::time_point::max());
  markAccepted(study, all);
  markRoots(study, all);
  return all;
}

}  // namespace trackloom::checks
