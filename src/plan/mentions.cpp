#include "plan/mentions.h"

#include <algorithm>

namespace trackloom {
namespace {

bool mentions(const Value& value, const std::set<ElementId>& ids) {
  if (const Ref* ref = std::get_if<Ref>(&value)) return ids.contains(*ref);
  const Refs* refs = std::get_if<Refs>(&value);
  return refs && std::any_of(refs->begin(), refs->end(), [&](const ElementId& id) { return ids.contains(id); });
}

}  // namespace

Refs mentionsIn(const Value& value) {
  if (const Ref* ref = std::get_if<Ref>(&value)) return {*ref};
  const Refs* refs = std::get_if<Refs>(&value);
  return refs ? *refs : Refs();
}

bool mentionsAny(const Element& element, const std::set<ElementId>& ids) {
  return std::any_of(element.slots().begin(), element.slots().end(),
                     [&](const Element::Slot& slot) { return mentions(slot.value, ids); });
}

Refs neededBy(const Element& element) {
  Refs needed;
  for (const Element::Slot& slot : element.slots())
    if (element.definition().fields[slot.position].presence == Presence::required)
      for (const ElementId& id : mentionsIn(slot.value)) needed.push_back(id);
  return needed;
}

Element forgetting(const Element& element, const std::set<ElementId>& ids) {
  Element left = element;
  for (const Element::Slot& slot : element.slots()) {
    if (!mentions(slot.value, ids)) continue;
    Refs kept = mentionsIn(slot.value);
    std::erase_if(kept, [&](const ElementId& id) { return ids.contains(id); });
    if (kept.empty()) {
      left.clear(slot.number);
    } else {
      left.set(slot.number, kept);
    }
  }
  return left;
}

}  // namespace trackloom
