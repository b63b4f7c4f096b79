#include "sharing/merge.h"

#include "plan/mentions.h"
#include "sharing/clashes.h"
#include "sharing/merge_element.h"
#include "sharing/merge_unknown.h"
#include "sharing/own_words.h"
#include "sharing/removals.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace trackloom::sharing {
namespace {

auto placeOf(const Change& change) { return std::pair(change.any().kind(), change.any().id()); }

/// What both sides did to the elements, side by side.
class PlanMerge {
 public:
  PlanMerge(const Plan& base, const Branches& sides, std::vector<Conflict>& conflicts)
      : plans_{&base, &sides.ours.plan, &sides.theirs.plan},
        ours_(sides.ours.changes),
        theirs_(sides.theirs.changes),
        conflicts_(conflicts) {}

  Plan merge() {
    mergeRoots();
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < ours_.size() || j < theirs_.size()) {
      const bool mine = j == theirs_.size() || (i < ours_.size() && placeOf(ours_[i]) <= placeOf(theirs_[j]));
      const bool other = i == ours_.size() || (j < theirs_.size() && placeOf(theirs_[j]) <= placeOf(ours_[i]));
      const Change& any = mine ? ours_[i] : theirs_[j];
      if (any.any().kind() != KindId::plan)
        mergeOne(any.before, mine ? ours_[i].after : any.before, other ? theirs_[j].after : any.before);
      i += mine ? 1 : 0;
      j += other ? 1 : 0;
    }
    return plans_.ours->with(changes_);
  }

 private:
  /// There is always one on each side; its id is no more than one of its fields.
  void mergeRoots() {
    const ThreeWay<const Element*> roots{&plans_.base->root(), &plans_.ours->root(), &plans_.theirs->root()};
    const ThreeWay<ElementId> ids{roots.base->id(), roots.ours->id(), roots.theirs->id()};
    const ElementId* agreedId = agreed(ids);
    const ElementId id = agreedId ? *agreedId : std::min(ids.ours, ids.theirs);
    const ThreeWay<Element> named{roots.base->withId(id), roots.ours->withId(id), roots.theirs->withId(id)};
    Element merged = mergedElement({&named.base, &named.ours, &named.theirs}, conflicts_);
    if (!(merged == *roots.ours))
      changes_.push_back({plans_.ours->all(KindId::plan).front(), std::make_shared<const Element>(std::move(merged))});
  }

  void mergeOne(const ElementPtr& base, const ElementPtr& ours, const ElementPtr& theirs) {
    if (!ours || !theirs) {
      // Contested removals have been put back: what only one side has is new, or removed by the other one alone.
      const ElementPtr& left = ours ? ours : theirs;
      put(ours, base && left ? nullptr : left);
    } else if (ours->kind() == KindId::audience && ours != theirs) {
      mergeAudience(base, ours, theirs);
    } else if (mayDiffer(base, ours, theirs)) {
      put(ours, std::make_shared<const Element>(mergedElement({base.get(), ours.get(), theirs.get()}, conflicts_)));
    } else {
      put(ours, ours == base ? theirs : ours);
    }
  }

  /// What a side removed from the plan it no longer leaves out or includes, without letting its readers see more.
  void mergeAudience(const ElementPtr& base, const ElementPtr& ours, const ElementPtr& theirs) {
    std::set<ElementId> gone;
    for (const ElementPtr& version : {base, ours, theirs})
      for (const Element::Slot& slot : version ? version->slots() : std::span<const Element::Slot>())
        for (const ElementId& id : mentionsIn(slot.value))
          if (plans_.base->find(id) && !(plans_.ours->find(id) && plans_.theirs->find(id))) gone.insert(id);
    const ThreeWay<Element> left{forgetting(base ? *base : *ours, gone), forgetting(*ours, gone),
                                 forgetting(*theirs, gone)};
    put(ours, std::make_shared<const Element>(
                  mergedElement({base ? &left.base : nullptr, &left.ours, &left.theirs}, conflicts_)));
  }

