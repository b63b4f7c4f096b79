#include "desktop/work_page.h"

#include "desktop/edge_splitter.h"
#include "desktop/gtk.h"
#include "desktop/presenters/quick_add.h"
#include "desktop/text.h"
#include "installation/catalogues.h"
#include "language/typed_date.h"
#include "plan/vocabulary.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <wx/button.h>
#include <wx/listbox.h>
#include <wx/notebook.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace trackloom::desktop {

/// How large a pane at an edge of the window is, unless somebody pulls it: its setting and pixels at the usual scale.
struct EdgePane {
  const char* setting;
  long least;
  long usual;
  bool ofLines = false;  ///< it holds lines, and is higher where text is larger
};

namespace {

constexpr int week = 7;

constexpr EdgePane outlineEdge{"sizes/outline", 140, 220};
constexpr EdgePane inspectorEdge{"sizes/inspector", 200, 295};
constexpr EdgePane belowEdge{"sizes/findings", 120, 255, true};

const scene::Drawing& drawing(const char* id) { return *scene::findDrawing(id); }

}  // namespace

WorkPage::WorkPage(wxWindow* parent, Workplace& place, Settings& settings, const Installation& installation)
    : wxPanel(parent), place_(place), settings_(settings), installation_(installation) {
  const long live = wxSP_LIVE_UPDATE | wxSP_NOBORDER;
  upper_ = new EdgeSplitter(this, live);
  left_ = new wxSplitterWindow(upper_, wxID_ANY, wxDefaultPosition, wxDefaultSize, live);
  outline_ = new OutlinePane(left_, place);
  right_ = new EdgeSplitter(left_, live);
  makeTabs(right_);
  inspector_ = new InspectorPane(right_, place);
  below_ = new wxNotebook(upper_, wxID_ANY);
  nameFor(*below_, place.word(tr("Findings, changes, history, answers")));
  findings_ = new FindingsPane(below_, place);
  changes_ = new ChangesPane(below_, place, installation);
  below_->AddPage(findings_, shown(place.word(tr("Findings"))));
  history_ = new HistoryPane(below_, place);
  below_->AddPage(changes_, shown(place.word(tr("Changes"))));
  below_->AddPage(history_, shown(place.word(tr("History"))));
  answers_ = new AnswersPane(below_, place, installation);
  answers_->ruleAtHand = [this] {
    const checks::Finding* finding = findings_->chosen();
    return finding ? std::string(finding->rule) : std::string();
  };
  below_->AddPage(answers_, shown(place.word(tr("Answers"))));
  below_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
    catchUpBelow();
    event.Skip();
  });
  papers_ = new PapersPane(tabs_, place, installation);
  tabs_->AddPage(papers_, shown(place.word(tr("Papers"))));
  papers_->onAudience = [this] { updateBar(); };
  answers_->onPlugins = [this] { papers_->findPluginsAnew(); };
  const std::initializer_list<wxSplitterWindow*> splitters = {upper_, left_, right_};
  for (wxSplitterWindow* splitter : splitters) splitter->SetMinimumPaneSize(FromDIP(120));
  right_->hold(sizeOf(inspectorEdge));
  right_->SplitVertically(tabs_, inspector_);
  left_->SplitVertically(outline_, right_, sizeOf(outlineEdge));
  upper_->hold(sizeOf(belowEdge));
  below_->Hide();
  upper_->Initialize(left_);
  steps_ = new StepsPane(this, place, [this](const StepItem& item) { leadTo(item); });
  steps_->Show(settings.number("steps", 0) != 0);
  suggestions_ = new SuggestionBar(this, place);
  strip_ = new wxButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxBU_LEFT);
  strip_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { showFindings(!findingsAreOpen()); });
  auto* rows = new wxBoxSizer(wxVERTICAL);
  wxPanel* bar = makeBar(this);
  for (wxWindow* above : std::initializer_list<wxWindow*>{bar, suggestions_, steps_})
    above->MoveBeforeInTabOrder(upper_);
  rows->Add(bar, wxSizerFlags().Expand());
  rows->Add(suggestions_, wxSizerFlags().Expand());
  rows->Add(steps_, wxSizerFlags().Expand());
  rows->Add(upper_, wxSizerFlags(1).Expand());
  rows->Add(strip_, wxSizerFlags().Expand());
  SetSizer(rows);
  for (wxSplitterWindow* splitter : splitters) {
    splitter->Bind(wxEVT_SPLITTER_SASH_POS_CHANGING, [this](wxSplitterEvent& event) {
      isPulled_ = true;
      event.Skip();
    });
    splitter->Bind(wxEVT_SPLITTER_SASH_POS_CHANGED, [this](wxSplitterEvent& event) {
      if (std::exchange(isPulled_, false)) CallAfter([this] { keepSizes(); });
      event.Skip();
    });
  }
  tabs_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
    catchUp();
    event.Skip();
  });
  if (settings.number("findings", 0) != 0) showFindings(true);
}

