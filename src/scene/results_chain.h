#pragma once

#include "checks/study.h"
#include "scene/drawing_options.h"
#include "scene/scene.h"

namespace trackloom::scene {

/// From the ambition on the first side to the activities on the other, each objective beside what serves it. In the
/// team's view objectives that nothing serves are marked, and activities that name no objective are counted below.
Scene resultsChain(const checks::Study& study, const DrawingOptions& options);

}  // namespace trackloom::scene
