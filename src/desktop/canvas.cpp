#include "desktop/canvas.h"

#include "desktop/gtk.h"
#include "desktop/text.h"
#include "render/changed_rooms.h"

#include <algorithm>
#include <cmath>

#include <wx/dcclient.h>
#include <wx/dcmemory.h>
#include <wx/graphics.h>
#include <wx/settings.h>

namespace trackloom::desktop {
namespace {

constexpr double pixelsPerPoint = 4.0 / 3;
constexpr int dragThreshold = 4;
constexpr int wheelStep = 60;
constexpr int smallestView = 40;
constexpr double zoomStep = 1.25;
constexpr int wheelRest = 80;  // milliseconds after the last turn

/// The pixels of a part, which a scene lies in from an offset, that a box of the scene touches.
wxRect pixelsOf(const scene::Box& box, double scale, wxPoint offset) {
  const auto low = [&](double points) { return static_cast<int>(std::floor(points * scale)) - 1; };
  const auto high = [&](double points) { return static_cast<int>(std::ceil(points * scale)) + 1; };
  return {wxPoint(low(box.left), low(box.top)) + offset, wxPoint(high(box.right), high(box.bottom)) + offset};
}

}  // namespace

void ringFocus(wxDC& dc, const wxWindow& window) {
  if (!window.HasFocus()) return;
  const wxSize view = window.GetClientSize();
  dc.SetPen(wxPen(wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT), 2));
  dc.SetBrush(*wxTRANSPARENT_BRUSH);
  dc.DrawRectangle(1, 1, view.x - 2, view.y - 2);
}

Canvas::Canvas(wxWindow* parent, CanvasUser& user, const std::string& name)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHSCROLL | wxVSCROLL | wxWANTS_CHARS),
      user_(user),
      wheelRests_(this) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetLayoutDirection(wxLayout_LeftToRight);  // the scene itself runs the way the language does
  nameFor(*this, name);
  tellThatItDraws(GetHandle());
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    user_.resized();
    setScrollbars();
    Refresh();
    event.Skip();
  });
  for (const auto& type :
       {wxEVT_SCROLLWIN_TOP, wxEVT_SCROLLWIN_BOTTOM, wxEVT_SCROLLWIN_LINEUP, wxEVT_SCROLLWIN_LINEDOWN,
        wxEVT_SCROLLWIN_PAGEUP, wxEVT_SCROLLWIN_PAGEDOWN, wxEVT_SCROLLWIN_THUMBTRACK, wxEVT_SCROLLWIN_THUMBRELEASE})
    Bind(type, &Canvas::scroll, this);
  for (const auto& type : {wxEVT_LEFT_DOWN, wxEVT_LEFT_UP, wxEVT_LEFT_DCLICK, wxEVT_RIGHT_DOWN, wxEVT_MOTION})
    Bind(type, &Canvas::mouse, this);
  Bind(wxEVT_MOUSEWHEEL, &Canvas::wheel, this);
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) { zoomNow(); });
  Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { giveUp(); });
  Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& key) {
    zoomNow();
    const int code = key.GetKeyCode();
    const bool isModifier = code == WXK_CONTROL || code == WXK_SHIFT || code == WXK_ALT;
    const bool endsDrag = press_ != Press::none && !isModifier;
    if (endsDrag) giveUp();
    if (endsDrag && code == WXK_ESCAPE) return;  // meant for the drag alone
    if (!user_.keyPressed(key)) key.Skip();
  });
  Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
    Refresh();
    event.Skip();
  });
  Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    Refresh();
    event.Skip();
  });
}

void Canvas::showScene(std::shared_ptr<const scene::Scene> scene, Frozen frozen, const scene::Palette& palette) {
  const bool begins = !shown_;
  render::Rooms rooms = render::roomsOf(*scene);
  shown_ = std::make_shared<const Shown>(std::move(scene), std::move(rooms));
  if (palette_ != &palette) forgetDrawn();
  frozen_ = frozen;
  palette_ = &palette;
  if (begins && headsAtRight()) x_ = sceneSize().x;  // where reading begins; as far as it goes
  setScrollbars();
  Refresh();
}

/// Text grows with the font the user has chosen for the desktop.
double Canvas::scale() const { return pixelsPerPoint * magnification_ * textScale(*this); }

void Canvas::setMagnification(double magnification) {
  magnification_ = std::clamp(magnification, 0.3, 4.0);
  setScrollbars();
  Refresh();
}

double Canvas::widthInPoints() const { return GetClientSize().x / scale(); }

