#pragma once

#include "checks/ties.h"
#include "documents/json.h"
#include "documents/tables.h"

namespace trackloom::documents {

/// One object per node, by kind and id: `id`, `kind`, `name`, `track`, `degree`, `betweenness`, `closeness` (both null
/// where they were not worked out), `component` (from 1), `articulationPoint`, `bridges` (the ids it would lose),
/// `coordinator`, `gatekeeper`, `representative`, `consultant`, `liaison`.
Json networkJson(const checks::Ties& ties, const checks::TieMeasures& measures);

/// The same as a table.
Table networkTable(const checks::Ties& ties, const checks::TieMeasures& measures);

}  // namespace trackloom::documents
