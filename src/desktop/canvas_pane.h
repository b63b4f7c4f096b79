#pragma once

#include "desktop/canvas.h"
#include "desktop/presenters/picture.h"
#include "desktop/workplace.h"
#include "scene/words.h"

#include <optional>
#include <utility>

#include <wx/panel.h>

namespace trackloom::desktop {

/// What panes with a drawing have in common: choosing by mouse and keyboard, the menu, tips, marks around what is
/// chosen.
class CanvasPane : public wxPanel, protected CanvasUser {
 public:
  CanvasPane(wxWindow* parent, Workplace& place, const std::string& name);

  /// Is something being dragged?
  bool isDragging() const { return drag_.has_value(); }
  Canvas& canvas() { return *canvas_; }
  virtual const Picture& picture() const = 0;
  /// Closer or further away, around the middle of the window.
  void zoom(double factor);
  void reveal(const ElementId& id);

 protected:
  void givenUp() override;
  void doubleClicked(scene::Point at) override;
  void menuAskedAt(scene::Point at) override;
  bool keyPressed(const wxKeyEvent& key) override;
  wxStockCursor cursorAt(scene::Point at) override;
  std::string tipAt(scene::Point at) override;

  /// What is said of a shape.
  virtual scene::Said saidOf(const scene::Shape& shape) const { return {shape.title, shape.description}; }

  /// The element at a place that can be worked on: not what only holds others. Empty if there is none.
  ElementId elementAt(scene::Point at) const;
  ElementId chosen() const;
  void choose(const ElementId& id, Adding adding);
  /// Shows what was chosen elsewhere.
  void showSelection();
  /// Tells those who hear the drawing what it shows and what is chosen.
  void speak();
  /// Frames what is chosen, and sets the context up for lines of the same colour.
  void markSelection(wxGraphicsContext& context) const;
  /// Lines that show what a drag is about to do.
  void dashed(wxGraphicsContext& context) const;
  virtual void paintOver(wxGraphicsContext& context) = 0;

  Workplace& place_;
  Canvas* canvas_;
  std::optional<std::pair<scene::Point, scene::Point>> drag_;  ///< from where to where
};

}  // namespace trackloom::desktop
