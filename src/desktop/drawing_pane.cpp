#include "desktop/drawing_pane.h"

#include "desktop/link_menu.h"
#include "desktop/presenters/board.h"

#include <algorithm>

#include <wx/graphics.h>

namespace trackloom::desktop {

DrawingPane::DrawingPane(wxWindow* parent, Workplace& place, const scene::Drawing& drawing)
    : CanvasPane(parent, place, place.word(drawing.title)), drawing_(drawing) {}

void DrawingPane::follow(const Changes& changes) {
  if (changes.findings) drawn_ = 0;
  if ((changes.plan || changes.findings) && IsShownOnScreen()) draw();
  if (changes.selection) showSelection();
}

void DrawingPane::draw() {
  if (drawn_ == place_.open().version()) return;
  drawn_ = place_.open().version();
  scene::DrawingOptions options = screenOptions(place_.open(), place_.speech());
  options.width = std::max(480.0, canvas_->widthInPoints());
  picture_ = Picture(drawing_.draw(place_.open().study(), options));
  canvas_->showScene(picture_.sharedScene(), {}, place_.palette());
  speak();
}

void DrawingPane::resized() {
  if (drawn_ == 0 || !IsShownOnScreen()) return;
  drawn_ = 0;
  draw();
}

void DrawingPane::zoomed(double factor, scene::Point around) {
  const wxPoint at = canvas_->toWindow(around);
  canvas_->setMagnification(canvas_->magnification() * factor);
  canvas_->place(around, at);
}

void DrawingPane::fit() {
  if (picture_.scene().width <= 0) return;
  canvas_->setMagnification(canvas_->magnification() * canvas_->widthInPoints() / picture_.scene().width);
}

void DrawingPane::dragged(scene::Point from, scene::Point to) {
  if (elementAt(from).empty()) return;
  drag_ = {from, to};
  place_.say(place_.word(tr("Drop it on what it is to be linked with")));
  canvas_->Refresh();
}

void DrawingPane::released(scene::Point from, scene::Point to) {
  drag_.reset();
  canvas_->Refresh();
  const ElementId start = elementAt(from);
  const ElementId end = elementAt(to);
  if (start.empty() || end.empty() || start == end) return;
  offerLinks(place_, *canvas_, {start, end});
}

void DrawingPane::paintOver(wxGraphicsContext& context) {
  markSelection(context);
  if (!drag_) return;
  dashed(context);
  context.StrokeLine(drag_->first.x, drag_->first.y, drag_->second.x, drag_->second.y);
}

}  // namespace trackloom::desktop
