#include "sharing/removals.h"

#include "plan/mentions.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace trackloom::sharing {
namespace {

/// Why an element is put back.
struct Reason {
  bool changed = false;       ///< by the side that did not remove it
  std::set<ElementId> users;  ///< what refers to it anew
};
using Contested = std::map<ElementId, Reason>;

/// A word of the team's own: its vocabulary and its name.
using Word = std::pair<std::string, std::string>;

Word wordOf(const Element& term) {
  static constexpr Key<Text> list{"vocabulary"};
  return {std::string(term.text(list)), std::string(term.text(key::name))};
}

/// The removals of one side, looked at with what the other one did.
class Removals {
 public:
  Removals(const Plan& base, const Branch& remover, const Branch& other)
      : base_(base), remover_(remover.plan), other_(other) {
    for (const Change& change : remover.changes)
      if (change.before && !change.after && change.before->kind() != KindId::plan)
        if (const ElementPtr left = other.plan.share(change.before->id())) removed_.emplace(left->id(), left);
    for (const auto& [id, element] : removed_)
      if (element->kind() == KindId::term) words_.emplace(wordOf(*element), id);
  }

  bool empty() const { return removed_.empty(); }

  Contested contested() const {
    Contested found;
    for (const Change& change : other_.changes)
      if (change.after) look(change, found);
    std::vector<ElementId> open;
    for (const auto& [id, reason] : found) open.push_back(id);
    while (!open.empty()) {
      const ElementId id = open.back();
      open.pop_back();
      for (const ElementId& needed : neededBy(*removed_.at(id))) {
        if (!isRemoved(needed) || needed == id) continue;
        if (!found.contains(needed)) open.push_back(needed);
        found[needed].users.insert(id);
      }
    }
    return found;
  }

  /// The remover's plan with these put back, with the links that went because of them and the mentions.
  Plan restored(const Contested& contested) const {
    std::set<ElementId> back;
    for (const auto& [id, reason] : contested) back.insert(id);
    addLinks(back);
    std::set<ElementId> gone;
    std::set<ElementId> all;
    for (const auto& [id, element] : removed_) {
      all.insert(id);
      if (!back.contains(id)) gone.insert(id);
    }
    std::vector<Change> changes;
    for (const ElementId& id : back)
      changes.push_back({nullptr, std::make_shared<const Element>(forgetting(*removed_.at(id), gone))});
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : base_.all(kind.id))
        if (const Element* now = remover_.find(kind.id, element->id()); now && mentionsAny(*element, back))
          changes.push_back({nullptr, std::make_shared<const Element>(withMentions(*now, *element, all, gone))});
    return remover_.with(changes);
  }

 private:
  bool isRemoved(const ElementId& id) const { return removed_.contains(id); }

  void look(const Change& change, Contested& found) const {
    const Element& now = *change.after;
    if (change.before && isRemoved(now.id())) {
      bool follows = false;
      for (const ElementId& needed : neededBy(now))
        if (isRemoved(needed)) follows = true, found[needed].users.insert(now.id());
      if (!follows) found[now.id()].changed = true;
    }
    for (const auto& slot : now.slots()) {
      const Field& field = now.definition().fields[slot.position];
      const Value* before = change.before ? change.before->find(slot.number) : nullptr;
      const std::set<ElementId> old = before ? usedBy(field, *before) : std::set<ElementId>();
      for (const ElementId& id : usedBy(field, slot.value))
        if (id != now.id() && !old.contains(id)) found[id].users.insert(now.id());
    }
  }

  /// What of the removed a value refers to, by id or as one of the team's own words.
  std::set<ElementId> usedBy(const Field& field, const Value& value) const {
    std::set<ElementId> used;
    for (const ElementId& id : mentionsIn(value))
      if (isRemoved(id)) used.insert(id);
    if (words_.empty() || field.vocabulary == VocabularyId::none) return used;
    const auto use = [&](const std::string& word) {
      if (const auto at = words_.find({std::string(vocabulary(field.vocabulary).name), word}); at != words_.end())
        used.insert(at->second);
    };
    if (const Choice* choice = std::get_if<Choice>(&value)) use(choice->own.str());
    if (const Texts* words = std::get_if<Texts>(&value)) std::ranges::for_each(*words, use);
    return used;
  }