int WorkPage::sizeOf(const EdgePane& pane) const {
  const double usual = static_cast<double>(pane.usual) * (pane.ofLines ? std::max(1.0, textScale(*this)) : 1.0);
  return FromDIP(static_cast<int>(std::max(pane.least, settings_.number(pane.setting, std::lround(usual)))));
}

/// The pane of the chosen tab shows the plan as it stands.
void WorkPage::catchUp() {
  followUp();
  if (tab() == Tab::timeline && timeline_->canvas().isLaidOut()) timeline_->comeUp();
  if (tab() == Tab::people) people_->comeUp();
  if (tab() == Tab::links) links_->comeUp();
  if (tab() == Tab::table) table_->comeUp();
  if (tab() == Tab::papers) papers_->comeUp();
  updateBar();
}

/// The same below the tabs.
void WorkPage::catchUpBelow() {
  followUp();
  if (below_->GetSelection() == 0) findings_->comeUp();
  if (below_->GetSelection() == 1) changes_->comeUp();
  if (below_->GetSelection() == 2) history_->comeUp();
  if (below_->GetSelection() == 3) answers_->comeUp();
}

wxPanel* WorkPage::makeBar(wxWindow* parent) {
  auto* bar = new wxPanel(parent);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto flags = wxSizerFlags().CentreVertical().Border(wxALL, FromDIP(3));
  row->Add(newLabel(bar, shown(place_.word(tr("As of")))), flags);
  const auto step = [&](const char* sign, const char* name, int days) {
    auto* button = new wxButton(bar, wxID_ANY, shown(sign), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    nameFor(*button, place_.word(name));
    button->SetToolTip(shown(place_.word(name)));
    button->Bind(wxEVT_BUTTON, [this, days](wxCommandEvent&) { lookAsOf(place_.open().asOf() + days); });
    row->Add(button, flags);
  };
  step("−", tr("A week earlier"), -week);
  asOf_ = new wxTextCtrl(bar, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(150, -1)), wxTE_PROCESS_ENTER);
  keepTextWhole(*asOf_, asOf_->GetCharWidth() * 20);
  nameFor(*asOf_, place_.word(tr("The day the plan is looked at")));
  asOf_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { readAsOf(); });
  asOf_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    readAsOf();
    event.Skip();
  });
  row->Add(asOf_, flags);
  step("+", tr("A week later"), week);
  row->AddSpacer(FromDIP(12));
  row->Add(newLabel(bar, shown(place_.word(tr("Add")))), flags);
  quickLine_ = new wxTextCtrl(bar, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  quickLine_->SetHint(shown(place_.word(tr("consultation women Aden 12 May 3d"))));
  keepTextWhole(*quickLine_, FromDIP(120));
  nameFor(*quickLine_, place_.word(tr("An activity in one line")));
  quickLine_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { addQuickLine(); });
  row->Add(quickLine_, wxSizerFlags(1).CentreVertical().Border(wxALL, FromDIP(3)));
  audience_ = newLabel(bar, {});
  audience_->SetFont(audience_->GetFont().Bold());
  row->Add(audience_, flags);
  bar->SetSizer(row);
  return bar;
}

/// Adds what was typed; says where its type may be one or another.
void WorkPage::addQuickLine() {
  const QuickLine line{typed(quickLine_->GetValue()), place_.newId(),
                       languageFor(installation_, {}, place_.open().plan(), Classification::core)};
  const auto types = possibleTypes(place_.open(), place_.speech(), line);
  Edit edit = quickAdd(place_.open(), place_.speech(), line);
  if (edit.changes.empty()) return;
  quickLine_->Clear();
  place_.perform(std::move(edit));
  place_.reveal(line.newId);
  if (types.empty()) return;
  std::vector<Message> labels;
  for (const NamedType& each : types) labels.push_back({"{type}", {{"type", each.label}}});
  place_.say(place_.speech().say(
      {tr("Its type is open, as it may be one or another: {types}. Choose it in its fields."), {{"types", labels}}}));
}

