#pragma once

#include "plan/edits.h"
#include "support/random_plan.h"

#include <random>
#include <utility>
#include <vector>

namespace trackloom::testing {

/// A plan and two others that random edits made of it: elements removed with their links, fields changed, cleared and
/// taken over from other plans, elements added. The same for a seed on every machine.
class RandomTriples {
 public:
  explicit RandomTriples(std::uint64_t seed, Variety variety = {}) : random_(seed), plans_(seed, variety) {}

  struct Triple {
    Plan base;
    Plan ours;
    Plan theirs;
  };

  Triple next() {
    const Plan base = plans_.next();
    donor_ = plans_.next();
    return {base, edited(base), edited(base)};
  }

 private:
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }

  Plan edited(Plan plan) {
    for (std::uint64_t left = below(7); left > 0; --left) plan = apply(plan, edit(plan));
    if (below(4) == 0) plan.setForeign(donorForeign(plan));
    return plan;
  }

  Edit edit(const Plan& plan) {
    const std::vector<ElementPtr> all = elements(plan);
    const Element& any = *all[below(all.size())];
    const Kind& kind = any.definition();
    const Field& field = kind.fields[below(kind.fields.size())];
    switch (below(8)) {
      case 0:
        return removeWithLinks(plan, std::span(&any.id(), 1));
      case 1:
        return clearField(plan, any.id(), field.number);
      case 2:
        return added(plan);
      case 3:
        return translated(plan, any);
      case 4:
        return reordered(plan, any, field);
      default:
        return takenOver(plan, any);
    }
  }

  static std::vector<ElementPtr> elements(const Plan& plan) {
    std::vector<ElementPtr> all;
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : plan.all(kind.id)) all.push_back(element);
    return all;
  }

  /// An element of the donor under an id of its own; both sides may come to add the same one.
  Edit added(const Plan& plan) {
    const std::vector<ElementPtr> all = elements(donor_);
    const Element& element = *all[below(all.size())];
    if (element.kind() == KindId::plan) return {};
    const ElementId id = *ElementId::parse(std::string(element.definition().name) + std::to_string(below(4)));
    if (plan.find(id)) return {};
    return addElement(plan, element.withId(id));
  }

  /// A field of an element of the same kind in the donor.
  Edit takenOver(const Plan& plan, const Element& element) {
    const auto others = donor_.all(element.kind());
    if (others.empty()) return {};
    const Element& other = *others[below(others.size())];
    if (other.slots().empty()) return {};
    const auto& slot = other.slots()[below(other.slots().size())];
    return setField(plan, element.id(), slot.number, slot.value);
  }

  Edit translated(const Plan& plan, const Element& element) {
    for (const Field& field : element.definition().fields) {
      if (!field.translatable || below(2) == 0) continue;
      const ElementPtr before = plan.share(element.id());
      Element after = *before;
      after.translate(field.number, below(2) == 0 ? "ar" : "es", "t" + std::to_string(below(3)));
      return {{}, {{before, std::make_shared<const Element>(std::move(after))}}, {}};
    }
    return {};
  }

  Edit reordered(const Plan& plan, const Element& element, const Field& field) {
    const Value* value = element.find(field.number);
    const Refs* refs = value ? std::get_if<Refs>(value) : nullptr;
    if (!refs || refs->empty()) return {};
    Refs turned = *refs;
    std::rotate(turned.begin(), turned.begin() + static_cast<std::ptrdiff_t>(below(turned.size())), turned.end());
    return setField(plan, element.id(), field.number, Value(std::move(turned)));
  }

  /// Some of what the plan holds, beside what another holds at the same places.
  ForeignXml donorForeign(const Plan& plan) {
    ForeignXml foreign = plan.foreign();
    for (ForeignXml::Piece& piece : foreign.pieces)
      if (below(3) == 0) piece.xml = "<!-- changed " + std::to_string(below(3)) + " -->";
    std::erase_if(foreign.pieces, [&](const auto&) { return below(5) == 0; });
    return foreign;
  }

  std::mt19937_64 random_;
  RandomPlans plans_;
  Plan donor_;
};

}  // namespace trackloom::testing
