#include "desktop/inspector_pane.h"

#include "desktop/gtk.h"
#include "desktop/text.h"
#include "documents/explanation.h"

#include <algorithm>

#include <wx/app.h>
#include <wx/button.h>
#include <wx/collpane.h>
#include <wx/combobox.h>
#include <wx/listbox.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wupdlock.h>

namespace trackloom::desktop {
namespace {

constexpr int gap = 6;
constexpr int writingPause = 1000;  // milliseconds

wxStaticText* heading(wxWindow* parent, const std::string& text) {
  auto* label = newLabel(parent, shown(text));
  label->SetFont(label->GetFont().Bold());
  return label;
}

/// Gives a field a list to choose from.
void offer(wxComboBox& box, const std::vector<Candidate>& candidates) {
  wxArrayString choices;
  for (const Candidate& one : candidates) choices.Add(shown(one.text));
  if (!choices.empty()) box.Append(choices);
}

/// A finding's sentence with its level before it.
std::string findingText(const OpenPlan& open, const Speech& speech, const checks::Finding& finding) {
  return speech.say({tr("{level}: {message}"),
                     {{"level", speech.word(documents::levelWord(finding.level))},
                      {"message", speech.say(finding.message, open.plan())}}});
}

}  // namespace

InspectorPane::InspectorPane(wxWindow* parent, Workplace& place)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL), place_(place) {
  keepBarInSight(GetHandle());
  SetScrollRate(0, FromDIP(12));
  nameFor(*this, place.word(tr("What is chosen")));
  // A long text that is being written belongs to the plan after a pause, so that a crash does not take it; half a date
  // in another field does not.
  pause_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    const wxWindow* focused = FindFocus();
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (rows_[i].control == focused && rows_[i].field.editor == Editor::prose) commit(i);
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    layOut();
    event.Skip();
  });
}

void InspectorPane::follow(const Changes& changes) {
  const auto& chosen = place_.open().selection();
  const bool same =
      !shown_.elements.empty() &&
      (chosen.empty() ? shown_.elements.front() == place_.open().plan().root().id() : shown_.elements == chosen);
  if (!same) {
    build();
    Scroll(0, 0);
  } else if (changes.plan || changes.findings) {
    refill();
  }
}

void InspectorPane::layOut() {
  const int width = GetClientSize().x - FromDIP(2 * gap);
  for (wxWindow* child : GetChildren())
    if (auto* text = dynamic_cast<wxStaticText*>(child); text && width > 50) wrapAt(*text, width);
  FitInside();
}

void InspectorPane::build() {
  const wxWindowUpdateLocker lock(this);
  filling_ = true;
  rows_.clear();
  title_ = note_ = nullptr;
  links_ = nullptr;
  more_ = nullptr;
  findings_.clear();
  SetSizer(nullptr);
  DestroyChildren();
  shown_ = inspected(place_.open(), place_.speech());
  auto* rows = new wxBoxSizer(wxVERTICAL);
  const auto border = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap));
  rows->Add(newLabel(this, shown(shown_.kind)), border);
  if (!shown_.title.empty()) {
    title_ = heading(this, shown_.title);
    title_->SetFont(title_->GetFont().Larger());
    rows->Add(title_, border);
  }
  if (!shown_.note.empty()) {
    note_ = newLabel(this, shown(shown_.note));
    rows->Add(note_, border);
  }
  addSuggestion(rows);
  auto* grid = new wxFlexGridSizer(1, 0, 0);
  grid->AddGrowableCol(0);
  rows->Add(grid, border);
  rows_.reserve(shown_.first.size() + shown_.more.size());
  addFields(this, grid, shown_.first);
  if (!shown_.more.empty()) {
    auto* more = new wxCollapsiblePane(this, wxID_ANY, shown(place_.word(tr("More"))), wxDefaultPosition, wxDefaultSize,
                                       wxCP_DEFAULT_STYLE | wxCP_NO_TLW_RESIZE);
    nameFor(*more, place_.word(tr("More fields")));
    foldFromStart(more->GetHandle());
    auto* below = new wxFlexGridSizer(1, 0, 0);
    below->AddGrowableCol(0);
    addFields(more->GetPane(), below, shown_.more);
    more->GetPane()->SetSizer(below);
    more->Collapse(!moreOpen_);
    more->GetPane()->Show(moreOpen_);  // Tab would go to fields that nobody sees
    more->Bind(wxEVT_COLLAPSIBLEPANE_CHANGED, [this](wxCollapsiblePaneEvent&) { unfolded(); });
    rows->Add(more, border);
    more_ = more;
  }
  addLinks(rows);
  addFindings(rows);
  rows->AddSpacer(FromDIP(gap));
  SetSizer(rows);
  layOut();
  filling_ = false;
}

