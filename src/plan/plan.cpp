#include "plan/plan.h"

#include <algorithm>
#include <cassert>

namespace trackloom {
namespace {

using Section = std::vector<ElementPtr>;

bool idBefore(const ElementPtr& element, const ElementId& id) { return element->id() < id; }

auto place(const Section& section, const ElementId& id) {
  return std::lower_bound(section.begin(), section.end(), id, idBefore);
}

bool sameElement(const ElementPtr& a, const ElementPtr& b) { return a == b || (a && b && *a == *b); }

/// What becomes of the element with a kind and id; null if it goes.
struct Outcome {
  KindId kind;
  ElementId id;
  ElementPtr element;
};

/// What becomes of all elements that the changes touch, by kind and id.
std::vector<Outcome> outcomes(std::span<const Change> changes) {
  std::vector<Outcome> all;
  all.reserve(changes.size());
  for (const auto& [old, now] : changes) {
    const bool stays = old && now && old->kind() == now->kind() && old->id() == now->id();
    if (old && !stays) all.push_back({old->kind(), old->id(), nullptr});
    if (now) all.push_back({now->kind(), now->id(), now});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Outcome& a, const Outcome& b) { return a.kind != b.kind ? a.kind < b.kind : a.id < b.id; });
  const auto last = std::unique(all.rbegin(), all.rend(),
                                [](const Outcome& a, const Outcome& b) { return a.kind == b.kind && a.id == b.id; });
  all.erase(all.begin(), last.base());
  return all;
}

/// The section with what becomes of its elements. Both lists are by id.
Section merged(const Section& section, std::span<const Outcome> changed) {
  Section out;
  out.reserve(section.size() + changed.size());
  auto at = section.begin();
  for (const Outcome& outcome : changed) {
    const auto next = std::lower_bound(at, section.end(), outcome.id, idBefore);
    out.insert(out.end(), at, next);
    at = next != section.end() && (*next)->id() == outcome.id ? next + 1 : next;
    if (outcome.element) out.push_back(outcome.element);
  }
  out.insert(out.end(), at, section.end());
  return out;
}

/// Puts the elements in place where all of them only replace what is there; else changes nothing and says no.
bool replaceInPlace(Section& section, std::span<const Outcome> changed) {
  std::vector<Section::iterator> places;
  for (const Outcome& outcome : changed) {
    const auto at = std::lower_bound(section.begin(), section.end(), outcome.id, idBefore);
    if (!outcome.element || at == section.end() || (*at)->id() != outcome.id) return false;
    places.push_back(at);
  }
  for (std::size_t i = 0; i < places.size(); ++i) *places[i] = changed[i].element;
  return true;
}

/// The section of the `plan` element, which is always there exactly once.
Section replacedRoot(const Section& section, std::span<const Outcome> changed) {
  Section root = section;
  for (const Outcome& outcome : changed)
    if (outcome.element) root.assign(1, outcome.element);
  return root;
}

}  // namespace

Plan::Plan() {
  static const auto emptySection = std::make_shared<Section>();
  static const auto rootSection =
      std::make_shared<Section>(Section{std::make_shared<const Element>(KindId::plan, *ElementId::parse("plan"))});
  sections_.fill(emptySection);
  sections_[0] = rootSection;
}

const Element* Plan::find(KindId kind, const ElementId& id) const {
  const auto section = all(kind);
  const auto at = std::lower_bound(section.begin(), section.end(), id, idBefore);
  return at != section.end() && (*at)->id() == id ? at->get() : nullptr;
}

const Element* Plan::find(const ElementId& id) const {
  for (std::size_t kind = 0; kind < kindCount; ++kind)
    if (const Element* found = find(static_cast<KindId>(kind), id)) return found;
  return nullptr;
}

ElementPtr Plan::share(const ElementId& id) const {
  for (const auto& section : sections_)
    if (const auto at = place(*section, id); at != section->end() && (*at)->id() == id) return *at;
  return nullptr;
}

std::size_t Plan::size() const {
  std::size_t count = 0;
  for (const auto& section : sections_) count += section->size();
  return count;
}

Plan Plan::with(Element element) const {
  const Change change{nullptr, std::make_shared<const Element>(std::move(element))};
  return with(std::span(&change, 1));
}

