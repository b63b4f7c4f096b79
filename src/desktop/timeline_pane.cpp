#include "desktop/timeline_pane.h"

#include "desktop/link_menu.h"
#include "desktop/text.h"

#include <algorithm>
#include <cmath>

#include <wx/brush.h>
#include <wx/graphics.h>
#include <wx/settings.h>

namespace trackloom::desktop {
namespace {

constexpr double widest = 60;  // times the window

}  // namespace

TimelinePane::TimelinePane(wxWindow* parent, Workplace& place)
    : CanvasPane(parent, place, place.word(tr("Timeline"))) {}

void TimelinePane::follow(const Changes& changes) {
  if (changes.plan || (changes.findings && !board_.showsFindingsOf(place_.open()))) drawOnceSized();
  if (changes.selection) showSelection();
}

/// Drawing waits until the window has been laid out: what is drawn before is drawn again.
void TimelinePane::drawOnceSized() {
  waits_ = true;
  if (canvas_->isLaidOut()) draw();
}

void TimelinePane::comeUp() {
  if (waits_) draw();
}

void TimelinePane::draw() {
  waits_ = false;
  drawnWidth_ = canvas_->widthInPoints();
  board_.draw(place_.open(), place_.speech(), std::max(420.0, canvas_->widthInPoints() * stretch_));
  canvas_->showScene(board_.picture().sharedScene(), {board_.board().headWidth, board_.board().top}, place_.palette());
  speak();
}

void TimelinePane::zoomed(double factor, scene::Point around) {
  const Day day = board_.board().dayAt(around.x);
  const wxPoint at = canvas_->toWindow(around);
  stretch_ = std::clamp(stretch_ * factor, 1.0, widest);
  draw();
  canvas_->place({board_.board().xOf(day), around.y}, at);
}

std::optional<double> TimelinePane::stretching(double factor) const {
  return std::clamp(stretch_ * factor, 1.0, widest) / stretch_;
}

scene::Said TimelinePane::saidOf(const scene::Shape& shape) const {
  return board_.saidOf(place_.open(), place_.speech(), shape);
}

void TimelinePane::fit() {
  stretch_ = 1;
  draw();
}

void TimelinePane::stretchBy(double stretch) {
  stretch_ = stretch;
  drawOnceSized();
}

void TimelinePane::resized() {
  if (!waits_ && drawnWidth_ == canvas_->widthInPoints()) return;
  // A window that is opened or pulled gets many sizes at once.
  waits_ = true;
  CallAfter([this] { comeUp(); });
}

void TimelinePane::pressed(scene::Point at, Adding adding) {
  grip_ = board_.gripAt(at, chosen());
  drag_.reset();
  if (grip_ != Grip::nothing && adding == Adding::no) return;
  const scene::Shape* shape = board_.picture().shapeAt(at);
  const ElementId id = shape ? shape->element : ElementId();
  if (!place_.open().isSelected(id) || adding == Adding::yes) choose(id, adding);
  if (!elementAt(at).empty()) grip_ = Grip::body;
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
  if (!elementAt(at).empty()) {
    CanvasPane::doubleClicked(at);
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
  if (!key.ControlDown() || (code != WXK_LEFT && code != WXK_RIGHT)) return CanvasPane::keyPressed(key);
  const bool rightToLeft = board_.board().scene.direction == scene::Direction::rightToLeft;
  const std::int64_t later = (code == WXK_RIGHT) != rightToLeft ? 1 : -1;
  nudge(later, key.ShiftDown() ? Grip::finish : Grip::body);
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
  return CanvasPane::cursorAt(at);
}

void TimelinePane::paintOver(wxGraphicsContext& context) {
  markSelection(context);
  const auto handle = place_.open().selected() ? board_.linkHandle(chosen()) : std::nullopt;
  if (handle && board_.picture().boxOf(chosen())->top >= board_.board().top) {
    constexpr double radius = 3.5;
    context.SetBrush(wxBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT)));
    context.DrawEllipse(handle->x - radius, handle->y - radius, 2 * radius, 2 * radius);
    context.SetBrush(*wxTRANSPARENT_BRUSH);
  }
  if (!drag_) return;
  dashed(context);
  const auto& [from, to] = *drag_;
  if (grip_ == Grip::link)
    context.StrokeLine(from.x, from.y, to.x, to.y);
  else if (grip_ == Grip::nothing)
    context.DrawRectangle(std::min(from.x, to.x), std::min(from.y, to.y), std::abs(to.x - from.x),
                          std::abs(to.y - from.y));
  else
    paintMoved(context);
}

/// Where what is chosen would stand.
void TimelinePane::paintMoved(wxGraphicsContext& context) {
  const auto& [from, to] = *drag_;
  const bool rightToLeft = board_.board().scene.direction == scene::Direction::rightToLeft;
  const bool atLeft = (grip_ == Grip::start) != rightToLeft;
  for (const ElementId& id : place_.open().selection()) {
    auto box = board_.picture().boxOf(id);
    if (!box) continue;
    if (grip_ == Grip::body || atLeft) box->left += to.x - from.x;
    if (grip_ == Grip::body || !atLeft) box->right += to.x - from.x;
    const double down = grip_ == Grip::body ? to.y - from.y : 0;
    context.DrawRoundedRectangle(std::min(box->left, box->right), box->top + down, std::abs(box->width()),
                                 box->height(), 2.5);
  }
}

}  // namespace trackloom::desktop
