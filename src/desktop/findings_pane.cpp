#include "desktop/findings_pane.h"

#include "checks/follow_up.h"
#include "checks/waivers.h"
#include "desktop/gtk.h"
#include "desktop/text.h"
#include "plan/suggestions.h"

#include <utility>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace trackloom::desktop {
namespace {

TreeRow rowOf(const FindingLine& line) {
  TreeRow row;
  row.cells = {line.sign + ' ' + line.level, line.text, line.about};
  row.place = line.finding;
  for (const FindingLine& below : line.follows) row.children.push_back(rowOf(below));
  return row;
}

}  // namespace

FindingsPane::FindingsPane(wxWindow* parent, Workplace& place)
    : wxPanel(parent),
      place_(place),
      level_(new wxChoice(this, wxID_ANY)),
      track_(new wxChoice(this, wxID_ANY)),
      accepted_(new wxCheckBox(this, wxID_ANY, shown(place.word(tr("Also what was accepted"))))),
      search_(new wxTextCtrl(this, wxID_ANY)),
      rows_(new TreeRows(3)) {
  for (const char* text : {tr("All levels"), tr("Contradiction"), tr("Look at"), tr("Question")})
    level_->Append(shown(place.word(text)));
  level_->SetSelection(0);
  nameFor(*level_, place.word(tr("Level of the findings")));
  nameFor(*track_, place.word(tr("Track of the findings")));
  nameFor(*search_, place.word(tr("Filter the findings")));
  search_->SetHint(shown(place.word(tr("Filter"))));
  keepTextWhole(*search_, FromDIP(90));
  auto* top = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
  const auto flags = wxSizerFlags().CentreVertical().Border(wxALL, FromDIP(3));
  top->Add(level_, flags);
  top->Add(track_, flags);
  top->Add(search_, wxSizerFlags(1).CentreVertical().Border(wxALL, FromDIP(3)));
  top->Add(accepted_, flags);
  const std::pair<const char*, void (FindingsPane::*)()> answers[] = {
      {tr("What helps …"), &FindingsPane::fix},
      {tr("Make a follow-up"), &FindingsPane::makeFollowUp},
      {tr("Accept with a reason …"), &FindingsPane::waive}};
  for (const auto& [label, run] : answers) {
    auto* button = new wxButton(this, wxID_ANY, shown(place.word(label)));
    button->Bind(wxEVT_BUTTON, [this, run = run](wxCommandEvent&) { (this->*run)(); });
    answers_.push_back(button);
    top->Add(button, flags);
  }
  tree_ = makeTree(
      this, *rows_,
      {{place.word(tr("Level")), 130}, {place.word(tr("What was noticed")), 520}, {place.word(tr("About")), 220}},
      place.word(tr("Findings")));
  reasons_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_READONLY);
  keepFromEdges(reasons_->GetHandle());
  nameFor(*reasons_, place.word(tr("Why")));
  auto* halves = new wxBoxSizer(wxHORIZONTAL);
  halves->Add(tree_, wxSizerFlags(8).Expand());
  halves->Add(reasons_, wxSizerFlags(5).Expand());
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(top, wxSizerFlags().Expand());
  rows->Add(halves, wxSizerFlags(1).Expand());
  SetSizer(rows);
  for (wxChoice* choice : {level_, track_}) choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { fill(); });
  accepted_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { fill(); });
  search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { fill(); });
  tree_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showReasons(); });
  tree_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
    if (const checks::Finding* finding = chosen(); finding && !finding->elements.empty())
      place_.reveal(finding->elements.front());
  });
  showReasons();
}

void FindingsPane::fillTracks() {
  const int before = track_->GetSelection();
  tracks_.assign(1, ElementId());
  wxArrayString names;
  names.Add(shown(place_.word(tr("All tracks"))));
  for (const ElementPtr& track : place_.open().plan().all(KindId::track)) {
    tracks_.push_back(track->id());
    names.Add(shown(place_.speech().name(place_.open(), track->id())));
  }
  track_->Set(names);
  track_->SetSelection(before >= 0 && before < static_cast<int>(tracks_.size()) ? before : 0);
}

void FindingsPane::follow(const Changes& changes) {
  if (changes.findings || changes.plan) waits_ = true;
}

void FindingsPane::comeUp() {
  if (!std::exchange(waits_, false)) return;
  fillTracks();
  fill();
}

