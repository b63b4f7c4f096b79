#pragma once

#include "plan/plan.h"
#include "sharing/three_way.h"

#include <map>
#include <string>
#include <string_view>

namespace trackloom::sharing {

/// Attributes that this version does not know, by name; each as it is written: ` name="value"`.
using UnknownAttributes = std::map<std::string, std::string>;
UnknownAttributes attributesOf(std::string_view written);

/// XML that this version does not know; where both sides changed it both stay, one under the other.
std::string mergedUnknown(const ThreeWay<std::string>& texts, std::size_t indent);

/// The unknown XML of the two sides, at its places in the merged plan. Of two new values of one attribute of a section
/// the one that sorts last stays.
ForeignXml mergedForeign(const ThreeWay<const Plan*>& plans, const Plan& merged);

}  // namespace trackloom::sharing
