#include "desktop/frame.h"
#include "desktop/link_menu.h"
#include "desktop/presenters/clipping.h"
#include "desktop/presenters/keeping.h"
#include "desktop/presenters/steps.h"
#include "desktop/text.h"
#include "desktop/work_page.h"
#include "language/typed_date.h"
#include "plan/suggestions.h"

#include <algorithm>

#include <wx/clipbrd.h>
#include <wx/infobar.h>
#include <wx/textctrl.h>

namespace trackloom::desktop {
namespace {

constexpr double zoomStep = 1.4;
constexpr std::int64_t roundDays = 30;

/// The keys stand before what is longest: a line that is cut loses neither name nor keys.
std::string told(const Action& action, const Speech& speech) {
  std::string line = withoutMark(speech.word(action.label));
  if (*action.shortcut) line += std::string("  (") + action.shortcut + ')';
  return line + "  –  " + speech.word(action.help);
}

std::string fromClipboard() {
  if (!wxTheClipboard->Open()) return {};
  wxTextDataObject text;
  const bool there = wxTheClipboard->GetData(text);
  wxTheClipboard->Close();
  return there ? typed(text.GetText()) : std::string();
}

}  // namespace

bool Frame::canUndo() const { return open_ && open_->document().history().undoSteps() > 0; }
bool Frame::canRedo() const { return open_ && open_->document().history().redoSteps() > 0; }
bool Frame::hasSelection() const { return open_ && !open_->selection().empty(); }
bool Frame::hasSuggestions() const { return open_ && open_->hasSuggestions(); }
bool Frame::hasChosenSuggestion() const {
  return hasSuggestions() && std::ranges::any_of(open_->selection(), [this](const ElementId& id) {
           const Element* element = open_->plan().find(id);
           return element && isSuggested(*element);
         });
}
bool Frame::canTryOut() const { return open_ && !open_->isTryingOut(); }
bool Frame::isTryingOut() const { return open_ && open_->isTryingOut(); }

void Frame::undo() {
  const Message label = *open_->document().history().undoLabel();
  open_->undo();
  say(speech_.say({tr("Taken back: {what}"), {{"what", speech_.say(label, open_->plan())}}}));
}

void Frame::redo() {
  const Message label = *open_->document().history().redoLabel();
  open_->redo();
  say(speech_.say({tr("Made again: {what}"), {{"what", speech_.say(label, open_->plan())}}}));
}

void Frame::copy() {
  const bool table = work_->tab() == WorkPage::Tab::table;
  toClipboard(table ? work_->table().copied() : clipped(open_->plan(), open_->selection()));
  say(speech_.say({tr("Copied: {count}"), {{"count", static_cast<std::int64_t>(open_->selection().size())}}}));
}

void Frame::paste() {
  const std::string text = fromClipboard();
  Pasted what = pasted(open_->plan(), text, [this] { return newId(); });
  if (!what.ids.empty()) {
    perform(std::move(what.edit));
    open_->select(std::move(what.ids));
  } else if (work_->tab() == WorkPage::Tab::table) {
    perform(work_->table().pasted(text));
  } else {
    say(speech_.word(tr("What was copied is no part of a plan. Rows of a spreadsheet are pasted in the table.")));
  }
}

void Frame::duplicateChosen() {
  Edit all;
  std::vector<ElementId> made;
  for (const ElementId& id : open_->selection()) {
    const ElementId copy = newId();
    Edit one = duplicate(open_->plan(), id, copy);
    if (one.changes.empty()) continue;
    if (all.changes.empty()) all.label = one.label;
    all.changes.push_back(std::move(one.changes.front()));
    made.push_back(copy);
  }
  if (made.size() > 1)
    all.label = {tr("Duplicate {count} {count|entry|entries}"), {{"count", static_cast<std::int64_t>(made.size())}}};
  perform(std::move(all));
  open_->select(std::move(made));
}

void Frame::removeChosen() { perform(removeWithLinks(open_->plan(), open_->selection())); }

void Frame::find() {
  std::vector<ElementId> ids;
  std::vector<std::string> names;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : open_->plan().all(kind.id)) {
      if (kind.id == KindId::plan) continue;
      ids.push_back(element->id());
      names.push_back(speech_.beside(speech_.name(*open_, element->id()), speech_.word(kind.label)));
    }
  if (const auto found = prompts().search(speech_.word(tr("Go to …")), names)) reveal(ids[*found]);
}

void Frame::replace() {
  const auto what = prompts().askText(speech_.word(tr("Which text should be replaced?")), {});
  if (!what || what->empty()) return;
  const auto with =
      prompts().askText(speech_.say({tr("By what should “{text}” be replaced?"), {{"text", *what}}}), *what);
  if (!with || *with == *what) return;
  Edit edit = replaced(open_->plan(), {*what, *with});
  if (edit.changes.empty()) say(speech_.say({tr("“{text}” stands nowhere in this plan."), {{"text", *what}}}));
  perform(std::move(edit));
}

void Frame::addActivity() {
  work_->show(WorkPage::Tab::timeline);
  work_->timeline().createHere();
}

