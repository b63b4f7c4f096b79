#pragma once

#include "desktop/canvas.h"
#include "desktop/presenters/picture.h"
#include "desktop/workplace.h"
#include "scene/drawings.h"

#include <wx/panel.h>

namespace trackloom::desktop {

/// A drawing other than the timeline: to look at, choose in, link in.
class DrawingPane : public wxPanel, private CanvasUser {
 public:
  DrawingPane(wxWindow* parent, Workplace& place, const scene::Drawing& drawing);

  void follow(const Changes& changes);
  /// Its tab was chosen: it catches up with the plan.
  void comeUp();
  void reveal(const ElementId& id);
  void zoom(double factor);
  void fit();
  Canvas& canvas() { return *canvas_; }
  const Picture& picture() const { return picture_; }

 private:
  void pressed(scene::Point at, Adding adding) override;
  void dragged(scene::Point from, scene::Point to) override;
  void released(scene::Point from, scene::Point to) override;
  void doubleClicked(scene::Point at) override;
  void menuAskedAt(scene::Point at) override;
  bool keyPressed(const wxKeyEvent& key) override;
  wxStockCursor cursorAt(scene::Point at) override;
  std::string tipAt(scene::Point at) override;
  void zoomed(double factor, scene::Point around) override;
  void resized() override;

  void draw();
  void paintOver(wxGraphicsContext& context);
  ElementId at(scene::Point place) const;
  ElementId chosen() const;

  Workplace& place_;
  const scene::Drawing& drawing_;
  Picture picture_;
  Canvas* canvas_;
  std::uint64_t drawn_ = 0;  ///< the version of the plan that is drawn
  std::optional<std::pair<scene::Point, scene::Point>> drag_;
};

}  // namespace trackloom::desktop
