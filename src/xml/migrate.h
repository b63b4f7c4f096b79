#pragma once

#include "xml/refusal.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pugi {
class xml_node;
}  // namespace pugi

namespace trackloom::xml {

/// One step from a version of the file format to the next: it changes the tree of the plan in place.
struct Step {
  int from;
  void (*change)(pugi::xml_node plan);
};

/// All steps, oldest first.
std::span<const Step> steps();

/// The number of a version such as `1` or `1.2`; nothing if the text is no version.
std::optional<int> versionNumber(std::string_view version);

/// Why a plan of this version cannot be read, if so.
std::optional<Refusal> refusalOfVersion(std::string_view version);

/// A well-formed plan of an earlier version, taken through the steps from that version on.
std::string migrate(std::string_view text, int version, std::span<const Step> allSteps = steps());

}  // namespace trackloom::xml