void Frame::addAnything() {
  std::vector<KindId> list;
  std::vector<std::string> names;
  for (const Kind& kind : kinds())
    if (kind.id != KindId::plan && !kind.isLink()) {
      list.push_back(kind.id);
      names.push_back(speech_.beside(speech_.word(kind.label), speech_.word(kind.help)));
    }
  const auto chosen = prompts().search(speech_.word(tr("What do you want to add?")), names);
  if (!chosen) return;
  if (list[*chosen] == KindId::activity) {
    addActivity();
    return;
  }
  work_->show(WorkPage::Tab::table);
  work_->table().showKind(list[*chosen]);
  work_->table().addRow();
}

void Frame::nextPane() { work_->goToPane(1); }
void Frame::previousPane() { work_->goToPane(-1); }
void Frame::goToQuickLine() { work_->goToQuickLine(); }
void Frame::linkChosen() { askForLink(*this, open_->selection().front()); }

void Frame::confirmChosen() {
  Edit all;
  for (const ElementId& id : open_->selection()) {
    if (!open_->plan().find(KindId::activity, id)) continue;
    Edit one = confirmed(*open_, id);
    if (all.changes.empty()) all.label = one.label;
    all.changes.insert(all.changes.end(), one.changes.begin(), one.changes.end());
  }
  perform(std::move(all));
}

void Frame::keep(const std::vector<ElementId>& suggestions) {
  const std::vector<ElementId> undated = keptWithoutDates(open_->plan(), suggestions);
  std::optional<Day> first;
  if (undated.size() > 1) {
    const auto text = prompts().askText(
        speech_.say({tr("Activities without dates: {count}. On which day does the first of them begin? The others "
                        "follow by how long they take and what waits for what. (12 May 2026; empty to keep them "
                        "without dates)"),
                     {{"count", std::ssize(undated)}}}),
        speech_.date(firstDayOffered(open_->plan(), open_->asOf())));
    if (!text) return;
    const auto day = language::typedDate(speech_.language(), *text, open_->asOf());
    if (!day && !text->empty()) {
      say(speech_.say({tr("“{text}” is no date; nothing was kept."), {{"text", *text}}}));
      return;
    }
    if (day) first = day->first();
  }
  perform(first ? keepFrom(open_->plan(), suggestions, *first) : keepSuggestions(open_->plan(), suggestions));
  if (!first && !undated.empty())
    say(speech_.say({tr("Kept. Without dates so far: {names}. They stand under “Without dates” until they have a "
                        "planned start: type it among the fields, or drag them onto a day."),
                     {{"names", undated}}},
                    open_->plan()));
}

void Frame::keepChosen() { keep(open_->selection()); }
void Frame::keepAllSuggested() { keep(suggestions(open_->plan())); }
void Frame::dropSuggested() { perform(dropSuggestions(open_->plan())); }

void Frame::showTimeline() { work_->show(WorkPage::Tab::timeline); }
void Frame::showPeople() { work_->show(WorkPage::Tab::people); }
void Frame::showLinks() { work_->show(WorkPage::Tab::links); }
void Frame::showTable() { work_->show(WorkPage::Tab::table); }
void Frame::showPapers() { work_->show(WorkPage::Tab::papers); }
void Frame::printPaper() {
  showPapers();
  work_->papers().print();
}
void Frame::toggleFindings() { work_->showFindings(!work_->findingsAreOpen()); }
void Frame::toggleSteps() { work_->toggleSteps(); }
void Frame::toggleOutline() { work_->toggleOutline(); }
void Frame::zoomIn() { work_->zoom(zoomStep); }
void Frame::zoomOut() { work_->zoom(1 / zoomStep); }
void Frame::fit() { work_->fit(); }
void Frame::goToAsOf() { work_->goToAsOf(); }
void Frame::showChanges() { work_->showChanges(); }
void Frame::showAnswers() { work_->showAnswers(); }

void Frame::askAnything() {
  work_->showAnswers();
  work_->answers().askAnything();
}

void Frame::askQuestion(QuestionId id) {
  work_->showAnswers();
  work_->answers().ask(id);
}

void Frame::forgetRecent() {
  settings_.forgetRecent();
  say(speech_.word(tr("The list of plans that were open is empty now.")));
}

void Frame::tryOut() {
  open_->tryOut();
  tellTried();
}

void Frame::keepTried() {
  open_->keep();
  file_.forgetTrial();
  endBar();
}

void Frame::discardTried() {
  open_->discard();
  file_.forgetTrial();
  endBar();
}

/// The bar of what is tried out stays until it is kept or discarded.
void Frame::showTrying(const std::string& text) {
  endBar();
  for (const char* id : {"keep", "discard"}) {
    const Action& action = *findAction(id);
    bar_->AddButton(commandOf(action), shown(withoutMark(speech_.word(action.label))));
  }
  bar_->ShowMessage(shown(text), wxICON_INFORMATION);
}

