#pragma once

#include "desktop/errand.h"
#include "desktop/presenters/spreadsheet_import.h"
#include "desktop/tree_rows.h"

#include <wx/dialog.h>
#include <wx/timer.h>

class wxButton;
class wxCheckBox;
class wxChoice;
class wxGauge;
class wxListBox;
class wxSizer;
class wxStaticText;
class wxTextCtrl;

namespace trackloom::desktop {

/// Rows of a spreadsheet before they are taken into the plan: what they were taken for, what is asked about them and
/// what they change. After each answer the whole is worked out anew, beside the window.
class ImportDialog : public wxDialog {
 public:
  /// `import` and `speech` must outlive this.
  ImportDialog(wxWindow& parent, SpreadsheetImport& import, const Speech& speech);

  /// Whether it is being worked out.
  bool isBusy() const { return errand_.isBusy(); }
  /// Whether the user took it, once the window has been closed.
  bool isTaken() const { return taken_; }

  wxDataViewCtrl& tree() { return *tree_; }
  wxListBox& answers() { return *answers_; }
  wxTextCtrl& filter() { return *filter_; }
  wxTextCtrl& details() { return *details_; }
  wxStaticText& summary() { return *summary_; }
  wxButton& answerButton() { return *answer_; }
  wxButton& takeAll() { return *takeAll_; }
  wxButton& takeUnderstood() { return *takeUnderstood_; }
  wxCheckBox& keepsAnswers() { return *keep_; }
  wxChoice* letters() { return letters_; }

 private:
  wxSizer* makeQuestion();
  wxSizer* makeChoices();
  wxSizer* makeButtons();
  wxSizer* makeForm();
  void readAnew();
  void say(const std::string& text);
  void workOut();
  void show();
  void tell();
  void fillAnswers();
  void answer();
  void end(bool taken);
  const ImportLine* chosen() const;
  std::string word(std::string_view english) const { return speech_.word(english); }

  SpreadsheetImport& import_;
  const Speech& speech_;
  wxObjectDataPtr<TreeRows> rows_;
  std::vector<const ImportLine*> lines_;  ///< by the places of rows
  std::vector<ImportAnswer> possible_;    ///< to what is chosen
  std::vector<std::size_t> found_;        ///< those of them that the filter lets through
  wxStaticText* summary_;
  wxDataViewCtrl* tree_;
  wxTextCtrl* details_;
  wxTextCtrl* filter_;
  wxListBox* answers_;
  wxButton* answer_;
  wxChoice* letters_ = nullptr;    ///< of separated values
  wxChoice* separator_ = nullptr;  ///< the same
  wxCheckBox* keep_;
  wxButton* takeAll_;
  wxButton* takeUnderstood_;
  wxGauge* gauge_;
  wxTimer pulse_;
  bool taken_ = false;
  Errand errand_;
};

}  // namespace trackloom::desktop
