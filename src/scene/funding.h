#pragma once

#include "checks/study.h"
#include "scene/drawing_options.h"
#include "scene/scene.h"

namespace trackloom::scene {

/// Need against what is committed, month by month, one chart for each currency. What one activity has too much does not
/// cover another. Activities and bodies of which nobody can tell are named below, and never count as covered.
Scene fundingChart(const checks::Study& study, const DrawingOptions& options);

}  // namespace trackloom::scene
