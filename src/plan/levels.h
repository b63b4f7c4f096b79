#pragma once

#include "plan/plan.h"

#include <string_view>

namespace trackloom {

/// The level of an element: its own, and for a link the highest of itself and of what it ties together.
Classification levelOf(const Plan& plan, const Element& element);

/// One entry of `field-levels`: a field, null for one the kind does not have, and the lowest level of its readers.
struct FieldLevel {
  const Field* field;
  Classification level;
};
FieldLevel fieldLevel(const Kind& kind, std::string_view entry);

/// The plan as readers of a level may see it: elements and fields above it are gone, with the links that need them and
/// every mention of them. The plan element stays with its title, languages, as-of day and rest days, which no paper can
/// do without, and keeps the rest only for its own level. Own words and thresholds stay. Outputs are made from this.
Plan visibleTo(const Plan& plan, Classification level);

}  // namespace trackloom
