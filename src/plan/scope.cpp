#include "plan/scope.h"

#include "plan/edits.h"

#include <algorithm>
#include <set>

namespace trackloom {
namespace {

using Ids = std::set<ElementId>;

constexpr FieldNumber trackFields[] = {"tracks", "track"};
constexpr FieldNumber issueFields[] = {"issues", "issue"};

/// The issues asked for and all below them.
Ids withAllBelow(const Plan& plan, const std::vector<ElementId>& issues) {
  Ids wanted(issues.begin(), issues.end());
  for (std::size_t before = 0; before != wanted.size();) {
    before = wanted.size();
    for (const ElementPtr& issue : plan.all(KindId::issue))
      if (wanted.contains(issue->ref(key::parent))) wanted.insert(issue->id());
  }
  return wanted;
}

enum class Stands { inside, outside, nowhere };

/// Whether what an element names in one of the fields is wanted; nowhere if it names nothing there.
Stands stands(const Element& element, std::span<const FieldNumber> fields, const Ids& wanted) {
  Stands found = Stands::nowhere;
  const auto see = [&](const ElementId& id) {
    if (wanted.contains(id)) found = Stands::inside;
    if (found == Stands::nowhere && !id.empty()) found = Stands::outside;
  };
  for (const FieldNumber field : fields) {
    const Value* value = element.find(field);
    if (!value) continue;
    if (const Ref* ref = std::get_if<Ref>(value)) see(*ref);
    if (const Refs* refs = std::get_if<Refs>(value)) std::ranges::for_each(*refs, see);
  }
  return found;
}

class Narrowing {
 public:
  Narrowing(const Plan& plan, const Scope& scope)
      : plan_(plan), tracks_(scope.tracks.begin(), scope.tracks.end()), issues_(withAllBelow(plan, scope.issues)) {}

  Plan narrowed() const {
    Plan left = without(plan_, [&](const Element& element) { return isOutside(element); });
    left = without(left, [&](const Element& element) { return hasLostAll(element, left); });
    const Ids busy = actorsIn(left);
    return without(
        left, [&](const Element& element) { return element.kind() == KindId::actor && !busy.contains(element.id()); });
  }

 private:
  template <class Leave>
  static Plan without(const Plan& plan, Leave leave) {
    std::vector<ElementId> leaving;
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : plan.all(kind.id))
        if (kind.id != KindId::plan && leave(*element)) leaving.push_back(element->id());
    return apply(plan, removeWithLinks(plan, leaving));
  }

  bool isOutside(const Element& element) const {
    if (element.kind() == KindId::track) return !tracks_.empty() && !tracks_.contains(element.id());
    if (element.kind() == KindId::issue) return !issues_.empty() && !issues_.contains(element.id());
    // An activity that names no track or issue stands on none; what cannot name any goes with what it is about.
    const bool mustStand = element.kind() == KindId::activity;
    for (const auto& [wanted, fields] :
         {std::pair(&tracks_, std::span(trackFields)), {&issues_, std::span(issueFields)}}) {
      if (wanted->empty()) continue;
      const Stands place = stands(element, fields, *wanted);
      if (place == Stands::outside || (mustStand && place == Stands::nowhere)) return true;
    }
    return false;
  }

  /// Whether an element was about something and nothing of that is left: events, agreements of an activity, bodies that
  /// no activity meets in.
  bool hasLostAll(const Element& element, const Plan& left) const {
    static constexpr FieldNumber subjects[] = {"about", "activity", "of", "agreement", "origin"};
    const Element& before = *plan_.find(element.id());
    if (std::ranges::any_of(subjects, [&](FieldNumber field) { return before.has(field) && !element.has(field); }))
      return true;
    return element.kind() == KindId::body && !isMetIn(element, left);
  }

  bool isMetIn(const Element& body, const Plan& left) const {
    const bool named = std::ranges::any_of(
        left.all(KindId::activity), [&](const ElementPtr& activity) { return activity->ref(key::body) == body.id(); });
    return named || stands(body, trackFields, tracks_) == Stands::inside ||
           stands(body, issueFields, issues_) == Stands::inside;
  }

  /// Actors that anything but their relations and what is thought of them speaks of.
  static Ids actorsIn(const Plan& plan) {
    Ids busy;
    for (const KindId kind : {KindId::activity, KindId::body, KindId::participation, KindId::transfer, KindId::seat,
                              KindId::agreement, KindId::commitment, KindId::proposal, KindId::assignment})
      for (const ElementPtr& element : plan.all(kind))
        for (const Element::Slot& slot : element->slots()) {
          if (const Ref* ref = std::get_if<Ref>(&slot.value)) busy.insert(*ref);
          if (const Refs* refs = std::get_if<Refs>(&slot.value)) busy.insert(refs->begin(), refs->end());
        }
    return busy;
  }

  const Plan& plan_;
  Ids tracks_;
  Ids issues_;
};

}  // namespace

Plan narrowedTo(const Plan& plan, const Scope& scope) {
  return scope.isAll() ? plan : Narrowing(plan, scope).narrowed();
}

}  // namespace trackloom
