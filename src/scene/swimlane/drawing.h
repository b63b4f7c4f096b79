#pragma once

#include "scene/swimlane/layout.h"

#include <set>

namespace trackloom::scene::swimlane {

/// What a legend explains; only what a drawing uses stands in it.
enum class LegendEntry : std::uint8_t {
  actual,
  forecast,
  planned,
  openEnded,
  suggested,
  leftOut,
  milestone,
  agreement,
  event,
  deadline,
  port,
  alsoOn,
  invited,
  confirmed,
  ongoing,
  suspended,
  postponed,
  completed,
  ended,
  met,
  missed,
  people,
  texts,
  knowledge,
  influence,
  unsaid,
  notDelivered,
  hard,
  soft,
  political,
  stall,
  pause
};

/// A drawing in the making.
struct Canvas {
  Scene& scene;
  const Content& content;
  const Layout& layout;
  const TextMeasure& measure;
  const Words& words;
  std::set<LegendEntry> used;

  Shape& add(std::variant<Rect, Path, Label> form, std::string_view role, Style style);
  /// A text at its baseline; `maxWidth` is measured here.
  Shape& addText(Point at, std::string text, Font font, Paint paint);
};

/// The grid, lanes, their heads, the axis, the as-of line and the title.
void drawFrame(Canvas& canvas, Day asOf, std::string_view subtitle);
/// Pauses across the lanes; phases and the names of pauses in the strip above them.
void drawPauses(Canvas& canvas);
void drawBands(Canvas& canvas);
void drawStalls(Canvas& canvas);
void drawStallNotes(Canvas& canvas);
void drawLinks(Canvas& canvas);
void drawItems(Canvas& canvas);
/// Legend and notes below the lanes; gives the height of the page.
double drawNotes(Canvas& canvas, double top);

/// How lines of hand-overs and dependencies look, in the drawing and in its legend.
Dash dashOf(Carried carried);
Dash dashOf(DependencyNature nature);

}  // namespace trackloom::scene::swimlane
