#include "sharing/clashes.h"

#include "plan/edits.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace trackloom::sharing {
namespace {

using NewIds = std::map<ElementId, ElementId>;

/// The elements that a side added or changed, by id.
std::unordered_map<ElementId, KindId> touchedBy(const std::vector<Change>& changes) {
  std::unordered_map<ElementId, KindId> kinds;
  for (const Change& change : changes)
    if (change.after && change.after->kind() != KindId::plan) kinds.emplace(change.after->id(), change.after->kind());
  return kinds;
}

Element renamed(const Element& element, const NewIds& ids) {
  const auto now = [&](const ElementId& id) {
    const auto at = ids.find(id);
    return at == ids.end() ? id : at->second;
  };
  Element out = element.withId(now(element.id()));
  for (const Element::Slot& slot : element.slots()) {
    if (const Ref* ref = std::get_if<Ref>(&slot.value)) out.set(slot.number, Value(now(*ref)));
    if (const Refs* refs = std::get_if<Refs>(&slot.value)) {
      Refs changed;
      for (const ElementId& id : *refs) changed.push_back(now(id));
      out.set(slot.number, std::move(changed));
    }
  }
  return out;
}

Plan renamed(const Plan& plan, const NewIds& ids) {
  std::vector<Change> changes;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id))
      if (Element changed = renamed(*element, ids); !(changed == *element))
        changes.push_back({element, std::make_shared<const Element>(std::move(changed))});
  ForeignXml foreign = plan.foreign();
  for (ForeignXml::Piece& piece : foreign.pieces)
    if (const auto at = ids.find(piece.after);
        at != ids.end() && piece.section && !plan.find(*piece.section, piece.after))
      piece.after = at->second;
  Plan out = plan.with(changes);
  out.setForeign(std::move(foreign));
  return out;
}

ElementId otherId(const Plan& base, const Branches& sides, const Element& element) {
  std::string text = std::string(element.definition().name) + ' ' + element.id().str();
  for (;; text += '+') {
    const ElementId id = ElementId::derivedFrom(text);
    if (!base.find(id) && !sides.ours.plan.find(id) && !sides.theirs.plan.find(id)) return id;
  }
}

}  // namespace

void partClashes(const Plan& base, Branches& sides) {
  const auto ours = touchedBy(sides.ours.changes);
  NewIds ourIds;
  NewIds theirIds;
  for (const auto& [id, kind] : touchedBy(sides.theirs.changes)) {
    const auto same = ours.find(id);
    if (same == ours.end() || same->second == kind) continue;
    if (kind > same->second) {
      theirIds.emplace(id, otherId(base, sides, *sides.theirs.plan.find(kind, id)));
    } else {
      ourIds.emplace(id, otherId(base, sides, *sides.ours.plan.find(same->second, id)));
    }
  }
  if (!ourIds.empty()) sides.ours = Branch(base, renamed(sides.ours.plan, ourIds));
  if (!theirIds.empty()) sides.theirs = Branch(base, renamed(sides.theirs.plan, theirIds));
}

}  // namespace trackloom::sharing
