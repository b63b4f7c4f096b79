#include "desktop/import_dialog.h"

#include "desktop/gtk.h"
#include "desktop/text.h"
#include "language/folding.h"
#include "plan/error.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/gauge.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace trackloom::desktop {
namespace {

constexpr int usualLine = 19;    // pixels of a line of text of the usual size
constexpr int pulsePause = 100;  // milliseconds

TreeRow rowOf(const ImportLine& line, std::vector<const ImportLine*>& lines) {
  TreeRow row{{line.text, line.where}, {}, lines.size(), TreeRow::Look::plain, {}};
  if (line.about == ImportLine::About::heading) row.look = TreeRow::Look::bold;
  lines.push_back(&line);
  for (const ImportLine& below : line.below) row.children.push_back(rowOf(below, lines));
  return row;
}

}  // namespace

ImportDialog::ImportDialog(wxWindow& parent, SpreadsheetImport& import, const Speech& speech)
    : wxDialog(&parent, wxID_ANY, shown(speech.say({tr("Bring in “{file}”"), {{"file", import.name()}}})),
               wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX),
      import_(import),
      speech_(speech),
      rows_(new TreeRows(2)),
      pulse_(this),
      errand_([this](const auto& work) {
        try {
          work();
        } catch (const Error& error) {
          say(speech_.say(error.message()) + ' ' + speech_.say(error.toDo()));
        } catch (const std::exception&) {
          say(word(tr("This could not be worked out: there was not enough memory, or something inside went wrong.")));
        }
      }) {
  tellThatItAsks(GetHandle());
  summary_ = newLabel(this, {});
  tree_ = makeTree(this, *rows_, {{word(tr("What")), 400}, {word(tr("Where")), 320}},
                   word(tr("What is asked, and what was understood")));
  tree_->SetMinSize(FromDIP(wxSize(420, 120)));
  auto* halves = new wxBoxSizer(wxHORIZONTAL);
  halves->Add(tree_, wxSizerFlags(3).Expand());
  halves->Add(makeQuestion(), wxSizerFlags(2).Expand().Border(wxLEFT, FromDIP(8)));
  auto* rows = new wxBoxSizer(wxVERTICAL);
  const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  rows->Add(summary_, flags);
  gauge_ = new wxGauge(this, wxID_ANY, 100, wxDefaultPosition, FromDIP(wxSize(-1, 6)));
  rows->Add(gauge_, flags);
  if (import_.readAs) rows->Add(makeForm(), flags);
  rows->Add(halves, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
  rows->Add(makeChoices(), flags);
  rows->Add(makeButtons(), wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
  SetSizer(rows);
  SetMinSize(FromDIP(wxSize(720, 460)));
  const wxSize usual = FromDIP(wxSize(1120, 660));
  const wxSize display = wxGetClientDisplayRect().GetSize();
  // Larger where text is large, as far as the display goes.
  const int height = usual.y * std::max(usualLine, GetCharHeight()) / usualLine;
  const int width = usual.x * std::max(usualLine, GetCharHeight()) / usualLine;
  SetSize(std::min(width, display.x), std::min(height, display.y));
  CentreOnParent();
  tree_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { tell(); });
  tree_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
    const TreeRow* row = rows_->row(event.GetItem());
    if (row && !row->children.empty() && !lines_[row->place]->answers)
      tree_->IsExpanded(event.GetItem()) ? tree_->Collapse(event.GetItem()) : tree_->Expand(event.GetItem());
    else if (filter_->IsEnabled())
      filter_->SetFocus();
  });
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    if (isBusy())
      gauge_->Pulse();
    else
      pulse_.Stop();
    gauge_->Show(isBusy());
  });
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { end(false); });
  workOut();
}

