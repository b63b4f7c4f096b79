#include "desktop/steps_pane.h"

#include "desktop/text.h"

#include <algorithm>

#include <wx/choice.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace trackloom::desktop {

StepsPane::StepsPane(wxWindow* parent, Workplace& place, std::function<void(const StepItem&)> go)
    : wxPanel(parent),
      place_(place),
      go_(std::move(go)),
      step_(new wxChoice(this, wxID_ANY)),
      question_(newLabel(this, {})),
      items_(new wxListBox(this, wxID_ANY)) {
  nameFor(*step_, place.word(tr("Step")));
  nameFor(*items_, place.word(tr("What the step asks for")));
  auto* left = new wxBoxSizer(wxVERTICAL);
  left->Add(step_, wxSizerFlags().Expand().Border(wxALL, FromDIP(4)));
  left->Add(question_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(4)));
  auto* columns = new wxBoxSizer(wxHORIZONTAL);
  columns->Add(left, wxSizerFlags(1).Expand());
  columns->Add(items_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(4)));
  SetSizer(columns);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    wrap();
  });
  step_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { fill(); });
  items_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { goToChosen(); });
  items_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& key) {
    if (key.GetKeyCode() == WXK_RETURN)
      goToChosen();
    else
      key.Skip();
  });
  fill();
}

void StepsPane::goToChosen() {
  const int at = items_->GetSelection();
  const auto& items = steps_[static_cast<std::size_t>(step_->GetSelection())].items;
  if (at == wxNOT_FOUND || static_cast<std::size_t>(at) >= items.size()) return;
  go_(StepItem(items[static_cast<std::size_t>(at)]));  // the list is filled anew on the way
}

void StepsPane::follow(const Changes& changes) {
  if (changes.plan || changes.findings) fill();
}

void StepsPane::fill() {
  steps_ = steps(place_.open(), place_.speech());
  const int before = step_->GetSelection();
  wxArrayString titles;
  for (std::size_t i = 0; i < steps_.size(); ++i)
    titles.Add(shown(place_.speech().say({tr("{number}. {title} – {done} of {all}"),
                                          {{"number", static_cast<std::int64_t>(i + 1)},
                                           {"title", steps_[i].title},
                                           {"done", static_cast<std::int64_t>(steps_[i].done())},
                                           {"all", static_cast<std::int64_t>(steps_[i].items.size())}}})));
  step_->Set(titles);
  step_->SetSelection(std::max(0, before));
  const Step& step = steps_[static_cast<std::size_t>(step_->GetSelection())];
  std::string text = step.question;
  if (step.findings > 0)
    text += "\n" + place_.speech().say({tr("Findings that belong to this step: {count}"),
                                        {{"count", static_cast<std::int64_t>(step.findings)}}});
  question_->SetLabel(shown(text));
  wrap();
  wxArrayString items;
  for (const StepItem& item : step.items)
    items.Add(shown((item.standing == StepItem::Standing::done ? "✓ " : "○ ") + item.text));
  items_->Set(items);
  Layout();
}

/// As many lines as it takes beside the list.
void StepsPane::wrap() {
  wrapAt(*question_, std::max(200, GetClientSize().x / 2 - FromDIP(16)));
  const int height = std::max(FromDIP(112), GetSizer()->CalcMin().y);
  if (GetMinSize().y == height) return;
  SetMinSize({-1, height});
  GetParent()->Layout();
}

}  // namespace trackloom::desktop
