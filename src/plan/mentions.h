#pragma once

#include "plan/element.h"

#include <set>

namespace trackloom {

/// The ids that a value names, in its order.
Refs mentionsIn(const Value& value);

/// Does the element name one of these in any field?
bool mentionsAny(const Element& element, const std::set<ElementId>& ids);

/// What the element's required fields name: what it cannot be without.
Refs neededBy(const Element& element);

/// The element without any mention of the ids.
Element forgetting(const Element& element, const std::set<ElementId>& ids);

}  // namespace trackloom
