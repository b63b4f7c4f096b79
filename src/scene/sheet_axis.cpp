#include "scene/sheet_axis.h"

namespace trackloom::scene {
namespace {

constexpr Font font{8, Weight::regular};

void drawTick(Sheet& sheet, const TimeScale& scale, const AxisCell& cell, double y) {
  const double left = scale.x(cell.days.from);
  const double right = scale.x(cell.days.to);
  std::string text = sheet.words().say(cell.label);
  if (sheet.measure().width(text, font) > right - left - 3) return;
  Shape& tick = sheet.addText({(left + right) / 2, y}, std::move(text), font, Colour::muted);
  std::get<Label>(tick.form).anchor = Anchor::middle;
  tick.role = "tick";
}

}  // namespace

std::vector<AxisCell> drawAxis(Sheet& sheet, const TimeScale& scale) {
  CalendarAxis axis = calendarAxis(scale);
  double y = sheet.bottom() + 10;
  for (const auto* cells : {&axis.upper, &axis.lower}) {
    if (cells->empty()) continue;
    for (const AxisCell& cell : *cells) drawTick(sheet, scale, cell, y);
    y += 12;
  }
  sheet.moveDown(y - 4);
  return axis.lower.empty() ? std::move(axis.upper) : std::move(axis.lower);
}

void drawGrid(Sheet& sheet, const TimeScale& scale, const std::vector<AxisCell>& cells, const Box& plot) {
  Path grid;
  for (const AxisCell& cell : cells)
    if (cell.days.from > scale.period().from)
      grid.move({scale.x(cell.days.from), plot.top}).line({scale.x(cell.days.from), plot.bottom});
  if (!grid.steps.empty()) sheet.add(std::move(grid), "grid", {{}, Colour::grid, 0.7});
}

void drawAsOf(Sheet& sheet, const TimeScale& scale, Day asOf, const Box& plot) {
  if (asOf.number < scale.period().from || asOf.number >= scale.period().to) return;
  const double x = scale.x(asOf.number) + scale.pointsPerDay() / 2;
  Shape& line = sheet.add(Path().move({x, plot.top}).line({x, plot.bottom}), "as-of", {{}, Colour::asOf, 1.2});
  line.title = sheet.words().say({tr("as of {day}"), {{"day", asOf}}});
}

}  // namespace trackloom::scene