void WorkPage::makeTabs(wxWindow* parent) {
  tabs_ = new wxNotebook(parent, wxID_ANY);
  nameFor(*tabs_, place_.word(tr("Views of the plan")));
  timeline_ = new TimelinePane(tabs_, place_);
  people_ = new DrawingPane(tabs_, place_, drawing("actor-map"));
  links_ = new DrawingPane(tabs_, place_, drawing("link-map"));
  table_ = new TablePane(tabs_, place_);
  tabs_->AddPage(timeline_, shown(place_.word(tr("Timeline"))));
  tabs_->AddPage(people_, shown(place_.word(tr("People"))));
  tabs_->AddPage(links_, shown(place_.word(tr("Links"))));
  tabs_->AddPage(table_, shown(place_.word(tr("Table"))));
}

/// What people work on is shown anew at once, all else once that is painted.
void WorkPage::follow(const Changes& changes) {
  suggestions_->follow(changes);
  timeline_->follow(changes);
  behind_ = {behind_.plan || changes.plan, behind_.selection || changes.selection,
             behind_.findings || changes.findings};
  if (!std::exchange(isBehind_, true)) CallAfter([this] { followUp(); });
}

void WorkPage::followUp() {
  if (!std::exchange(isBehind_, false)) return;
  const Changes changes = std::exchange(behind_, {});
  outline_->follow(changes);
  people_->follow(changes);
  links_->follow(changes);
  table_->follow(changes);
  inspector_->follow(changes);
  findings_->follow(changes);
  changes_->follow(changes);
  history_->follow(changes);
  answers_->follow(changes);
  if (steps_->IsShown()) steps_->follow(changes);
  papers_->follow(changes);
  if (findingsAreOpen() && below_->GetSelection() == 0) findings_->comeUp();
  if (findingsAreOpen() && below_->GetSelection() == 2) history_->comeUp();
  updateBar();
}

void WorkPage::updateBar() {
  if (FindFocus() != asOf_) asOf_->ChangeValue(shown(place_.speech().date(place_.open().asOf())));
  const std::string summary = place_.open().findingsAreCurrent() ? findingsSummary(place_.open(), place_.speech())
                                                                 : place_.word(tr("Being checked …"));
  const char* closed = place_.speech().language().rightToLeft() ? "◂ " : "▸ ";
  strip_->SetLabel(wxControl::EscapeMnemonics(shown((findingsAreOpen() ? "▾ " : closed) + summary)));
  const Reader& readers = papers_->readers();
  const bool papers = tab() == Tab::papers;
  // On the screen everything is shown; papers are for those they are made for.
  const std::string who = papers ? place_.speech().say({tr("Paper for: {level}"), {{"level", readers.name}}})
                                 : place_.word(tr("Screen: for the core team only"));
  audience_->SetLabel(shown(who));
  const bool outward = papers && readers.audience.level < Classification::team;
  audience_->SetForegroundColour(colourOf(place_.palette(), outward ? scene::Colour::met : scene::Colour::stall));
  audience_->GetParent()->Layout();
}

void WorkPage::lookAsOf(Day day) {
  place_.open().lookAsOf(day);
  place_.say(place_.speech().say({tr("The plan as of {day}"), {{"day", day}}}));
}

void WorkPage::readAsOf() {
  const std::string text = typed(asOf_->GetValue());
  if (text == place_.speech().date(place_.open().asOf())) return;
  const auto date = language::typedDate(place_.speech().language(), text, place_.open().asOf());
  if (date && date->precision() == Precision::day) {
    lookAsOf(date->first());
  } else {
    place_.say(place_.speech().say({tr("“{text}” is not a day."), {{"text", text}}}));
  }
  asOf_->ChangeValue(shown(place_.speech().date(place_.open().asOf())));
}

void WorkPage::reveal(const ElementId& id) {
  place_.open().select({id});
  if (tab() == Tab::papers) show(Tab::timeline);
  followUp();
  timeline_->comeUp();
  if (tab() == Tab::timeline && !timeline_->board().picture().boxOf(id)) {
    if (people_->picture().boxOf(id)) show(Tab::people);
  }
  timeline_->reveal(id);
  if (tab() == Tab::people) people_->reveal(id);
  if (tab() == Tab::links) links_->reveal(id);
}

void WorkPage::show(Tab tab) {
  tabs_->ChangeSelection(static_cast<std::size_t>(tab));
  catchUp();
  wxWindow* inside[] = {&timeline_->canvas(), &people_->canvas(), &links_->canvas(), &table_->list(), &papers_->list()};
  inside[static_cast<std::size_t>(tab)]->SetFocus();
}

WorkPage::View WorkPage::view() const {
  return {tab(),
          findingsAreOpen(),
          below_->GetSelection(),
          left_->IsSplit(),
          table_->kind(),
          papers_->shownPaper(),
          timeline_->stretch(),
          answers_->asked(),
          changes_->since()};
}

