#include "desktop/canvas_pane.h"

#include "desktop/text.h"

#include <algorithm>

#include <wx/graphics.h>
#include <wx/settings.h>
#include <wx/sizer.h>

namespace trackloom::desktop {
namespace {

wxColour markColour() { return wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT); }

}  // namespace

CanvasPane::CanvasPane(wxWindow* parent, Workplace& place, const std::string& name)
    : wxPanel(parent), place_(place), canvas_(new Canvas(this, *this, name)) {
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(canvas_, wxSizerFlags(1).Expand());
  SetSizer(rows);
  canvas_->overlay = [this](wxGraphicsContext& context) { paintOver(context); };
}

void CanvasPane::zoom(double factor) {
  const wxSize view = canvas_->GetClientSize();
  zoomed(factor, canvas_->toScene({view.x / 2, view.y / 2}));
}

void CanvasPane::reveal(const ElementId& id) {
  if (const auto box = picture().boxOf(id)) canvas_->reveal(*box);
}

ElementId CanvasPane::elementAt(scene::Point at) const {
  const scene::Shape* shape = picture().shapeAt(at);
  return shape && !isBackground(*shape) ? shape->element : ElementId();
}

ElementId CanvasPane::chosen() const {
  const auto& selection = place_.open().selection();
  return selection.empty() ? ElementId() : selection.back();
}

void CanvasPane::choose(const ElementId& id, Adding adding) {
  std::vector<ElementId> ids;
  if (adding == Adding::yes) ids = place_.open().selection();
  const auto there = std::find(ids.begin(), ids.end(), id);
  if (there != ids.end())
    ids.erase(there);
  else if (!id.empty())
    ids.push_back(id);
  place_.open().select(std::move(ids));
}

void CanvasPane::showSelection() {
  reveal(chosen());
  speak();
  canvas_->Refresh();
}

void CanvasPane::speak() {
  const scene::Shape* shape = picture().shapeOf(chosen());
  describe(*canvas_, spoken(picture(), place_.open(), place_.speech(), shape ? saidOf(*shape) : scene::Said()));
}

void CanvasPane::givenUp() {
  drag_.reset();
  place_.say({});
  canvas_->Refresh();
}

void CanvasPane::doubleClicked(scene::Point at) {
  const ElementId id = elementAt(at);
  if (id.empty()) return;
  choose(id, Adding::no);
  place_.editFields();
}

void CanvasPane::menuAskedAt(scene::Point at) {
  const scene::Shape* shape = picture().shapeAt(at);
  if (shape && !place_.open().isSelected(shape->element)) choose(shape->element, Adding::no);
  place_.showMenu();
}

bool CanvasPane::keyPressed(const wxKeyEvent& key) {
  const int code = key.GetKeyCode();
  const int across = code == WXK_LEFT ? -1 : code == WXK_RIGHT ? 1 : 0;
  const int down = code == WXK_UP ? -1 : code == WXK_DOWN ? 1 : 0;
  if (across != 0 || down != 0) {
    if (const ElementId next = picture().next(chosen(), across, down); !next.empty()) choose(next, Adding::no);
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

wxStockCursor CanvasPane::cursorAt(scene::Point at) { return elementAt(at).empty() ? wxCURSOR_ARROW : wxCURSOR_HAND; }

std::string CanvasPane::tipAt(scene::Point at) {
  const scene::Shape* shape = picture().shapeAt(at);
  if (!shape) return {};
  const scene::Said said = saidOf(*shape);
  return said.description.empty() ? said.title : said.title + '\n' + said.description;
}

void CanvasPane::markSelection(wxGraphicsContext& context) const {
  constexpr double room = 2;
  context.SetBrush(*wxTRANSPARENT_BRUSH);
  context.SetPen(context.CreatePen(wxGraphicsPenInfo(markColour()).Width(1.6)));
  for (const ElementId& id : place_.open().selection())
    if (const auto box = picture().boxOf(id))
      context.DrawRoundedRectangle(box->left - room, box->top - room, box->width() + 2 * room, box->height() + 2 * room,
                                   2.5);
}

void CanvasPane::dashed(wxGraphicsContext& context) const {
  context.SetPen(context.CreatePen(wxGraphicsPenInfo(markColour()).Width(1.2).Style(wxPENSTYLE_SHORT_DASH)));
}

}  // namespace trackloom::desktop
