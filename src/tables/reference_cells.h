#pragma once

#include "tables/cell_values.h"
#include "tables/undertaking.h"

namespace trackloom::tables {

/// Reads a cell of references: ids with spaces between, or titles and names with semicolons, lines or commas between.
/// What is not there is made where the request allows it for one kind that may stand here. An `Unclear` without a
/// sentence: it was asked about.
ReadValue readReferences(Undertaking& undertaking, const Place& place, const std::string& text, const Field& field);

}  // namespace trackloom::tables
