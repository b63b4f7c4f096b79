#pragma once

#include "render/cairo_drawing.h"
#include "render/line_crowd.h"

#include <deque>
#include <functional>

namespace trackloom::render {

constexpr double headOutline = 0.9;  ///< of an arrow's head, in points

/// Does the head of an arrow show in a part of a drawing?
bool headShows(const scene::Path& path, const scene::Box& part);

/// Draws thousands of lines at once into a picture of pixels, their heads above them.
class CrowdDrawing {
 public:
  using DrawHead = std::function<void(const scene::Path&, const scene::Style&)>;

  /// `drawHead` draws the head of one arrow. Target and palette must outlive this.
  CrowdDrawing(_cairo* target, const scene::Palette& palette, DrawHead drawHead)
      : target_(target), palette_(palette), drawHead_(std::move(drawHead)) {}
  CrowdDrawing(const CrowdDrawing&) = delete;
  CrowdDrawing& operator=(const CrowdDrawing&) = delete;

  /// Draws what shows of a crowd in a part; false, and nothing is drawn, where the target is no picture of pixels.
  bool draw(const scene::Scene& scene, const Rooms& rooms, Rooms::Crowd crowd, const scene::Box& part);

 private:
  void drawHeads(const scene::Scene& scene, const Rooms& rooms, Rooms::Crowd crowd, const scene::Box& part);
  void addCorners(const std::vector<scene::Point>& corners);
  void setColour(const scene::Paint& paint);
  const Pen& penOf(const scene::Style& style, double scale);

  _cairo* target_;
  const scene::Palette& palette_;
  DrawHead drawHead_;
  struct KnownPen {
    scene::Dash dash;
    scene::Rgb colour;
    double width;
    Pen pen;
  };
  std::deque<KnownPen> pens_;
};

}  // namespace trackloom::render
