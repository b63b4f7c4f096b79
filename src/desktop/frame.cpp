#include "desktop/frame.h"

#include "desktop/gtk.h"
#include "desktop/icon.h"
#include "desktop/start_page.h"
#include "desktop/text.h"
#include "desktop/window_prompts.h"
#include "desktop/work_page.h"
#include "installation/catalogues.h"

#include <wx/app.h>
#include <wx/artprov.h>
#include <wx/dnd.h>
#include <wx/infobar.h>
#include <wx/menu.h>
#include <wx/settings.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/textentry.h>
#include <wx/toolbar.h>

namespace trackloom::desktop {
namespace {

constexpr int journalPause = 2000;  // milliseconds after a change
constexpr int sayingLasts = 30000;  // milliseconds

/// A plan dropped onto the window is opened; a spreadsheet is brought into the open one.
class PlanDrop : public wxFileDropTarget {
 public:
  explicit PlanDrop(Frame& frame) : frame_(frame) {}
  bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& files) override {
    if (files.empty()) return false;
    frame_.CallAfter([&frame = frame_, path = typed(files[0])] { frame.takeDropped(path); });
    return true;
  }

 private:
  Frame& frame_;
};

}  // namespace

Frame::Frame(Services services, Prompts* prompts)
    : wxFrame(nullptr, wxID_ANY, "Trackloom"),
      files_(services.files),
      installation_(std::move(services.installation)),
      settings_(services.settings),
      today_(services.today),
      ownPrompts_(std::make_unique<WindowPrompts>(*this, speech_, forgetInDesktop)),
      prompts_(prompts ? prompts : ownPrompts_.get()),
      file_(files_, journalFolder(), journalFolder()),
      random_(std::random_device()()),
      pages_(new wxSimplebook(this)),
      bar_(new wxInfoBar(this)),
      journalTimer_(this),
      sayingRests_(this),
      reading_([this](const auto& work) { guarded(work); }) {
  SetIcons(programIcons());
  settings_.onForget = forgetInDesktop;
  speak(settings_.text("language"));
  const Preferences now = preferencesNow();
  setLook(now.colours, now.textSize);
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(bar_, wxSizerFlags().Expand());
  rows->Add(pages_, wxSizerFlags(1).Expand());
  SetSizer(rows);
  CreateStatusBar();
  bindActions();
  buildMenus();
  buildToolbar();
  SetDropTarget(new PlanDrop(*this));
  SetMinSize(FromDIP(wxSize(640, 420)));
  SetSize(FromDIP(wxSize(static_cast<int>(settings_.number("sizes/width", 1366)),
                         static_cast<int>(settings_.number("sizes/height", 740)))));
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& key) { takeKey(key); });
  Bind(
      wxEVT_TIMER, [this](wxTimerEvent&) { say({}); }, sayingRests_.GetId());
  Bind(
      wxEVT_TIMER,
      [this](wxTimerEvent&) {
        if (open_ && open_->real().history().modified()) guarded([this] { file_.keepAside(open_->real().plan()); });
        if (open_ && open_->isTryingOut()) guarded([this] { file_.keepTrialAside(open_->plan()); });
      },
      journalTimer_.GetId());
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
    if (event.CanVeto() && !mayLeave()) {
      event.Veto();
      return;
    }
    settings_.set("sizes/width", static_cast<long>(ToDIP(GetSize().x)));
    settings_.set("sizes/height", static_cast<long>(ToDIP(GetSize().y)));
    event.Skip();
  });
  worker_ = std::make_unique<Worker>([this] { CallAfter([this] { takeFindings(); }); });
  showStart();
}

Frame::~Frame() {
  worker_.reset();
  if (open_) open_->onChange = nullptr;
  pages_->DeleteAllPages();  // panes say goodbye to what they show while it is still there
}

/// Versions of one plan grow; of another plan they begin anew, which the high half tells apart.
void Frame::takeFindings() {
  auto found = worker_->take();
  if (found && open_ && found->version >> 32U == session_)
    open_->takeFindings(std::move(found->findings), found->version & 0xFFFFFFFFU);
}

bool Frame::isSettled() const {
  if (!open_) return true;
  return open_->findingsAreCurrent() && !work_->isBehind() && !work_->isWriting() && !reading_.isBusy();
}