/// The fields that few need were folded out, or in.
void InspectorPane::unfolded() {
  moreOpen_ = more_->IsExpanded();
  more_->GetPane()->Show(moreOpen_);
  more_->InvalidateBestSize();
  Layout();
  layOut();
}

/// What follows from its being only suggested, and a button that ends it.
void InspectorPane::addSuggestion(wxBoxSizer* rows) {
  if (shown_.suggestion.empty()) return;
  const auto border = wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap));
  rows->Add(newLabel(this, shown(shown_.suggestion)), wxSizerFlags(border).Expand());
  auto* keep =
      new wxButton(this, wxID_ANY, shown(place_.word(shown_.elements.size() == 1 ? tr("Keep it") : tr("Keep them"))));
  keep->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    // The button goes with what it was for.
    wxTheApp->CallAfter([&place = place_, ids = shown_.elements] { place.keep(ids); });
  });
  rows->Add(keep, border);
}

void InspectorPane::addFields(wxWindow* parent, wxFlexGridSizer* grid, const std::vector<InspectorField>& fields) {
  for (const InspectorField& field : fields) {
    auto* label = newLabel(parent, shown(field.label));
    label->SetToolTip(shown(field.help));
    grid->Add(label, wxSizerFlags().Border(wxTOP, FromDIP(gap)));
    rows_.push_back({field});
    addControl(parent, grid, rows_.back());
  }
}

std::vector<Candidate> InspectorPane::candidatesOf(const InspectorField& field) const {
  const Element* element = place_.open().plan().find(shown_.elements.front());
  const Field* definition = element ? element->definition().find(field.number) : nullptr;
  return definition ? candidates(place_.open(), place_.speech(), *definition) : std::vector<Candidate>();
}

void InspectorPane::addControl(wxWindow* parent, wxFlexGridSizer* grid, Row& row) {
  const std::size_t place = rows_.size() - 1;
  if (row.field.editor == Editor::choice) {
    auto* box = new wxComboBox(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, {}, wxTE_PROCESS_ENTER);
    completeFromChoices(box->GetHandle());
    offer(*box, row.field.candidates);
    box->Bind(wxEVT_COMBOBOX, [this, place](wxCommandEvent&) { commit(place); });
    if (row.field.candidates.empty()) {
      // Thousands of names are put into it once somebody comes to it.
      const auto list = [this, box, place] {
        if (box->IsListEmpty()) offer(*box, candidatesOf(rows_[place].field));
      };
      fillBeforeOpening(box->GetHandle(), list);
      box->Bind(wxEVT_SET_FOCUS, [list](wxFocusEvent& event) {
        list();
        event.Skip();
      });
    }
    row.control = box;
    row.entry = box;
    grid->Add(box, wxSizerFlags().Expand());
  } else {
    const long lines = row.field.editor == Editor::prose ? wxTE_MULTILINE : wxTE_PROCESS_ENTER;
    auto* text = new wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, lines);
    if (row.field.editor == Editor::prose) text->SetMinSize({-1, FromDIP(72)});
    row.control = text;
    row.entry = text;
    if (row.field.editor == Editor::several) {
      auto* line = new wxBoxSizer(wxHORIZONTAL);
      auto* choose = new wxButton(parent, wxID_ANY, shown("…"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
      nameFor(*choose, place_.speech().say({tr("Choose: {field}"), {{"field", row.field.label}}}));
      choose->Bind(wxEVT_BUTTON, [this, place](wxCommandEvent&) { chooseSeveral(place); });
      line->Add(text, wxSizerFlags(1).Expand());
      line->Add(choose, wxSizerFlags().Expand());
      grid->Add(line, wxSizerFlags().Expand());
    } else {
      grid->Add(text, wxSizerFlags().Expand());
    }
  }
  row.control->SetToolTip(shown(row.field.help));
  keepTextWhole(*row.control, FromDIP(80));
  leaveWheelTo(*this, *row.control);
  nameFor(*row.control, row.field.label);
  if (row.field.editor != Editor::prose)
    row.control->Bind(wxEVT_TEXT_ENTER, [this, place](wxCommandEvent&) { commit(place); });
  if (row.field.editor == Editor::prose)
    row.control->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
      if (!filling_) pause_.StartOnce(writingPause);
      event.Skip();
    });
  row.control->Bind(wxEVT_KILL_FOCUS, [this, place](wxFocusEvent& event) {
    commit(place);
    event.Skip();
  });
  row.problem = newLabel(parent, {});
  row.problem->SetForegroundColour(colourOf(place_.palette(), scene::Colour::stall));
  grid->Add(row.problem, wxSizerFlags().Expand());
  show(row);
}

