#pragma once

#include "plan/plan.h"

#include <vector>

namespace trackloom {

/// A part of a plan: what stands on some of its tracks and deals with some of its issues. An empty list asks nothing.
struct Scope {
  std::vector<ElementId> tracks;
  std::vector<ElementId> issues;  ///< with all that lies below them

  bool isAll() const { return tracks.empty() && issues.empty(); }
};

/// The plan without what lies outside the scope: other tracks and issues; activities, bodies, agreements and whatever
/// else names tracks or issues and none of these; the links of what went, and what was about nothing else; actors that
/// have no part in what stays. Dates that follow from the whole plan do not follow from this: look them up there.
Plan narrowedTo(const Plan& plan, const Scope& scope);

}  // namespace trackloom
