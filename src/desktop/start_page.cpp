#include "desktop/start_page.h"

#include "desktop/gtk.h"
#include "desktop/presenters/preferences.h"
#include "desktop/text.h"

#include <algorithm>
#include <filesystem>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace trackloom::desktop {
namespace {

std::vector<std::string> titlesOf(const std::vector<StartItem>& items) {
  std::vector<std::string> titles;
  for (const StartItem& item : items) titles.push_back(item.title);
  return titles;
}

std::vector<std::string> withPaths(const std::vector<StartItem>& items) {
  std::vector<std::string> lines;
  for (const StartItem& item : items) lines.push_back(item.title + "  ·  " + item.path);
  return lines;
}

}  // namespace

StartPage::StartPage(wxWindow* parent, const Speech& speech, const StartContent& content, Wishes wishes)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      speech_(speech),
      content_(content),
      wishes_(std::move(wishes)) {
  keepBarInSight(GetHandle());
  SetScrollRate(0, FromDIP(12));
  auto* rows = new wxBoxSizer(wxVERTICAL);
  auto* title = newLabel(this, "Trackloom");
  title->SetFont(title->GetFont().Scaled(2).Bold());
  rows->Add(title, wxSizerFlags().Border(wxALL, FromDIP(12)));
  rows->Add(
      newLabel(this, shown(speech.word(tr("Plan a peace process on all its tracks, and see what is not linked yet.")))),
      wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12)));
  auto* who = new wxFlexGridSizer(2, FromDIP(6), FromDIP(8));
  who->AddGrowableCol(1);
  who->Add(newLabel(this, shown(speech.word(tr("Language")))), wxSizerFlags().CentreVertical());
  auto* language = new wxChoice(this, wxID_ANY);
  leaveWheelTo(*this, *language);
  for (const SpokenLanguage& one : spokenLanguages()) language->Append(shown(one.name));
  language->SetSelection(static_cast<int>(placeOfLanguage(content.language)));
  nameFor(*language, speech.word(tr("Language")));
  who->Add(language, wxSizerFlags());
  who->Add(newLabel(this, shown(speech.word(tr("Which organisation are you?")))), wxSizerFlags().CentreVertical());
  auto* organisation = new wxTextCtrl(this, wxID_ANY, shown(content.organisation));
  keepTextWhole(*organisation, FromDIP(320));
  nameFor(*organisation, speech.word(tr("Which organisation are you?")));
  who->Add(organisation, wxSizerFlags());
  rows->Add(who, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12)));
  language->Bind(wxEVT_CHOICE, [this, language](wxCommandEvent&) {
    wishes_.language(spokenLanguages()[static_cast<std::size_t>(language->GetSelection())].code);
  });
  organisation->Bind(wxEVT_KILL_FOCUS, [this, organisation](wxFocusEvent& event) {
    wishes_.organisation(typed(organisation->GetValue()));
    event.Skip();
  });

  std::vector<std::string> left;
  for (const LeftWork& work : content_.left) {
    // What was done in a second window on a plan has no file of its own.
    const bool hasFile = std::filesystem::path(work.entry.planPath).has_parent_path();
    const std::string where = hasFile ? work.entry.planPath : speech.word(tr("in a second window"));
    left.push_back(work.title + (work.entry.base ? "  ·  " + where : std::string()));
  }
  if (!left.empty())
    addList(rows, tr("Unsaved work to take up again"), left,
            [this](std::size_t i) { wishes_.recover(content_.left[i]); });
  auto* columns = new wxBoxSizer(wxHORIZONTAL);
  auto* first = new wxBoxSizer(wxVERTICAL);
  auto* second = new wxBoxSizer(wxVERTICAL);
  templates_ = addList(first, tr("Begin a plan"), titlesOf(content_.templates),
                       [this](std::size_t i) { wishes_.begin(content_.templates[i]); });
  if (!content_.recent.empty())
    addList(second, tr("Go on with"), withPaths(content_.recent),
            [this](std::size_t i) { wishes_.open(content_.recent[i].path); });
  addList(second, tr("Look at an example"), titlesOf(content_.examples),
          [this](std::size_t i) { wishes_.look(content_.examples[i]); });
  columns->Add(first, wxSizerFlags(1).Expand());
  columns->Add(second, wxSizerFlags(1).Expand());
  rows->Add(columns, wxSizerFlags(1).Expand());
  auto* choose = new wxButton(this, wxID_ANY, shown(speech.word(tr("Open another plan …"))));
  choose->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { wishes_.choose(); });
  rows->Add(choose, wxSizerFlags().Border(wxALL, FromDIP(12)));
  SetSizer(rows);
  FitInside();
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    FitInside();  // texts are as large as they will be only now
    event.Skip();
  });
}

wxListBox* StartPage::addList(wxSizer* rows, const char* heading, const std::vector<std::string>& texts,
                              std::function<void(std::size_t)> act) {
  auto* label = newLabel(this, shown(speech_.word(heading)));
  label->SetFont(label->GetFont().Bold());
  rows->Add(label, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
  wxArrayString items;
  for (const std::string& text : texts) items.Add(shown(text));
  auto* list = new wxListBox(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, items);
  const int line = list->GetCharHeight() * 4 / 3;
  list->SetMinSize({FromDIP(300), line * (1 + static_cast<int>(std::clamp<std::size_t>(texts.size(), 1, 8)))});
  nameFor(*list, speech_.word(heading));
  if (!texts.empty()) list->SetSelection(0);
  rows->Add(list, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
  auto* go = new wxButton(this, wxID_ANY, shown(speech_.word(tr("Open it"))));
  nameFor(*go, speech_.word(heading));
  rows->Add(go, wxSizerFlags().Border(wxALL, FromDIP(12)));
  const auto run = [list, act = std::move(act)] {
    if (list->GetSelection() != wxNOT_FOUND) act(static_cast<std::size_t>(list->GetSelection()));
  };
  go->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
  list->Bind(wxEVT_LISTBOX_DCLICK, [run](wxCommandEvent&) { run(); });
  list->Bind(wxEVT_CHAR_HOOK, [run](wxKeyEvent& key) {
    if (key.GetKeyCode() == WXK_RETURN)
      run();
    else
      key.Skip();
  });
  return list;
}

}  // namespace trackloom::desktop
