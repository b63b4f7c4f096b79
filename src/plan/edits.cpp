#include "plan/edits.h"

#include "plan/mentions.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace trackloom {
namespace {

Change changed(ElementPtr before, Element after) {
  return {std::move(before), std::make_shared<const Element>(std::move(after))};
}

Message named(const char* pattern, const Element& element) {
  return {pattern, {{"title", std::string(element.title())}}};
}

/// A required field with references: its element goes when fewer than `least` of what they name are left.
struct Need {
  ElementId element;
  std::size_t left;
  std::size_t least;
};

/// Which elements stand on which.
struct Needs {
  std::vector<Need> all;
  std::unordered_map<ElementId, std::vector<std::size_t>> on;  // places in `all`, one for each mention

  explicit Needs(const Plan& plan) {
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : plan.all(kind.id))
        for (const auto& slot : element->slots())
          if (kind.fields[slot.position].presence == Presence::required) add(element->id(), slot.value);
  }

  void add(const ElementId& element, const Value& value) {
    if (const Ref* ref = std::get_if<Ref>(&value)) {
      on[*ref].push_back(all.size());
      all.push_back({element, 1, 1});
    } else if (const Refs* refs = std::get_if<Refs>(&value)) {
      for (const ElementId& id : *refs) on[id].push_back(all.size());
      all.push_back({element, refs->size(), 2});
    }
  }
};

/// Does anything else need one of these? Quicker than to know what stands on what.
bool areNeeded(const Plan& plan, const std::set<ElementId>& ids) {
  for (const Kind& kind : kinds()) {
    std::vector<std::uint8_t> required;
    for (std::size_t i = 0; i < kind.fields.size(); ++i)
      if (kind.fields[i].presence == Presence::required && !kind.fields[i].targets.empty())
        required.push_back(static_cast<std::uint8_t>(i));
    if (required.empty()) continue;
    for (const ElementPtr& element : plan.all(kind.id))
      for (const Element::Slot& slot : element->slots()) {
        if (std::ranges::find(required, slot.position) == required.end()) continue;
        const Ref* ref = std::get_if<Ref>(&slot.value);
        const Refs* refs = std::get_if<Refs>(&slot.value);
        const auto isOne = [&](const ElementId& id) { return ids.contains(id); };
        const bool mentioned = (ref && isOne(*ref)) || (refs && std::ranges::any_of(*refs, isOne));
        if (mentioned && !ids.contains(element->id())) return true;
      }
  }
  return false;
}

/// All elements that go when these go.
std::set<ElementId> withDependants(const Plan& plan, std::set<ElementId> going) {
  if (!areNeeded(plan, going)) return going;
  Needs needs(plan);
  std::vector<ElementId> open(going.begin(), going.end());
  while (!open.empty()) {
    const auto mentions = needs.on.find(open.back());
    open.pop_back();
    if (mentions == needs.on.end()) continue;
    for (const std::size_t place : mentions->second) {
      Need& need = needs.all[place];
      if (--need.left < need.least && going.insert(need.element).second) open.push_back(need.element);
    }
  }
  return going;
}

}  // namespace

Plan apply(const Plan& plan, const Edit& edit) { return plan.with(edit.changes); }

Edit inverse(const Edit& edit) {
  Edit back{edit.label, {}, edit.mergeKey};
  back.changes.reserve(edit.changes.size());
  std::for_each(edit.changes.rbegin(), edit.changes.rend(), [&](const Change& change) {
    back.changes.push_back({change.after, change.before});
  });
  return back;
}

ElementId derivedId(const Plan& plan, std::string text) {
  for (;; text += '+')
    if (const ElementId id = ElementId::derivedFrom(text); !plan.find(id)) return id;
}

ElementId freshId(const Plan& plan, std::uint64_t randomBits) {
  ElementId id = ElementId::fromRandomBits(randomBits);
  while (plan.find(id))
    id = ElementId::fromRandomBits(randomBits = randomBits * 6364136223846793005U + 1442695040888963407U);
  return id;
}

Edit addElement(const Plan& plan, Element element) {
  Edit edit{named(tr("Add {title}"), element), {}, {}};
  ElementPtr before = plan.share(element.id());
  edit.changes.push_back(changed(std::move(before), std::move(element)));
  return edit;
}

Edit setField(const Plan& plan, const ElementId& id, FieldNumber field, Value value) {
  const ElementPtr before = plan.share(id);
  if (!before || before->definition().position(field) < 0) return {};
  Element after = *before;
  after.set(field, std::move(value));
  if (after == *before) return {};
  Edit edit{{tr("Change {field} of {title}"),
             {{"field", ownWord(before->definition().find(field)->label)}, {"title", std::string(before->title())}}},
            {},
            before->id().str() + '+' + std::string(field.name())};
  edit.changes.push_back(changed(before, std::move(after)));
  return edit;
}

Edit clearField(const Plan& plan, const ElementId& id, FieldNumber field) {
  const ElementPtr before = plan.share(id);
  if (!before || !before->has(field)) return {};
  Element after = *before;
  after.clear(field);
  Edit edit{{tr("Clear {field} of {title}"),
             {{"field", ownWord(before->definition().find(field)->label)}, {"title", std::string(before->title())}}},
            {},
            {}};
  edit.changes.push_back(changed(before, std::move(after)));
  return edit;
}

Edit removeWithLinks(const Plan& plan, std::span<const ElementId> ids) {
  std::set<ElementId> going;
  for (const ElementId& id : ids)
    if (const Element* element = plan.find(id); element && element->kind() != KindId::plan) going.insert(id);
  if (going.empty()) return {};
  Edit edit{named(tr("Remove {title}"), *plan.find(*going.begin())), {}, {}};
  if (going.size() > 1)
    edit.label = {tr("Remove {count} {count|entry|entries}"), {{"count", static_cast<std::int64_t>(going.size())}}};
  going = withDependants(plan, std::move(going));
  for (const Kind& kind : kinds()) {
    for (const ElementPtr& element : plan.all(kind.id)) {
      if (going.contains(element->id())) {
        edit.changes.push_back({element, nullptr});
      } else if (mentionsAny(*element, going)) {
        edit.changes.push_back(changed(element, forgetting(*element, going)));
      }
    }
  }
  return edit;
}

Edit duplicate(const Plan& plan, const ElementId& id, const ElementId& newId) {
  const Element* original = plan.find(id);
  if (!original || original->kind() == KindId::plan || newId.empty() || plan.find(newId)) return {};
  Edit edit{named(tr("Duplicate {title}"), *original), {}, {}};
  Element copy = original->withId(newId);
  copy.clear(key::suggested.number);  // whoever copies it means it
  edit.changes.push_back(changed(nullptr, std::move(copy)));
  return edit;
}

Edit moveInTime(const Plan& plan, std::span<const ElementId> ids, std::int64_t days) {
  static constexpr FieldNumber plannedFields[] = {"planned-start", "planned-finish", "planned", "due"};
  Edit edit{{tr("Move by {days} {days|day|days}"), {{"days", days}}}, {}, {}};
  for (const ElementId& id : std::set<ElementId>(ids.begin(), ids.end())) {
    const ElementPtr before = plan.share(id);
    if (!before) continue;
    Element after = *before;
    for (const FieldNumber field : plannedFields)
      if (const Date* date = before->get(Key<Date>{field})) after.set(field, date->movedBy(days));
    if (!(after == *before)) edit.changes.push_back(changed(before, std::move(after)));
  }
  return edit;
}

}  // namespace trackloom
