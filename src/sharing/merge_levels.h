#pragma once

#include "plan/element.h"
#include "sharing/three_way.h"

#include <optional>

namespace trackloom::sharing {

/// Who may see something in the merged plan: never more readers than either side lets see it, unless nobody but one
/// side changed it, and then to fewer. Contested where a side opens it to more readers than the other one does.
struct MergedLevel {
  std::optional<Value> value;
  bool contested = false;
};

/// The field `classification` of the merged element. The base may be null.
MergedLevel mergedClassification(const ThreeWay<const Element*>& versions);

/// The field `field-levels`, field by field.
MergedLevel mergedFieldLevels(const ThreeWay<const Element*>& versions);

/// A field of an audience by which its readers see more or less: its level, what it includes and leaves out, what
/// becomes of names and dates. Nothing for its other fields and for other kinds.
std::optional<MergedLevel> mergedReaders(const Field& field, const ThreeWay<const Element*>& versions);

}  // namespace trackloom::sharing
