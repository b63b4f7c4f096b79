#pragma once

#include "plan/edits.h"

namespace trackloom::checks {

/// How many of a list that an element needs must be left for the element to stay.
inline constexpr std::size_t leastNeeded = 2;

/// The element without this mention in a reference field; without the element if it cannot be without.
Edit withoutMention(const Plan& plan, const ElementId& id, FieldNumber field, const ElementId& mentioned);

}  // namespace trackloom::checks