bool Canvas::headsAtRight() const { return shown_ && shown_->scene->direction == scene::Direction::rightToLeft; }
int Canvas::sidePixels() const { return static_cast<int>(std::lround(frozen_.side * scale())); }
int Canvas::topPixels() const { return static_cast<int>(std::lround(frozen_.top * scale())); }

wxSize Canvas::sceneSize() const {
  if (!shown_) return {0, 0};
  return {static_cast<int>(std::lround(shown_->scene->width * scale())),
          static_cast<int>(std::lround(shown_->scene->height * scale()))};
}

bool Canvas::isLaidOut() const {
  const wxSize view = GetClientSize();
  return view.x >= smallestView && view.y >= smallestView;
}

void Canvas::setScrollbars() {
  const wxSize size = sceneSize();
  const wxSize view = GetClientSize();
  if (!isLaidOut()) return;
  x_ = std::clamp(x_, 0, std::max(0, size.x - view.x));
  y_ = std::clamp(y_, 0, std::max(0, size.y - view.y));
  SetScrollbar(wxHORIZONTAL, x_, view.x, size.x > view.x + 2 ? size.x : 0);
  SetScrollbar(wxVERTICAL, y_, view.y, size.y > view.y + 2 ? size.y : 0);
}

void Canvas::moveTo(int x, int y) {
  x_ = x;
  y_ = y;
  setScrollbars();
  Refresh();
}

/// Where a place of the window lies in the scene: heads do not scroll with the rest.
scene::Point Canvas::toScene(wxPoint at) const {
  const wxSize size = sceneSize();
  const int view = GetClientSize().x;
  const int side = sidePixels();
  const bool inSide = headsAtRight() ? at.x >= view - side : at.x < side;
  const int sideOffset = headsAtRight() ? std::max(0, size.x - view) : 0;
  const int x = at.x + (inSide ? sideOffset : x_);
  const int y = at.y + (at.y < topPixels() ? 0 : y_);
  return {x / scale(), y / scale()};
}

wxPoint Canvas::toWindow(scene::Point at) const {
  return {static_cast<int>(std::lround(at.x * scale())) - x_, static_cast<int>(std::lround(at.y * scale())) - y_};
}

void Canvas::reveal(const scene::Box& box) {
  const wxSize view = GetClientSize();
  const int left = headsAtRight() ? 0 : sidePixels();
  const int right = headsAtRight() ? view.x - sidePixels() : view.x;
  const wxPoint from = toWindow({box.left, box.top});
  const wxPoint to = toWindow({box.right, box.bottom});
  int x = x_;
  int y = y_;
  if (from.x < left || to.x > right) x = x_ + (from.x + to.x) / 2 - (left + right) / 2;
  if (from.y < topPixels() || to.y > view.y) y = y_ + (from.y + to.y) / 2 - (topPixels() + view.y) / 2;
  if (x != x_ || y != y_) moveTo(x, y);
}

void Canvas::place(scene::Point at, wxPoint where) {
  moveTo(static_cast<int>(std::lround(at.x * scale())) - where.x,
         static_cast<int>(std::lround(at.y * scale())) - where.y);
}

void Canvas::forgetDrawn() {
  for (Part& part : parts_) part.scale = 0;
}

/// Draws the scene where it shows in a rectangle of a part.
void Canvas::drawInto(wxGraphicsContext& context, wxRect where, wxPoint offset) {
  if (where.IsEmpty()) return;
  const scene::Rgb paper = palette_->of(scene::Colour::paper);
  context.PushState();
  context.Clip(where.x, where.y, where.width, where.height);
  context.SetPen(*wxTRANSPARENT_PEN);
  context.SetBrush(wxBrush(wxColour(paper.red, paper.green, paper.blue)));
  context.DrawRectangle(where.x, where.y, where.width, where.height);
  context.Translate(offset.x, offset.y);
  context.Scale(scale(), scale());
  render::draw(static_cast<_cairo*>(context.GetNativeContext()), *shown_->scene, *palette_, shown_->rooms);
  context.PopState();
}

/// Draws the part anew where the scene that is shown now looks otherwise than the one it was drawn from.
void Canvas::repair(Part& part, wxSize size) {
  const double pixels = scale();  // asks for the font: not for each of thousands of boxes
  const scene::Box view{-part.offset.x / pixels, -part.offset.y / pixels, (size.x - part.offset.x) / pixels,
                        (size.y - part.offset.y) / pixels};
  std::vector<wxRect> changed;
  double area = 0;
  for (const scene::Box& box :
       render::changedRooms({*part.of->scene, part.of->rooms}, {*shown_->scene, shown_->rooms}, view)) {
    changed.push_back(pixelsOf(box, pixels, part.offset).Intersect(wxRect(size)));
    area += static_cast<double>(changed.back().width) * changed.back().height;
  }
  replaced_ = std::exchange(part.of, shown_);
  if (changed.empty()) return;
  constexpr std::size_t many = 40;
  if (changed.size() > many || area > 0.5 * size.x * size.y) changed = {wxRect(size)};
  wxMemoryDC dc(part.drawn);
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
  for (const wxRect& where : changed) drawInto(*context, where, part.offset);
}

