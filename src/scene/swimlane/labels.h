#pragma once

#include "scene/swimlane/layout.h"

namespace trackloom::scene::swimlane {

/// Decides where the label of an item stands: inside its bar if it fits, else to its right, else to its left, else cut
/// short. Sets the room the item takes on its row.
void placeLabel(Layout& layout, const Content& content, std::size_t item, const TextMeasure& measure);

/// Crowded timelines pack shapes first; this gives the labels of one row what room is left between them.
void growLabels(Layout& layout, const Content& content, const TextMeasure& measure, std::vector<std::size_t>& row);

}  // namespace trackloom::scene::swimlane