void Frame::takeDropped(const std::string& path) {
  if (isSpreadsheetName(path))
    guarded([&] { readSpreadsheet(path); });
  else
    openPath(path);
}

int Frame::commandOf(const Action& action) { return wxID_HIGHEST + 1 + static_cast<int>(&action - actions().data()); }

std::string Frame::journalFolder() const {
  return installation_.ownData.empty() ? std::string() : (installation_.ownData / "journal").string();
}

void Frame::speak(const std::string& language) {
  const auto found = installedLanguage(installation_, language.empty() ? "en" : language);
  speech_ = Speech(found.value_or(language::Language()));
}

void Frame::buildMenus() {
  auto* menus = new wxMenuBar;
  wxMenu* menu = nullptr;
  const char* name = nullptr;
  for (const Action& action : actions()) {
    if (!name || std::string_view(name) != action.menu) {
      menu = new wxMenu;
      menus->Append(menu, shown(speech_.word(name = action.menu)));
    } else if (action.place == Action::Place::beginsGroup) {
      menu->AppendSeparator();
    }
    wxString label = shown(speech_.word(action.label));
    if (*action.shortcut) label += wxString("\t") + action.shortcut;
    menu->Append(commandOf(action), label, shown(speech_.word(action.help)));
  }
  wxMenuBar* before = GetMenuBar();
  SetMenuBar(menus);
  delete before;
}

void Frame::bindActions() {
  // Not at once: a screen reader or a voice that chooses from a menu waits for the answer, and hears nothing of a
  // dialog that would stand within it.
  for (const Action& action : actions())
    Bind(
        wxEVT_MENU, [this, &action](wxCommandEvent&) { CallAfter([this, &action] { perform(action); }); },
        commandOf(action));
  for (const char* id : {"keep", "discard"}) {  // in the bar of what is tried out
    const Action& action = *findAction(id);
    bar_->Bind(
        wxEVT_BUTTON, [this, &action](wxCommandEvent&) { CallAfter([this, &action] { perform(action); }); },
        commandOf(action));
  }
  Bind(wxEVT_MENU_OPEN, [this](wxMenuEvent& event) {
    updateActions();
    event.Skip();
  });
}

namespace {

/// For lines that run from right to left: the mirror image of a symbol that points along them is another symbol.
const char* mirrored(const char* symbol) {
  constexpr std::pair<std::string_view, const char*> images[] = {
      {"wxART_UNDO", "wxART_REDO"}, {"wxART_REDO", "wxART_UNDO"}, {"wxART_GO_FORWARD", "wxART_GO_BACK"}};
  for (const auto& [name, image] : images)
    if (name == symbol) return image;
  return symbol;
}

}  // namespace

void Frame::buildToolbar() {
  if (wxToolBar* before = GetToolBar()) {
    SetToolBar(nullptr);
    before->Destroy();
  }
  wxToolBar* bar = CreateToolBar(wxTB_HORIZONTAL | wxTB_FLAT);
  const bool fromRight = GetLayoutDirection() == wxLayout_RightToLeft;
  for (const Action& action : actions()) {
    if (!action.symbol || action.menu == std::string_view(tr("&View"))) continue;
    if (std::string_view(action.id) == "undo" || std::string_view(action.id) == "add-activity") bar->AddSeparator();
    bar->AddTool(commandOf(action), shown(withoutMark(speech_.word(action.label))),
                 wxArtProvider::GetBitmapBundle(fromRight ? mirrored(action.symbol) : action.symbol, wxART_TOOLBAR),
                 shown(speech_.word(action.help)));
  }
  bar->Realize();
}

/// Shortcuts go before what the control with the keyboard would make of them; but text is copied and pasted as text.
void Frame::takeKey(wxKeyEvent& key) {
  const bool inText = dynamic_cast<wxTextEntry*>(FindFocus()) != nullptr;
  for (const Action& action : actions()) {
    wxAcceleratorEntry entry;
    if (!*action.shortcut || !entry.FromString(action.shortcut)) continue;
    const int modifiers = (key.ControlDown() ? wxACCEL_CTRL : 0) | (key.ShiftDown() ? wxACCEL_SHIFT : 0) |
                          (key.AltDown() ? wxACCEL_ALT : 0);
    if (entry.GetKeyCode() != key.GetKeyCode() || entry.GetFlags() != modifiers) continue;
    if (inText && (action.run == &Frame::copy || action.run == &Frame::paste || action.run == &Frame::removeChosen))
      break;
    perform(action);
    return;
  }
  key.Skip();
}

