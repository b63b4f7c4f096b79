#pragma once

#include "scene/drawing_options.h"
#include "scene/palette.h"

#include <map>
#include <vector>

namespace trackloom::scene {

/// The tracks that are shown, from top to bottom: by the place the team gave them, then by level, then by id.
std::vector<const checks::Item*> tracksInOrder(const checks::Study& study, const DrawingOptions& options);

/// The colours of all tracks, by their places in the whole plan: a track keeps its own where others are not shown.
std::map<const checks::Item*, Hue> trackHues(const checks::Study& study);

/// The elements of a kind that are shown, by the place the team gave them, then by id.
std::vector<const checks::Item*> inOrder(const checks::Study& study, const DrawingOptions& options, KindId kind);

}  // namespace trackloom::scene