/// What is chosen, why it is asked, and the answers to choose from.
wxSizer* ImportDialog::makeQuestion() {
  details_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_READONLY);
  details_->SetMinSize({FromDIP(260), 2 * GetCharHeight()});
  nameFor(*details_, word(tr("Why it is asked, and what can be done")));
  filter_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  filter_->SetHint(shown(word(tr("Type to find an answer"))));
  nameFor(*filter_, word(tr("Type to find an answer")));
  keepTextWhole(*filter_, FromDIP(120));
  answers_ = new wxListBox(this, wxID_ANY);
  answers_->SetMinSize({FromDIP(260), 3 * GetCharHeight()});
  nameFor(*answers_, word(tr("Answers")));
  answer_ = new wxButton(this, wxID_ANY, shown(word(tr("Answer so"))));
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(details_, wxSizerFlags(2).Expand());
  rows->Add(filter_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
  rows->Add(answers_, wxSizerFlags(3).Expand().Border(wxTOP, FromDIP(4)));
  rows->Add(answer_, wxSizerFlags().Right().Border(wxTOP, FromDIP(4)));
  filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { fillAnswers(); });
  filter_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { answer(); });
  filter_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    const int step = event.GetKeyCode() == WXK_DOWN ? 1 : event.GetKeyCode() == WXK_UP ? -1 : 0;
    const int next = answers_->GetSelection() + step;
    if (step != 0 && next >= 0 && next < static_cast<int>(answers_->GetCount())) answers_->SetSelection(next);
    if (step == 0) event.Skip();
  });
  answers_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { answer(); });
  answers_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& key) {
    if (key.GetKeyCode() == WXK_RETURN)
      answer();
    else
      key.Skip();
  });
  answer_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { answer(); });
  return rows;
}

/// How separated values are written, which they do not tell: it is found out, and can be said otherwise.
wxSizer* ImportDialog::makeForm() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto choice = [&](const char* label) {
    row->Add(newLabel(this, shown(word(label))), wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(8)));
    auto* made = new wxChoice(this, wxID_ANY);
    nameFor(*made, word(label));
    made->Append(shown(word(tr("As it was found out"))));
    made->SetSelection(0);
    made->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { readAnew(); });
    row->Add(made, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(16)));
    return made;
  };
  letters_ = choice(tr("Letters"));
  for (const language::Encoding encoding : language::encodings())
    letters_->Append(shown(std::string(nameOf(encoding))));
  separator_ = choice(tr("Between the cells"));
  for (const char* sign : {tr("commas"), tr("semicolons"), tr("tabs")}) separator_->Append(shown(word(sign)));
  return row;
}

void ImportDialog::readAnew() {
  constexpr char signs[] = {',', ';', '\t'};
  tables::CsvForm form;
  if (const int at = letters_->GetSelection(); at > 0)
    form.encoding = language::encodings()[static_cast<std::size_t>(at) - 1];
  if (const int at = separator_->GetSelection(); at > 0) form.separator = signs[at - 1];
  try {
    import_.read(form);
    workOut();
  } catch (const Error& error) {
    say(speech_.say(error.message()) + ' ' + speech_.say(error.toDo()));
    takeAll_->Disable();
    takeUnderstood_->Disable();
  }
}

wxSizer* ImportDialog::makeChoices() {
  auto* rows = new wxBoxSizer(wxVERTICAL);
  const auto box = [&](const std::string& label) {
    auto* made = new wxCheckBox(this, wxID_ANY, shown(label));
    rows->Add(made, wxSizerFlags().Border(wxTOP, FromDIP(2)));
    return made;
  };
  auto* empty = box(word(tr("Empty cells clear what the plan has")));
  empty->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) {
    import_.setEmptyCells(event.IsChecked() ? tables::EmptyCells::clear : tables::EmptyCells::keep);
    workOut();
  });
  if (import_.hasHiddenSheets()) {
    auto* hidden = box(word(tr("Read hidden sheets, too")));
    hidden->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) {
      import_.readHiddenSheets(event.IsChecked());
      workOut();
    });
  }
  const std::string file = import_.answersFile();
  keep_ = box(speech_.say({tr("Keep the answers for the next time, in “{file}” beside the spreadsheet"),
                           {{"file", file.substr(file.find_last_of('/') + 1)}}}));
  keep_->SetValue(import_.keepsAnswers());
  keep_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) { import_.keepAnswers(event.IsChecked()); });
  return rows;
}