void Frame::perform(const Action& action) {
  if (action.possible && !(this->*action.possible)()) return;
  if (work_) work_->inspector().commit();
  guarded([&] { (this->*action.run)(); });
  updateActions();
}

void Frame::updateActions() {
  wxMenuBar* menus = GetMenuBar();
  for (const Action& action : actions()) {
    const bool possible = !action.possible || (this->*action.possible)();
    if (menus) menus->Enable(commandOf(action), possible);
    if (action.symbol && GetToolBar()) GetToolBar()->EnableTool(commandOf(action), possible);
  }
  const auto tell = [&](const char* id, const char* pattern, const char* plain, const Message* what) {
    const Action& action = *findAction(id);
    if (!menus) return;
    const std::string label =
        what ? speech_.say({pattern, {{"what", speech_.say(*what, open_->plan())}}}) : speech_.word(plain);
    menus->SetLabel(commandOf(action), shown(label) + "\t" + action.shortcut);
  };
  tell("undo", tr("&Undo: {what}"), tr("&Undo"), open_ ? open_->document().history().undoLabel() : nullptr);
  tell("redo", tr("&Redo: {what}"), tr("&Redo"), open_ ? open_->document().history().redoLabel() : nullptr);
}

void Frame::guarded(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    std::string text = speech_.say(error.message());
    if (text.find(error.where()) == text.npos) text = error.where() + ": " + text;
    warn(text + ' ' + speech_.say(error.toDo()));
  } catch (const std::bad_alloc&) {
    warn(speech_.word(tr("There is not enough memory for this.")));
  } catch (const std::exception& problem) {
    warn(speech_.say(
        {tr("Something inside Trackloom went wrong: {reason}. Save your plan under another name, and report this."),
         {{"reason", std::string(problem.what())}}}));
  }
}

void Frame::warn(const std::string& sentence) {
  endBar();
  warned_ = sentence;
  bar_->ShowMessage(shown(sentence), wxICON_WARNING);
}

void Frame::say(const std::string& sentence) {
  SetStatusText(shown(sentence));
  if (sentence.empty())
    sayingRests_.Stop();
  else
    sayingRests_.StartOnce(sayingLasts);
}

const scene::Palette& Frame::palette() const {
  const bool dark = wxSystemSettings::GetAppearance().IsDark();
  return scene::screenPalette(dark ? scene::Windows::dark : scene::Windows::light);
}

ElementId Frame::newId() { return freshId(open_ ? open_->plan() : Plan(), random_()); }

void Frame::perform(Edit edit) {
  if (edit.changes.empty()) return;
  const Message label = edit.label;
  open_->perform(std::move(edit));
  say(speech_.say(label, open_->plan()));
}

void Frame::reveal(const ElementId& id) {
  if (work_) work_->reveal(id);
}

void Frame::editFields() {
  if (work_) work_->inspector().edit();
}

void Frame::showMenu() {
  wxMenu menu;
  for (const char* id :
       {"fields", "keep-suggested", "link", "confirm", "slip", "without", "duplicate", "copy", "delete"}) {
    const Action& action = *findAction(id);
    menu.Append(commandOf(action), shown(speech_.word(action.label)));
    menu.Enable(commandOf(action), !action.possible || (this->*action.possible)());
  }
  auto* ask = new wxMenu;
  for (const Question& question : questions())
    if (!fromSelection(*open_, question).empty())
      ask->Append(commandOf(*findAction(question.action)), shown(speech_.word(question.title)));
  menu.AppendSeparator();
  menu.Enable(menu.AppendSubMenu(ask, shown(speech_.word(tr("As&k"))))->GetId(), ask->GetMenuItemCount() > 0);
  PopupMenu(&menu);
}

