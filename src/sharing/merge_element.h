#pragma once

#include "sharing/merge.h"
#include "sharing/three_way.h"

#include <vector>

namespace trackloom::sharing {

/// One element of three versions, field by field; what both sides changed in different ways joins the conflicts.
/// The base is null for an element that both added. Precondition: the same kind and id.
Element mergedElement(const ThreeWay<const Element*>& versions, std::vector<Conflict>& conflicts);

}  // namespace trackloom::sharing
