#pragma once

#include "plan/kind.h"
#include "xml/name_pool.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace trackloom::xml {

/// Where the fields of each kind stand in it, by the numbers that their names have in a file.
class FieldPlaces {
 public:
  FieldPlaces() {
    for (auto& ofKind : places_) ofKind.fill(notAskedYet);
  }

  /// The place of the field with this name, or a negative number.
  int find(const Kind& kind, NamePool::Number number, std::string_view name) {
    std::int8_t& place = places_[static_cast<std::size_t>(kind.id)][number];
    if (place == notAskedYet || number == NamePool::none) place = placeOf(kind, name);
    return place;
  }

 private:
  static constexpr std::int8_t notAskedYet = noPlace - 1;

  static std::int8_t placeOf(const Kind& kind, std::string_view name) {
    const Field* field = kind.find(name);
    return field ? static_cast<std::int8_t>(field - kind.fields.data()) : noPlace;
  }

  std::array<std::array<std::int8_t, NamePool::mostNames + 1>, kindCount> places_;
};

}  // namespace trackloom::xml
