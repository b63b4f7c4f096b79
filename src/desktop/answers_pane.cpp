#include "desktop/answers_pane.h"

#include "desktop/text.h"
#include "plugin/host.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace trackloom::desktop {
namespace {

constexpr unsigned mostColumns = 16;

TreeRow rowOf(const AnswerLine& line, std::size_t place) {
  TreeRow row{line.cells, line.element, place, TreeRow::Look::plain, {}};
  if (line.look == AnswerLine::Look::heading) row.look = TreeRow::Look::bold;
  for (const AnswerLine& below : line.below) row.children.push_back(rowOf(below, place));
  return row;
}

int widthOf(const ShownAnswer& answer, std::size_t column) {
  constexpr int number = 90, name = 320, words = 190, sentence = 460;
  if (answer.headings.empty()) return 2 * name;
  if (answer.headings[column].side == documents::Side::right) return number;
  if (column == 0) return name;
  return column + 1 == answer.headings.size() && answer.headings.size() > 2 ? sentence : words;
}

}  // namespace

AnswersPane::AnswersPane(wxWindow* parent, Workplace& place, const Installation& installation)
    : wxPanel(parent),
      place_(place),
      installation_(installation),
      book_(new wxSimplebook(this)),
      rows_(new TreeRows(mostColumns)) {
  book_->AddPage(makeEmpty(), {}, true);
  book_->AddPage(makeAnswer(), {});
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(book_, wxSizerFlags(1).Expand());
  SetSizer(rows);
}

wxPanel* AnswersPane::makeEmpty() {
  auto* page = new wxPanel(book_);
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(newLabel(page, shown(place_.word(tr("Ask the plan a question, and the answer stands here.")))),
            wxSizerFlags().Border(wxALL, FromDIP(12)));
  first_ = new wxButton(page, wxID_ANY, shown(place_.word(tr("Choose a question …"))));
  first_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { askAnything(); });
  rows->Add(first_, wxSizerFlags().Border(wxLEFT, FromDIP(12)));
  page->SetSizer(rows);
  return page;
}

wxPanel* AnswersPane::makeAnswer() {
  auto* page = new wxPanel(book_);
  choice_ = new wxChoice(page, wxID_ANY);
  for (const Question& question : questions()) choice_->Append(shown(plainTitle(place_.speech(), question)));
  choice_->SetMinSize({FromDIP(120), -1});
  nameFor(*choice_, place_.word(tr("Question to the plan")));
  choice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    const auto id = static_cast<QuestionId>(choice_->GetSelection());
    CallAfter([this, id] { ask(id); });
  });
  auto* top = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
  const auto flags = wxSizerFlags().CentreVertical().Border(wxALL, FromDIP(3));
  top->Add(choice_, wxSizerFlags(1).CentreVertical().Border(wxALL, FromDIP(3)));
  const auto button = [&](const char* label, auto run) {
    auto* made = new wxButton(page, wxID_ANY, shown(place_.word(label)));
    made->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
    top->Add(made, flags);
    return made;
  };
  again_ = button(tr("Ask again"), [this] { again(); });
  copy_ = button(tr("Copy as a table"), [this] { copy(); });
  permission_ = button(tr("Allow it …"), [this] { place_.guarded([this] { allowOrNot(); }); });
  permission_->Hide();
  tree_ = makeTree(page, *rows_, {{place_.word(tr("Answer")), 600}, {{}, 100}}, place_.word(tr("Answer")));
  told_ = new wxTextCtrl(page, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_READONLY);
  nameFor(*told_, place_.word(tr("The answer in words")));
  auto* halves = new wxBoxSizer(wxHORIZONTAL);
  halves->Add(tree_, wxSizerFlags(8).Expand());
  halves->Add(told_, wxSizerFlags(4).Expand());
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(top, wxSizerFlags().Expand());
  rows->Add(halves, wxSizerFlags(1).Expand());
  page->SetSizer(rows);
  tree_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
    const TreeRow* row = rows_->row(event.GetItem());
    if (row && place_.open().plan().find(row->element)) {
      place_.reveal(row->element);
    } else if (row && !row->children.empty()) {
      tree_->IsExpanded(event.GetItem()) ? tree_->Collapse(event.GetItem()) : tree_->Expand(event.GetItem());
    }
  });
  tree_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { tell(); });
  tree_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& key) {
    if (key.GetKeyCode() == 'C' && key.GetModifiers() == wxMOD_CONTROL)
      copy();
    else
      key.Skip();
  });
  return page;
}

