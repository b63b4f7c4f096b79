#pragma once

#include "desktop/presenters/preferences.h"

#include <wx/dialog.h>

class wxButton;
class wxCheckBox;
class wxChoice;
class wxTextCtrl;

namespace trackloom::desktop {

/// What the user settles for this machine, in plain words.
class PreferencesDialog : public wxDialog {
 public:
  /// `kept`: what is kept whatever is settled.
  PreferencesDialog(wxWindow& parent, const Preferences& now, const std::string& kept, const Speech& speech);

  /// As the window stands.
  Preferences chosen() const;
  wxChoice& language() { return *language_; }
  wxChoice& colours() { return *colours_; }
  wxChoice& textSize() { return *textSize_; }
  wxTextCtrl& organisation() { return *organisation_; }
  wxCheckBox& keepsHistory() { return *history_; }
  wxCheckBox& listsRecent() { return *recent_; }
  wxCheckBox& showsPreviews() { return *previews_; }
  wxCheckBox& papersInMemory() { return *memory_; }
  wxButton& ok() { return *ok_; }

 private:
  wxChoice* language_;
  wxChoice* colours_;
  wxChoice* textSize_;
  wxTextCtrl* organisation_;
  wxCheckBox* history_;
  wxCheckBox* recent_;
  wxCheckBox* previews_;
  wxCheckBox* memory_;
  wxButton* ok_;
};

}  // namespace trackloom::desktop
