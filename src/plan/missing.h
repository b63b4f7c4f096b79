#pragma once

#include "plan/element.h"
#include "plan/message.h"

#include <vector>

namespace trackloom {

// What an element lacks of the fields that its kind requires. It is read and kept all the same.

/// Must the field be filled in? A plan may do without a title.
bool isNeeded(const Kind& kind, const Field& field);
/// The needed fields that hold nothing, in the order of the kind.
std::vector<const Field*> missingFields(const Element& element);
/// Says which they are.
Message aboutMissing(const Element& element, const std::vector<const Field*>& missing);

}  // namespace trackloom
