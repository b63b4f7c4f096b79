#pragma once

#include "checks/rule.h"
#include "plan/plan.h"

#include <array>
#include <bitset>
#include <span>
#include <vector>

namespace trackloom::checks {

/// The fields of kinds and the items that an edit touches.
class Touched {
 public:
  /// Of an element that was changed those of its fields that differ; of one that came or went all that its kind has.
  explicit Touched(std::span<const Change> changes);

  void add(KindId kind, FieldNumber field) {
    fields_[static_cast<std::size_t>(kind)].set(field.value);
    planned_[static_cast<std::size_t>(kind)].set(field.value);
  }
  /// Rules wake only when their subject is in the plan: where the first or the last of a kind came or went, anything
  /// may be said.
  void addEverything();
  bool has(KindId kind, FieldNumber field) const { return fields_[static_cast<std::size_t>(kind)][field.value]; }
  /// Did any of a kind come or go?
  bool renewed(KindId kind) const { return cameOrWent_[static_cast<std::size_t>(kind)]; }
  /// Did anything go?
  bool anyWent() const { return anyWent_ || everything_; }
  /// Is one of these among them?
  bool any(std::span<const Reads> reads) const;
  /// May a rule say something else now?
  bool concerns(const Rule& rule) const;
  /// May it say so of any element, because of something that holds for the whole plan?
  bool concernsAll(const Rule& rule) const;

  /// The items, by their places in the study, that are new, or of which a field, an event about them or a date by the
  /// schedule differs.
  void addPlace(std::uint32_t place) { places_.push_back(place); }
  std::span<const std::uint32_t> places() const { return places_; }

 private:
  void addDifferences(const Element& before, const Element& after);
  void addAll(KindId kind);

  std::array<std::bitset<fieldNames.size()>, kindCount> fields_;
  std::array<std::bitset<fieldNames.size()>, kindCount> planned_;  // where something is planned now, or no more
  std::bitset<kindCount> cameOrWent_;
  std::vector<std::uint32_t> places_;
  bool anyWent_ = false;
  bool everything_ = false;
};

}  // namespace trackloom::checks
