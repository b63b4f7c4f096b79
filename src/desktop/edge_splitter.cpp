#include "desktop/edge_splitter.h"

#include <algorithm>
#include <climits>

namespace trackloom::desktop {

EdgeSplitter::EdgeSplitter(wxWindow* parent, long style)
    : wxSplitterWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, style) {
  Bind(wxEVT_SPLITTER_SASH_POS_CHANGING, [this](wxSplitterEvent& event) {
    held_ = extent() - event.GetSashPosition() - GetSashSize();
    event.Skip();
  });
}

void EdgeSplitter::hold(int pixels) { held_ = pixels; }

int EdgeSplitter::extent() const {
  const wxSize size = GetClientSize();
  return GetSplitMode() == wxSPLIT_VERTICAL ? size.x : size.y;
}

void EdgeSplitter::SizeWindows() {
  if (IsSplit()) {
    // Where there is little room, the first pane, which people work in, keeps twice the least, or a third of the room.
    const int least = GetMinimumPaneSize();
    const int room = extent() - GetSashSize();
    m_sashPosition = std::max({room - held_, std::min({2 * least, room / 3, room - least}), least});
    m_requestedSashPosition = INT_MAX;  // what was asked for once is not asked for again
  }
  wxSplitterWindow::SizeWindows();
}

}  // namespace trackloom::desktop
