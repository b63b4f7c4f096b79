#pragma once

#include "plan/kind.h"
#include "plan/value.h"
#include "sharing/three_way.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace trackloom::sharing {

using FieldVersions = ThreeWay<std::optional<Value>>;

/// What becomes of a field. Where both sides changed it in different ways it holds ours and is contested; prose only in
/// the lines that both changed, so that either value has what only one side did elsewhere.
struct MergedField {
  std::optional<Value> value;
  bool contested = false;
  std::optional<Value> theirs{};  ///< the other value, where contested
};

/// Nothing stands for a field that is not there.
MergedField mergedField(const Field& field, const FieldVersions& versions);

/// What both sides say, ours first: a list with what each has, prose with the lines of both, those in which they begin
/// and end alike once. Nothing where a field holds only
/// one of two.
std::optional<Value> bothValues(const Field& field, const std::optional<Value>& ours,
                                const std::optional<Value>& theirs);

std::vector<std::string> linesOf(const std::string& text);

/// How many lines two texts have in common at their beginning, and at their end behind that.
struct Agreement {
  std::size_t before = 0;
  std::size_t after = 0;
};
Agreement agreement(std::span<const std::string> a, std::span<const std::string> b);

}  // namespace trackloom::sharing
