#pragma once

#include "checks/study.h"
#include "scene/drawing_options.h"
#include "scene/scene.h"

namespace trackloom::scene {

/// Agreements over time, each on the rung of its stage in the PA-X database: what was signed, and what is planned. A
/// stage that is not recorded has a rung of its own; agreements without a date are named below.
Scene stageLadder(const checks::Study& study, const DrawingOptions& options);

}  // namespace trackloom::scene
