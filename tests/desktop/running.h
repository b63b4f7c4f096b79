#pragma once

#include "desktop/frame.h"
#include "desktop/prompts.h"
#include "desktop/settings.h"
#include "desktop/work_page.h"
#include "xml/disk_files.h"

#include <deque>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <wx/image.h>

class wxButton;

namespace trackloom::desktop::test {

/// Runs something with the toolkit started and ended around it, from right to left if TRACKLOOM_TEST_DIRECTION says
/// rtl.
int withWindows(const std::function<int()>& run);

/// Answers questions as a test has laid them out, and notes what was asked. What nobody laid out is an escape.
class LaidOutAnswers : public Prompts {
 public:
  std::deque<std::string> answers;
  std::vector<std::string> asked;
  std::vector<std::string> told;
  std::function<bool(SpreadsheetImport&)> onImport;  ///< what is done with an import; nothing: it is left
  /// What is settled; nothing: all is left as it is.
  std::function<std::optional<Preferences>(const Preferences&, const std::string&)> onPreferences;

  std::optional<std::string> openFile(const FileQuestion& question) override { return next(question.title); }
  std::optional<std::string> saveFile(const FileQuestion& question) override { return next(question.title); }
  std::size_t choose(const std::string& question, const std::vector<std::string>& choices) override;
  std::optional<std::string> askText(const std::string& question, const std::string&) override {
    return next(question);
  }
  std::optional<sharing::Passphrase> askPassphrase(const std::string& question) override {
    return passphrase(question);
  }
  std::optional<sharing::Passphrase> newPassphrase(const std::string& question) override {
    return passphrase(question);
  }
  std::optional<std::vector<std::size_t>> tick(const std::string& question, const std::vector<std::string>& choices,
                                               const std::vector<std::size_t>&) override;
  std::optional<std::size_t> search(const std::string& question, const std::vector<std::string>& choices) override;
  bool reviewImport(SpreadsheetImport& import) override { return onImport && onImport(import); }
  std::optional<Preferences> askPreferences(const Preferences& now, const std::string& kept) override {
    return onPreferences ? onPreferences(now, kept) : std::nullopt;
  }
  void tell(const std::string& title, const std::string& text) override { told.push_back(title + '\n' + text); }
  std::size_t decide(const std::string& title, const std::string& text,
                     const std::vector<std::string>& choices) override {
    tell(title, text);
    return choose(title, choices);
  }

 private:
  std::optional<std::string> next(const std::string& question);
  std::optional<sharing::Passphrase> passphrase(const std::string& question);
};

/// The real window with a folder of its own.
class Running {
 public:
  explicit Running(const std::string& language = "en");
  ~Running();

  Frame& frame() { return *frame_; }
  WorkPage& work() { return *frame_->work(); }
  OpenPlan& open() { return frame_->open(); }
  LaidOutAnswers& answers() { return answers_; }
  Settings& settings() { return settings_; }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  /// A copy of an example plan in the folder.
  std::string example(const std::string& name) const;
  /// Opens a plan and waits until it is checked.
  void openPlan(const std::string& path);
  void act(const char* action);
  /// Lets the window work until nothing is left to do, and the checks have answered.
  void settle();
  /// Lets the window work until the pages of a paper that are in view are drawn; false if they never are.
  bool showsPages();
  /// Real clicks and keys, at a place of a window.
  void click(wxWindow& window, wxPoint at);
  void doubleClick(wxWindow& window, wxPoint at);
  void drag(wxWindow& window, wxPoint from, wxPoint to);
  void key(int code, int modifiers = 0);
  /// The button in view with a label; null if there is none.
  wxButton* button(const std::string& label);
  /// Clicks it, and lets the window work.
  void press(const std::string& label);
  /// The same in the bar above the panes, whose buttons are none of wxWidgets'.
  void pressInBar(const std::string& label);
  void type(const std::string& text);
  /// The middle of an element on the timeline, in the window of its canvas.
  wxPoint onTimeline(const ElementId& id);

 private:
  std::filesystem::path folder_;
  DiskFiles files_;
  Settings settings_;
  LaidOutAnswers answers_;
  Frame* frame_;
};

/// Inputs in a window that those who hear it could not tell.
std::vector<std::string> unnamedInputs(wxWindow& window);

/// What of a window stands on the display.
wxImage onDisplay(const wxWindow& window);

std::string contents(const std::string& path);

}  // namespace trackloom::desktop::test
