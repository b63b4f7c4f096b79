#pragma once

#include "checks/study.h"
#include "scene/drawing_options.h"
#include "scene/scene.h"
#include "scene/text_measure.h"
#include "scene/words.h"

#include <functional>
#include <vector>

namespace trackloom::scene {

/// A page in the making, for drawings that are no timeline: its title, its texts, its legend, what it says when there
/// is nothing to draw. Drawn from left to right; `finished` turns it over where the language asks for it.
class Sheet {
 public:
  static constexpr double margin = 14;

  Sheet(const checks::Study& study, const DrawingOptions& options);

  const Words& words() const { return words_; }
  const TextMeasure& measure() const { return measure_; }
  double width() const { return scene_.width; }
  /// Where what comes next may begin.
  double bottom() const { return bottom_; }
  void moveDown(double to) { bottom_ = std::max(bottom_, to); }
  void widen(double width) { scene_.width = std::max(scene_.width, width); }
  void describe(const Message& description) { scene_.description = words_.say(description); }

  Shape& add(std::variant<Rect, Path, Label> form, std::string_view role, Style style);
  /// A text at its baseline; the room it takes is measured here.
  Shape& addText(Point at, std::string text, Font font, Paint paint);
  std::size_t size() const { return scene_.shapes.size(); }
  Shape& shape(std::size_t place) { return scene_.shapes[place]; }
  /// The plan's title, what the drawing is, whom it is for, and as of which day. Call it once the width is known.
  void drawTitle(const Message& subtitle, Periods periods = Periods::ignored);
  /// Instead of a drawing: what to record so that there is something to draw.
  void drawNothing(const char* sentence);
  /// A remark below what was drawn.
  void drawNote(const Message& note);

  /// One line of a legend: a sign, drawn around a point, and what it means.
  struct LegendEntry {
    std::function<void(Sheet&, Point)> sign;
    const char* meaning;
  };
  void drawLegend(const std::vector<LegendEntry>& entries);

  Scene finished() &&;

 private:
  const Plan& plan_;
  const DrawingOptions& options_;
  Day asOf_;
  Words words_;
  FixedMetrics measure_;
  Scene scene_;
  double bottom_ = margin;
};

}  // namespace trackloom::scene
