#include "sharing/own_words.h"

namespace trackloom::sharing {
namespace {

/// The element with its words read again; null if they stay as they are.
ElementPtr readAgain(const Element& element, const PlanTerms& words) {
  Element read = element;
  bool changed = false;
  for (const Element::Slot& slot : element.slots()) {
    const Field& field = element.definition().fields[slot.position];
    if (field.vocabulary == VocabularyId::none) continue;
    Value value = parseValue(field, valueText(field, slot.value), &words);
    if (value == slot.value) continue;
    read.set(field.number, std::move(value));
    changed = true;
  }
  return changed ? std::make_shared<const Element>(std::move(read)) : nullptr;
}

}  // namespace

void readOwnWords(Plan& merged, const ThreeWay<const Plan*>& plans) {
  const auto hasWords = [](const Plan* plan) { return !plan->all(KindId::term).empty(); };
  if (!hasWords(plans.base) && !hasWords(plans.ours) && !hasWords(plans.theirs)) return;
  const PlanTerms words(merged);
  std::vector<Change> changes;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : merged.all(kind.id))
      if (ElementPtr read = readAgain(*element, words)) changes.push_back({element, std::move(read)});
  merged = std::move(merged).with(changes);
}

}  // namespace trackloom::sharing
