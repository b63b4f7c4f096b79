#include "scene/suggested.h"
#include "scene/swimlane/drawing.h"

#include <algorithm>

namespace trackloom::scene::swimlane {
namespace {

constexpr Font font{8, Weight::regular};
constexpr double rowHeight = 15;
constexpr double swatchWidth = 20;
constexpr std::size_t mostUndated = 300;

const char* explanation(LegendEntry key) {
  switch (key) {
    case LegendEntry::actual:
      return tr("has taken place");
    case LegendEntry::forecast:
      return tr("forecast");
    case LegendEntry::planned:
      return tr("planned");
    case LegendEntry::openEnded:
      return tr("not before this day: waits for something stopped or a political precondition");
    case LegendEntry::suggested:
      return suggestedMeaning();
    case LegendEntry::leftOut:
      return tr("cancelled, ended without result or replaced");
    case LegendEntry::milestone:
      return tr("milestone");
    case LegendEntry::agreement:
      return tr("agreement, with its stage");
    case LegendEntry::event:
      return tr("event");
    case LegendEntry::deadline:
      return tr("deadline");
    case LegendEntry::port:
      return tr("body or group at one end of a hand-over");
    case LegendEntry::alsoOn:
      return tr("also on the track of this colour");
    case LegendEntry::invited:
      return tr("invited");
    case LegendEntry::confirmed:
      return tr("confirmed");
    case LegendEntry::ongoing:
      return tr("ongoing");
    case LegendEntry::suspended:
      return tr("suspended");
    case LegendEntry::postponed:
      return tr("postponed");
    case LegendEntry::completed:
      return tr("completed");
    case LegendEntry::ended:
      return tr("will not take place or has ended");
    case LegendEntry::met:
      return tr("deadline met");
    case LegendEntry::missed:
      return tr("deadline passed");
    case LegendEntry::people:
      return tr("people move over");
    case LegendEntry::texts:
      return tr("proposals or texts are handed over");
    case LegendEntry::knowledge:
      return tr("information or analysis is handed over");
    case LegendEntry::influence:
      return tr("trust, norms or pressure carry over");
    case LegendEntry::unsaid:
      return tr("hand-over, content not stated");
    case LegendEntry::notDelivered:
      return tr("hand-over still to come");
    case LegendEntry::hard:
      return tr("depends on");
    case LegendEntry::soft:
      return tr("should come after");
    case LegendEntry::political:
      return tr("political precondition");
    case LegendEntry::pause:
      return tr("pause of the calendar");
    case LegendEntry::stall:
      break;
  }
  return tr("stalled");
}

void swatchLine(Canvas& canvas, Point at, Style style, Head head) {
  Path path;
  path.move(at).line({at.x + swatchWidth - 3, at.y});
  path.head = head;
  canvas.add(std::move(path), "legend", style);
}

void swatchSign(Canvas& canvas, Point middle, Sign sign, Colour colour) {
  for (Shape& shape : signShapes(sign, middle, 6.5, colour)) canvas.add(std::move(shape.form), "legend", shape.style);
}

void swatchBar(Canvas& canvas, LegendEntry key, const Box& box) {
  const Hue hue = neutralHue();
  switch (key) {
    case LegendEntry::actual:
      canvas.add(Rect{box, 2}, "legend", {hue.strong, hue.edge, 0.8});
      break;
    case LegendEntry::forecast:
      canvas.add(Rect{box, 2}, "legend", {hue.tint, hue.edge, 0.9, Dash::dashed});
      break;
    case LegendEntry::planned:
      canvas.add(Rect{{box.left, box.top + 2.5, box.right, box.bottom - 1}, 1}, "legend",
                 {Colour::paper, hue.edge, 0.8});
      break;
    case LegendEntry::openEnded:
      canvas.add(Path()
                     .move({box.right, box.top})
                     .line({box.left, box.top})
                     .line({box.left, box.bottom})
                     .line({box.right, box.bottom}),
                 "legend", {{}, hue.edge, 0.9, Dash::dashed});
      break;
    case LegendEntry::suggested:
      canvas.add(Rect{box, 2}, "legend", suggestedLine(0.9));
      break;
    case LegendEntry::leftOut:
      canvas.add(Rect{box, 2}, "legend", {Colour::paper, hue.edge, 0.8});
      canvas.add(Path().move({box.left, box.middle().y}).line({box.right, box.middle().y}), "legend",
                 {{}, hue.edge, 0.8});
      break;
    case LegendEntry::pause:
      canvas.add(Rect{box, 1}, "legend", {Colour::pause, Colour::gridStrong, 0.7});
      break;
    default:
      canvas.add(Rect{box, 1}, "legend", {Colour::stallBack, {}, 0});
      canvas.add(hatching(box, 4), "legend", {{}, Colour::stallHatch, 0.7});
      canvas.add(Path().move({box.left, box.top}).line({box.left, box.bottom}), "legend", {{}, Colour::stall, 1.2});
  }
}

void swatchMarker(Canvas& canvas, LegendEntry key, Point middle) {
  const Hue hue = neutralHue();
  switch (key) {
    case LegendEntry::milestone:
      canvas.add(diamond(middle, 4.8), "legend", {hue.strong, hue.edge, 0.9});
      break;
    case LegendEntry::agreement:
      canvas.add(diamond(middle, 5.5), "legend", {Colour::paper, hue.edge, 1.1});
      canvas.add(diamond(middle, 3), "legend", {hue.strong, hue.edge, 0.6});
      break;
    case LegendEntry::event:
      canvas.add(Rect{{middle.x - 2.7, middle.y - 2.7, middle.x + 2.7, middle.y + 2.7}, 2.7}, "legend",
                 {Colour::event, {}, 0});
      break;
    case LegendEntry::deadline:
      canvas.add(flag({middle.x - 3, middle.y + 5}, 11), "legend", {Colour::paper, Colour::open, 1});
      break;
    case LegendEntry::port:
      canvas.add(Rect{{middle.x - 3, middle.y - 3, middle.x + 3, middle.y + 3}, 1.2}, "legend",
                 {Colour::paper, Colour::event, 0.9});
      break;
    default:
      canvas.add(Rect{{middle.x - 2, middle.y - 2, middle.x + 2, middle.y + 2}}, "legend", {hue.edge, {}, 0});
  }
}

void swatch(Canvas& canvas, LegendEntry key, Point at) {
  const Point middle{at.x + swatchWidth / 2 - 2, at.y};
  const Paint line = neutralHue().edge;
  if (key <= LegendEntry::leftOut || key >= LegendEntry::stall) {
    swatchBar(canvas, key, {at.x, at.y - 4.5, at.x + swatchWidth - 4, at.y + 4.5});
  } else if (key <= LegendEntry::alsoOn) {
    swatchMarker(canvas, key, middle);
  } else if (key <= LegendEntry::ended) {
    swatchSign(canvas, middle, static_cast<Sign>(static_cast<int>(key) - static_cast<int>(LegendEntry::invited) + 1),
               Colour::muted);
  } else if (key <= LegendEntry::missed) {
    swatchSign(canvas, middle, key == LegendEntry::met ? Sign::completed : Sign::ended,
               key == LegendEntry::met ? Colour::met : Colour::missed);
  } else if (key <= LegendEntry::unsaid) {
    const auto carried = static_cast<Carried>(static_cast<int>(key) - static_cast<int>(LegendEntry::people));
    swatchLine(canvas, at, {{}, line, 1.25, dashOf(carried)}, Head::filled);
  } else if (key == LegendEntry::notDelivered) {
    swatchLine(canvas, at, {{}, line, 1.25}, Head::open);
  } else {
    const auto nature = static_cast<DependencyNature>(static_cast<int>(key) - static_cast<int>(LegendEntry::hard));
    swatchLine(canvas, at, {{}, Colour::dependency, 0.8, dashOf(nature)}, Head::filled);
  }
}

double drawLegend(Canvas& canvas, double top) {
  const double right = canvas.layout.pageWidth - margin;
  double x = margin;
  double y = top;
  for (const LegendEntry key : canvas.used) {
    const std::string text =
        fitted(canvas.measure, canvas.words.say({explanation(key), {}}), font, right - margin - swatchWidth - 4);
    const double width = swatchWidth + 4 + canvas.measure.width(text, font);
    if (x > margin && x + width > right) {
      x = margin;
      y += rowHeight;
    }
    swatch(canvas, key, {x, y});
    canvas.addText({x + swatchWidth + 3, y + 2.8}, text, font, Colour::muted).role = "legend";
    x += width + 16;
  }
  return canvas.used.empty() ? y : y + rowHeight;
}

double drawSentence(Canvas& canvas, double y, const Message& message) {
  for (std::string& line :
       wrapped(canvas.measure, canvas.words.say(message), font, {canvas.layout.pageWidth - 2 * margin, 4})) {
    canvas.addText({margin, y + 3}, std::move(line), font, Colour::muted).role = "note";
    y += rowHeight - 3;
  }
  return y;
}

double drawUndated(Canvas& canvas, double top) {
  const auto& undated = canvas.content.undated;
  if (undated.empty()) return top;
  const double right = canvas.layout.pageWidth - margin;
  double y = top;
  double x = margin;
  std::string head = canvas.words.say({tr("Without dates:"), {}});
  const Font headBold{8, Weight::bold};
  const double headWidth = canvas.measure.width(head, headBold);
  canvas.addText({x, y + 3}, std::move(head), headBold, Colour::muted).role = "note";
  x += headWidth + 8;
  const bool few = undated.size() <= 3;  // then each may have a line
  for (std::size_t i = 0; i < std::min(mostUndated, undated.size()); ++i) {
    const double room = i == 0 ? right - x : right - margin;
    std::string text = fitted(canvas.measure, undated[i].name, font, few ? room : std::min(260.0, room));
    const double width = canvas.measure.width(text, font);
    if (x > margin && x + width > right) {
      x = margin;
      y += rowHeight - 2;
    }
    Shape& shape = canvas.addText({x, y + 3}, std::move(text), font, Colour::ink);
    shape.role = "undated";
    shape.element = undated[i].element;
    shape.title = undated[i].name;
    x += width + 14;
  }
  y += rowHeight;
  if (undated.size() <= mostUndated) return y;
  return drawSentence(
      canvas, y,
      {tr("{count} more have no date."), {{"count", static_cast<std::int64_t>(undated.size() - mostUndated)}}});
}

}  // namespace

double drawNotes(Canvas& canvas, double top) {
  double y = drawLegend(canvas, top + 16);
  y = drawUndated(canvas, y);
  if (canvas.content.later > 0)
    y = drawSentence(canvas, y,
                     {tr("Entries about later days, which were not known on this day and are not shown: {count}."),
                      {{"count", static_cast<std::int64_t>(canvas.content.later)}}});
  if (canvas.content.elsewhere > 0)
    y = drawSentence(canvas, y,
                     {tr("Hand-overs and dependencies that lead to other pages and are not drawn here: {count}."),
                      {{"count", static_cast<std::int64_t>(canvas.content.elsewhere)}}});
  if (canvas.content.outside > 0)
    y = drawSentence(canvas, y,
                     {tr("Hand-overs and dependencies that lead out of this part and are not drawn here: {count}."),
                      {{"count", static_cast<std::int64_t>(canvas.content.outside)}}});
  return y + 6;
}

}  // namespace trackloom::scene::swimlane
