#pragma once

#include "checks/rule.h"
#include "plan/plan.h"

#include <array>
#include <bitset>
#include <span>

namespace trackloom::checks {

/// The fields of kinds that an edit touches.
class Touched {
 public:
  /// Of an element that was changed those of its fields that differ; of one that came or went all that its kind has.
  explicit Touched(std::span<const Change> changes);

  void add(KindId kind, FieldNumber field) { fields_[static_cast<std::size_t>(kind)].set(field.value); }
  /// Rules wake only when their subject is in the plan: where the first or the last of a kind came or went, anything
  /// may be said.
  void addEverything();
  bool has(KindId kind, FieldNumber field) const { return fields_[static_cast<std::size_t>(kind)][field.value]; }
  /// Is one of these among them?
  bool any(std::span<const Reads> reads) const;
  /// May a rule say something else now?
  bool concerns(const Rule& rule) const;

 private:
  void addDifferences(const Element& before, const Element& after);
  void addAll(KindId kind);

  std::array<std::bitset<fieldNames.size()>, kindCount> fields_;
  std::bitset<kindCount> cameOrWent_;
};

}  // namespace trackloom::checks