  /// Is the merged element possibly neither of the two?
  static bool mayDiffer(const ElementPtr& base, const ElementPtr& ours, const ElementPtr& theirs) {
    if (ours != base && theirs != base) return true;
    static constexpr FieldNumber levels[] = {"classification", "field-levels"};
    const Element& changed = ours == base ? *theirs : *ours;
    return std::ranges::any_of(levels, [&](FieldNumber field) {
      const Value* before = base->find(field);
      const Value* after = changed.find(field);
      return before && after ? !(*before == *after) : before != after;
    });
  }

  void put(const ElementPtr& ours, const ElementPtr& merged) {
    if (ours == merged) return;
    if (ours && merged && *ours == *merged) return;
    changes_.push_back({ours, merged});
  }

  ThreeWay<const Plan*> plans_;
  std::span<const Change> ours_;
  std::span<const Change> theirs_;
  std::vector<Conflict>& conflicts_;
  std::vector<Change> changes_;  // of our plan
};

bool isUnchanged(const Plan& base, const Branch& side) {
  return side.changes.empty() && side.plan.foreign() == base.foreign();
}

bool sameElement(const ElementPtr& a, const ElementPtr& b) { return a == b || (a && b && *a == *b); }

/// Did both sides do the same?
bool sameBranches(const Branches& sides) {
  return std::ranges::equal(sides.ours.changes, sides.theirs.changes,
                            [](const Change& a, const Change& b) {
                              return sameElement(a.before, b.before) && sameElement(a.after, b.after);
                            }) &&
         sides.ours.plan.foreign() == sides.theirs.plan.foreign();
}

bool conflictBefore(const Conflict& a, const Conflict& b) {
  const auto place = [](const Conflict& conflict) {
    const int field = conflict.field ? kindOf(conflict.elementKind).position(*conflict.field) : -1;
    return std::tuple(conflict.elementKind, conflict.element, field, std::string_view(conflict.part));
  };
  return place(a) < place(b);
}

/// Notes what a side's value of a conflict names though that side does not have it.
void noteUnknown(const Plan& side, const std::optional<Value>& value, Conflict& conflict) {
  for (const ElementId& id : value ? mentionsIn(*value) : Refs())
    if (!side.find(id)) conflict.unknown.insert(id);
}

}  // namespace

bool comesFrom(const Plan& plan, const Plan& base) {
  constexpr std::size_t telling = 10;  // of fewer elements all may have been replaced
  std::size_t all = 0;
  std::size_t left = 0;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : base.all(kind.id)) {
      ++all;
      if (plan.find(kind.id, element->id())) ++left;
    }
  return all < telling || left * 10 >= all;
}

Merge mergePlans(const Plan& base, const Plan& ours, const Plan& theirs) {
  Branches sides{{base, ours}, {base, theirs}};
  if (sameBranches(sides) || isUnchanged(base, sides.theirs)) return {ours, {}};
  if (isUnchanged(base, sides.ours)) return {theirs, {}};
  Merge merge{Plan(), partClashes(base, sides)};
  for (Conflict& conflict : keepContested(base, sides)) merge.conflicts.push_back(std::move(conflict));
  const ThreeWay<const Plan*> plans{&base, &sides.ours.plan, &sides.theirs.plan};
  merge.plan = PlanMerge(base, sides, merge.conflicts).merge();
  readOwnWords(merge.plan, plans);
  merge.plan.setForeign(mergedForeign(plans, merge.plan));
  for (Conflict& conflict : merge.conflicts) {
    noteUnknown(sides.ours.plan, conflict.ours, conflict);
    noteUnknown(sides.theirs.plan, conflict.theirs, conflict);
    // What the other side removed leaves our value as well, until it is answered.
    if (conflict.kind == Conflict::Kind::bothChanged && conflict.ours && !mentionsIn(*conflict.ours).empty())
      merge.plan = apply(merge.plan, resolve(merge.plan, conflict, Answer::ours));
  }
  std::ranges::stable_sort(merge.conflicts, conflictBefore);
  return merge;
}

}  // namespace trackloom::sharing