void Frame::endBar() {
  for (const char* id : {"keep", "discard"})
    if (bar_->HasButtonId(commandOf(*findAction(id)))) bar_->RemoveButton(commandOf(*findAction(id)));
  bar_->Dismiss();
  warned_.clear();
}

void Frame::tellTried() {
  const auto comparison = open_->comparison();
  if (!comparison) return;
  std::string text = speech_.say(
      {tr("Trying out: entries changed: {entries}; dates that move: {dates}; findings that appear: {appear}; that "
          "go: {go}."),
       {{"entries", static_cast<std::int64_t>(diff(open_->real().plan(), open_->plan()).size())},
        {"dates", static_cast<std::int64_t>(comparison->dates.size())},
        {"appear", static_cast<std::int64_t>(comparison->findings.appear.size())},
        {"go", static_cast<std::int64_t>(comparison->findings.go.size())}}});
  if (!comparison->dates.empty()) {
    const checks::DateShift& shift = comparison->dates.front();
    text += ' ' + speech_.say({tr("{activity}: from {before} to {after}."),
                               {{"activity", shift.activity->id()}, {"before", shift.before}, {"after", shift.after}}},
                              open_->plan());
  }
  showTrying(text);
}

void Frame::slipChosen() {
  const checks::Item* activity = open_->study().find(KindId::activity, open_->selection().front());
  if (!activity) return;
  const auto text = prompts().askText(
      speech_.say({tr("By how many days could {activity} be late?"), {{"activity", activity->id()}}}, open_->plan()),
      "14");
  if (!text) return;
  const auto days = daysIn(*text);
  if (!days) {
    say(speech_.say({tr("“{text}” is no number of days."), {{"text", *text}}}));
    return;
  }
  const ElementId id = activity->id();
  if (canTryOut()) open_->tryOut();
  const checks::Item* tried = open_->study().find(KindId::activity, id);
  Edit edit = checks::slip(open_->study(), *tried, *days);
  if (edit.changes.empty()) say(speech_.word(tr("It has ended already; it cannot be late any more.")));
  perform(std::move(edit));
  tellTried();
}

void Frame::dropChosen() {
  const std::vector<ElementId> ids = open_->selection();
  if (canTryOut()) open_->tryOut();
  perform(removeWithLinks(open_->plan(), ids));
  tellTried();
}

void Frame::updateRound() {
  const std::vector<ElementId> ids = unconfirmedSince(*open_, open_->asOf() - roundDays);
  if (ids.empty()) {
    prompts().tell(speech_.word(tr("Update round")),
                   speech_.word(tr("Everything was confirmed in the last thirty days.")));
    return;
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    reveal(ids[i]);
    const std::size_t answer =
        prompts().choose(speech_.say({tr("{number} of {all}: does {activity} still stand as it is recorded? ({state})"),
                                      {{"number", static_cast<std::int64_t>(i + 1)},
                                       {"all", static_cast<std::int64_t>(ids.size())},
                                       {"activity", ids[i]},
                                       {"state", speech_.state(*open_, ids[i])}}},
                                     open_->plan()),
                         {speech_.word(tr("Yes, confirm")), speech_.word(tr("Change it")),
                          speech_.word(tr("Leave it open")), speech_.word(tr("End the round"))});
    if (answer == 0) perform(confirmed(*open_, ids[i]));
    if (answer == 1) {
      editFields();
      say(speech_.word(tr("Change the fields, then go on with the round: Ctrl+R.")));
      return;
    }
    if (answer == 3) return;
  }
}

void Frame::commandPalette() {
  std::vector<const Action*> list;
  std::vector<std::string> names;
  for (const Action& action : actions()) {
    if (action.possible && !(this->*action.possible)()) continue;
    list.push_back(&action);
    names.push_back(told(action, speech_));
  }
  if (const auto chosen = prompts().search(speech_.word(tr("What do you want to do?")), names)) perform(*list[*chosen]);
}

void Frame::showKeys() {
  std::string text;
  for (const Action& action : actions())
    if (*action.shortcut) text += told(action, speech_) + '\n';
  text += "\n" +
          speech_.word(tr("On the timeline: arrows go from entry to entry; Ctrl with left and right moves the chosen "
                          "entry by a day, with Shift its end; Enter edits it; the menu key says what can be done."));
  prompts().tell(speech_.word(tr("Keys")), text);
}

void Frame::about() {
  std::string text = speech_.say({tr("Trackloom {version}: plans for peace processes on several tracks."),
                                  {{"version", std::string(TRACKLOOM_VERSION)}}});
  text +=
      "\n\n" +
      speech_.word(tr("It stands on wxWidgets, Boost, pugixml, Pango, cairo, Graphviz, ICU, libical and libxlsxwriter, "
                      "each under its own free licence."));
  text += "\n\n" + speech_.word(tr("It works without a network and tells nobody anything."));
  const plugin::PluginHost host(plugin::standardPlaces(installation_.executable));
  text += "\n\n" + speech_.word(tr("Plugins:"));
  for (const plugin::PluginEntry& entry : host.plugins()) text += "\n  " + entry.id + " – " + entry.title;
  prompts().introduce(text);
}

}  // namespace trackloom::desktop