void WorkPage::show(const View& view) {
  changes_->countSince(view.since);
  timeline_->stretchBy(view.stretch);
  table_->showKind(view.kind);
  papers_->choose(view.paper);
  if (view.asked) answers_->askAgain(*view.asked);
  if (view.outline != left_->IsSplit()) toggleOutline();
  showFindings(view.belowIsOpen);
  if (view.belowIsOpen) {
    below_->ChangeSelection(static_cast<std::size_t>(view.below));
    catchUpBelow();
  }
  show(view.tab);
}

WorkPage::Tab WorkPage::tab() const { return static_cast<Tab>(std::max(0, tabs_->GetSelection())); }

bool WorkPage::findingsAreOpen() const { return upper_->IsSplit(); }

void WorkPage::showFindings(bool open) {
  if (open) below_->ChangeSelection(0);
  if (open && !findingsAreOpen()) {
    below_->Show();
    upper_->SplitHorizontally(left_, below_, -upper_->held() - upper_->GetSashSize());
  } else if (!open && findingsAreOpen()) {
    upper_->Unsplit(below_);
  }
  if (open) catchUpBelow();
  settings_.set("findings", open ? 1L : 0L);
  updateBar();
}

void WorkPage::showChanges() {
  showFindings(true);
  below_->ChangeSelection(1);
  changes_->comeUp();
}

void WorkPage::showAnswers() {
  showFindings(true);
  below_->ChangeSelection(3);
  answers_->comeUp();
}

/// To the field that a step asks for, or to the table of what it asks for.
void WorkPage::leadTo(const StepItem& item) {
  if (item.element.empty()) {
    table_->showKind(item.kind);
    show(Tab::table);
    return;
  }
  if (item.kind == KindId::plan)
    place_.open().select({});
  else
    reveal(item.element);
  inspector().edit(item.field);
}

void WorkPage::toggleSteps() {
  steps_->Show(!steps_->IsShown());
  steps_->follow({.plan = true});
  settings_.set("steps", steps_->IsShown() ? 1L : 0L);
  Layout();
}

void WorkPage::toggleOutline() {
  if (left_->IsSplit())
    left_->Unsplit(outline_);
  else
    left_->SplitVertically(outline_, right_, sizeOf(outlineEdge));
}

void WorkPage::keepSizes() {
  if (left_->IsSplit()) settings_.set(outlineEdge.setting, static_cast<long>(ToDIP(left_->GetSashPosition())));
  settings_.set(inspectorEdge.setting, static_cast<long>(ToDIP(right_->held())));
  settings_.set(belowEdge.setting, static_cast<long>(ToDIP(upper_->held())));
}

void WorkPage::zoom(double factor) {
  if (tab() == Tab::timeline) timeline_->zoom(factor);
  if (tab() == Tab::people) people_->zoom(factor);
  if (tab() == Tab::links) links_->zoom(factor);
}

void WorkPage::fit() {
  if (tab() == Tab::timeline) timeline_->fit();
  if (tab() == Tab::people) people_->fit();
  if (tab() == Tab::links) links_->fit();
}

void WorkPage::goToPane(int step) {
  followUp();
  const auto listBelow = [this]() -> wxWindow* {
    wxWindow* lists[] = {&findings_->tree(), &changes_->tree(), &history_->list(), &answers_->tree()};
    return lists[static_cast<std::size_t>(std::max(0, below_->GetSelection()))];
  };
  struct Pane {
    wxWindow* window;
    std::function<void()> enter;
  };
  std::vector<Pane> panes{{asOf_->GetParent(), [this] { goToAsOf(); }}};
  if (left_->IsSplit()) panes.push_back({outline_, [this] { outline_->tree().SetFocus(); }});
  panes.push_back({tabs_, [this] { show(tab()); }});
  panes.push_back({inspector_, [this] { inspector_->edit(); }});
  if (findingsAreOpen()) panes.push_back({below_, [&] { listBelow()->SetFocus(); }});
  std::size_t now = 0;
  for (std::size_t i = 0; i < panes.size(); ++i)
    if (hasKeyboard(panes[i].window->GetHandle())) now = i;
  const std::size_t count = panes.size();
  panes[(now + (step > 0 ? 1 : count - 1)) % count].enter();
}

void WorkPage::goToQuickLine() { quickLine_->SetFocus(); }

void WorkPage::goToAsOf() {
  asOf_->SetFocus();
  asOf_->SelectAll();
}

}  // namespace trackloom::desktop
