#pragma once

#include "desktop/presenters/speech.h"

#include <string>
#include <vector>

namespace trackloom::desktop {

enum class OutlineOrder : std::uint8_t { byTrack, byActor, byIssue };

/// A line of the outline: a group (without an element where it stands for what has none) or what lies in it.
struct OutlineNode {
  ElementId element;
  std::string text;
  std::string note;        ///< the state on the day, or how many things lie in it
  bool suggested = false;  ///< which the note says
  std::vector<OutlineNode> children;
};

/// The plan as a tree: on each track, with each actor or on each issue, what happens there. What has no track, actor or
/// issue stands in a group of its own at the end. With a filter, only lines that have all its words, and their groups.
std::vector<OutlineNode> outline(const OpenPlan& open, const Speech& speech, OutlineOrder order,
                                 const std::string& filter);

}  // namespace trackloom::desktop
