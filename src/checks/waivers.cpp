#include "checks/waivers.h"

#include <algorithm>

namespace trackloom::checks {
namespace {

std::vector<ElementId> sorted(std::span<const ElementId> ids) {
  std::vector<ElementId> list(ids.begin(), ids.end());
  std::sort(list.begin(), list.end());
  return list;
}

}  // namespace

std::string fingerprint(const Study& study, const Rule& rule, const std::vector<ElementId>& elements) {
  std::string text;
  for (const ElementId& id : sorted(elements)) {
    const Item* item = study.find(id);
    text.append(id.text()).append(1, '\n');
    if (!item) continue;
    for (const Reads& reads : rule.reads) {
      if (reads.kind != item->kind()) continue;
      const Value* value = item->element().find(reads.field);
      if (!value) continue;
      text.append(reads.field.name()).append(1, '=');
      appendValue(text, *item->element().definition().find(reads.field), *value);
      text.append(1, '\n');
    }
  }
  return ElementId::derivedFrom(text).str();
}

void markAccepted(const Study& study, std::vector<Finding>& findings) {
  for (const ElementPtr& waiver : study.plan().all(KindId::waiver)) {
    const Rule* rule = findRule(waiver->text(key::rule));
    if (!rule) continue;
    const auto covered = sorted(waiver->refs(key::elements));
    const std::string_view print = waiver->text(key::fingerprint);
    for (Finding& finding : findings) {
      if (finding.rule != rule->id || sorted(finding.elements) != covered) continue;
      if (!print.empty() && print != fingerprint(study, *rule, finding.elements)) continue;
      static constexpr Key<Text> who{"who"};
      const Date* date = waiver->get(key::date);
      finding.accepted = Acceptance{waiver->id(), std::string(waiver->text(who)), date ? date->text() : std::string(),
                                    std::string(waiver->text(key::reason))};
    }
  }
}

}  // namespace trackloom::checks