void FindingsPane::fill() {
  FindingsFilter filter;
  if (level_->GetSelection() > 0) filter.level = static_cast<checks::Level>(level_->GetSelection() - 1);
  filter.track = tracks_[static_cast<std::size_t>(std::max(0, track_->GetSelection()))];
  filter.search = typed(search_->GetValue());
  filter.accepted = accepted_->IsChecked();
  list_ = findingsList(place_.open(), place_.speech(), filter);
  std::vector<TreeRow> rows;
  for (const FindingLine& line : list_.lines) rows.push_back(rowOf(line));
  if (!list_.unknown.empty()) {
    TreeRow unknown;
    unknown.cells = {{}, place_.word(tr("What we do not know yet")), {}};
    unknown.look = TreeRow::Look::bold;
    unknown.place = static_cast<std::size_t>(-1);
    for (const UnknownLine& line : list_.unknown)
      unknown.children.push_back({{"…", line.text, {}}, {}, line.findings.front(), TreeRow::Look::plain, {}});
    rows.push_back(std::move(unknown));
  }
  if (rows.empty()) {
    rows.push_back({{{}, place_.word(whyEmpty()), {}}, {}, static_cast<std::size_t>(-1), TreeRow::Look::plain, {}});
  }
  filling_ = true;
  fillTree(*tree_, *rows_, std::move(rows));
  for (std::size_t node = 0; node < rows_->count(); ++node) {
    const wxDataViewItem item = rows_->itemAt(node);
    const TreeRow* row = rows_->row(item);
    if (!chosenId_.empty() && row->place < place_.open().findings().size() &&
        place_.open().findings()[row->place].id == chosenId_) {
      tree_->Select(item);
      tree_->EnsureVisible(item);
      break;
    }
  }
  filling_ = false;
  showReasons();
}

/// An empty list never says that all is well where lines are only not shown, or not known yet.
const char* FindingsPane::whyEmpty() const {
  if (!place_.open().findingsAreCurrent()) return tr("Being checked …");
  if (!place_.open().findings().empty())
    return tr("What was noticed is not shown: it does not fit the filter, or was accepted.");
  if (nothingIsKept(place_.open().plan())) return tr("Nothing has been kept yet, so there is nothing to check.");
  return tr("Nothing was noticed in what is recorded. That is no proof that all is well.");
}

const checks::Finding* FindingsPane::chosen() {
  comeUp();  // rows tell places in the findings as they stand
  const TreeRow* row = rows_->row(tree_->GetSelection());
  return row && row->place < place_.open().findings().size() ? &place_.open().findings()[row->place] : nullptr;
}

bool FindingsPane::choose(std::string_view rule) {
  comeUp();
  for (std::size_t node = 0; node < rows_->count(); ++node) {
    const TreeRow* row = rows_->row(rows_->itemAt(node));
    if (row->place >= place_.open().findings().size() || place_.open().findings()[row->place].rule != rule) continue;
    tree_->Select(rows_->itemAt(node));
    showReasons();
    return true;
  }
  return false;
}

void FindingsPane::showReasons() {
  if (filling_) return;
  const checks::Finding* finding = chosen();
  for (wxButton* button : answers_) button->Enable(finding != nullptr);
  if (finding) chosenId_ = finding->id;
  const std::string text = finding ? explained(place_.open(), place_.speech(), *finding)
                                   : place_.word(tr("Choose a line to read why it stands there and what would help."));
  reasons_->ChangeValue(shown(text));
}

void FindingsPane::fix() {
  const checks::Finding* finding = chosen();
  if (!finding) return;
  const std::string found = place_.speech().say(finding->message, place_.open().plan());
  const std::vector<checks::Fix> fixes = checks::fixesOf(*finding, found);
  std::vector<std::string> texts;
  for (const checks::Fix& fix : fixes) texts.push_back(place_.speech().say(fix.label, place_.open().plan()));
  const auto choice = place_.prompts().search(found, texts);
  if (!choice) return;
  Edit edit = fixes[*choice].edit(place_.open().plan());
  edit.label = fixes[*choice].label;
  place_.perform(std::move(edit));
}

void FindingsPane::makeFollowUp() {
  const checks::Finding* finding = chosen();
  if (!finding) return;
  const checks::Fix fix = checks::makeFollowUp(*finding, place_.speech().say(finding->message, place_.open().plan()));
  Edit edit = fix.edit(place_.open().plan());
  edit.label = fix.label;
  ElementId made;
  for (const Change& change : edit.changes)
    if (change.after && change.after->kind() == KindId::followUp) made = change.after->id();
  place_.perform(std::move(edit));
  if (made.empty()) return;
  place_.open().select({made});  // who does it by when stands in its first fields
  place_.editFields();
}

void FindingsPane::waive() {
  const checks::Finding* finding = chosen();
  if (!finding || finding->elements.empty()) return;
  const auto reason = place_.prompts().askText(
      place_.word(tr("Why does the team accept this? It comes back when what it rests on changes.")), {});
  if (!reason || reason->empty()) return;
  checks::Acceptance by;
  by.who = place_.who();
  by.date = isoText(place_.open().asOf());
  by.reason = *reason;
  place_.perform(checks::accept(place_.open().kept(), *finding, by));
}

}  // namespace trackloom::desktop
