#include "desktop/drawing_pane.h"

#include "desktop/link_menu.h"
#include "desktop/presenters/board.h"
#include "desktop/text.h"

#include <algorithm>

#include <wx/graphics.h>
#include <wx/settings.h>
#include <wx/sizer.h>

namespace trackloom::desktop {

DrawingPane::DrawingPane(wxWindow* parent, Workplace& place, const scene::Drawing& drawing)
    : wxPanel(parent), place_(place), drawing_(drawing), canvas_(new Canvas(this, *this, place.word(drawing.title))) {
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(canvas_, wxSizerFlags(1).Expand());
  SetSizer(rows);
  canvas_->overlay = [this](wxGraphicsContext& context) { paintOver(context); };
}

void DrawingPane::comeUp() { draw(); }

void DrawingPane::follow(const Changes& changes) {
  if (changes.findings) drawn_ = 0;
  if ((changes.plan || changes.findings) && IsShownOnScreen()) draw();
  if (!changes.selection) return;
  if (const auto box = picture_.boxOf(chosen())) canvas_->reveal(*box);
  canvas_->Refresh();
}

void DrawingPane::draw() {
  if (drawn_ == place_.open().version()) return;
  drawn_ = place_.open().version();
  scene::DrawingOptions options = screenOptions(place_.open(), place_.speech());
  options.width = std::max(480.0, canvas_->widthInPoints());
  picture_ = Picture(drawing_.draw(place_.open().study(), options));
  canvas_->showScene(picture_.scene(), {}, place_.palette());
}

void DrawingPane::resized() {
  if (drawn_ == 0 || !IsShownOnScreen()) return;
  drawn_ = 0;
  draw();
}

void DrawingPane::reveal(const ElementId& id) {
  draw();
  if (const auto box = picture_.boxOf(id)) canvas_->reveal(*box);
}

void DrawingPane::zoom(double factor) {
  const wxSize view = canvas_->GetClientSize();
  zoomed(factor, canvas_->toScene({view.x / 2, view.y / 2}));
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

ElementId DrawingPane::at(scene::Point place) const {
  const scene::Shape* shape = picture_.shapeAt(place);
  return shape ? shape->element : ElementId();
}

ElementId DrawingPane::chosen() const {
  const auto& selection = place_.open().selection();
  return selection.empty() ? ElementId() : selection.back();
}

void DrawingPane::pressed(scene::Point place, Adding adding) {
  std::vector<ElementId> ids;
  if (adding == Adding::yes) ids = place_.open().selection();
  if (const ElementId id = at(place); !id.empty()) ids.push_back(id);
  place_.open().select(std::move(ids));
}

void DrawingPane::dragged(scene::Point from, scene::Point to) {
  if (at(from).empty()) return;
  drag_ = {from, to};
  place_.say(place_.word(tr("Drop it on what it is to be linked with")));
  canvas_->Refresh();
}

void DrawingPane::released(scene::Point from, scene::Point to) {
  drag_.reset();
  canvas_->Refresh();
  const ElementId start = at(from);
  const ElementId end = at(to);
  if (start.empty() || end.empty() || start == end) return;
  offerLinks(place_, *canvas_, {start, end});
}

void DrawingPane::doubleClicked(scene::Point place) {
  if (at(place).empty()) return;
  pressed(place, Adding::no);
  place_.editFields();
}

void DrawingPane::menuAskedAt(scene::Point place) {
  if (const ElementId id = at(place); !id.empty() && !place_.open().isSelected(id)) place_.open().select({id});
  place_.showMenu();
}

bool DrawingPane::keyPressed(const wxKeyEvent& key) {
  const int code = key.GetKeyCode();
  const int across = code == WXK_LEFT ? -1 : code == WXK_RIGHT ? 1 : 0;
  const int down = code == WXK_UP ? -1 : code == WXK_DOWN ? 1 : 0;
  if (across != 0 || down != 0) {
    if (const ElementId next = picture_.next(chosen(), across, down); !next.empty()) place_.open().select({next});
  } else if (code == WXK_RETURN || code == WXK_NUMPAD_ENTER || code == WXK_F2) {
    place_.editFields();
  } else if (code == WXK_MENU || (code == WXK_F10 && key.ShiftDown())) {
    place_.showMenu();
  } else if (code == WXK_DELETE) {
    place_.perform(removeWithLinks(place_.open().plan(), place_.open().selection()));
  } else if (code == WXK_ESCAPE) {
    place_.open().select({});
  } else {
    return false;
  }
  return true;
}

wxStockCursor DrawingPane::cursorAt(scene::Point place) { return at(place).empty() ? wxCURSOR_ARROW : wxCURSOR_HAND; }

std::string DrawingPane::tipAt(scene::Point place) {
  const scene::Shape* shape = picture_.shapeAt(place);
  if (!shape) return {};
  return shape->description.empty() ? shape->title : shape->title + '\n' + shape->description;
}

void DrawingPane::paintOver(wxGraphicsContext& context) {
  const wxColour mark = wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT);
  context.SetBrush(*wxTRANSPARENT_BRUSH);
  context.SetPen(context.CreatePen(wxGraphicsPenInfo(mark).Width(1.6)));
  for (const ElementId& id : place_.open().selection())
    if (const auto box = picture_.boxOf(id))
      context.DrawRoundedRectangle(box->left - 2, box->top - 2, box->width() + 4, box->height() + 4, 2.5);
  if (!drag_) return;
  context.SetPen(context.CreatePen(wxGraphicsPenInfo(mark).Width(1.2).Style(wxPENSTYLE_SHORT_DASH)));
  context.StrokeLine(drag_->first.x, drag_->first.y, drag_->second.x, drag_->second.y);
}

}  // namespace trackloom::desktop
