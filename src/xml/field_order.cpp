#include "xml/field_order.h"

namespace trackloom::xml {

FieldOrder::FieldOrder(const Kind& kind) {
  names_.reserve(kind.fields.size());
  for (const Field& field : kind.fields) names_.push_back(field.name);
  for (std::size_t i = 0; i <= names_.size(); ++i) follower_.push_back(static_cast<std::uint8_t>(i % names_.size()));
}

int FieldOrder::search(std::string_view name, int previous) {
  std::uint8_t& follower = follower_[static_cast<std::size_t>(previous + 1)];
  std::size_t place = follower;
  for (std::size_t step = 0; step < names_.size(); ++step) {
    if (names_[place] == name) {
      follower = static_cast<std::uint8_t>(place);
      return static_cast<int>(place);
    }
    if (++place == names_.size()) place = 0;
  }
  return -1;
}

FieldOrders::FieldOrders() {
  orders_.reserve(kindCount);
  for (const Kind& kind : kinds()) orders_.emplace_back(kind);
}

}  // namespace trackloom::xml
