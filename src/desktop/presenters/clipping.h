#pragma once

#include "plan/edits.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace trackloom::desktop {

/// Elements as text for the clipboard, with the links between them: a plan file of their own.
std::string clipped(const Plan& plan, std::span<const ElementId> ids);

/// The edit that adds what was clipped, from this plan or another, under new ids; references to what was not clipped
/// stay where this plan has it, and go where it has not. No changes for text that is no clipping. `ids` says what was
/// added.
struct Pasted {
  Edit edit;
  std::vector<ElementId> ids;
};
Pasted pasted(const Plan& plan, const std::string& text, const std::function<ElementId()>& newId);

/// Text to look for and what takes its place.
struct Replacement {
  std::string find;
  std::string with;
};

/// The edit that replaces a text wherever it stands in texts of the plan, in every language; case counts.
Edit replaced(const Plan& plan, const Replacement& replacement);

}  // namespace trackloom::desktop