void InspectorPane::show(Row& row) {
  row.entry->ChangeValue(shown(row.field.text));
  row.entry->SetHint(shown(row.field.hint));
  row.problem->SetLabel(shown(row.field.problem.empty() ? std::string() : "⚠ " + row.field.problem));
  row.problem->Show(!row.field.problem.empty());
  if (!row.field.problem.empty()) wrapAt(*row.problem, std::max(120, GetClientSize().x - FromDIP(2 * gap)));
}

void InspectorPane::refill() {
  const Inspected now = inspected(place_.open(), place_.speech());
  const bool sameLists = now.links.size() == (links_ ? links_->GetCount() : 0) &&
                         now.findings.size() == findings_.size() && now.title.empty() == shown_.title.empty() &&
                         now.note.empty() == shown_.note.empty() && now.suggestion == shown_.suggestion;
  const wxWindow* focused = FindFocus();
  const bool editing =
      focused && std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) { return row.control == focused; });
  if (!sameLists && !editing) {
    build();
    return;
  }
  filling_ = true;
  for (Row& row : rows_) {
    for (const auto* fields : {&now.first, &now.more})
      for (const InspectorField& field : *fields)
        if (field.number == row.field.number && (field.text != row.field.text || field.problem != row.field.problem)) {
          row.field = field;
          // Nothing is taken from under the hand that writes, be it a space at the end.
          if (row.control != focused || typed(row.entry->GetValue().Strip(wxString::both)) != field.text) show(row);
        }
  }
  shown_ = now;
  if (title_ && !now.title.empty()) title_->SetLabel(shown(now.title));
  if (note_ && !now.note.empty()) note_->SetLabel(shown(now.note));
  if (sameLists) refillLists();
  layOut();
  filling_ = false;
}

void InspectorPane::refillLists() {
  for (std::size_t i = 0; i < shown_.links.size(); ++i) {
    const wxString text = shown(shown_.links[i].text);
    if (links_->GetString(static_cast<unsigned>(i)) != text) links_->SetString(static_cast<unsigned>(i), text);
  }
  for (std::size_t i = 0; i < shown_.findings.size(); ++i)
    findings_[i]->SetLabel(
        shown(findingText(place_.open(), place_.speech(), place_.open().findings()[shown_.findings[i]])));
}

void InspectorPane::commit(std::size_t place) {
  if (filling_ || place >= rows_.size()) return;
  Row& row = rows_[place];
  const std::string text = typed(row.entry->GetValue());
  if (text == row.field.text) return;
  Edit edit = setTyped(place_.open(), place_.speech(), shown_.elements, {row.field.number, text});
  edit.mergeKey = shown_.elements.front().str() + '/' + std::string(row.field.number.name());
  row.field.text = text;
  if (!edit.changes.empty()) place_.perform(std::move(edit));
}