/// Draws in memory: a display draws thousands of lines far more slowly than it takes a finished picture.
void Canvas::bringUpToDate(Part& part, wxSize size, wxPoint offset) {
  const double pixels = GetContentScaleFactor();
  const bool fits = part.drawn.IsOk() && part.drawn.GetLogicalSize() == wxSize(size) &&
                    part.drawn.GetScaleFactor() == pixels && part.scale == scale();
  if (fits && part.offset == offset && part.of != shown_) repair(part, size);
  if (fits && part.offset == offset) return;
  wxBitmap drawn;
  drawn.CreateWithDIPSize(size, pixels, 24);
  wxMemoryDC dc(drawn);
  const wxPoint moved = offset - part.offset;
  const wxRect kept = fits && part.of == shown_ ? wxRect(size).Intersect(wxRect(moved, size)) : wxRect();
  if (!kept.IsEmpty()) dc.DrawBitmap(part.drawn, moved);
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
  if (kept.IsEmpty()) {
    drawInto(*context, wxRect(size), offset);
  } else {
    drawInto(*context, {0, 0, size.x, kept.y}, offset);
    drawInto(*context, {0, kept.y + kept.height, size.x, size.y - kept.y - kept.height}, offset);
    drawInto(*context, {0, kept.y, kept.x, kept.height}, offset);
    drawInto(*context, {kept.x + kept.width, kept.y, size.x - kept.x - kept.width, kept.height}, offset);
  }
  if (part.of != shown_) replaced_ = part.of;
  part = {drawn, offset, scale(), shown_};
}

wxBitmap Canvas::stretched(const Part& part, wxRect where) const {
  const double by = user_.stretching(coming_).value_or(1);
  const scene::Rgb paper = palette_->of(scene::Colour::paper);
  wxBitmap to;
  to.CreateWithDIPSize(where.GetSize(), GetContentScaleFactor(), 24);
  wxBitmap drawn = part.drawn;
  wxMemoryDC source(drawn);
  wxMemoryDC dc(to);
  dc.SetBackground(wxBrush(wxColour(paper.red, paper.green, paper.blue)));
  dc.Clear();
  const int middle = comingAround_.x - where.x;
  const wxSize size = drawn.GetLogicalSize();
  dc.StretchBlit(middle - static_cast<int>(std::lround(middle * by)), 0, static_cast<int>(std::lround(size.x * by)),
                 size.y, &source, 0, 0, size.x, size.y);
  return to;
}

void Canvas::paintPart(wxDC& dc, Part& part, wxRect where, wxPoint offset) {
  if (where.IsEmpty()) return;
  const bool scrollsAcross = &part - parts_.data() < 2;
  if (coming_ != 1 && scrollsAcross && part.drawn.IsOk()) {
    dc.DrawBitmap(stretched(part, where), where.GetPosition());
    return;
  }
  bringUpToDate(part, where.GetSize(), offset - where.GetPosition());
  dc.DrawBitmap(part.drawn, where.GetPosition());
  if (!overlay) return;
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::CreateFromUnknownDC(dc));
  if (!context) return;
  context->Clip(where.x, where.y, where.width, where.height);
  context->Translate(offset.x, offset.y);
  context->Scale(scale(), scale());
  overlay(*context);
}

void Canvas::paint() {
  wxPaintDC dc(this);
  const wxSize view = GetClientSize();
  if (!shown_) return;
  const int side = sidePixels();
  const int top = topPixels();
  const bool right = headsAtRight();
  const int sideOffset = right ? -std::max(0, sceneSize().x - view.x) : 0;
  const int sideX = right ? view.x - side : 0;
  const int bodyX = right ? 0 : side;
  paintPart(dc, parts_[0], {bodyX, top, view.x - side, view.y - top}, {-x_, -y_});
  paintPart(dc, parts_[1], {bodyX, 0, view.x - side, top}, {-x_, 0});
  paintPart(dc, parts_[2], {sideX, top, side, view.y - top}, {sideOffset, -y_});
  paintPart(dc, parts_[3], {sideX, 0, side, top}, {sideOffset, 0});
  ringFocus(dc, *this);
  // A scene of thousands of shapes takes as long to let go as many a frame: that can wait until this one is seen.
  if (replaced_) CallAfter([this] { replaced_.reset(); });
}

