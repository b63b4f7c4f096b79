#pragma once

#include "xml/markup.h"

#include <optional>
#include <span>
#include <string_view>

namespace pugi {
class xml_node;
}  // namespace pugi

namespace trackloom::xml {

/// One step from a version of the file format to the next: it changes the tree in place.
struct Step {
  int from;
  void (*change)(pugi::xml_node plan);
};

/// All steps, oldest first. Files of an older version go through those from theirs on.
std::span<const Step> steps();

/// Brings a plan of any earlier version to the present one; says why not if its version is not known.
std::optional<Refusal> migrate(pugi::xml_node plan, std::string_view version);

}  // namespace trackloom::xml
