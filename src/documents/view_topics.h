#pragma once

#include "checks/study.h"

#include <map>
#include <set>

namespace trackloom::documents {

/// Tracks and issues that an element has to do with.
struct Topics {
  std::set<ElementId> tracks;
  std::set<ElementId> issues;
};

/// By element: the tracks and issues it names; without any, those of what it names, or what names it. So a hand-over is
/// on the tracks of its two activities, and an actor on those of the activities it takes part in.
std::map<ElementId, Topics> topicsOf(const checks::Study& study);

/// Those of several elements together.
Topics topicsOf(const std::map<ElementId, Topics>& all, std::span<const ElementId> ids);

}  // namespace trackloom::documents
