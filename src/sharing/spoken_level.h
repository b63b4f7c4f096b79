#pragma once

#include "documents/material.h"

#include <optional>
#include <string>

namespace trackloom::sharing {

/// A level as people read it; where none is stated, the one that a new element of the kind has.
std::string spokenLevel(const documents::Material& material, KindId kind, const std::optional<Value>& value);

}  // namespace trackloom::sharing
