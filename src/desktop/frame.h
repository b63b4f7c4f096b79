#pragma once

#include "desktop/actions.h"
#include "desktop/errand.h"
#include "desktop/presenters/plan_file.h"
#include "desktop/presenters/preferences.h"
#include "desktop/presenters/questions.h"
#include "desktop/presenters/spreadsheet_import.h"
#include "desktop/presenters/start.h"
#include "desktop/settings.h"
#include "desktop/worker.h"
#include "desktop/workplace.h"
#include "installation/installation.h"

#include <random>

#include <wx/frame.h>
#include <wx/timer.h>

class wxInfoBar;
class wxSimplebook;

namespace trackloom::desktop {

class WorkPage;

/// What the program stands on: the disk, where its parts lie, what it remembers, the day.
struct Services {
  Files& files;
  Installation installation;
  Settings& settings;
  Day today;
};

/// The main window: the start page, or the panes of the open plan.
class Frame : public wxFrame, public Workplace {
 public:
  /// `prompts`: who answers questions; null for windows.
  Frame(Services services, Prompts* prompts);
  ~Frame() override;

  /// Opens a plan; tells in the window what cannot be opened.
  void openPath(const std::string& path);
  /// Reads a spreadsheet whose rows are to be taken into the open plan, and shows what they come to.
  void readSpreadsheet(const std::string& path);
  /// A plan without a file of its own.
  void beginWith(const Plan& plan);
  /// What is dropped onto the window: a plan, or a spreadsheet.
  void takeDropped(const std::string& path);
  /// As this machine is settled now.
  Preferences preferencesNow() const;
  bool hasPlan() const { return open_ != nullptr; }
  WorkPage* work() { return work_; }
  void perform(const Action& action);
  /// Waits for nothing: whether the findings on the screen are those of the plan as it stands,
  /// no paper is being made and no spreadsheet is being read.
  bool isSettled() const;
  /// What could not be done, as the bar says it; empty once it says something else or nothing.
  const std::string& warned() const { return warned_; }

  // Workplace
  OpenPlan& open() override { return *open_; }
  const Speech& speech() const override { return speech_; }
  Prompts& prompts() override { return *prompts_; }
  ElementId newId() override;
  void perform(Edit edit) override;
  void keep(const std::vector<ElementId>& suggestions) override;
  void reveal(const ElementId& id) override;
  void editFields() override;
  void say(const std::string& sentence) override;
  void guarded(const std::function<void()>& work) override;
  void showMenu() override;
  const scene::Palette& palette() const override;
  std::optional<Plan> readPlan(const std::string& path) override;
  documents::WorkPlace workPlace() const override;
  bool showsPreviews() const override { return settings_.number("previews", 1) != 0; }
  const PlanFile& file() const override { return file_; }
  std::string who() const override { return settings_.text("organisation"); }

  // Actions
  void showStart();
  void askOpen();
  void save();
  void saveAs();
  void quit() { Close(); }
  void undo();
  void redo();
  void copy();
  void paste();
  void duplicateChosen();
  void removeChosen();
  void find();
  void replace();
  void addActivity();
  void addAnything();
  void nextPane();
  void previousPane();
  void goToQuickLine();
  void linkChosen();
  void confirmChosen();
  void keepChosen();
  void keepAllSuggested();
  void dropSuggested();
  void showTimeline();
  void showPeople();
  void showLinks();
  void showTable();
  void showPapers();
  void printPaper();
  void toggleFindings();
  void toggleSteps();
  void toggleOutline();
  void zoomIn();
  void zoomOut();
  void fit();
  void goToAsOf();
  void prepareCopy();
  void seal();
  void takeSealOff();
  void bringIn();
  void bringInSpreadsheet();
  void partnerForm();
  void earlierVersion();
  void forgetRecent();
  void preferences();
  void showChanges();
  void showAnswers();
  void askAnything();
  template <QuestionId id>
  void ask() {
    askQuestion(id);
  }
  void tryOut();
  void keepTried();
  void discardTried();
  void slipChosen();
  void dropChosen();
  void updateRound();
  void commandPalette();
  void showKeys();
  void about();