void Frame::updateTitle() {
  std::string title = "Trackloom";
  if (open_) {
    const std::string name(open_->plan().root().title());
    title = (open_->real().history().modified() ? "● " : "") + name + " – " + title;
    if (file_.isSealed()) title += " (" + speech_.word(tr("sealed")) + ")";
    if (file_.isReadOnly()) title += " (" + speech_.word(tr("read only")) + ")";
    if (open_->isTryingOut()) title += " – " + speech_.word(tr("trying out"));
  }
  SetTitle(shown(title));
}

void Frame::show(std::unique_ptr<OpenPlan> open) {
  reading_.cancel();  // what was read was for the plan before
  if (open_) open_->onChange = nullptr;
  if (work_) {
    pages_->DeleteAllPages();
    work_ = nullptr;
  }
  open_ = std::move(open);
  say({});
  ++session_;
  pages_->DeleteAllPages();
  if (!open_) return;
  showPanes();
  work_->show(WorkPage::Tab::timeline);
}

void Frame::showPanes() {
  work_ = new WorkPage(pages_, *this, settings_, installation_);
  pages_->AddPage(work_, {}, true);
  open_->onChange = [this](Changes changes) { follow(changes); };
  follow({.plan = true, .selection = true, .findings = true});
  Layout();
}

void Frame::showPlan(const Plan& plan, const std::optional<Plan>& left) {
  auto open = std::make_unique<OpenPlan>(plan, asOfDay(left ? *left : plan).value_or(today_));
  if (left) open->perform({{tr("Take up unsaved work"), {}}, diff(plan, *left), {}});
  show(std::move(open));
}

void Frame::follow(const Changes& changes) {
  work_->follow(changes);
  updateTitle();
  updateActions();
  if (!changes.plan) return;
  say({});  // what was said was said of the plan before
  checkAgain();
  if (!journalTimer_.IsRunning()) journalTimer_.StartOnce(journalPause);  // also while somebody types without a pause
  if (open_->isTryingOut()) tellTried();
}

void Frame::checkAgain() { worker_->check(open_->plan(), open_->asOf(), (session_ << 32U) | open_->version()); }

void Frame::showStart() {
  if (!mayLeave()) return;
  show(nullptr);
  file_.begin({});
  updateTitle();
  updateActions();
  StartContent content = startContent(installation_, files_, settings_.recent(), journalFolder(), speech_);
  content.language = speech_.language().code();
  content.organisation = settings_.text("organisation");
  StartPage::Wishes wishes;
  wishes.begin = [this](const StartItem& item) { CallAfter([this, item] { guarded([&] { begin(item); }); }); };
  wishes.look = [this](const StartItem& item) {
    CallAfter([this, item] { guarded([&] { beginWith(file_.beginFrom(item.path).plan); }); });
  };
  wishes.open = [this](const std::string& path) { CallAfter([this, path] { openPath(path); }); };
  wishes.recover = [this](const LeftWork& work) {
    CallAfter([this, work] {
      guarded([&] {
        if (work.entry.base && files_.state(work.entry.planPath)) {
          openPath(work.entry.planPath);
          return;
        }
        file_.begin(work.entry.planPath);
        showPlan(Plan(), xml::read(work.entry.content).plan);
        takeUpTrial();
      });
    });
  };
  wishes.choose = [this] { CallAfter([this] { askOpen(); }); };
  wishes.language = [this](const std::string& code) {
    Preferences wanted = preferencesNow();
    wanted.language = code;
    renewWindow(wanted);
  };
  wishes.organisation = [this](const std::string& name) { settings_.set("organisation", name); };
  pages_->AddPage(new StartPage(pages_, speech_, content, std::move(wishes)), {}, true);
  Layout();
}

void Frame::begin(const StartItem& item) {
  FirstAnswers answers;
  const auto title =
      prompts().askText(speech_.word(tr("What is the process called?")), item.id == "blank" ? "" : item.title);
  if (!title) return;
  answers.title = *title;
  answers.country = prompts().askText(speech_.word(tr("In which country?")), {}).value_or("");
  answers.convener = prompts().askText(speech_.word(tr("Who convenes it?")), who()).value_or("");
  answers.nextMeeting =
      prompts()
          .askText(speech_.word(tr("When is the next meeting? (12 May 2026; empty if not known)")), {})
          .value_or("");
  beginWith(firstPlan(file_.beginFrom(item.path).plan, answers, speech_, today_));
}

}  // namespace trackloom::desktop
