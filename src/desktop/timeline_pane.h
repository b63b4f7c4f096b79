#pragma once

#include "desktop/canvas_pane.h"
#include "desktop/presenters/board.h"

namespace trackloom::desktop {

/// The timeline to work on.
class TimelinePane : public CanvasPane {
 public:
  TimelinePane(wxWindow* parent, Workplace& place);

  void follow(const Changes& changes);
  /// All of the time there is.
  void fit();
  const Picture& picture() const override { return board_.picture(); }
  const BoardPresenter& board() const { return board_; }
  /// How much wider than the window it is.
  double stretch() const { return stretch_; }
  void stretchBy(double stretch);
  /// Draws what has waited for the window to have a size.
  void comeUp();
  /// A new activity where the keyboard stands: on the lane of what is chosen, else the first track, from the as-of day.
  void createHere();

 private:
  void pressed(scene::Point at, Adding adding) override;
  void dragged(scene::Point from, scene::Point to) override;
  void released(scene::Point from, scene::Point to) override;
  void doubleClicked(scene::Point at) override;
  bool keyPressed(const wxKeyEvent& key) override;
  wxStockCursor cursorAt(scene::Point at) override;
  void zoomed(double factor, scene::Point around) override;
  std::optional<double> stretching(double factor) const override;
  void resized() override;
  scene::Said saidOf(const scene::Shape& shape) const override;

  void draw();
  void drawOnceSized();
  void paintOver(wxGraphicsContext& context) override;
  void paintMoved(wxGraphicsContext& context);
  void createAt(scene::Point at);
  void link(const ElementId& from, scene::Point to);
  void nudge(std::int64_t days, Grip grip);

  BoardPresenter board_;
  double stretch_ = 1;     ///< how much wider than the window
  bool waits_ = true;      ///< to be drawn
  double drawnWidth_ = 0;  ///< of the window, in points
  Grip grip_ = Grip::nothing;
};

}  // namespace trackloom::desktop
