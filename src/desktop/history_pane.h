#pragma once

#include "desktop/workplace.h"

#include <wx/panel.h>

class wxListBox;

namespace trackloom::desktop {

/// What was done to the plan since it was opened, step by step; one goes back and forth by choosing a step.
class HistoryPane : public wxPanel {
 public:
  HistoryPane(wxWindow* parent, Workplace& place);
  void follow(const Changes& changes);
  /// Shows the plan as it stands, once somebody looks.
  void comeUp();
  wxListBox& list() {
    comeUp();
    return *list_;
  }
  /// Takes back or makes again until the chosen step is the last that was done.
  void goToChosen();

 private:
  void fill();

  Workplace& place_;
  wxListBox* list_;
  bool waits_ = true;  ///< to be filled
};

}  // namespace trackloom::desktop
