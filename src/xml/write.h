#pragma once

#include "plan/plan.h"

#include <string>

namespace trackloom::xml {

/// The version of the file format that is written.
inline constexpr int formatVersion = 1;
inline constexpr const char* planNamespace = "urn:trackloom:plan:1";

/// The canonical form: sections in the order of the kinds, elements by id, fields in the order of their kind, one item
/// a line, unknown content where it stood. What was written and read again is written as the same bytes.
std::string write(const Plan& plan);

}  // namespace trackloom::xml
