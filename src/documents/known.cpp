#include "documents/known.h"

#include <algorithm>
#include <array>

namespace trackloom::documents {
namespace {

struct Fact {
  KindId kind;
  FieldNumber field;
  friend bool operator==(const Fact&, const Fact&) = default;
};

/// The date without which there is nothing to tell of an element.
constexpr auto happenings = std::to_array<Fact>({{KindId::event, "date"},
                                                 {KindId::agreement, "date"},
                                                 {KindId::consent, "since"},
                                                 {KindId::relation, "since"},
                                                 {KindId::proposal, "date"},
                                                 {KindId::reading, "date"},
                                                 {KindId::review, "date"},
                                                 {KindId::assessment, "date"},
                                                 {KindId::comment, "date"},
                                                 {KindId::waiver, "date"},
                                                 {KindId::activity, "start"},
                                                 {KindId::activity, "finish"}});

/// Dates of facts about elements that are known without them.
constexpr auto facts = std::to_array<Fact>({{KindId::phase, "start"},
                                            {KindId::phase, "finish"},
                                            {KindId::body, "start"},
                                            {KindId::body, "finish"},
                                            {KindId::transfer, "delivered"},
                                            {KindId::transfer, "acknowledged"},
                                            {KindId::proposal, "feedback"},
                                            {KindId::followUp, "done"}});

bool listed(const auto& list, Fact fact) { return std::ranges::find(list, fact) != list.end(); }

bool after(const Element& element, FieldNumber field, Day day) {
  const Value* value = element.find(field);
  const Date* date = value ? std::get_if<Date>(value) : nullptr;
  return date && date->first() > day;
}

/// Whether it was foreseen, so that it is known before it happens.
bool isPlanned(const checks::Study& study, const checks::Item& item) {
  const Element& element = item.element();
  if (element.has("planned") || element.has("planned-start") || element.has("planned-finish")) return true;
  return (item.kind() == KindId::activity && isMeantToCome(element)) || !study.deadlinesOf(item).empty();
}

bool isKnown(const checks::Study& study, const checks::Item& item) {
  const Element& element = item.element();
  // What stands in a text is known with it, and so is by when.
  if (item.kind() == KindId::commitment)
    if (const checks::Item* agreement = study.target(KindId::agreement, item, key::agreement))
      return isKnown(study, *agreement);
  if (item.kind() == KindId::deadline)
    if (const checks::Item* commitment = study.target(KindId::commitment, item, key::of))
      return isKnown(study, *commitment);
  if (isPlanned(study, item)) return true;
  return std::ranges::none_of(happenings, [&](const Fact& fact) {
    // What began is known, whenever it ends.
    if (fact.field == FieldNumber("finish") && element.has("start")) return false;
    return fact.kind == item.kind() && after(element, fact.field, study.asOf());
  });
}

}  // namespace

bool tellsOfLater(const checks::Study& study, const checks::Item& item, FieldNumber field) {
  const Fact fact{item.kind(), field};
  return (listed(happenings, fact) || listed(facts, fact)) && after(item.element(), field, study.asOf());
}

std::vector<const checks::Item*> knownOf(const checks::Study& study, KindId kind) {
  std::vector<const checks::Item*> known;
  for (const checks::Item& item : study.all(kind))
    if (isKnown(study, item)) known.push_back(&item);
  return known;
}

}  // namespace trackloom::documents