void InspectorPane::commit() {
  const wxWindow* focused = FindFocus();
  for (std::size_t i = 0; i < rows_.size(); ++i)
    if (rows_[i].control == focused) commit(i);
}

void InspectorPane::chooseSeveral(std::size_t place) {
  Row& row = rows_[place];
  std::vector<std::string> names;
  std::vector<std::size_t> ticked;
  const Element* element = place_.open().plan().find(shown_.elements.front());
  const Value* value = element ? element->find(row.field.number) : nullptr;
  const auto has = [&](const std::string& written) {
    if (const Refs* refs = value ? std::get_if<Refs>(value) : nullptr)
      return std::any_of(refs->begin(), refs->end(), [&](const ElementId& id) { return id.text() == written; });
    const Texts* texts = value ? std::get_if<Texts>(value) : nullptr;
    return texts && std::find(texts->begin(), texts->end(), written) != texts->end();
  };
  const std::vector<Candidate> list = candidatesOf(row.field);
  for (std::size_t i = 0; i < list.size(); ++i) {
    names.push_back(list[i].text);
    if (has(list[i].written)) ticked.push_back(i);
  }
  const auto chosen = place_.prompts().tick(row.field.help, names, ticked);
  if (!chosen) return;
  std::string text;
  for (const std::size_t i : *chosen) text += (text.empty() ? "" : ", ") + names[i];
  row.entry->ChangeValue(shown(text));
  commit(place);
}

void InspectorPane::addLinks(wxBoxSizer* rows) {
  if (shown_.links.empty()) return;
  const auto border = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap));
  rows->Add(heading(this, place_.word(tr("Linked to"))), border);
  wxArrayString texts;
  for (const InspectorLink& link : shown_.links) texts.Add(shown(link.text));
  auto* list = links_ = new wxListBox(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, texts);
  nameFor(*list, place_.word(tr("Linked to")));
  list->SetMinSize({FromDIP(80), FromDIP(std::min<int>(140, 24 + 22 * static_cast<int>(texts.size())))});
  const auto go = [this, list](wxCommandEvent&) {
    const int at = list->GetSelection();
    if (at == wxNOT_FOUND || static_cast<std::size_t>(at) >= shown_.links.size()) return;
    wxTheApp->CallAfter(
        [&place = place_, id = shown_.links[static_cast<std::size_t>(at)].element] { place.reveal(id); });
  };
  list->Bind(wxEVT_LISTBOX_DCLICK, go);
  list->Bind(wxEVT_KEY_DOWN, [go](wxKeyEvent& key) {
    wxCommandEvent event;
    if (key.GetKeyCode() == WXK_RETURN)
      go(event);
    else
      key.Skip();
  });
  rows->Add(list, border);
}

void InspectorPane::addFindings(wxBoxSizer* rows) {
  if (shown_.findings.empty()) return;
  const auto border = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap));
  rows->Add(heading(this, place_.word(tr("Findings"))), border);
  for (const std::size_t i : shown_.findings) {
    findings_.push_back(
        newLabel(this, shown(findingText(place_.open(), place_.speech(), place_.open().findings()[i]))));
    rows->Add(findings_.back(), border);
  }
}

void InspectorPane::edit() {
  if (rows_.empty()) return;
  rows_.front().control->SetFocus();
  rows_.front().entry->SelectAll();
}

void InspectorPane::edit(FieldNumber field) {
  const auto row = std::ranges::find(rows_, field, [](const Row& each) { return each.field.number; });
  if (row == rows_.end()) return;
  if (more_ && row->control->GetParent() == more_->GetPane() && more_->IsCollapsed()) {
    more_->Expand();
    unfolded();
  }
  row->control->SetFocus();
}

wxWindow* InspectorPane::controlOf(FieldNumber field) const {
  for (const Row& row : rows_)
    if (row.field.number == field) return row.control;
  return nullptr;
}

}  // namespace trackloom::desktop
