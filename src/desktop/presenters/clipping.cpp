#include "desktop/presenters/clipping.h"

#include "xml/read.h"
#include "xml/write.h"

#include <algorithm>
#include <map>
#include <set>

namespace trackloom::desktop {
namespace {

bool tiesOnly(const Element& link, const std::set<ElementId>& ids) {
  return std::all_of(link.slots().begin(), link.slots().end(), [&](const Element::Slot& slot) {
    if (link.definition().fields[slot.position].presence != Presence::required) return true;
    if (const Ref* ref = std::get_if<Ref>(&slot.value)) return ids.contains(*ref);
    const Refs* refs = std::get_if<Refs>(&slot.value);
    return !refs || std::all_of(refs->begin(), refs->end(), [&](const ElementId& id) { return ids.contains(id); });
  });
}

/// A copy whose references follow the new ids; what this plan does not have is no longer named.
Element moved(const Element& element, const Plan& plan, const std::map<ElementId, ElementId>& newIds) {
  const auto now = [&](const ElementId& id) {
    const auto renamed = newIds.find(id);
    if (renamed != newIds.end()) return renamed->second;
    return plan.find(id) ? id : ElementId();
  };
  Element copy = element.withId(newIds.at(element.id()));
  copy.clear(key::suggested.number);  // whoever pastes it means it
  for (const Element::Slot& slot : element.slots()) {
    if (const Ref* ref = std::get_if<Ref>(&slot.value)) {
      if (const ElementId id = now(*ref); id.empty())
        copy.clear(slot.number);
      else
        copy.set(slot.number, id);
    }
    if (const Refs* refs = std::get_if<Refs>(&slot.value)) {
      Refs kept;
      for (const ElementId& id : *refs)
        if (const ElementId there = now(id); !there.empty()) kept.push_back(there);
      if (kept.empty())
        copy.clear(slot.number);
      else
        copy.set(slot.number, kept);
    }
  }
  return copy;
}

bool replaceIn(std::string& text, const Replacement& replacement) {
  bool any = false;
  for (std::size_t at = 0; (at = text.find(replacement.find, at)) != std::string::npos; at += replacement.with.size()) {
    text.replace(at, replacement.find.size(), replacement.with);
    any = true;
  }
  return any;
}

}  // namespace

std::string clipped(const Plan& plan, std::span<const ElementId> ids) {
  const std::set<ElementId> chosen(ids.begin(), ids.end());
  Plan clipping;
  for (const Kind& kind : kinds()) {
    if (kind.id == KindId::plan) continue;
    for (const ElementPtr& element : plan.all(kind.id))
      if (chosen.contains(element->id()) || (kind.isLink() && tiesOnly(*element, chosen)))
        clipping = clipping.with(*element);
  }
  return xml::write(clipping);
}

Pasted pasted(const Plan& plan, const std::string& text, const std::function<ElementId()>& newId) {
  if (text.find("<plan") == std::string::npos) return {};
  const xml::Reading reading = xml::read(text);
  if (!reading.plan) return {};
  std::map<ElementId, ElementId> newIds;
  const auto each = [&](const auto& act) {
    for (const Kind& kind : kinds())
      if (kind.id != KindId::plan)
        for (const ElementPtr& element : reading.plan->all(kind.id)) act(*element);
  };
  each([&](const Element& element) { newIds.emplace(element.id(), newId()); });
  Pasted result;
  each([&](const Element& element) {
    result.edit.changes.push_back({nullptr, std::make_shared<const Element>(moved(element, plan, newIds))});
    result.ids.push_back(newIds.at(element.id()));
  });
  result.edit.label = {tr("Paste {count} {count|entry|entries}"),
                       {{"count", static_cast<std::int64_t>(result.ids.size())}}};
  return result;
}

Edit replaced(const Plan& plan, const Replacement& replacement) {
  Edit edit;
  if (replacement.find.empty()) return edit;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id)) {
      Element after = *element;
      bool any = false;
      for (const Element::Slot& slot : element->slots())
        if (const Text* text = std::get_if<Text>(&slot.value)) {
          if (kind.fields[slot.position].redaction == Redaction::structural) continue;
          std::string changed = *text;
          if (!replaceIn(changed, replacement)) continue;
          after.set(slot.number, Text(changed));
          any = true;
        }
      for (const Translation& translation : element->extras().translations) {
        std::string changed = translation.text;
        if (!replaceIn(changed, replacement)) continue;
        after.translate(translation.field, translation.language, changed);
        any = true;
      }
      if (any) edit.changes.push_back({element, std::make_shared<const Element>(std::move(after))});
    }
  edit.label = {tr("Replace “{text}” in {count} {count|entry|entries}"),
                {{"text", replacement.find}, {"count", static_cast<std::int64_t>(edit.changes.size())}}};
  return edit;
}

}  // namespace trackloom::desktop
