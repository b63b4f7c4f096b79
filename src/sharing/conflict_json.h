#pragma once

#include "documents/json.h"
#include "documents/material.h"
#include "sharing/merge.h"

namespace trackloom::sharing {

/// The conflicts as programs read them, values as files write them:
/// `{"conflicts": [{"name", "kind", "element", "elementKind", "field", "part", "base", "ours", "theirs", "removedBy",
/// "users", "other", "answers", "question"}]}`. The material is of the merged plan.
documents::Json conflictsJson(const documents::Material& material, const Merge& merge);

}  // namespace trackloom::sharing
