#include "desktop/pages_view.h"

#include "desktop/canvas.h"
#include "desktop/gtk.h"
#include "desktop/text.h"

#include <algorithm>
#include <cmath>

#include <wx/dcbuffer.h>
#include <wx/graphics.h>
#include <wx/image.h>
#include <wx/settings.h>

namespace trackloom::desktop {
namespace {

constexpr int gap = 12;             // pixels around pages
constexpr int scrollStep = 20;      // pixels
constexpr double usualWidth = 595;  // points: pages as wide as A4 fill the window, wider ones reach beyond
constexpr std::size_t mostPictures = 12;
constexpr double zoomStep = 1.25;
constexpr int pointsPerInch = 72;

}  // namespace

PagesView::PagesView(wxWindow* parent, Errand::Guard guard, const std::string& name)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHSCROLL | wxVSCROLL | wxWANTS_CHARS),
      drawing_(std::move(guard)) {
  if (!wxImage::FindHandler(wxBITMAP_TYPE_PNG)) wxImage::AddHandler(new wxPNGHandler);
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetLayoutDirection(wxLayout_LeftToRight);  // the pages themselves run the way the language does
  nameFor(*this, name);
  tellThatItDraws(GetHandle());
  SetScrollRate(scrollStep, scrollStep);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    layOut();
    event.Skip();
  });
  Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
    if (!event.ControlDown()) return event.Skip();
    zoom(event.GetWheelRotation() > 0 ? zoomStep : 1 / zoomStep);
  });
  Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
    SetFocus();
    event.Skip();
  });
  Bind(wxEVT_KEY_DOWN, &PagesView::takeKey, this);
  for (const auto& type : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS})
    Bind(type, [this](wxFocusEvent& event) {
      Refresh();
      event.Skip();
    });
}

void PagesView::show(std::shared_ptr<const PagesToShow> pages) {
  drawing_.cancel();
  pictures_.clear();
  sentence_.clear();
  pages_ = std::move(pages);
  layOut();
}

void PagesView::say(const std::string& sentence) {
  show(nullptr);
  sentence_ = sentence;
  desktop::describe(*this, sentence);
  told_ = {};
}

void PagesView::zoom(double factor) {
  magnification_ = std::clamp(magnification_ * factor, 0.3, 4.0);
  layOut();
}

void PagesView::takeKey(wxKeyEvent& key) {
  const int rows = GetClientSize().y / scrollStep;
  const int at = GetViewStart().y;
  switch (key.GetKeyCode()) {
    case WXK_DOWN:
      return Scroll(-1, at + 2);
    case WXK_UP:
      return Scroll(-1, std::max(0, at - 2));
    case WXK_PAGEDOWN:
      return Scroll(-1, at + rows);
    case WXK_PAGEUP:
      return Scroll(-1, std::max(0, at - rows));
    case WXK_HOME:
      return Scroll(-1, 0);
    case WXK_END:
      return Scroll(-1, GetVirtualSize().y / scrollStep);
    case '+':
    case WXK_NUMPAD_ADD:
      return zoom(zoomStep);
    case '-':
    case WXK_NUMPAD_SUBTRACT:
      return zoom(1 / zoomStep);
    default:
      key.Skip();
  }
}

double PagesView::pixelsPerPoint() const {
  const int room = std::max(200, GetSize().x - 2 * gap - wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, this));
  return room / usualWidth * magnification_;
}

int PagesView::dotsPerInch() const {
  return static_cast<int>(std::lround(pixelsPerPoint() * pointsPerInch * GetContentScaleFactor()));
}

wxSize PagesView::sizeOf(std::size_t page) const {
  const documents::PageSize& size = pages_->sizes[page];
  return {static_cast<int>(std::lround(size.width * pixelsPerPoint())),
          static_cast<int>(std::lround(size.height * pixelsPerPoint()))};
}

void PagesView::layOut() {
  tops_ = {gap};
  int width = 0;
  for (std::size_t page = 0; page < pageCount(); ++page) {
    const wxSize size = sizeOf(page);
    width = std::max(width, size.x);
    tops_.push_back(tops_.back() + size.y + gap);
  }
  SetVirtualSize(pages_ ? width + 2 * gap : 0, pages_ ? tops_.back() : 0);
  complete_ = !pages_;
  Refresh();
}

/// The page in the middle of the window.
void PagesView::tellPage() {
  std::size_t page = 0;
  const int middle = CalcUnscrolledPosition(wxPoint(0, GetClientSize().y / 2)).y;
  while (page < pageCount() && (page == 0 || tops_[page] <= middle)) ++page;
  if (told_ == std::pair(page, pageCount())) return;
  told_ = {page, pageCount()};
  if (onPage) onPage(page, pageCount());
}

/// One page after the other is drawn beside the window, those in view first.
void PagesView::askFor(std::size_t page) {
  pictures_[page].dotsPerInch = dotsPerInch();  // asked for once, whatever comes of it
  drawing_.start([this, pages = pages_, page, dots = dotsPerInch()](std::stop_token stop) -> std::function<void()> {
    documents::InstalledPrograms programs(pages->workPlace, stop);
    std::string picture = documents::pagePicture(pages->pdf, page, dots, programs);
    return [this, page, dots, picture = std::move(picture)] {
      pictures_[page] = {dots, wxBitmap::NewFromPNGData(picture.data(), picture.size())};
      Refresh();
    };
  });
}

void PagesView::paint() {
  wxAutoBufferedPaintDC dc(this);
  dc.SetBackground(wxBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_3DFACE)));
  dc.Clear();
  const wxSize view = GetClientSize();
  if (!pages_) {
    dc.SetFont(GetFont());
    dc.SetTextForeground(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT));
    const wxString text = shown(sentence_);
    dc.DrawLabel(text, wxRect(view).Deflate(4 * gap, 4 * gap), wxALIGN_CENTRE);
    return;
  }
  const wxPoint from = CalcUnscrolledPosition(wxPoint(0, 0));
  std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
  context->SetPen(*wxGREY_PEN);
  context->SetBrush(*wxWHITE_BRUSH);  // paper, whatever colours the windows have
  std::optional<std::size_t> missing;
  for (std::size_t page = 0; page < pageCount(); ++page) {
    if (tops_[page + 1] < from.y || tops_[page] > from.y + view.y) {
      if (pictures_.size() > mostPictures) pictures_.erase(page);
      continue;
    }
    const wxSize size = sizeOf(page);
    const wxPoint at(std::max(gap, (view.x - size.x) / 2) - from.x, tops_[page] - from.y);
    context->DrawRectangle(at.x, at.y, size.x, size.y);
    const Picture& picture = pictures_[page];
    if (picture.bitmap.IsOk()) context->DrawBitmap(picture.bitmap, at.x, at.y, size.x, size.y);
    if (!missing && picture.dotsPerInch != dotsPerInch()) missing = page;
  }
  context.reset();  // what it holds back is drawn first
  ringFocus(dc, *this);
  tellPage();
  complete_ = !missing && !drawing_.isBusy();
  if (missing && !drawing_.isBusy()) askFor(*missing);
}

}  // namespace trackloom::desktop
