#pragma once

#include "desktop/canvas.h"
#include "desktop/presenters/board.h"
#include "desktop/workplace.h"

#include <wx/panel.h>

namespace trackloom::desktop {

/// The timeline to work on.
class TimelinePane : public wxPanel, private CanvasUser {
 public:
  TimelinePane(wxWindow* parent, Workplace& place);

  void follow(const Changes& changes);
  void reveal(const ElementId& id);
  /// Shows more or less time at once.
  void zoom(double factor);
  /// All of the time there is.
  void fit();
  const Canvas& canvas() const { return *canvas_; }
  Canvas& canvas() { return *canvas_; }
  const BoardPresenter& board() const { return board_; }
  /// A new activity where the keyboard stands: on the lane of what is chosen, else the first track, from the as-of day.
  void createHere();

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
  ElementId chosen() const;
  void choose(const ElementId& id, Adding adding);
  void createAt(scene::Point at);
  void link(const ElementId& from, scene::Point to);
  void walk(int across, int down);
  void nudge(std::int64_t days, Grip grip);

  Workplace& place_;
  BoardPresenter board_;
  Canvas* canvas_;
  double stretch_ = 1;  ///< how much wider than the window
  Grip grip_ = Grip::nothing;
  std::optional<std::pair<scene::Point, scene::Point>> drag_;
};

}  // namespace trackloom::desktop
