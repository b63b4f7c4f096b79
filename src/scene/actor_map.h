#pragma once

#include "checks/study.h"
#include "scene/drawing_options.h"
#include "scene/scene.h"

namespace trackloom::scene {

/// Actors and what joins them, in the lines of Fisher and others, Working with Conflict (2000). Actors stand where the
/// latest viewpoint has placed them, else where forces between them settle; those of whom no relation is recorded stand
/// below. The team's view also has influence as size, layers, lines of discord and influence from outside; the outward
/// view has none of these.
Scene actorMap(const checks::Study& study, const DrawingOptions& options);

}  // namespace trackloom::scene
