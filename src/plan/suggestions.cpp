#include "plan/suggestions.h"

#include "plan/mentions.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace trackloom {
namespace {

Element kept(const Element& element) {
  Element left = element;
  left.clear(key::suggested.number);
  return left;
}

Change keeping(const ElementPtr& before) { return {before, std::make_shared<const Element>(kept(*before))}; }

/// Goes from what is kept to the suggestions that it names, and to those that these name; through what is kept already
/// to what that cannot be without.
class Following {
 public:
  explicit Following(const Plan& plan) : plan_(plan) {}

  void from(const Element& element) {
    for (const Element::Slot& slot : element.slots())
      for (const ElementId& id : mentionsIn(slot.value)) add(id);
  }
  void add(const ElementId& id) {
    ElementPtr element = seen_.insert(id).second ? plan_.share(id) : nullptr;
    if (element) open_.push_back(std::move(element));
  }
  std::vector<ElementPtr> suggestions() {
    std::vector<ElementPtr> found;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const ElementPtr element = open_[i];
      if (isSuggested(*element)) {
        found.push_back(element);
        from(*element);
      } else {
        for (const ElementId& id : neededBy(*element)) add(id);
      }
    }
    return found;
  }

 private:
  const Plan& plan_;
  std::unordered_set<ElementId> seen_;
  std::vector<ElementPtr> open_;
};

/// What comes or goes by an edit.
std::set<ElementId> comingOrGoing(const Edit& edit) {
  std::set<ElementId> ids;
  for (const Change& change : edit.changes)
    if (!change.before || !change.after) ids.insert(change.any().id());
  return ids;
}

}  // namespace

bool isSuggested(const Element& element) {
  const Flag* flag = element.get(key::suggested);
  return flag && flag->on && element.kind() != KindId::plan;
}

std::vector<ElementId> suggestions(const Plan& plan) {
  std::vector<ElementId> ids;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id))
      if (isSuggested(*element)) ids.push_back(element->id());
  return ids;
}

Plan keptPlan(const Plan& plan) {
  const std::vector<ElementId> ids = suggestions(plan);
  return ids.empty() ? plan : apply(plan, removeWithLinks(plan, ids));
}

bool nothingIsKept(const Plan& plan) {
  bool any = false;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id)) {
      if (isSuggested(*element)) {
        any = true;
      } else if (kind.id != KindId::plan && kind.id != KindId::track) {
        return false;
      }
    }
  return any;
}

Message aboutSuggestions(const Plan& plan) {
  const auto count = static_cast<std::int64_t>(suggestions(plan).size());
  if (count == 0) return {};
  return {nothingIsKept(plan) ? tr("Nothing has been kept yet, so nothing can be told of it. Entries that the template "
                                   "suggests: {count}; they are checked and handed out once you keep them.")
                              : tr("Entries that the template only suggests: {count}. They are neither checked nor "
                                   "handed out until you keep them."),
          {{"count", count}}};
}

Edit keepSuggestions(const Plan& plan, std::span<const ElementId> ids) {
  Following following(plan);
  for (const ElementId& id : ids) following.add(id);
  Edit edit;
  for (const ElementPtr& each : following.suggestions()) edit.changes.push_back(keeping(each));
  const auto count = static_cast<std::int64_t>(edit.changes.size());
  edit.label = count == 1 ? Message{tr("Keep {title}"), {{"title", std::string(edit.changes.front().before->title())}}}
                          : Message{tr("Keep {count} suggestions"), {{"count", count}}};
  return edit;
}

Edit keepAllSuggestions(const Plan& plan) { return keepSuggestions(plan, suggestions(plan)); }

Edit dropSuggestions(const Plan& plan) {
  const std::vector<ElementId> ids = suggestions(plan);
  Edit edit = removeWithLinks(plan, ids);
  edit.label = {tr("Drop {count} suggestions"), {{"count", static_cast<std::int64_t>(ids.size())}}};
  return edit;
}

Edit keepingWhatItTouches(const Plan& plan, Edit edit) {
  const std::set<ElementId> moving = comingOrGoing(edit);
  std::unordered_map<ElementId, std::size_t> placeOf;
  for (std::size_t i = 0; i < edit.changes.size(); ++i) placeOf.emplace(edit.changes[i].any().id(), i);
  Following following(plan);
  for (Change& change : edit.changes) {
    if (!change.after) continue;
    const bool wasSuggested = change.before && isSuggested(*change.before);
    if (wasSuggested && isSuggested(*change.after) &&
        !(forgetting(*change.before, moving) == forgetting(*change.after, moving)))
      change.after = std::make_shared<const Element>(kept(*change.after));
    if (!isSuggested(*change.after)) following.from(*change.after);
  }
  for (const ElementPtr& each : following.suggestions()) {
    const auto place = placeOf.find(each->id());
    if (place == placeOf.end()) {
      edit.changes.push_back(keeping(each));
    } else if (ElementPtr& after = edit.changes[place->second].after; after && isSuggested(*after)) {
      after = std::make_shared<const Element>(kept(*after));
    }
  }
  return edit;
}

}  // namespace trackloom
