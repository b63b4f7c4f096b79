#pragma once

#include "desktop/canvas_pane.h"
#include "scene/drawings.h"

namespace trackloom::desktop {

/// A drawing other than the timeline: to look at, choose in, link in.
class DrawingPane : public CanvasPane {
 public:
  DrawingPane(wxWindow* parent, Workplace& place, const scene::Drawing& drawing);

  void follow(const Changes& changes);
  /// Its tab was chosen: it catches up with the plan.
  void comeUp() { draw(); }
  void fit();
  const Picture& picture() const override { return picture_; }

 private:
  void pressed(scene::Point at, Adding adding) override { choose(elementAt(at), adding); }
  void dragged(scene::Point from, scene::Point to) override;
  void released(scene::Point from, scene::Point to) override;
  void zoomed(double factor, scene::Point around) override;
  void resized() override;
  void paintOver(wxGraphicsContext& context) override;
  void draw();

  const scene::Drawing& drawing_;
  Picture picture_;
  std::uint64_t drawn_ = 0;  ///< the version of the plan that is drawn
};

}  // namespace trackloom::desktop
