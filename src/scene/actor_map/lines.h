#pragma once

#include "scene/actor_map/content.h"
#include "scene/sheet.h"

namespace trackloom::scene::actor_map {

/// The line between two points in the published grammar: one, two, dotted, like lightning, cut across, an arc, with or
/// without an arrow. Says what it is in the first shape it adds.
Shape& drawLine(Sheet& sheet, LineType type, Point from, Point to);

/// What a line of this type means, for the legend.
const char* meaning(LineType type);

}  // namespace trackloom::scene::actor_map
