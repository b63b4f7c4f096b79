#include "desktop/preferences_dialog.h"

#include "desktop/gtk.h"
#include "desktop/text.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/gdicmn.h>
#include <wx/scrolwin.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace trackloom::desktop {
namespace {

constexpr int wide = 560;
constexpr int indent = 24;  ///< of what explains a box

}  // namespace

PreferencesDialog::PreferencesDialog(wxWindow& parent, const Preferences& now, const std::string& kept,
                                     const Speech& speech)
    : wxDialog(&parent, wxID_ANY, shown(speech.word(tr("Preferences"))), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
  tellThatItAsks(GetHandle());
  // What does not fit on the display, where text is large, scrolls; the buttons stay.
  auto* body = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
  keepBarInSight(body->GetHandle());
  body->SetScrollRate(0, FromDIP(12));
  auto* rows = new wxBoxSizer(wxVERTICAL);
  const auto around = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  const auto text = [&](const std::string& words, int less) {
    auto* made = newLabel(body, shown(words));
    wrapAt(*made, FromDIP(wide - less));
    return made;
  };
  const auto heading = [&](const char* words) {
    auto* made = text(speech.word(words), 0);
    made->SetFont(made->GetFont().Bold());
    rows->Add(made, around);
  };
  auto* grid = new wxFlexGridSizer(2, FromDIP(8), FromDIP(8));
  grid->AddGrowableCol(1);
  const auto labelled = [&](const char* words, wxWindow* control) {
    grid->Add(text(speech.word(words), 0), wxSizerFlags().CentreVertical());
    nameFor(*control, speech.word(words));
    grid->Add(control, wxSizerFlags().Expand());
  };
  language_ = new wxChoice(body, wxID_ANY);
  for (const SpokenLanguage& language : spokenLanguages()) language_->Append(shown(language.name));
  language_->SetSelection(static_cast<int>(placeOfLanguage(now.language)));
  colours_ = new wxChoice(body, wxID_ANY);
  for (const char* words : {tr("As on this machine"), tr("Light"), tr("Dark")})
    colours_->Append(shown(speech.word(words)));
  colours_->SetSelection(static_cast<int>(now.colours));
  textSize_ = new wxChoice(body, wxID_ANY);
  for (const int percent : textSizes())
    textSize_->Append(shown(percent == 100 ? speech.word(tr("As on this machine")) : std::to_string(percent) + " %"));
  textSize_->SetSelection(static_cast<int>(placeOfTextSize(now.textSize)));
  organisation_ = new wxTextCtrl(body, wxID_ANY, shown(now.organisation));
  const auto box = [&](const char* words, const char* help, bool ticked) {
    auto* made = new wxCheckBox(body, wxID_ANY, shown(speech.word(words)));
    made->SetValue(ticked);
    rows->Add(made, around);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->AddSpacer(FromDIP(indent));
    row->Add(text(speech.word(help), indent), wxSizerFlags(1));
    rows->Add(row, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(12)));
    return made;
  };
  labelled(tr("Language"), language_);
  labelled(tr("Colours of the windows"), colours_);
  labelled(tr("Size of text"), textSize_);
  labelled(tr("Which organisation are you?"), organisation_);
  keepTextWhole(*organisation_, -1);
  rows->Add(grid, around);
  heading(tr("What stays on this machine"));
  history_ = box(tr("Keep earlier versions of plans"),
                 tr("To go back to, and to bring copies together. Of plans with anything for the core team only where "
                    "you say so."),
                 now.keepsHistory);
  recent_ = box(tr("List the plans that were open"), tr("On the start page: their titles and where they lie."),
                now.listsRecent);
  previews_ = box(tr("Show the pages of documents before they are written"),
                  tr("Other programs on this machine make them, each time the plan has changed."), now.showsPreviews);
  memory_ =
      box(tr("Work on papers in memory only"),
          tr("Nothing of a paper touches the disk before you write it. Papers of sealed plans are always made so."),
          now.papersInMemory);
  auto* anyway = text(kept, 0);
  rows->Add(anyway, around);
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->AddStretchSpacer();
  const auto button = [&](const char* words, int code) {
    auto* made = new wxButton(this, wxID_ANY, shown(speech.word(words)));
    made->Bind(wxEVT_BUTTON, [this, code](wxCommandEvent&) { EndModal(code); });
    buttons->Add(made, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    return made;
  };
  ok_ = button(tr("OK"), wxID_OK);
  ok_->SetDefault();
  SetEscapeId(button(tr("Cancel"), wxID_CANCEL)->GetId());
  body->SetSizer(rows);
  body->FitInside();
  const wxSize all = rows->CalcMin();
  const int room = wxGetClientDisplayRect().height * 9 / 10 - 2 * ok_->GetBestSize().y;
  body->SetMinSize({all.x + wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, this), std::min(all.y, room)});
  auto* whole = new wxBoxSizer(wxVERTICAL);
  whole->Add(body, wxSizerFlags(1).Expand());
  whole->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
  SetSizerAndFit(whole);
  CentreOnParent();
  language_->SetFocus();
}

Preferences PreferencesDialog::chosen() const {
  return {spokenLanguages()[static_cast<std::size_t>(language_->GetSelection())].code,
          typed(organisation_->GetValue()),
          coloursOf(colours_->GetSelection()),
          textSizes()[static_cast<std::size_t>(textSize_->GetSelection())],
          history_->GetValue(),
          recent_->GetValue(),
          previews_->GetValue(),
          memory_->GetValue()};
}

}  // namespace trackloom::desktop
