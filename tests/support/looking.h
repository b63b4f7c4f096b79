#pragma once

#include "checks/study.h"
#include "support/plan_text.h"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::testing {

inline Day day(std::string_view text) { return parseDay(text).value(); }

inline std::vector<checks::Finding> findingsIn(const Plan& plan, std::string_view asOf, std::string_view rule = {}) {
  const checks::Study study(plan, day(asOf));
  checks::CheckOptions options;
  if (!rule.empty()) options.only = {rule};
  return checks::check(study, options);
}

/// What one rule says of a plan on a day.
struct Looked {
  Plan plan;
  std::vector<checks::Finding> findings;

  std::vector<std::string> messages() const {
    std::vector<std::string> texts;
    for (const checks::Finding& finding : findings) texts.push_back(plainText(finding.message, &plan));
    return texts;
  }
  std::vector<std::string> because(std::size_t place = 0) const {
    std::vector<std::string> texts;
    for (const Message& reason : findings.at(place).because) texts.push_back(plainText(reason, &plan));
    return texts;
  }
  std::string elements(std::size_t place = 0) const {
    std::string ids;
    for (const ElementId& id : findings.at(place).elements) ids += (ids.empty() ? "" : " ") + id.str();
    return ids;
  }
  checks::Verdict verdict(std::size_t place = 0) const { return findings.at(place).verdict; }
  checks::Level level(std::size_t place = 0) const { return findings.at(place).level; }
};

inline Looked look(const Plan& plan, std::string_view asOf, std::string_view rule) {
  Looked looked{plan, findingsIn(plan, asOf, rule)};
  for (const checks::Finding& finding : looked.findings) {
    // Every finding says what it rests on and what would clear it, of elements that are there.
    if (finding.because.empty()) throw std::logic_error("a finding without reasons");
    if (finding.clears.pattern.empty()) throw std::logic_error("a finding that does not say what clears it");
    for (const ElementId& id : finding.elements)
      if (!plan.find(id)) throw std::logic_error("a finding about an element that is not in the plan: " + id.str());
  }
  return looked;
}

inline Looked look(std::string_view lines, std::string_view asOf, std::string_view rule) {
  return look(planAsRead(lines), asOf, rule);
}

/// The plan after a fix, looked at again.
inline Looked afterFix(const Looked& before, std::string_view asOf, std::size_t finding = 0, std::size_t fix = 0) {
  const checks::Finding& found = before.findings.at(finding);
  return look(apply(before.plan, found.fixes.at(fix).edit(before.plan)), asOf, found.rule);
}

struct RootField {
  FieldNumber field;
  const char* text;
};

/// The plan with fields of the plan itself set, as files write them.
inline Plan withRoot(const Plan& plan, const std::vector<RootField>& fields) {
  Element root = plan.root();
  for (const auto& [field, text] : fields) root.set(field, parseValue(*root.definition().find(field), text));
  return plan.with(root);
}

inline std::size_t danglingIn(const Plan& plan) { return findingsIn(plan, "2013-12-01", "REF-DANGLING").size(); }

}  // namespace trackloom::testing
