#pragma once

#include "plan/plan.h"

namespace trackloom {

/// The level of an element: its own, and for a link the highest of itself and of what it ties together.
Classification levelOf(const Plan& plan, const Element& element);

/// The plan as readers of a level may see it: elements and fields above it are gone, with the links that need them and
/// every mention of them. Own words and thresholds stay. This is what outputs are made from.
Plan visibleTo(const Plan& plan, Classification level);

}  // namespace trackloom
