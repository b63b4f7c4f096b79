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

/// The section with the changes made that are of its kind. Both lists are by id.
Section merged(const Section& section, std::span<const Change> changes) {
  Section out;
  out.reserve(section.size() + changes.size());
  auto at = section.begin();
  for (const Change& change : changes) {
    const ElementId& id = change.any().id();
    const auto next = std::lower_bound(at, section.end(), id, idBefore);
    out.insert(out.end(), at, next);
    at = next != section.end() && (*next)->id() == id ? next + 1 : next;
    if (change.after) out.push_back(change.after);
  }
  out.insert(out.end(), at, section.end());
  return out;
}

}  // namespace

Plan::Plan() {
  static const auto emptySection = std::make_shared<const Section>();
  static const auto rootSection = std::make_shared<const Section>(
      Section{std::make_shared<const Element>(KindId::plan, *ElementId::parse("plan"))});
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

Plan Plan::with(std::span<const Change> changes) const {
  std::vector<Change> sorted(changes.begin(), changes.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const Change& a, const Change& b) {
    return a.any().kind() != b.any().kind() ? a.any().kind() < b.any().kind() : a.any().id() < b.any().id();
  });
  Plan result = *this;
  for (auto at = sorted.begin(); at != sorted.end();) {
    const KindId kind = at->any().kind();
    const auto end = std::find_if(at, sorted.end(), [&](const Change& change) { return change.any().kind() != kind; });
    auto& section = result.sections_[static_cast<std::size_t>(kind)];
    section = std::make_shared<const Section>(merged(*section, std::span(at, end)));
    at = end;
  }
  return result;
}

void Plan::adopt(KindId kind, std::vector<ElementPtr> elements) {
  assert(std::is_sorted(elements.begin(), elements.end(),
                        [](const ElementPtr& a, const ElementPtr& b) { return a->id() < b->id(); }));
  sections_[static_cast<std::size_t>(kind)] = std::make_shared<const Section>(std::move(elements));
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

Choice PlanTerms::find(const Field& field, std::string_view name) const {
  const auto id = ElementId::parse(name);
  if (!id) return {};
  const auto at = std::lower_bound(words_.begin(), words_.end(), *id, [&](const Word& word, const ElementId& wanted) {
    return word.vocabulary != field.vocabulary ? word.vocabulary < field.vocabulary : word.name < wanted;
  });
  if (at == words_.end() || at->vocabulary != field.vocabulary || at->name != *id) return {};
  return {at->like, at->name};
}

}  // namespace trackloom
