#include "documents/findings_json.h"

#include "checks/rule.h"
#include "plan/suggestions.h"

namespace trackloom::documents {
namespace {

using checks::Finding;
using checks::Level;
using checks::Verdict;

Json acceptanceJson(const Finding& finding) {
  if (!finding.accepted) return {};
  Json json;
  json.put("who", finding.accepted->who).put("date", finding.accepted->date).put("reason", finding.accepted->reason);
  return json;
}

Json findingJson(const Plan& plan, const Finding& finding) {
  const checks::Rule* rule = checks::findRule(finding.rule);
  Json elements = Json::array();
  for (const ElementId& id : finding.elements) elements.add(id.text());
  Json because = Json::array();
  for (const Message& reason : finding.because) because.add(plainText(reason, &plan));
  Json json;
  json.put("id", finding.id)
      .put("rule", finding.rule)
      .put("level", levelName(finding.level))
      .put("verdict", finding.verdict == Verdict::problem ? "problem" : "cannot-tell")
      .put("elements", std::move(elements))
      .put("message", plainText(finding.message, &plan))
      .put("because", std::move(because))
      .put("clears", plainText(finding.clears, &plan))
      .put("source", rule ? rule->source : std::string_view())
      .put("waived", acceptanceJson(finding))
      .put("root", finding.root.empty() ? Json() : Json(finding.root));
  return json;
}

}  // namespace

FindingCounts countFindings(std::span<const Finding> findings) {
  FindingCounts counts;
  for (const Finding& finding : findings) {
    if (finding.accepted) {
      ++counts.accepted;
    } else if (finding.verdict == Verdict::cannotTell) {
      ++counts.cannotTell;
    } else {
      ++(finding.level == Level::error ? counts.error : finding.level == Level::warning ? counts.warning : counts.info);
    }
  }
  return counts;
}

std::string_view levelName(Level level) {
  switch (level) {
    case Level::error:
      return "error";
    case Level::warning:
      return "warning";
    case Level::info:
      return "info";
  }
  return "info";
}

Json findingsJson(const Plan& plan, Day asOf, std::span<const Finding> findings) {
  Json list = Json::array();
  for (const Finding& finding : findings) list.add(findingJson(plan, finding));
  const FindingCounts counts = countFindings(findings);
  Json summary;
  summary.put("error", counts.error)
      .put("warning", counts.warning)
      .put("info", counts.info)
      .put("cannotTell", counts.cannotTell)
      .put("waived", counts.accepted)
      .put("suggested", suggestions(plan).size());
  Json json;
  json.put("plan", plan.root().title())
      .put("asOf", isoText(asOf))
      .put("findings", std::move(list))
      .put("summary", std::move(summary));
  return json;
}

}  // namespace trackloom::documents
