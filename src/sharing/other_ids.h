#pragma once

#include "plan/plan.h"

#include <unordered_map>

namespace trackloom::sharing {

/// Other ids for some elements, and other short names for some of the team's own words, by those they have.
struct OtherIds {
  std::unordered_map<ElementId, ElementId> elements{};
  std::unordered_map<ElementId, ElementId> words{};

  bool empty() const { return elements.empty() && words.empty(); }
  /// The id an element is given instead, or the one it has.
  ElementId of(const ElementId& element) const;
};

/// The plan with other ids wherever it names these elements and words, in the order of its ids; its sets of references
/// are in the order of the new ones too. Precondition: no two elements get one id, and no two words.
Plan withIds(const Plan& plan, const OtherIds& others);

}  // namespace trackloom::sharing
