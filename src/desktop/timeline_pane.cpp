#include "desktop/timeline_pane.h"

#include "desktop/link_menu.h"
#include "desktop/text.h"

#include <algorithm>
#include <cmath>

#include <wx/graphics.h>
#include <wx/settings.h>
#include <wx/sizer.h>

namespace trackloom::desktop {
namespace {

constexpr double widest = 60;  // times the window

void strokeBox(wxGraphicsContext& context, const scene::Box& box, double room) {
  context.DrawRoundedRectangle(box.left - room, box.top - room, box.width() + 2 * room, box.height() + 2 * room, 2.5);
}

}  // namespace

TimelinePane::TimelinePane(wxWindow* parent, Workplace& place)
    : wxPanel(parent), place_(place), canvas_(new Canvas(this, *this, place.word(tr("Timeline")))) {
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(canvas_, wxSizerFlags(1).Expand());
  SetSizer(rows);
  canvas_->overlay = [this](wxGraphicsContext& context) { paintOver(context); };
}

void TimelinePane::follow(const Changes& changes) {
  if (changes.plan || changes.findings) draw();
  if (!changes.selection) return;
  if (const auto box = board_.picture().boxOf(chosen())) canvas_->reveal(*box);
  canvas_->Refresh();
}

void TimelinePane::draw() {
  board_.draw(place_.open(), place_.speech(), std::max(420.0, canvas_->widthInPoints() * stretch_));
  canvas_->showScene(board_.picture().scene(), {board_.board().headWidth, board_.board().top}, place_.palette());
}

void TimelinePane::reveal(const ElementId& id) {
  if (const auto box = board_.picture().boxOf(id)) canvas_->reveal(*box);
}

void TimelinePane::zoom(double factor) {
  const wxSize view = canvas_->GetClientSize();
  zoomed(factor, canvas_->toScene({view.x / 2, view.y / 2}));
}

void TimelinePane::zoomed(double factor, scene::Point around) {
  const Day day = board_.board().dayAt(around.x);
  const wxPoint at = canvas_->toWindow(around);
  stretch_ = std::clamp(stretch_ * factor, 1.0, widest);
  draw();
  canvas_->place({board_.board().xOf(day), around.y}, at);
}

void TimelinePane::fit() {
  stretch_ = 1;
  draw();
}

void TimelinePane::resized() {
  if (board_.board().scene.width > 0) draw();
}

ElementId TimelinePane::chosen() const {
  const auto& selection = place_.open().selection();
  return selection.empty() ? ElementId() : selection.back();
}

void TimelinePane::choose(const ElementId& id, Adding adding) {
  std::vector<ElementId> ids;
  if (adding == Adding::yes) ids = place_.open().selection();
  const auto there = std::find(ids.begin(), ids.end(), id);
  if (there != ids.end())
    ids.erase(there);
  else if (!id.empty())
    ids.push_back(id);
  place_.open().select(std::move(ids));
}

void TimelinePane::pressed(scene::Point at, Adding adding) {
  grip_ = board_.gripAt(at, chosen());
  drag_.reset();
  if (grip_ != Grip::nothing && adding == Adding::no) return;
  const scene::Shape* shape = board_.picture().shapeAt(at);
  const ElementId id = shape ? shape->element : ElementId();
  if (!place_.open().isSelected(id) || adding == Adding::yes) choose(id, adding);
  if (const auto box = board_.picture().boxOf(id); box && shape && !shape->role.starts_with("lane")) grip_ = Grip::body;
}

void TimelinePane::dragged(scene::Point from, scene::Point to) {
  drag_ = {from, to};
  place_.say(board_.told(place_.speech(), grip_, from, to));
  canvas_->Refresh();
}

void TimelinePane::released(scene::Point from, scene::Point to) {
  drag_.reset();
  const Grip grip = std::exchange(grip_, Grip::nothing);
  const std::vector<ElementId> ids = place_.open().selection();
  canvas_->Refresh();
  if (grip == Grip::body) {
    Edit edit = board_.moved(place_.open(), ids, from, to);
    if (edit.changes.empty())
      place_.say(place_.word(tr("Nothing was moved: what has happened keeps its dates.")));
    else
      place_.perform(std::move(edit));
  } else if (grip == Grip::start || grip == Grip::finish) {
    place_.perform(board_.resized(place_.open(), chosen(), grip, to));
  } else if (grip == Grip::link) {
    link(chosen(), to);
  } else {
    const scene::Box area{std::min(from.x, to.x), std::min(from.y, to.y), std::max(from.x, to.x),
                          std::max(from.y, to.y)};
    place_.open().select(board_.picture().within(area));
  }
}

void TimelinePane::link(const ElementId& from, scene::Point to) {
  const scene::Shape* shape = board_.picture().shapeAt(to);
  if (!shape) return;
  offerLinks(place_, *canvas_, {from, shape->element});
}

void TimelinePane::doubleClicked(scene::Point at) {
  const scene::Shape* shape = board_.picture().shapeAt(at);
  if (shape && !shape->role.starts_with("lane") && !shape->role.starts_with("stall")) {
    choose(shape->element, Adding::no);
    place_.editFields();
    return;
  }
  if (at.y >= board_.board().top && at.y < board_.board().bottom) createAt(at);
}

void TimelinePane::createAt(scene::Point at) {
  const ElementId id = place_.newId();
  place_.perform(board_.created(place_.open(), place_.speech(), at, id));
  place_.open().select({id});
  place_.editFields();
}

void TimelinePane::createHere() {
  const scene::Board& board = board_.board();
  const auto box = board_.picture().boxOf(chosen());
  double y = board.top + 1;
  for (const auto& lane : board.lanes)
    if (!lane.track.empty()) {
      y = lane.top + 1;
      break;
    }
  if (box && box->top >= board.top) y = box->middle().y;
  const Day day = place_.open().asOf();
  createAt({(board.xOf(day) + board.xOf(day + 1)) / 2, y});
}

void TimelinePane::menuAskedAt(scene::Point at) {
  if (const scene::Shape* shape = board_.picture().shapeAt(at); shape && !place_.open().isSelected(shape->element))
    choose(shape->element, Adding::no);
  place_.showMenu();
}

void TimelinePane::walk(int across, int down) {
  const ElementId next = board_.picture().next(chosen(), across, down);
  if (!next.empty()) choose(next, Adding::no);
}

void TimelinePane::nudge(std::int64_t days, Grip grip) {
  const scene::Board& board = board_.board();
  const auto box = board_.picture().boxOf(chosen());
  if (!box) return;
  const double step = board.xOf(Day{1}) - board.xOf(Day{0});
  if (grip == Grip::body) {
    const scene::Point from{box->left + 0.5, box->middle().y};
    Edit edit = moveInTime(place_.open().plan(), place_.open().selection(), days);
    edit.mergeKey = "nudge";
    if (edit.changes.empty())
      edit = board_.moved(place_.open(), place_.open().selection(), from,
                          {from.x + step * static_cast<double>(days), from.y});
    place_.perform(std::move(edit));
    return;
  }
  const checks::Item* item = place_.open().study().find(KindId::activity, chosen());
  if (!item) return;
  const Date* finish = item->element().get(key::plannedFinish);
  const Day last = finish ? finish->last() : Day{place_.open().study().times(*item).ef - 1};
  place_.perform(
      board_.resized(place_.open(), chosen(), Grip::finish, {board.xOf(last + days) + step / 2, box->middle().y}));
}

bool TimelinePane::keyPressed(const wxKeyEvent& key) {
  const int code = key.GetKeyCode();
  const int across = code == WXK_LEFT ? -1 : code == WXK_RIGHT ? 1 : 0;
  const int down = code == WXK_UP ? -1 : code == WXK_DOWN ? 1 : 0;
  const bool rightToLeft = board_.board().scene.direction == scene::Direction::rightToLeft;
  const std::int64_t later = rightToLeft ? -across : across;
  if (across != 0 && key.ControlDown()) {
    nudge(later, key.ShiftDown() ? Grip::finish : Grip::body);
  } else if (across != 0 || down != 0) {
    walk(across, down);
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

wxStockCursor TimelinePane::cursorAt(scene::Point at) {
  switch (board_.gripAt(at, chosen())) {
    case Grip::start:
    case Grip::finish:
      return wxCURSOR_SIZEWE;
    case Grip::link:
      return wxCURSOR_CROSS;
    default:
      break;
  }
  const scene::Shape* shape = board_.picture().shapeAt(at);
  return shape && !shape->role.starts_with("lane") ? wxCURSOR_HAND : wxCURSOR_ARROW;
}

std::string TimelinePane::tipAt(scene::Point at) {
  const scene::Shape* shape = board_.picture().shapeAt(at);
  if (!shape) return {};
  return shape->description.empty() ? shape->title : shape->title + '\n' + shape->description;
}

void TimelinePane::paintOver(wxGraphicsContext& context) {
  const wxColour mark = wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT);
  context.SetBrush(*wxTRANSPARENT_BRUSH);
  context.SetPen(context.CreatePen(wxGraphicsPenInfo(mark).Width(1.6)));
  for (const ElementId& id : place_.open().selection())
    if (const auto box = board_.picture().boxOf(id)) strokeBox(context, *box, 2);
  if (const auto handle = board_.linkHandle(chosen());
      handle && board_.picture().boxOf(chosen())->top >= board_.board().top && place_.open().selected()) {
    context.SetBrush(wxBrush(mark));
    context.DrawEllipse(handle->x - 3.5, handle->y - 3.5, 7, 7);
    context.SetBrush(*wxTRANSPARENT_BRUSH);
  }
  if (!drag_) return;
  const auto& [from, to] = *drag_;
  context.SetPen(context.CreatePen(wxGraphicsPenInfo(mark).Width(1.2).Style(wxPENSTYLE_SHORT_DASH)));
  if (grip_ == Grip::link) {
    context.StrokeLine(from.x, from.y, to.x, to.y);
  } else if (grip_ == Grip::nothing) {
    context.DrawRectangle(std::min(from.x, to.x), std::min(from.y, to.y), std::abs(to.x - from.x),
                          std::abs(to.y - from.y));
  } else {
    for (const ElementId& id : place_.open().selection())
      if (auto box = board_.picture().boxOf(id)) {
        const bool atLeft = (grip_ == Grip::start) != (board_.board().scene.direction == scene::Direction::rightToLeft);
        if (grip_ == Grip::body || atLeft) box->left += to.x - from.x;
        if (grip_ == Grip::body || !atLeft) box->right += to.x - from.x;
        if (grip_ == Grip::body) box->top += to.y - from.y, box->bottom += to.y - from.y;
        if (box->right < box->left) std::swap(box->left, box->right);
        strokeBox(context, *box, 0);
      }
  }
}

}  // namespace trackloom::desktop
