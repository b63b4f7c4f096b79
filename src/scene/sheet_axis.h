#pragma once

#include "scene/calendar_axis.h"
#include "scene/sheet.h"

namespace trackloom::scene {

/// Writes the names of days, months or years below what stands on the sheet, and gives the finest cells.
std::vector<AxisCell> drawAxis(Sheet& sheet, const TimeScale& scale);

/// The lines between cells, from one height to another.
void drawGrid(Sheet& sheet, const TimeScale& scale, const std::vector<AxisCell>& cells, const Box& plot);

/// A line on the as-of day where it falls into the period.
void drawAsOf(Sheet& sheet, const TimeScale& scale, Day asOf, const Box& plot);

}  // namespace trackloom::scene
