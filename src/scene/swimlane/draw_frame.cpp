#include "scene/swimlane/drawing.h"

#include <algorithm>

namespace trackloom::scene::swimlane {
namespace {

constexpr double rowHeight = 14;

void drawLanes(Canvas& canvas) {
  const Layout& layout = canvas.layout;
  const double left = margin;
  const double right = layout.pageWidth - margin;
  for (std::size_t i = 0; i < layout.lanes.size(); ++i) {
    const LanePlace& place = layout.lanes[i];
    const Lane& lane = canvas.content.lanes[i];
    canvas.add(Rect{{left + layout.headWidth, place.top, right, place.bottom}}, "lane", {lane.hue.wash, {}, 0});
  }
}

void drawHeads(Canvas& canvas) {
  const Layout& layout = canvas.layout;
  for (std::size_t i = 0; i < layout.lanes.size(); ++i) {
    const LanePlace& place = layout.lanes[i];
    const Lane& lane = canvas.content.lanes[i];
    Shape& back = canvas.add(Rect{{margin, place.top, margin + layout.headWidth, place.bottom}}, "lane-head",
                             {Colour::headBack, {}, 0});
    back.element = lane.track;
    back.title = lane.name;
    back.description = lane.level;
    canvas.add(Rect{{margin, place.top, margin + 4, place.bottom}}, "lane-stripe", {lane.hue.edge, {}, 0}).element =
        lane.track;
    double y = place.top + 6;
    for (const std::string& line : place.name) {
      canvas.addText({margin + 11, y += 11}, line, headFont, Colour::ink).element = lane.track;
      y += 1;
    }
    for (const std::string& line : place.level)
      canvas.addText({margin + 11, y += 10}, line, levelFont, Colour::muted).element = lane.track;
  }
  Path rules;
  const double right = layout.pageWidth - margin;
  for (const LanePlace& place : layout.lanes) rules.move({margin, place.top}).line({right, place.top});
  rules.move({margin, layout.plotBottom}).line({right, layout.plotBottom});
  canvas.add(std::move(rules), "rule", {{}, Colour::rule, 0.8});
}

void drawGrid(Canvas& canvas, const CalendarAxis& axis) {
  const Layout& layout = canvas.layout;
  Path fine;
  Path strong;
  const auto lines = [&](Path& path, const std::vector<AxisCell>& cells, double top) {
    for (const AxisCell& cell : cells) {
      if (cell.days.from <= layout.scale.period().from) continue;
      const double x = layout.scale.x(cell.days.from);
      path.move({x, top}).line({x, layout.plotBottom});
    }
  };
  lines(fine, axis.lower, layout.axisBottom - rowHeight);
  lines(strong, axis.upper, layout.axisBottom - 2 * rowHeight);
  if (!fine.steps.empty()) canvas.add(std::move(fine), "grid", {{}, Colour::grid, 0.7});
  if (!strong.steps.empty()) canvas.add(std::move(strong), "grid strong", {{}, Colour::gridStrong, 0.8});
}

void drawCells(Canvas& canvas, const std::vector<AxisCell>& cells, double baseline, Font font) {
  const TimeScale& scale = canvas.layout.scale;
  for (const AxisCell& cell : cells) {
    const double left = scale.x(cell.days.from);
    const double right = scale.x(cell.days.to);
    std::string text = canvas.words.say(cell.label);
    if (canvas.measure.width(text, font) > right - left - 3) continue;
    Shape& shape = canvas.addText({(left + right) / 2, baseline}, std::move(text), font, Colour::muted);
    std::get<Label>(shape.form).anchor = Anchor::middle;
    shape.role = "tick";
  }
}

/// Down the page, with gaps where the name of a day or month stands in its way.
Path asOfLine(const std::vector<Shape>& drawn, double x, std::pair<double, double> span) {
  Path path;
  double from = span.first;
  for (const Shape& shape : drawn) {
    const Label* label = shape.role == "tick" ? std::get_if<Label>(&shape.form) : nullptr;
    if (!label || std::abs(label->at.x - x) > label->maxWidth / 2 + 1) continue;
    if (const double to = label->at.y - label->font.size; to > from) path.move({x, from}).line({x, to});
    from = label->at.y + 2.5;
  }
  path.move({x, from}).line({x, span.second});
  return path;
}

void drawAsOf(Canvas& canvas, Day asOf) {
  const Layout& layout = canvas.layout;
  const Span period = layout.scale.period();
  if (asOf.number < period.from || asOf.number >= period.to) return;
  const double x = layout.scale.x(asOf.number) + layout.scale.pointsPerDay() / 2;
  const double top = layout.axisTop + 1;
  canvas.add(asOfLine(canvas.scene.shapes, x, {top + 12, layout.plotBottom}), "as-of", {{}, Colour::asOf, 1.2});
  const Font font{7.5, Weight::bold};
  std::string text = canvas.words.say({tr("as of {day}"), {{"day", asOf}}});
  const double half = canvas.measure.width(text, font) / 2 + 5;
  const double middle = std::clamp(x, margin + half, layout.pageWidth - margin - half);
  Shape& pill = canvas.add(Rect{{middle - half, top, middle + half, top + 13}, 3}, "as-of", {Colour::asOf, {}, 0});
  pill.title = text;
  Shape& label = canvas.addText({middle, top + 9.3}, std::move(text), font, Colour::onDark);
  std::get<Label>(label.form).anchor = Anchor::middle;
  label.role = "as-of";
}

}  // namespace

Shape& Canvas::add(std::variant<Rect, Path, Label> form, std::string_view role, Style style) {
  Shape shape;
  shape.form = std::move(form);
  shape.role = role;
  shape.style = style;
  scene.shapes.push_back(std::move(shape));
  return scene.shapes.back();
}

Shape& Canvas::addText(Point at, std::string text, Font font, Paint paint) {
  Label label;
  label.at = at;
  label.maxWidth = measure.width(text, font);
  label.text = std::move(text);
  label.font = font;
  Style style;
  style.fill = paint;
  return add(std::move(label), "label", style);
}

void drawFrame(Canvas& canvas, Day asOf, std::string_view subtitle) {
  const double width = canvas.layout.pageWidth - 2 * margin;
  const Font title{15, Weight::bold};
  const Font small{8.5, Weight::regular};
  const bool headed = canvas.layout.axisTop > 0;
  if (headed)
    canvas.addText({margin, 25}, fitted(canvas.measure, canvas.scene.title, title, width), title, Colour::ink).role =
        "title";
  if (canvas.layout.empty) return;
  if (headed)
    canvas.addText({margin, 39}, fitted(canvas.measure, subtitle, small, width), small, Colour::muted).role =
        "subtitle";
  const CalendarAxis axis = calendarAxis(canvas.layout.scale);
  drawLanes(canvas);
  drawPauses(canvas);
  drawGrid(canvas, axis);
  drawStalls(canvas);
  drawHeads(canvas);
  drawCells(canvas, axis.upper, canvas.layout.axisBottom - rowHeight - 4, {8, Weight::bold});
  drawCells(canvas, axis.lower, canvas.layout.axisBottom - 4, {8, Weight::regular});
  drawAsOf(canvas, asOf);
  drawBands(canvas);
}

void drawStalls(Canvas& canvas) {
  for (std::size_t i = 0; i < canvas.content.stalls.size(); ++i) {
    const Stall& stall = canvas.content.stalls[i];
    const StallPlace& place = canvas.layout.stalls[i];
    if (!place.shown) continue;
    canvas.used.insert(LegendEntry::stall);
    const Cut cut = cutOf(stall.days, canvas.layout.scale.period());
    Shape& back = cut.any() ? canvas.add(tornBar(place.box, cut), "stall", {Colour::stallBack, {}, 0})
                            : canvas.add(Rect{place.box, 1}, "stall", {Colour::stallBack, {}, 0});
    back.element = stall.element;
    back.title = stall.title;
    canvas.add(hatching(place.box, stall.item == nowhere ? 9 : 4), "stall hatch", {{}, Colour::stallHatch, 0.7})
        .element = stall.element;
    if (cut.left) continue;
    canvas
        .add(Path().move({place.box.left, place.box.top}).line({place.box.left, place.box.bottom}), "stall edge",
             {{}, Colour::stall, 1.2})
        .element = stall.element;
  }
}

void drawStallNotes(Canvas& canvas) {
  for (std::size_t i = 0; i < canvas.content.stalls.size(); ++i) {
    const Stall& stall = canvas.content.stalls[i];
    const StallPlace& place = canvas.layout.stalls[i];
    if (place.noteWidth <= 0) continue;
    Shape& note = canvas.addText({place.noteX, place.noteY}, place.note, noteFont, Colour::stall);
    note.element = stall.element;
    note.role = "stall label";
    std::get<Label>(note.form).halo = Halo::paper;
  }
}

}  // namespace trackloom::scene::swimlane
