#include "desktop/history_pane.h"

#include "desktop/text.h"

#include <utility>

#include <wx/app.h>
#include <wx/listbox.h>
#include <wx/sizer.h>

namespace trackloom::desktop {

HistoryPane::HistoryPane(wxWindow* parent, Workplace& place)
    : wxPanel(parent), place_(place), list_(new wxListBox(this, wxID_ANY)) {
  nameFor(*list_, place.word(tr("What was done")));
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(list_, wxSizerFlags(1).Expand());
  SetSizer(rows);
  list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { wxTheApp->CallAfter([this] { goToChosen(); }); });
  list_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& key) {
    if (key.GetKeyCode() == WXK_RETURN)
      goToChosen();
    else
      key.Skip();
  });
}

void HistoryPane::follow(const Changes& changes) {
  if (changes.plan) waits_ = true;
}

void HistoryPane::comeUp() {
  if (std::exchange(waits_, false)) fill();
}

/// The first line is the plan as it was opened; what was taken back stands in brackets.
void HistoryPane::fill() {
  const History& history = place_.open().document().history();
  wxArrayString lines;
  lines.Add(shown(place_.word(tr("As it was opened"))));
  for (std::size_t i = 0; i < history.undoSteps() + history.redoSteps(); ++i) {
    const std::string what = place_.speech().say(history.label(i), place_.open().plan());
    lines.Add(
        shown(i < history.undoSteps() ? what : place_.speech().say({tr("({what}, taken back)"), {{"what", what}}})));
  }
  list_->Set(lines);
  list_->SetSelection(static_cast<int>(history.undoSteps()));
}

void HistoryPane::goToChosen() {
  const int chosen = list_->GetSelection();
  if (chosen == wxNOT_FOUND) return;
  const auto wanted = static_cast<std::size_t>(chosen);
  const auto steps = [this] { return place_.open().document().history().undoSteps(); };
  while (steps() > wanted && place_.open().undo()) {
  }
  while (steps() < wanted && place_.open().redo()) {
  }
}

}  // namespace trackloom::desktop
