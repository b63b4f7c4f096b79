#include "desktop/window_prompts.h"

#include "desktop/gtk.h"
#include "desktop/icon.h"
#include "desktop/import_dialog.h"
#include "desktop/preferences_dialog.h"
#include "desktop/text.h"
#include "language/folding.h"

#include <wx/button.h>
#include <wx/checklst.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace trackloom::desktop {
namespace {

constexpr int wide = 460;

wxArrayString arrayOf(const std::vector<std::string>& texts) {
  wxArrayString array;
  for (const std::string& text : texts) array.Add(shown(text));
  return array;
}

/// A dialog with a question above what answers it, and buttons below.
class Question : public wxDialog {
 public:
  Question(wxWindow& parent, const std::string& question)
      : wxDialog(&parent, wxID_ANY, "Trackloom", wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        rows_(new wxBoxSizer(wxVERTICAL)),
        head_(new wxBoxSizer(wxHORIZONTAL)) {
    tellThatItAsks(GetHandle());
    auto* text = newLabel(this, shown(question));
    wrapAt(*text, FromDIP(wide));
    head_->Add(text, wxSizerFlags().CentreVertical());
    rows_->Add(head_, wxSizerFlags().Border(wxALL, FromDIP(12)));
  }

  /// Stands before the question.
  void addPicture(const wxBitmapBundle& picture) {
    head_->Prepend(new wxStaticBitmap(this, wxID_ANY, picture), wxSizerFlags().Border(wxRIGHT, FromDIP(12)));
  }

  void add(wxWindow* control, int share) {
    rows_->Add(control, wxSizerFlags(share).Expand().Border(wxLEFT | wxRIGHT, FromDIP(12)));
  }

  /// The first button is the one that Enter presses; the last one Escape.
  void addButtons(const std::vector<std::string>& labels) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->AddStretchSpacer();
    for (std::size_t i = 0; i < labels.size(); ++i) {
      auto* button = new wxButton(this, wxID_ANY, shown(labels[i]));
      const int code = static_cast<int>(i) + 1;
      button->Bind(wxEVT_BUTTON, [this, code](wxCommandEvent&) { EndModal(code); });
      if (i == 0) button->SetDefault();
      if (i == 0) first_ = button;
      if (i + 1 == labels.size()) SetEscapeId(button->GetId());
      row->Add(button, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    }
    rows_->Add(row, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
    SetSizerAndFit(rows_);
    CentreOnParent();
  }
  wxButton* first() const { return first_; }

 private:
  wxBoxSizer* rows_;
  wxBoxSizer* head_;
  wxButton* first_ = nullptr;
};

/// A field with its label above that does not show what is typed.
wxTextCtrl* passphraseField(Question& dialog, const std::string& label) {
  dialog.add(newLabel(&dialog, shown(label)), 0);
  auto* text = new wxTextCtrl(&dialog, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD);
  keepTextWhole(*text, dialog.FromDIP(wide));
  nameFor(*text, label);
  dialog.add(text, 0);
  return text;
}

/// A text to read, and buttons below it; gives what was chosen.
int tellIn(Question& dialog, const std::string& name, const std::string& text,
           const std::vector<std::string>& answers) {
  auto* box = new wxTextCtrl(&dialog, wxID_ANY, turnedLines(dialog, shown(text)), wxDefaultPosition,
                             dialog.FromDIP(wxSize(wide + 120, 320)), wxTE_MULTILINE | wxTE_READONLY);
  nameFor(*box, name);
  dialog.add(box, 1);
  dialog.addButtons(answers);
  return dialog.ShowModal();
}

/// The place of the answer that a dialog ended with: the last one stands for escape.
std::size_t placeOf(int code, std::size_t answers) {
  return code >= 1 && static_cast<std::size_t>(code) <= answers ? static_cast<std::size_t>(code) - 1 : answers - 1;
}

}  // namespace

std::optional<std::string> WindowPrompts::file(const FileQuestion& question, long style) {
  wxString pattern = "*." + shown(question.extension);
  if (!question.other.empty()) pattern += ";*." + shown(question.other);
  wxFileDialog dialog(&parent_, shown(question.title), shown(question.folder), shown(question.name),
                      shown(question.what) + " (" + pattern + ")|" + pattern, style);
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  std::string path = typed(dialog.GetPath());
  chosen_(path);
  const auto isOne = [&](const std::string& extension) {
    return !extension.empty() && path.ends_with('.' + extension);
  };
  if ((style & wxFD_SAVE) != 0 && !isOne(question.extension) && !isOne(question.other))
    path += '.' + question.extension;
  return path;
}

std::optional<std::string> WindowPrompts::openFile(const FileQuestion& question) {
  return file(question, wxFD_OPEN | wxFD_FILE_MUST_EXIST);
}

std::optional<std::string> WindowPrompts::saveFile(const FileQuestion& question) {
  return file(question, wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
}

std::size_t WindowPrompts::choose(const std::string& question, const std::vector<std::string>& answers) {
  Question dialog(parent_, question);
  dialog.addButtons(answers);
  return placeOf(dialog.ShowModal(), answers.size());
}

std::optional<std::string> WindowPrompts::askText(const std::string& question, const std::string& before) {
  Question dialog(parent_, question);
  auto* text = new wxTextCtrl(&dialog, wxID_ANY, shown(before));
  keepTextWhole(*text, dialog.FromDIP(wide));
  nameFor(*text, question);
  dialog.add(text, 0);
  dialog.addButtons({speech_.word(tr("OK")), speech_.word(tr("Cancel"))});
  text->SetFocus();
  if (dialog.ShowModal() != 1) return std::nullopt;
  return typed(text->GetValue());
}

std::optional<sharing::Passphrase> WindowPrompts::askPassphrase(const std::string& question) {
  Question dialog(parent_, question);
  wxTextCtrl* text = passphraseField(dialog, speech_.word(tr("Passphrase")));
  dialog.addButtons({speech_.word(tr("Open")), speech_.word(tr("Cancel"))});
  text->SetFocus();
  if (dialog.ShowModal() != 1) return std::nullopt;
  return sharing::Passphrase(typed(text->GetValue()));
}

std::optional<sharing::Passphrase> WindowPrompts::newPassphrase(const std::string& question) {
  Question dialog(parent_, question);
  wxTextCtrl* first = passphraseField(dialog, speech_.word(tr("Passphrase")));
  wxTextCtrl* second = passphraseField(dialog, speech_.word(tr("The same again")));
  auto* advice = newLabel(&dialog, {}, wxST_NO_AUTORESIZE);
  advice->SetMinSize(dialog.FromDIP(wxSize(wide, 80)));
  nameFor(*advice, speech_.word(tr("How hard it is to guess")));
  dialog.add(advice, 0);
  dialog.addButtons({speech_.word(tr("Seal")), speech_.word(tr("Cancel"))});
  const auto look = [&] {
    const sharing::Passphrase one(typed(first->GetValue()));
    const sharing::Passphrase two(typed(second->GetValue()));
    dialog.first()->Enable(!one.empty() && one == two);
    std::string text;
    if (const auto weakness = one.empty() ? std::nullopt : weaknessOf(one)) text = speech_.say(*weakness);
    if (!two.empty() && !(one == two)) text = speech_.word(tr("The two are not alike yet."));
    advice->SetLabel(shown(text));
    wrapAt(*advice, dialog.FromDIP(wide));
  };
  for (wxTextCtrl* field : {first, second}) field->Bind(wxEVT_TEXT, [&](wxCommandEvent&) { look(); });
  look();
  first->SetFocus();
  if (dialog.ShowModal() != 1) return std::nullopt;
  return sharing::Passphrase(typed(first->GetValue()));
}

std::optional<std::vector<std::size_t>> WindowPrompts::tick(const std::string& question,
                                                            const std::vector<std::string>& answers,
                                                            const std::vector<std::size_t>& ticked) {
  Question dialog(parent_, question);
  auto* list = new wxCheckListBox(&dialog, wxID_ANY, wxDefaultPosition, dialog.FromDIP(wxSize(wide + 240, 300)),
                                  arrayOf(answers));
  nameFor(*list, question);
  for (const std::size_t i : ticked) list->Check(static_cast<unsigned>(i));
  dialog.add(list, 1);
  dialog.addButtons({speech_.word(tr("OK")), speech_.word(tr("Cancel"))});
  list->SetFocus();
  if (dialog.ShowModal() != 1) return std::nullopt;
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < answers.size(); ++i)
    if (list->IsChecked(static_cast<unsigned>(i))) chosen.push_back(i);
  return chosen;
}

std::optional<std::size_t> WindowPrompts::search(const std::string& question, const std::vector<std::string>& answers) {
  Question dialog(parent_, question);
  auto* text = new wxTextCtrl(&dialog, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  nameFor(*text, question);
  dialog.add(text, 0);
  auto* list = new wxListBox(&dialog, wxID_ANY, wxDefaultPosition, dialog.FromDIP(wxSize(wide, 300)));
  nameFor(*list, question);
  dialog.add(list, 1);
  dialog.addButtons({speech_.word(tr("OK")), speech_.word(tr("Cancel"))});
  std::vector<std::size_t> found;
  const auto fill = [&] {
    found = language::matching(typed(text->GetValue()), answers);
    wxArrayString texts;
    for (const std::size_t place : found) texts.Add(shown(answers[place]));
    list->Set(texts);
    if (!found.empty()) list->SetSelection(0);
  };
  fill();
  text->Bind(wxEVT_TEXT, [&](wxCommandEvent&) { fill(); });
  text->Bind(wxEVT_TEXT_ENTER, [&](wxCommandEvent&) { dialog.EndModal(1); });
  text->Bind(wxEVT_KEY_DOWN, [&](wxKeyEvent& event) {
    const int step = event.GetKeyCode() == WXK_DOWN ? 1 : event.GetKeyCode() == WXK_UP ? -1 : 0;
    const int next = list->GetSelection() + step;
    if (step != 0 && next >= 0 && next < static_cast<int>(list->GetCount())) list->SetSelection(next);
    if (step == 0) event.Skip();
  });
  list->Bind(wxEVT_LISTBOX_DCLICK, [&](wxCommandEvent&) { dialog.EndModal(1); });
  text->SetFocus();
  if (dialog.ShowModal() != 1 || list->GetSelection() == wxNOT_FOUND) return std::nullopt;
  return found[static_cast<std::size_t>(list->GetSelection())];
}

bool WindowPrompts::reviewImport(SpreadsheetImport& import) {
  ImportDialog dialog(parent_, import, speech_);
  dialog.ShowModal();
  return dialog.isTaken();
}

std::optional<Preferences> WindowPrompts::askPreferences(const Preferences& now, const std::string& kept) {
  PreferencesDialog dialog(parent_, now, kept, speech_);
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  return dialog.chosen();
}

void WindowPrompts::tell(const std::string& title, const std::string& text) {
  Question dialog(parent_, title);
  tellIn(dialog, title, text, {speech_.word(tr("Close the window"))});
}

std::size_t WindowPrompts::decide(const std::string& title, const std::string& text,
                                  const std::vector<std::string>& answers) {
  Question dialog(parent_, title);
  return placeOf(tellIn(dialog, title, text, answers), answers.size());
}

void WindowPrompts::introduce(const std::string& text) {
  Question dialog(parent_, "Trackloom");
  constexpr int side = 64;
  dialog.addPicture(programPicture(dialog.FromDIP(wxSize(side, side))));
  tellIn(dialog, "Trackloom", text, {speech_.word(tr("Close the window"))});
}

}  // namespace trackloom::desktop
