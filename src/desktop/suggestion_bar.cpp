#include "desktop/suggestion_bar.h"

#include "desktop/text.h"
#include "plan/suggestions.h"

#include <wx/app.h>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace trackloom::desktop {

SuggestionBar::SuggestionBar(wxWindow* parent, Workplace& place)
    : wxPanel(parent), place_(place), text_(newLabel(this, {})), buttons_(new wxPanel(this)) {
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  const auto add = [&](const char* label, void (*act)(Workplace&)) {
    auto* button = new wxButton(buttons_, wxID_ANY, shown(place.word(label)));
    button->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) {
      wxTheApp->CallAfter([&where = place_, act] { act(where); });  // the bar may go with the edit
    });
    buttons->Add(button, wxSizerFlags().Border(wxALL, FromDIP(3)));
  };
  add(tr("Keep them all"), [](Workplace& where) { where.keep(suggestions(where.open().plan())); });
  add(tr("Drop them"), [](Workplace& where) { where.perform(dropSuggestions(where.open().plan())); });
  buttons_->SetSizer(buttons);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(text_, wxSizerFlags(1).CentreVertical().Border(wxALL, FromDIP(6)));
  row->Add(buttons_, wxSizerFlags().CentreVertical());
  SetSizer(row);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    wrap();
  });
  show();
}

void SuggestionBar::follow(const Changes& changes) {
  if (changes.plan) show();
}

void SuggestionBar::show() {
  const std::string said =
      place_.open().hasSuggestions() ? place_.speech().say(aboutSuggestions(place_.open().plan())) : std::string();
  if (said == said_ && IsShown() == !said.empty()) return;
  said_ = said;
  Show(!said.empty());
  wrap();
  GetParent()->Layout();
}

/// As many lines as it takes beside the buttons.
void SuggestionBar::wrap() {
  const int room = GetClientSize().x - buttons_->GetBestSize().x - FromDIP(12);
  text_->SetLabel(shown(said_));
  if (room > FromDIP(60)) wrapAt(*text_, room);
  const int height = GetSizer()->CalcMin().y;
  if (GetMinSize().y == height) return;
  SetMinSize({-1, height});
  GetParent()->Layout();
}

}  // namespace trackloom::desktop
