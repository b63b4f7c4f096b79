#pragma once

#include "documents/material.h"

#include <span>
#include <string>

namespace trackloom::sharing {

/// Two versions of a plan that are spoken of together, in the language of the later one.
struct Versions {
  const documents::Material& before;
  const documents::Material& after;

  /// The later version if it has the element, else the earlier one.
  const documents::Material& having(const ElementId& id) const;
  std::string nameOf(const ElementId& id) const;
  std::string namesOf(std::span<const ElementId> ids) const;
};

}  // namespace trackloom::sharing
