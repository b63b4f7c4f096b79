#pragma once

#include "desktop/workplace.h"

#include <wx/panel.h>

class wxStaticText;

namespace trackloom::desktop {

/// The line above the views that says how much of the plan is only suggested, and what to do about it. It is there as
/// long as anything is.
class SuggestionBar : public wxPanel {
 public:
  SuggestionBar(wxWindow* parent, Workplace& place);
  void follow(const Changes& changes);

 private:
  void show();
  void wrap();

  Workplace& place_;
  std::string said_;
  wxStaticText* text_;
  wxWindow* buttons_;
};

}  // namespace trackloom::desktop
