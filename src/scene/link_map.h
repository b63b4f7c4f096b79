#pragma once

#include "checks/study.h"
#include "scene/drawing_options.h"
#include "scene/scene.h"

namespace trackloom::scene {

/// Activities, and whoever else something is handed over from or to, as boxes in the layer of their track; what waits
/// or receives stands to the right of what it comes from. In the team's view also the critical chain, and the pairs of
/// tracks that findings of GAP-NO-LINK tell of.
Scene linkMap(const checks::Study& study, const DrawingOptions& options);

}  // namespace trackloom::scene