  /// Adds the removed links that need one of these and nothing that stays removed.
  void addLinks(std::set<ElementId>& back) const {
    const auto isBack = [&](const ElementId& id) { return back.contains(id); };
    for (bool more = true; more;) {
      more = false;
      for (const auto& [id, element] : removed_) {
        const Refs needed = neededBy(*element);
        if (isBack(id) || std::ranges::none_of(needed, isBack)) continue;
        if (std::ranges::any_of(needed, [&](const ElementId& each) { return isRemoved(each) && !isBack(each); }))
          continue;
        back.insert(id);
        more = true;
      }
    }
  }

  /// The element as it is now, with the fields as they were of which nothing but mentions of removed elements went.
  static Element withMentions(const Element& now, const Element& before, const std::set<ElementId>& removed,
                              const std::set<ElementId>& gone) {
    const Element stripped = forgetting(before, removed);
    const Element wanted = forgetting(before, gone);
    Element restored = now;
    for (const auto& slot : wanted.slots()) {
      const Value* is = now.find(slot.number);
      const Value* left = stripped.find(slot.number);
      if (is && left ? *is == *left : !is && !left) restored.set(slot.number, slot.value);
    }
    return restored;
  }

  const Plan& base_;
  const Plan& remover_;
  const Branch& other_;
  std::unordered_map<ElementId, ElementPtr> removed_;  // as the other side has them
  std::map<Word, ElementId> words_;                    // removed words of the team's own
};

/// Puts back what is contested among the removals of one side, and notes why. Says whether there was any.
bool keep(const Plan& base, Branch& remover, const Branch& other, Contested& reasons) {
  const Removals removals(base, remover, other);
  if (removals.empty()) return false;
  const Contested contested = removals.contested();
  if (contested.empty()) return false;
  for (const auto& [id, reason] : contested) {
    reasons[id].changed |= reason.changed;
    reasons[id].users.insert(reason.users.begin(), reason.users.end());
  }
  remover = Branch(base, removals.restored(contested));
  return true;
}

bool removesAny(const Branch& side) {
  return std::ranges::any_of(side.changes, [](const Change& change) { return !change.after; });
}

/// The fields in which an element differs from what it was, in the order of its kind.
std::vector<FieldNumber> changedFields(const Element& before, const Element& now) {
  std::vector<FieldNumber> changed;
  for (const Field& field : now.definition().fields) {
    const Value* was = before.find(field.number);
    const Value* is = now.find(field.number);
    if (was && is ? !(*was == *is) : was != is) changed.push_back(field.number);
  }
  return changed;
}

/// The elements are as the side has them that did not remove them.
void addConflicts(const Plan& base, const Plan& plan, Side remover, const Contested& contested,
                  std::vector<Conflict>& conflicts) {
  for (const auto& [id, reason] : contested) {
    Conflict conflict;
    conflict.kind = reason.changed ? Conflict::Kind::removedAndChanged : Conflict::Kind::removedAndUsed;
    conflict.elementKind = plan.find(id)->kind();
    conflict.element = id;
    conflict.remover = remover;
    if (const Element* before = base.find(id); before && reason.changed)
      conflict.changed = changedFields(*before, *plan.find(id));
    conflict.users.assign(reason.users.begin(), reason.users.end());
    conflict.answers = {Answer::ours, Answer::theirs};
    conflicts.push_back(std::move(conflict));
  }
}

}  // namespace

std::vector<Conflict> keepContested(const Plan& base, Branches& sides) {
  if (!removesAny(sides.ours) && !removesAny(sides.theirs)) return {};
  const Branches asTheyWere = sides;
  Contested byOurs;
  Contested byTheirs;
  for (bool more = true; more;) {
    more = keep(base, sides.ours, asTheyWere.theirs, byOurs);
    more |= keep(base, sides.theirs, asTheyWere.ours, byTheirs);
  }
  std::vector<Conflict> conflicts;
  addConflicts(base, asTheyWere.theirs.plan, Side::ours, byOurs, conflicts);
  addConflicts(base, asTheyWere.ours.plan, Side::theirs, byTheirs, conflicts);
  return conflicts;
}

}  // namespace trackloom::sharing
