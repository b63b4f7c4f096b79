#pragma once

#include "plan/kind.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace trackloom::xml {

/// Finds the fields of a kind by name. Elements of a kind mostly have the same fields in the same order, so that it
/// remembers which field followed which and looks there first.
class FieldOrder {
 public:
  explicit FieldOrder(const Kind& kind);

  static constexpr int beforeAll = -1;
  /// The place of the field with this name, or -1. `previous` is the place of the field found before it.
  int find(std::string_view name, int previous) {
    const std::uint8_t likely = follower_[static_cast<std::size_t>(previous + 1)];
    return names_[likely] == name ? likely : search(name, previous);
  }

 private:
  int search(std::string_view name, int previous);

  std::vector<std::string_view> names_;
  std::vector<std::uint8_t> follower_;  // by place + 1
};

/// The orders of all kinds.
class FieldOrders {
 public:
  FieldOrders();
  FieldOrder& of(KindId kind) { return orders_[static_cast<std::size_t>(kind)]; }

 private:
  std::vector<FieldOrder> orders_;
};

}  // namespace trackloom::xml
