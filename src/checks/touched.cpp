#include "checks/touched.h"

#include <algorithm>

namespace trackloom::checks {
namespace {

constexpr Key<Date> plannedDays[] = {key::planned, key::plannedStart, key::plannedFinish};

bool isPlanned(const Element& element) {
  return std::ranges::any_of(plannedDays, [&](Key<Date> day) { return element.get(day) != nullptr; });
}

}  // namespace

Touched::Touched(std::span<const Change> changes) {
  for (const Change& change : changes) {
    if (change.before && change.after) {
      addDifferences(*change.before, *change.after);
    } else {
      addAll(change.any().kind());
      anyWent_ = anyWent_ || !change.after;
    }
  }
}

bool Touched::any(std::span<const Reads> reads) const {
  return std::ranges::any_of(reads, [this](const Reads& each) {
    const auto& fields = each.looks == Looks::atValue ? fields_ : planned_;
    return fields[static_cast<std::size_t>(each.kind)][each.field.value];
  });
}

bool Touched::concerns(const Rule& rule) const {
  return any(rule.reads) ||
         std::ranges::any_of(rule.counts, [this](KindId kind) { return cameOrWent_[static_cast<std::size_t>(kind)]; });
}

bool Touched::concernsAll(const Rule& rule) const {
  static constexpr KindSet planWide{KindId::plan, KindId::term, KindId::threshold, KindId::pause};
  const auto differs = [this](const Reads& each) { return planWide.has(each.kind) && has(each.kind, each.field); };
  return everything_ || std::ranges::any_of(rule.reads, differs);
}

void Touched::addEverything() {
  everything_ = true;
  cameOrWent_.set();
  for (auto& fields : fields_) fields.set();
  for (auto& fields : planned_) fields.set();
}

void Touched::addDifferences(const Element& before, const Element& after) {
  const auto addFrom = [&](const Element& one, const Element& other) {
    const auto kind = static_cast<std::size_t>(one.kind());
    for (const Element::Slot& slot : one.slots()) {
      const Value* value = other.find(slot.number);
      if (!value || !(*value == slot.value)) fields_[kind].set(slot.number.value);
    }
  };
  addFrom(before, after);
  addFrom(after, before);
  if (isPlanned(before) != isPlanned(after))
    for (const Key<Date> day : plannedDays) planned_[static_cast<std::size_t>(before.kind())].set(day.number.value);
  if (before.extras() == after.extras()) return;
  for (const Element* element : {&before, &after})
    for (const Translation& translation : element->extras().translations) add(element->kind(), translation.field);
}

void Touched::addAll(KindId kind) {
  cameOrWent_.set(static_cast<std::size_t>(kind));
  for (const Field& field : kindOf(kind).fields) add(kind, field.number);
}

}  // namespace trackloom::checks
