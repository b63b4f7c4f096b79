#include "checks/waivers.h"

#include "checks/rules/reads.h"

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

/// A number of days grows by itself, and so do forecast days: neither is a fact that changed.
bool passesByItself(const Message::Place& place) {
  return std::string_view(place.name) == "days" || std::holds_alternative<Day>(place.value);
}

void appendPlace(std::string& text, const Message::Place& place) {
  text.append(place.name).append(1, '=');
  if (const auto* words = std::get_if<std::string>(&place.value)) text.append(*words);
  if (const auto* number = std::get_if<std::int64_t>(&place.value)) text.append(std::to_string(*number));
  if (const auto* date = std::get_if<Date>(&place.value)) text.append(date->text());
  if (const auto* id = std::get_if<ElementId>(&place.value)) text.append(id->text());
  if (const auto* ids = std::get_if<std::vector<ElementId>>(&place.value))
    for (const ElementId& id : *ids) text.append(id.text()).append(1, ' ');
  text.append(1, '\n');
}

/// Links, seats and the like cannot be without what they name, and an event tells of what it is about.
bool belongsToNamed(const Kind& kind, const Field& field) {
  if (kind.id == KindId::waiver || !isReference(field)) return false;
  return field.presence == Presence::required || (kind.id == KindId::event && field.number == key::about.number);
}

/// Makes fingerprints; what names an element is looked up once for all of them.
class Prints {
 public:
  explicit Prints(const Study& study) : study_(study) {}

  std::string of(const Finding& finding) const {
    const Rule* rule = findRule(finding.rule);
    std::string text = std::to_string(static_cast<int>(finding.level) * 2 + static_cast<int>(finding.verdict)) + '\n';
    for (const Message::Place& place : finding.message.places)
      if (!passesByItself(place)) appendPlace(text, place);
    std::vector<const Item*> items;
    for (const ElementId& id : sorted(finding.elements)) {
      text.append(id.text()).append(1, '\n');
      if (const Item* item = study_.find(id)) enter(*item, rule, items);
    }
    const Item* subject = finding.elements.empty() ? nullptr : study_.find(finding.elements.front());
    if (rule && subject)
      for (const Item* item : naming(*subject, *rule)) items.push_back(item);
    std::sort(items.begin(), items.end(), [](const Item* a, const Item* b) { return a->place() < b->place(); });
    items.erase(std::unique(items.begin(), items.end()), items.end());
    std::sort(items.begin(), items.end(), [](const Item* a, const Item* b) { return a->id() < b->id(); });
    for (const Item* item : items) append(*item, rule, text);
    return ElementId::derivedFrom(text).str();
  }

 private:
  static bool reads(const Rule* rule, KindId kind, FieldNumber field) {
    if (field == revisions) return false;  // every save adds to them
    return !rule || std::find(rule->reads.begin(), rule->reads.end(), Reads{kind, field}) != rule->reads.end();
  }

  /// The item and what it names.
  void enter(const Item& item, const Rule* rule, std::vector<const Item*>& items) const {
    items.push_back(&item);
    for (const Field& field : item.element().definition().fields)
      if (isReference(field) && item.element().find(field.number) && reads(rule, item.kind(), field.number))
        for (const Item* named : study_.named(item, field.number))
          if (named) items.push_back(named);
  }

  static void append(const Item& item, const Rule* rule, std::string& text) {
    text.append(item.id().text()).append(1, '\n');
    for (const Field& field : item.element().definition().fields) {
      const Value* value = item.element().find(field.number);
      if (!value || !reads(rule, item.kind(), field.number)) continue;
      text.append(field.number.name()).append(1, '=');
      appendValue(text, field, *value);
      text.append(1, '\n');
    }
  }

  /// What cannot be without the subject, by fields that the rule reads.
  std::vector<const Item*> naming(const Item& subject, const Rule& rule) const {
    if (naming_.empty()) lookUp();
    std::vector<const Item*> found;
    for (const auto& [item, field] : naming_[subject.place()])
      if (reads(&rule, item->kind(), field)) found.push_back(item);
    return found;
  }

  void lookUp() const {
    naming_.resize(study_.places());
    for (const Kind& kind : kinds())
      for (const Field& field : kind.fields)
        if (belongsToNamed(kind, field))
          for (const Item& item : study_.all(kind.id))
            for (const Item* named : study_.named(item, field.number))
              if (named) naming_[named->place()].emplace_back(&item, field.number);
  }

  const Study& study_;
  mutable std::vector<std::vector<std::pair<const Item*, FieldNumber>>> naming_;  // by place; empty until asked for
};

Acceptance acceptance(const Element& waiver) {
  const Date* date = waiver.get(key::date);
  return {waiver.id(), std::string(waiver.text(whoAccepted)), date ? date->text() : std::string(),
          std::string(waiver.text(key::reason))};
}

}  // namespace

std::string fingerprint(const Study& study, const Finding& finding) { return Prints(study).of(finding); }

void markAccepted(const Study& study, std::vector<Finding>& findings) {
  const auto waivers = study.plan().all(KindId::waiver);
  if (waivers.empty()) return;
  std::map<std::pair<std::string_view, std::vector<ElementId>>, std::vector<Finding*>> byCover;
  for (Finding& finding : findings) byCover[{finding.rule, sorted(finding.elements)}].push_back(&finding);
  const Prints prints(study);
  for (const ElementPtr& waiver : waivers) {
    const auto covered = byCover.find({waiver->text(key::rule), sorted(waiver->refs(key::elements))});
    if (covered == byCover.end()) continue;
    const std::string_view print = waiver->text(key::fingerprint);
    for (Finding* finding : covered->second)
      if (print.empty() || print == prints.of(*finding)) finding->accepted = acceptance(*waiver);
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
  waiver.set(key::fingerprint, fingerprint(study, finding));
  Edit edit;
  edit.changes.push_back({lapsed, std::make_shared<const Element>(std::move(waiver))});
  edit.label = {tr("{finding} is accepted by the team."), {{"finding", finding.id}}};
  return edit;
}

}  // namespace trackloom::checks
