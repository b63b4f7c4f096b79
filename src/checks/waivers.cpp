#include "checks/waivers.h"

#include <algorithm>
#include <map>

namespace trackloom::checks {
namespace {

std::vector<ElementId> sorted(std::span<const ElementId> ids) {
  std::vector<ElementId> list(ids.begin(), ids.end());
  std::sort(list.begin(), list.end());
  return list;
}

constexpr FieldNumber revisions{"revisions"};
constexpr Key<Text> whoAccepted{"who"};  // elsewhere `who` names an element

Acceptance acceptance(const Element& waiver) {
  const Date* date = waiver.get(key::date);
  return {waiver.id(), std::string(waiver.text(whoAccepted)), date ? date->text() : std::string(),
          std::string(waiver.text(key::reason))};
}

}  // namespace

std::string fingerprint(const Study& study, const Rule* rule, const std::vector<ElementId>& elements) {
  std::string text;
  for (const ElementId& id : sorted(elements)) {
    const Item* item = study.find(id);
    text.append(id.text()).append(1, '\n');
    if (!item) continue;
    for (const Field& field : item->element().definition().fields) {
      if (field.number == revisions) continue;  // every save adds to them
      if (rule &&
          std::find(rule->reads.begin(), rule->reads.end(), Reads{item->kind(), field.number}) == rule->reads.end())
        continue;
      const Value* value = item->element().find(field.number);
      if (!value) continue;
      text.append(field.number.name()).append(1, '=');
      appendValue(text, field, *value);
      text.append(1, '\n');
    }
  }
  return ElementId::derivedFrom(text).str();
}

void markAccepted(const Study& study, std::vector<Finding>& findings) {
  const auto waivers = study.plan().all(KindId::waiver);
  if (waivers.empty()) return;
  std::map<std::pair<std::string_view, std::vector<ElementId>>, std::vector<Finding*>> byCover;
  for (Finding& finding : findings) byCover[{finding.rule, sorted(finding.elements)}].push_back(&finding);
  for (const ElementPtr& waiver : waivers) {
    const std::string_view rule = waiver->text(key::rule);
    const auto covered = byCover.find({rule, sorted(waiver->refs(key::elements))});
    if (covered == byCover.end()) continue;
    const std::string_view print = waiver->text(key::fingerprint);
    if (!print.empty() && print != fingerprint(study, findRule(rule), covered->first.second)) continue;
    for (Finding* finding : covered->second) finding->accepted = acceptance(*waiver);
  }
}

Edit accept(const Study& study, const Finding& finding, const Acceptance& by) {
  const Plan& plan = study.plan();
  ElementPtr lapsed;
  for (const ElementPtr& waiver : plan.all(KindId::waiver))
    if (waiver->text(key::rule) == finding.rule && sorted(waiver->refs(key::elements)) == sorted(finding.elements))
      lapsed = waiver;
  Element waiver(KindId::waiver, lapsed ? lapsed->id() : derivedId(plan, "waiver\n" + finding.id));
  waiver.set(key::rule, Text(finding.rule));
  waiver.set(key::elements, Refs(finding.elements.begin(), finding.elements.end()));
  waiver.set(key::reason, by.reason);
  if (!by.who.empty()) waiver.set(whoAccepted, by.who);
  if (const auto date = Date::parse(by.date)) waiver.set(key::date, *date);
  waiver.set(key::fingerprint, fingerprint(study, findRule(finding.rule), finding.elements));
  Edit edit;
  edit.changes.push_back({lapsed, std::make_shared<const Element>(std::move(waiver))});
  edit.label = {tr("{finding} is accepted by the team."), {{"finding", finding.id}}};
  return edit;
}

}  // namespace trackloom::checks