void AnswersPane::follow(const Changes& changes) {
  if (!asked_) return;
  const bool onlySelection = changes.selection && !changes.plan && !changes.findings;
  if (onlySelection) return;
  if (followsFromPlan(asked_->question) && !changes.plan) return;
  earlier_ = true;
  if (IsShownOnScreen())
    comeUp();
  else
    ++number_;  // what is being worked out is of an earlier plan
}

/// House rules are asked only when somebody says so.
void AnswersPane::comeUp() {
  if (!asked_ || !earlier_) return;
  if (asked_->question == QuestionId::houseRules)
    tell();
  else
    work();
}

void AnswersPane::askAnything() {
  std::vector<std::string> lines;
  for (const Question& question : questions())
    lines.push_back(plainTitle(place_.speech(), question) + "  –  " + place_.word(question.help));
  if (const auto chosen = place_.prompts().search(place_.word(tr("What do you want to ask?")), lines))
    ask(questions()[*chosen].id);
}

void AnswersPane::ask(QuestionId id) {
  place_.guarded([&] {
    if (auto asked = completed(question(id))) {
      asked_ = std::move(asked);
      answer_ = {};
      answer_.title = plainTitle(place_.speech(), question(id));
      work();
    }
  });
  if (asked_) choice_->SetSelection(static_cast<int>(asked_->question));
  if (asked_) tree_->SetFocus();
}

void AnswersPane::askAgain(Asked asked) {
  if (asked.question == QuestionId::houseRules) return;
  asked_ = std::move(asked);
  answer_ = {};
  answer_.title = plainTitle(place_.speech(), question(asked_->question));
  choice_->SetSelection(static_cast<int>(asked_->question));
  work();
}

void AnswersPane::again() {
  if (asked_ && asked_->question == QuestionId::houseRules)
    work();
  else if (asked_)
    ask(asked_->question);
}

std::optional<Asked> AnswersPane::completed(const Question& question) {
  Asked asked{question.id, fromSelection(place_.open(), question)};
  if (!askForElements(asked, question)) return std::nullopt;
  if (question.needs == Needs::activityAndDays && !askForDays(asked)) return std::nullopt;
  if (question.needs == Needs::rule && !askForRule(asked)) return std::nullopt;
  if (question.needs == Needs::rulesFile && !askForHouseRules(asked)) return std::nullopt;
  return asked;
}

bool AnswersPane::askForElements(Asked& asked, const Question& question) {
  while (asked.about.size() < elementsNeeded(question.needs)) {
    std::vector<ElementId> ids;
    std::vector<std::string> names;
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : place_.open().plan().all(kind.id)) {
        if (std::ranges::find(asked.about, element->id()) != asked.about.end()) continue;
        if (!canBeAsked(place_.open().kept(), question, element->id())) continue;
        ids.push_back(element->id());
        names.push_back(
            place_.speech().beside(place_.speech().name(place_.open(), element->id()), place_.word(kind.label)));
      }
    if (ids.empty()) {
      place_.say(place_.word(tr("There is nothing in this plan that this could be asked about.")));
      return false;
    }
    const std::string title = plainTitle(place_.speech(), question);
    const auto chosen = place_.prompts().search(
        asked.about.empty()
            ? title
            : place_.speech().say({tr("From {name} to …"), {{"name", asked.about.front()}}}, place_.open().plan()),
        names);
    if (!chosen) return false;
    asked.about.push_back(ids[*chosen]);
  }
  return true;
}

