#include <algorithm>
#include <exception>

#include "checks/study.h"
#include "checks/waivers.h"

namespace trackloom::checks {
namespace {

Finding failing(const Rule& rule, const char* reason) {
  Finding finding;
  finding.rule = rule.id;
  finding.level = Level::info;
  finding.verdict = Verdict::cannotTell;
  finding.elements = {};
  finding.message = {tr("The rule {rule} could not be worked out: {reason}."),
                     {{"rule", std::string(rule.id)}, {"reason", std::string(reason)}}};
  finding.clears = {tr("This is a defect of Trackloom; please report it."), {}};
  return finding;
}

std::vector<Finding> run(const Rule& rule, const Study& study) {
  try {
    std::vector<Finding> findings = rule.check(study);
    for (Finding& finding : findings) finding.rule = rule.id;
    return findings;
  } catch (const std::exception& problem) {
    return {failing(rule, problem.what())};
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

std::vector<Finding> check(const Study& study, const CheckOptions& options) {
  study.stopOn(options.stop);
  std::vector<Finding> all;
  for (const Rule& rule : rules()) {
    if (!wanted(rule, options) || study.stopped()) continue;
    std::vector<Finding> found = run(rule, study);
    std::stable_sort(found.begin(), found.end(),
                     [](const Finding& a, const Finding& b) { return a.elements < b.elements; });
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  for (Finding& finding : all) finding.id = findingId(finding.rule, finding.elements);
  std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) { return a.level < b.level; });
  markAccepted(study, all);
  return all;
}

}  // namespace trackloom::checks