wxSizer* ImportDialog::makeButtons() {
  auto* row = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
  const auto button = [&](const std::string& label, bool takes) {
    auto* made = new wxButton(this, wxID_ANY, shown(label));
    made->Bind(wxEVT_BUTTON, [this, takes](wxCommandEvent&) { end(takes); });
    row->Add(made, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(8)));
    return made;
  };
  takeUnderstood_ = button(import_.understoodLabel(), true);
  takeAll_ = button(word(tr("Take it in")), true);
  SetEscapeId(button(word(tr("Cancel")), false)->GetId());
  return row;
}

void ImportDialog::end(bool taken) {
  errand_.cancel();
  pulse_.Stop();
  taken_ = taken;
  if (IsModal())
    EndModal(taken ? wxID_OK : wxID_CANCEL);
  else
    Hide();
}

void ImportDialog::say(const std::string& text) {
  summary_->SetLabel(shown(text));
  wrapAt(*summary_, GetClientSize().x - FromDIP(24));
  Layout();
}

void ImportDialog::workOut() {
  for (wxWindow* control : std::initializer_list<wxWindow*>{takeAll_, takeUnderstood_, answer_}) control->Disable();
  say(word(tr("Being worked out …")));
  errand_.start([this, work = import_.work()](std::stop_token) -> std::function<void()> {
    auto outcome = std::make_shared<ImportOutcome>(workedOut(work));
    return [this, outcome] {
      import_.take(std::move(*outcome));
      show();
    };
  });
  pulse_.Start(pulsePause);
}

/// Shows how it stands: what is left to answer first, and the first question chosen.
void ImportDialog::show() {
  say(import_.summary());
  takeAll_->Enable(import_.canTakeAll());
  takeUnderstood_->SetLabel(shown(import_.understoodLabel()));
  takeUnderstood_->Enable(import_.canTakeUnderstood());
  takeUnderstood_->Show(!import_.canTakeAll());
  (import_.canTakeAll() ? takeAll_ : answer_)->SetDefault();
  lines_.clear();
  std::vector<TreeRow> rows;
  for (const ImportLine& line : import_.lines()) {
    rows.push_back(rowOf(line, lines_));
    if (line.about == ImportLine::About::heading && line.below.size() > 1)
      rows.back().cells[0] =
          speech_.say({tr("{heading} ({count})"), {{"heading", line.text}, {"count", std::ssize(line.below)}}});
  }
  fillTree(*tree_, *rows_, std::move(rows));
  wxDataViewItemArray roots;
  rows_->GetChildren({}, roots);
  for (const wxDataViewItem& root : roots) tree_->Expand(root);
  if (!roots.empty()) {
    wxDataViewItemArray below;
    rows_->GetChildren(roots.front(), below);
    if (!below.empty()) tree_->Select(below.front());
  }
  tell();
  gauge_->Hide();
  Layout();
}

const ImportLine* ImportDialog::chosen() const {
  const TreeRow* row = rows_->row(tree_->GetSelection());
  return row && row->place < lines_.size() ? lines_[row->place] : nullptr;
}

void ImportDialog::tell() {
  const ImportLine* line = chosen();
  std::string text;
  if (line) {
    for (const std::string& part : {line->text, line->where, line->details})
      if (!part.empty()) text += (text.empty() ? "" : "\n\n") + part;
  }
  details_->ChangeValue(shown(text));
  possible_ = line && line->answers ? line->answers() : std::vector<ImportAnswer>();
  filter_->ChangeValue({});
  fillAnswers();
}

void ImportDialog::fillAnswers() {
  found_.clear();
  wxArrayString texts;
  for (std::size_t i = 0; i < possible_.size(); ++i)
    if (language::matches(typed(filter_->GetValue()), possible_[i].label)) {
      found_.push_back(i);
      texts.Add(shown(possible_[i].label));
    }
  answers_->Set(texts);
  if (!found_.empty()) answers_->SetSelection(0);
  answers_->Enable(!possible_.empty());
  filter_->Enable(!possible_.empty());
  answer_->Enable(!found_.empty() && !isBusy());
}

void ImportDialog::answer() {
  const int at = answers_->GetSelection();
  if (at == wxNOT_FOUND || isBusy()) return;
  import_.answer(possible_[found_[static_cast<std::size_t>(at)]]);
  workOut();
}

}  // namespace trackloom::desktop