bool AnswersPane::askForDays(Asked& asked) {
  const Message asks{tr("By how many days could {activity} be late?"), {{"activity", asked.about.front()}}};
  const auto text = place_.prompts().askText(place_.speech().say(asks, place_.open().plan()), "14");
  if (!text) return false;
  const auto days = daysIn(*text);
  if (!days) place_.say(place_.speech().say({tr("“{text}” is no number of days."), {{"text", *text}}}));
  asked.days = days.value_or(0);
  return days.has_value();
}

bool AnswersPane::askForRule(Asked& asked) {
  if (ruleAtHand) asked.rule = ruleAtHand();
  if (checks::findRule(asked.rule)) return true;
  std::vector<std::string> lines;
  for (const checks::Rule& rule : checks::rules())
    lines.push_back(place_.speech().beside(place_.word(rule.title), rule.id));
  const auto chosen = place_.prompts().search(place_.word(tr("Which rule?")), lines);
  if (chosen) asked.rule = std::string(checks::rules()[*chosen].id);
  return chosen.has_value();
}

bool AnswersPane::askForHouseRules(Asked& asked) {
  const std::vector<std::string> shipped = houseRuleFiles(installation_);
  std::vector<std::string> lines;
  for (const std::string& file : shipped) lines.push_back(file.substr(file.find_last_of('/') + 1));
  lines.push_back(place_.word(tr("Choose the file …")));
  const auto which = place_.prompts().search(place_.word(tr("Whose rules?")), lines);
  if (!which) return false;
  std::optional<std::string> path;
  if (*which < shipped.size())
    path = shipped[*which];
  else
    path = place_.prompts().openFile({place_.word(tr("Rules of a team")), {}, {}, "sch", place_.word(tr("Rules"))});
  if (!path) return false;
  auto rules = std::make_shared<const house_rules::RuleFile>(readHouseRules(*path));
  const std::size_t answer = place_.prompts().choose(
      place_.speech().say(
          {tr("The rules “{rules}” see the whole plan. They are asked in a process of its own, with limits. "
              "Should they be asked?"),
           {{"rules", rules->title}}}),
      {place_.word(tr("Let them be asked")), place_.word(tr("Cancel"))});
  if (answer != 0) return false;
  asked.houseRules = std::move(rules);
  return true;
}

/// Works the answer out, beside the user unless it is at hand.
void AnswersPane::work() {
  const std::uint64_t number = ++number_;
  book_->ChangeSelection(1);
  background_.drop();
  awaited_ = 0;
  if (!followsFromPlan(asked_->question)) {
    showAtHand();
    return;
  }
  awaited_ = number;
  const std::string program = plugin::standardPlaces(installation_.executable).childCommand.front();
  background_.run([this, number, version = place_.open().version(), plan = place_.open().plan(),
                   asOf = place_.open().asOf(), asked = *asked_, program](const std::stop_token& stop) {
    documents::Answer answer;
    try {
      answer = answered(checks::Study(plan, asOf), asked, {{program, "rules-run"}, stop});
    } catch (const std::exception&) {
      answer.said = {
          {tr("This could not be worked out: there was not enough memory, or something inside went wrong."), {}}};
    }
    if (!stop.stop_requested())
      CallAfter([this, number, version, answer = std::move(answer)] { take(answer, {number, version}); });
  });
  tell();
}

void AnswersPane::take(const documents::Answer& answer, Asking asking) {
  if (awaited_ == asking.number) awaited_ = 0;
  if (asking.number != number_) return;
  earlier_ = asking.version != place_.open().version();
  show(shownAnswer(place_.open(), place_.speech(), *asked_, answer));
}

void AnswersPane::showAtHand() {
  earlier_ = false;
  OpenPlan& open = place_.open();
  const Speech& speech = place_.speech();
  switch (asked_->question) {
    case QuestionId::rule:
      show(explainedRule(open, speech, *asked_));
      break;
    case QuestionId::element:
      show(explainedElement(open, speech, *asked_));
      break;
    case QuestionId::reading:
      show(readingProblems(open, speech, place_.file()));
      break;
    case QuestionId::plugins:
      plugins_ = plugin::PluginHost(plugin::standardPlaces(installation_.executable)).plugins();
      show(pluginsShown(open, speech, plugins_));
      break;
    default:
      show(planContents(open, speech));
  }
}