void Canvas::zoomSoon(double factor, wxPoint around) {
  if (!user_.stretching(factor)) {
    user_.zoomed(factor, toScene(around));
    return;
  }
  if (coming_ != 1 && around != comingAround_) zoomNow();
  comingAround_ = around;
  coming_ = user_.stretching(coming_ * factor).value_or(1);
  wheelRests_.StartOnce(wheelRest);
  Refresh();
}

/// Draws what the wheel has asked for: from here on places in the window are places in the scene again.
void Canvas::zoomNow() {
  if (coming_ == 1) return;
  wheelRests_.Stop();
  const double factor = std::exchange(coming_, 1);
  user_.zoomed(factor, toScene(comingAround_));
}

void Canvas::scroll(wxScrollWinEvent& event) {
  zoomNow();
  const bool across = event.GetOrientation() == wxHORIZONTAL;
  const wxSize view = GetClientSize();
  const int page = across ? view.x * 9 / 10 : view.y * 9 / 10;
  int at = across ? x_ : y_;
  const auto type = event.GetEventType();
  if (type == wxEVT_SCROLLWIN_TOP) at = 0;
  if (type == wxEVT_SCROLLWIN_BOTTOM) at = across ? sceneSize().x : sceneSize().y;
  if (type == wxEVT_SCROLLWIN_LINEUP) at -= wheelStep;
  if (type == wxEVT_SCROLLWIN_LINEDOWN) at += wheelStep;
  if (type == wxEVT_SCROLLWIN_PAGEUP) at -= page;
  if (type == wxEVT_SCROLLWIN_PAGEDOWN) at += page;
  if (type == wxEVT_SCROLLWIN_THUMBTRACK || type == wxEVT_SCROLLWIN_THUMBRELEASE) at = event.GetPosition();
  moveTo(across ? at : x_, across ? y_ : at);
}

void Canvas::wheel(wxMouseEvent& event) {
  const double steps = static_cast<double>(event.GetWheelRotation()) / std::max(1, event.GetWheelDelta());
  if (event.ControlDown()) {
    zoomSoon(std::pow(zoomStep, steps), event.GetPosition());
    return;
  }
  zoomNow();
  const bool across = event.ShiftDown() || event.GetWheelAxis() == wxMOUSE_WHEEL_HORIZONTAL;
  const int by = static_cast<int>(std::lround(-steps * wheelStep));
  moveTo(x_ + (across ? by : 0), y_ + (across ? 0 : by));
}

/// Also where the button is let go before any motion was heard of.
bool Canvas::isDragged(wxPoint to) {
  const wxPoint moved = to - pressedAt_;
  if (press_ == Press::down && std::abs(moved.x) + std::abs(moved.y) >= dragThreshold) press_ = Press::drag;
  return press_ == Press::drag;
}

void Canvas::giveUp() {
  press_ = Press::none;
  if (HasCapture()) ReleaseMouse();
  user_.givenUp();
}

void Canvas::mouse(wxMouseEvent& event) {
  zoomNow();
  const scene::Point at = toScene(event.GetPosition());
  if (event.LeftDown() || event.RightDown()) {
    SetFocus();
    UnsetToolTip();  // it would lie over what is being done, and tell what was
  }
  if (event.LeftDClick()) {
    user_.doubleClicked(at);
  } else if (event.LeftDown()) {
    press_ = Press::down;
    pressedAt_ = event.GetPosition();
    pressedScene_ = at;
    if (!HasCapture()) CaptureMouse();
    user_.pressed(at, event.ControlDown() || event.ShiftDown() ? CanvasUser::Adding::yes : CanvasUser::Adding::no);
  } else if (event.RightDown()) {
    user_.menuAskedAt(at);
  } else if (event.LeftUp()) {
    if (HasCapture()) ReleaseMouse();
    const bool dragged = isDragged(event.GetPosition());
    press_ = Press::none;
    if (dragged) user_.released(pressedScene_, at);
  } else if (event.Dragging() && press_ != Press::none) {
    if (isDragged(event.GetPosition())) user_.dragged(pressedScene_, at);
  } else if (event.Moving()) {
    SetCursor(wxCursor(user_.cursorAt(at)));
    const wxString tip = shown(user_.tipAt(at));
    if (tip != GetToolTipText()) tip.empty() ? UnsetToolTip() : SetToolTip(tip);
  }
}

}  // namespace trackloom::desktop
