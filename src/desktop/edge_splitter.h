#pragma once

#include <wx/splitter.h>

namespace trackloom::desktop {

/// A splitter whose second pane lies at an edge of the window: it keeps its size while the window gets others, has it
/// again after it was squeezed, and gets another only where somebody pulls it.
class EdgeSplitter : public wxSplitterWindow {
 public:
  EdgeSplitter(wxWindow* parent, long style);

  /// The size of the second pane, in pixels.
  void hold(int pixels);
  int held() const { return held_; }

 protected:
  void SizeWindows() override;

 private:
  int extent() const;

  int held_ = 0;
};

}  // namespace trackloom::desktop