  bool canUndo() const;
  bool canRedo() const;
  bool hasSelection() const;
  bool hasSuggestions() const;
  bool hasChosenSuggestion() const;
  bool canTryOut() const;
  bool isTryingOut() const;
  bool isSealed() const { return hasPlan() && file_.isSealed(); }

 private:
  std::string journalFolder() const;
  void speak(const std::string& language);
  void renewWindow(const Preferences& wanted);
  void turn(wxLayoutDirection direction);
  void settle(const Preferences& before, const Preferences& wanted);
  void buildMenus();
  void bindActions();
  void takeKey(wxKeyEvent& key);
  void buildToolbar();
  void show(std::unique_ptr<OpenPlan> open);
  void showPanes();
  void rebuildPanes();
  /// With work that was left unsaved, which stands against the plan as a change.
  void showPlan(const Plan& plan, const std::optional<Plan>& left = std::nullopt);
  void follow(const Changes& changes);
  void updateTitle();
  void updateActions();
  void warn(const std::string& sentence);
  /// Saves under a path; false if the user thought better of it.
  bool saveTo(const std::string& path);
  bool settleConflict();
  bool settleLoss();
  /// Asks what becomes of unsaved work; false if the user wants to stay.
  bool mayLeave();
  bool endTrying();
  void begin(const StartItem& item);
  void tellOpened(const Opened& opened);
  void takeUpTrial();
  bool mayOpenTwice(const std::string& path);
  std::size_t askAboutLeft(const JournalEntry& left);
  void tellTried();
  void askQuestion(QuestionId id);
  void checkAgain();
  void takeFindings();
  /// The version that the open plan and another one both come from; nothing if the user has none.
  bool mayHold(const std::string& path);
  std::optional<Plan> commonVersion(const Plan& theirs);
  std::string historyFolder() const;
  /// The key of a plan file, asked for where it is sealed; nothing inside for one that lies open, nothing at all if the
  /// user thought better of it.
  std::optional<PlanFile::Key> keyOf(const std::string& path);
  void offerToErase(const std::string& path);
  void reviewSpreadsheet(const std::string& path, const std::shared_ptr<const tables::ReadFile>& file);
  std::optional<tables::Mapping> keptAnswers(const std::string& spreadsheet);
  /// Joins the open plan with another version, asking what both changed; false if the user left a question.
  bool join(const Plan& base, const Plan& theirs);
  static int commandOf(const Action& action);
  void showTrying(const std::string& text);
  void endBar();
  std::string planFolder() const;
  /// What the file held before it was saved now, and when that was saved, where it is known.
  struct SavedBefore {
    Plan plan;
    std::optional<std::int64_t> when;
  };
  std::optional<SavedBefore> savedBefore() const;
  void keepVersions(const std::optional<SavedBefore>& before = std::nullopt);
  bool keepsVersions(const Plan& plan) const;
  bool mayKeepVersions(const Plan& plan);
  bool decideOnVersions(const Plan& plan);
  std::string versionsDecision() const;

  Files& files_;
  Installation installation_;
  Settings& settings_;
  Day today_;
  Speech speech_;
  std::unique_ptr<Prompts> ownPrompts_;
  Prompts* prompts_;
  PlanFile file_;
  std::unique_ptr<OpenPlan> open_;
  std::mt19937_64 random_;
  wxSimplebook* pages_;
  wxInfoBar* bar_;
  WorkPage* work_ = nullptr;
  std::string warned_;
  wxTimer journalTimer_;
  wxTimer sayingRests_;        ///< a while after something was said in the status line
  std::uint64_t session_ = 0;  ///< tells findings of a plan that is no longer open from those of this one
  std::unique_ptr<Worker> worker_;
  Errand reading_;  ///< of a spreadsheet
};

}  // namespace trackloom::desktop
