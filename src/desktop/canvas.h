#pragma once

#include "render/cairo_drawing.h"
#include "scene/scene.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <wx/bitmap.h>
#include <wx/timer.h>
#include <wx/window.h>

class wxGraphicsContext;

namespace trackloom::desktop {

/// What stays in view while the rest of a drawing scrolls, in points: a head beside it and one above.
struct Frozen {
  double side = 0;
  double top = 0;
};

/// Shows that a window that is drawn by hand has the keyboard, if it has.
void ringFocus(wxDC& dc, const wxWindow& window);

/// Who listens to what is done on a drawing. Places are in points of the drawing.
class CanvasUser {
 public:
  virtual ~CanvasUser() = default;
  enum class Adding : std::uint8_t { no, yes };
  virtual void pressed(scene::Point at, Adding adding) = 0;
  virtual void dragged(scene::Point from, scene::Point to) = 0;
  virtual void released(scene::Point from, scene::Point to) = 0;
  /// What was begun with the mouse is given up: by a key, or because another window took the mouse.
  virtual void givenUp() {}
  virtual void doubleClicked(scene::Point at) = 0;
  virtual void menuAskedAt(scene::Point at) = 0;
  virtual bool keyPressed(const wxKeyEvent& key) = 0;
  virtual wxStockCursor cursorAt(scene::Point at) = 0;
  virtual std::string tipAt(scene::Point at) = 0;
  /// The wheel with Ctrl: closer or further away, around a place.
  virtual void zoomed(double factor, scene::Point around) = 0;
  /// How far the drawing is stretched across when it is brought so much closer; nothing if it is drawn anew at once.
  virtual std::optional<double> stretching(double) const { return std::nullopt; }
  /// The window has another size.
  virtual void resized() = 0;
};

/// A window that shows a scene, scrolls it, and tells what is done on it.
class Canvas : public wxWindow {
 public:
  Canvas(wxWindow* parent, CanvasUser& user, const std::string& name);

  /// The palette must outlive the canvas, or the next call.
  void showScene(std::shared_ptr<const scene::Scene> scene, Frozen frozen, const scene::Palette& palette);
  /// Draws above the scene, in points of it.
  std::function<void(wxGraphicsContext&)> overlay;

  /// Has the window been given a place yet?
  bool isLaidOut() const;
  /// Pixels a point.
  double scale() const;
  void setMagnification(double magnification);
  double magnification() const { return magnification_; }
  /// How wide the window is, in points.
  double widthInPoints() const;
  scene::Point toScene(wxPoint at) const;
  wxPoint toWindow(scene::Point at) const;
  /// Scrolls so that a box is in view.
  void reveal(const scene::Box& box);
  /// Scrolls so that a place of the scene stands at a place of the window.
  void place(scene::Point at, wxPoint where);

 private:
  struct Shown {
    std::shared_ptr<const scene::Scene> scene;
    render::Rooms rooms;
  };
  /// A part of the window that scrolls in its own way, as it was last drawn: scrolling draws only what comes into view,
  /// another scene only where it looks otherwise.
  struct Part {
    wxBitmap drawn;
    wxPoint offset;
    double scale = 0;  ///< 0: what is drawn is no longer so
    std::shared_ptr<const Shown> of;
  };

  void paint();
  void paintPart(wxDC& dc, Part& part, wxRect where, wxPoint offset);
  void bringUpToDate(Part& part, wxSize size, wxPoint offset);
  void repair(Part& part, wxSize size);
  /// The part as it was last drawn, stretched across until the wheel rests and it is drawn anew.
  wxBitmap stretched(const Part& part, wxRect where) const;
  void zoomSoon(double factor, wxPoint around);
  void zoomNow();
  void drawInto(wxGraphicsContext& context, wxRect where, wxPoint offset);
  void forgetDrawn();
  void scroll(wxScrollWinEvent& event);
  void wheel(wxMouseEvent& event);
  void mouse(wxMouseEvent& event);
  bool isDragged(wxPoint to);
  void giveUp();
  void setScrollbars();
  void moveTo(int x, int y);
  int sidePixels() const;
  int topPixels() const;
  bool headsAtRight() const;
  wxSize sceneSize() const;

  CanvasUser& user_;
  std::shared_ptr<const Shown> shown_;     ///< null until there is something to show
  std::shared_ptr<const Shown> replaced_;  ///< one that a part was drawn from before, until there is time
  const scene::Palette* palette_ = nullptr;
  Frozen frozen_;
  std::array<Part, 4> parts_;  ///< what scrolls both ways, the head above, the head beside it, the corner
  double magnification_ = 1;
  int x_ = 0;  ///< pixels scrolled
  int y_ = 0;
  double coming_ = 1;  ///< how much closer the wheel has asked for since it was last drawn
  wxPoint comingAround_;
  wxTimer wheelRests_;
  wxPoint pressedAt_;
  scene::Point pressedScene_;
  enum class Press : std::uint8_t { none, down, drag } press_ = Press::none;
};

}  // namespace trackloom::desktop