Plan Plan::without(const ElementId& id) const {
  const Change change{share(id), nullptr};
  return change.before ? with(std::span(&change, 1)) : *this;
}

Plan Plan::with(std::span<const Change> changes) const& { return Plan(*this).with(changes); }

Plan Plan::with(std::span<const Change> changes) && {
  const std::vector<Outcome> all = outcomes(changes);
  for (auto at = all.begin(); at != all.end();) {
    const KindId kind = at->kind;
    const auto end = std::find_if(at, all.end(), [&](const Outcome& outcome) { return outcome.kind != kind; });
    auto& section = sections_[static_cast<std::size_t>(kind)];
    const std::span changed(at, end);
    const auto change = kind == KindId::plan ? replacedRoot : merged;
    if (kind == KindId::plan || section.use_count() > 1 || !replaceInPlace(*section, changed))
      section = std::make_shared<Section>(change(*section, changed));
    at = end;
  }
  return std::move(*this);
}

void Plan::adopt(KindId kind, std::vector<ElementPtr> elements) {
  const auto byId = [](const ElementPtr& a, const ElementPtr& b) { return a->id() < b->id(); };
  if (!std::is_sorted(elements.begin(), elements.end(), byId)) std::sort(elements.begin(), elements.end(), byId);
  adoptInOrder(kind, std::move(elements));
}

void Plan::adoptInOrder(KindId kind, std::vector<ElementPtr> elements) {
  sections_[static_cast<std::size_t>(kind)] = std::make_shared<Section>(std::move(elements));
}

const ForeignXml& Plan::foreign() const {
  static const ForeignXml none;
  return foreign_ ? *foreign_ : none;
}

void Plan::setForeign(ForeignXml foreign) {
  foreign_ = foreign == ForeignXml{} ? nullptr : std::make_shared<const ForeignXml>(std::move(foreign));
}

bool operator==(const Plan& a, const Plan& b) { return diff(a, b).empty() && a.foreign() == b.foreign(); }

std::vector<Change> diff(const Plan& before, const Plan& after) {
  std::vector<Change> changes;
  for (std::size_t k = 0; k < kindCount; ++k) {
    const auto old = before.all(static_cast<KindId>(k));
    const auto now = after.all(static_cast<KindId>(k));
    if (old.data() == now.data() && old.size() == now.size()) continue;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < old.size() || j < now.size()) {
      if (j == now.size() || (i < old.size() && old[i]->id() < now[j]->id())) {
        changes.push_back({old[i++], nullptr});
      } else if (i == old.size() || now[j]->id() < old[i]->id()) {
        changes.push_back({nullptr, now[j++]});
      } else {
        if (!sameElement(old[i], now[j])) changes.push_back({old[i], now[j]});
        ++i, ++j;
      }
    }
  }
  return changes;
}

std::optional<Day> asOfDay(const Plan& plan) {
  const Date* date = plan.root().get(key::asOf);
  if (!date) return std::nullopt;
  return date->last();
}

PlanTerms::PlanTerms(const Plan& plan) {
  for (const ElementPtr& element : plan.all(KindId::term)) {
    static constexpr Key<Text> vocabularyKey{"vocabulary"};
    static constexpr Key<Text> likeKey{"like"};
    const Vocabulary* list = findVocabulary(element->text(vocabularyKey));
    const auto name = ElementId::parse(element->text(key::name));
    if (!list || !name) continue;
    words_.push_back({list->id, *name, findTerm(list->id, element->text(likeKey)).value_or(Choice::unlisted)});
  }
  std::stable_sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
    return a.vocabulary != b.vocabulary ? a.vocabulary < b.vocabulary : a.name < b.name;
  });
}

Choice PlanTerms::find(const Field& field, std::string_view name) const { return find(field.vocabulary, name); }

Choice PlanTerms::find(VocabularyId list, std::string_view name) const {
  const auto id = ElementId::parse(name);
  if (!id) return {};
  const auto at = std::lower_bound(words_.begin(), words_.end(), *id, [&](const Word& word, const ElementId& wanted) {
    return word.vocabulary != list ? word.vocabulary < list : word.name < wanted;
  });
  if (at == words_.end() || at->vocabulary != list || at->name != *id) return {};
  return {at->like, at->name};
}

}  // namespace trackloom
