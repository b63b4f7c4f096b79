#pragma once

#include "desktop/presenters/findings_list.h"
#include "desktop/tree_rows.h"
#include "desktop/workplace.h"

#include <wx/panel.h>

class wxButton;
class wxCheckBox;
class wxChoice;
class wxTextCtrl;

namespace trackloom::desktop {

/// What the checks say: a list with its reasons, what would answer them, and what cannot be told yet.
class FindingsPane : public wxPanel {
 public:
  FindingsPane(wxWindow* parent, Workplace& place);
  void follow(const Changes& changes);
  /// Shows the plan as it stands, once somebody looks.
  void comeUp();
  const FindingsList& list() {
    comeUp();
    return list_;
  }
  wxDataViewCtrl& tree() {
    comeUp();
    return *tree_;
  }
  /// The finding that is chosen in the list; null if there is none.
  const checks::Finding* chosen();
  /// Chooses the first finding of a rule; says whether there is one.
  bool choose(std::string_view rule);
  void fix();
  void makeFollowUp();
  void waive();

 private:
  void fill();
  void fillTracks();
  void showReasons();
  const char* whyEmpty() const;

  Workplace& place_;
  FindingsList list_;
  wxChoice* level_;
  wxChoice* track_;
  wxCheckBox* accepted_;
  wxTextCtrl* search_;
  wxObjectDataPtr<TreeRows> rows_;
  wxDataViewCtrl* tree_;
  wxTextCtrl* reasons_;
  std::vector<wxButton*> answers_;
  std::vector<ElementId> tracks_;
  std::string chosenId_;
  bool waits_ = true;  ///< to be filled
  bool filling_ = false;
};

}  // namespace trackloom::desktop
