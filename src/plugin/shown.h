#pragma once

#include "plan/plan.h"
#include "scene/drawing_options.h"

namespace trackloom::plugin {

/// What a plugin gets to see: the whole plan given here, as it is looked at as of a day. Readers outside the team are
/// told no forecasts. The plan must outlive this.
struct Shown {
  const Plan& plan;
  Day asOf;
  scene::View view = scene::View::team;
};

}  // namespace trackloom::plugin
