#include "sharing/clashes.h"

#include "plan/mentions.h"

#include <algorithm>
#include <compare>
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
      for (const ElementId& id : *refs)
        if (std::ranges::find(changed, now(id)) == changed.end()) changed.push_back(now(id));
      out.set(slot.number, std::move(changed));
    }
  }
  return out;
}

ElementId otherId(const Plan& base, const Branches& sides, const Element& element) {
  std::string text = std::string(element.definition().name) + ' ' + element.id().str();
  for (;; text += '+') {
    const ElementId id = ElementId::derivedFrom(text);
    if (!base.find(id) && !sides.ours.plan.find(id) && !sides.theirs.plan.find(id)) return id;
  }
}

std::string_view nameOf(const Element& element) {
  const std::string_view title = element.text(key::title);
  return title.empty() ? element.text(key::name) : title;
}

/// By what things of one kind are told apart: what they are called, or else what they tie together. The first keeps an
/// id that two have, whichever side it comes from.
std::strong_ordering compare(const Element& a, const Element& b) {
  if (const auto names = nameOf(a) <=> nameOf(b); names != 0) return names;
  if (!nameOf(a).empty()) return std::strong_ordering::equal;
  const Refs ends = neededBy(a);
  const Refs others = neededBy(b);
  return std::lexicographical_compare_three_way(ends.begin(), ends.end(), others.begin(), others.end());
}

/// One round; links of what was parted may then clash in their turn. Says whether anything was parted.
bool part(const Plan& base, Branches& sides, std::vector<Conflict>* conflicts) {
  const auto ours = touchedBy(sides.ours.changes);
  NewIds ourIds;
  NewIds theirIds;
  for (const auto& [id, kind] : touchedBy(sides.theirs.changes)) {
    const auto same = ours.find(id);
    if (same == ours.end()) continue;
    if (kind > same->second) {
      theirIds.emplace(id, otherId(base, sides, *sides.theirs.plan.find(kind, id)));
    } else if (kind < same->second) {
      ourIds.emplace(id, otherId(base, sides, *sides.ours.plan.find(same->second, id)));
    } else if (!base.find(id)) {
      const Element& mine = *sides.ours.plan.find(kind, id);
      const auto order = compare(mine, *sides.theirs.plan.find(kind, id));
      if (order == 0) continue;
      const ElementId other = otherId(base, sides, mine);
      (order < 0 ? theirIds : ourIds).emplace(id, other);
      if (!conflicts) continue;
      Conflict& conflict = conflicts->emplace_back();
      conflict.kind = Conflict::Kind::bothAdded;
      conflict.elementKind = kind;
      conflict.element = id;
      conflict.other = other;
      conflict.parted = order < 0 ? Side::theirs : Side::ours;
      conflict.answers = {Answer::ours, Answer::theirs, Answer::both};
    }
  }
  if (!ourIds.empty()) sides.ours = Branch(base, sharing::renamed(sides.ours.plan, ourIds));
  if (!theirIds.empty()) sides.theirs = Branch(base, sharing::renamed(sides.theirs.plan, theirIds));
  return !ourIds.empty() || !theirIds.empty();
}

}  // namespace

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

std::vector<Conflict> partClashes(const Plan& base, Branches& sides) {
  std::vector<Conflict> conflicts;
  for (bool more = part(base, sides, &conflicts); more;) more = part(base, sides, nullptr);
  return conflicts;
}

}  // namespace trackloom::sharing
