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
  int find(const char* name, int previous);

  /// How many fields the last element had: the best guess for the next one.
  std::size_t usualCount = 0;

 private:
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

/// Does the text, which ends with a zero byte, equal the expected name?
inline bool isNamed(const char* text, std::string_view expected) {
  for (const char c : expected)
    if (*text++ != c) return false;
  return *text == '\0';
}

}  // namespace trackloom::xml
