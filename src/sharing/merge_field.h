#pragma once

#include "plan/kind.h"
#include "plan/value.h"
#include "sharing/three_way.h"

#include <optional>
#include <string>

namespace trackloom::sharing {

using FieldVersions = ThreeWay<std::optional<Value>>;

/// What becomes of a field. Where both sides changed it in different ways it holds ours and is contested.
struct MergedField {
  std::optional<Value> value;
  bool contested = false;
};

/// Nothing stands for a field that is not there.
MergedField mergedField(const Field& field, const FieldVersions& versions);

/// Prose line by line; nothing where both sides changed the same lines in different ways.
std::optional<std::string> mergedProse(const ThreeWay<std::string>& texts);

/// What both sides say, ours first: a list with what each has, prose with both texts. Nothing where a field holds only
/// one of two.
std::optional<Value> bothValues(const Field& field, const std::optional<Value>& ours,
                                const std::optional<Value>& theirs);

}  // namespace trackloom::sharing
