#include "checks/touched.h"

#include <algorithm>

namespace trackloom::checks {

Touched::Touched(std::span<const Change> changes) {
  for (const Change& change : changes) {
    if (change.before && change.after) {
      addDifferences(*change.before, *change.after);
    } else {
      addAll(change.any().kind());
    }
  }
}

bool Touched::any(std::span<const Reads> reads) const {
  return std::ranges::any_of(reads, [this](const Reads& each) { return has(each.kind, each.field); });
}

bool Touched::concerns(const Rule& rule) const {
  return any(rule.reads) ||
         std::ranges::any_of(rule.counts, [this](KindId kind) { return cameOrWent_[static_cast<std::size_t>(kind)]; });
}

void Touched::addEverything() {
  cameOrWent_.set();
  for (auto& fields : fields_) fields.set();
}

void Touched::addDifferences(const Element& before, const Element& after) {
  const auto addFrom = [this](const Element& one, const Element& other) {
    for (const Element::Slot& slot : one.slots()) {
      const Value* value = other.find(slot.number);
      if (!value || !(*value == slot.value)) add(one.kind(), slot.number);
    }
  };
  addFrom(before, after);
  addFrom(after, before);
  if (before.extras() == after.extras()) return;
  for (const Element* element : {&before, &after})
    for (const Translation& translation : element->extras().translations) add(element->kind(), translation.field);
}

void Touched::addAll(KindId kind) {
  cameOrWent_.set(static_cast<std::size_t>(kind));
  for (const Field& field : kindOf(kind).fields) add(kind, field.number);
}

}  // namespace trackloom::checks