void AnswersPane::show(ShownAnswer answer) {
  if (answer == answer_) {
    tell();
    return;
  }
  const TreeRow* before = rows_->row(tree_->GetSelection());
  const ElementId chosen = before ? before->element : ElementId();
  answer_ = std::move(answer);
  tree_->ClearColumns();
  const std::size_t columns = std::clamp<std::size_t>(answer_.headings.size(), 1, mostColumns);
  for (std::size_t i = 0; i < columns; ++i) {
    const bool right = i < answer_.headings.size() && answer_.headings[i].side == documents::Side::right;
    tree_->AppendTextColumn(shown(i < answer_.headings.size() ? answer_.headings[i].title : std::string()),
                            static_cast<unsigned>(i), wxDATAVIEW_CELL_INERT, FromDIP(widthOf(answer_, i)),
                            right ? wxALIGN_RIGHT : wxALIGN_NOT, wxDATAVIEW_COL_RESIZABLE);
  }
  std::vector<TreeRow> rows;
  for (std::size_t i = 0; i < answer_.lines.size(); ++i) rows.push_back(rowOf(answer_.lines[i], i));
  fillTree(*tree_, *rows_, std::move(rows));
  wxDataViewItemArray roots;
  rows_->GetChildren({}, roots);
  for (const wxDataViewItem& root : roots)
    if (rows_->row(root)->look == TreeRow::Look::bold) tree_->Expand(root);
  if (const wxDataViewItem item = rows_->itemOf(chosen); item.IsOk()) tree_->Select(item);
  tell();
}

/// What stands beside the rows: the question, the answer in a sentence, what it rests on, and for whom it is.
void AnswersPane::tell() {
  std::string text = answer_.title;
  const auto add = [&](const std::string& paragraph) {
    if (!paragraph.empty()) text += "\n\n" + paragraph;
  };
  if (awaited_ != 0)
    add(place_.word(tr("Being worked out …")));
  else if (earlier_)
    add(place_.word(tr("This is of an earlier state of the plan: ask again.")));
  add(answer_.sentence);
  add(answer_.restsOn);
  add(place_.word(tr("For the core team: do not pass on.")));
  told_->ChangeValue(shown(text));
  const std::string plugin = chosenPlugin();
  permission_->Show(asked_ && asked_->question == QuestionId::plugins);
  permission_->Enable(!plugin.empty());
  for (const plugin::PluginEntry& entry : plugins_)
    if (entry.id == plugin)
      permission_->SetLabel(shown(place_.word(entry.usable() ? tr("No longer allow it") : tr("Allow it …"))));
  permission_->GetParent()->Layout();
}

std::string AnswersPane::chosenPlugin() const {
  const TreeRow* row = rows_->row(tree_->GetSelection());
  return row && row->place < answer_.lines.size() ? answer_.lines[row->place].plugin : std::string();
}

void AnswersPane::allowOrNot() {
  const std::string id = chosenPlugin();
  plugin::PluginHost host(plugin::standardPlaces(installation_.executable));
  const auto entry = std::ranges::find(host.plugins(), id, &plugin::PluginEntry::id);
  if (entry == host.plugins().end()) return;
  if (entry->usable()) {
    host.disallow(id);
  } else {
    const std::size_t answer = place_.prompts().choose(
        place_.speech().say(
            {tr("“{plugin}” does not come with Trackloom. Allowed, it is shown of plans what the readers of "
                "what it writes may see. Allow it only if you trust whoever made it."),
             {{"plugin", entry->title}}}),
        {place_.word(tr("Allow it")), place_.word(tr("Cancel"))});
    if (answer != 0) return;
    host.allow(id);
  }
  if (onPlugins) onPlugins();
  work();
}

void AnswersPane::copy() const {
  toClipboard(tabSeparated(answer_, place_.speech()));
  place_.say(place_.word(tr("The answer is copied; paste it into a spreadsheet.")));
}

}  // namespace trackloom::desktop
