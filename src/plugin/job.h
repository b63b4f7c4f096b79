#pragma once

#include "plan/plan.h"
#include "plugin/result.h"
#include "plugin/trackloom_plugin.h"

namespace trackloom::plugin {

/// Lets an exporter write the plan as it is looked at as of a day. What it gets to see is the whole plan given here.
Result runExporter(const TrackloomPlugin& plugin, const Plan& plan, Day asOf, std::size_t maxOutput);

}  // namespace trackloom::plugin
