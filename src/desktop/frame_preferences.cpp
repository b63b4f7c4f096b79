#include "desktop/frame.h"
#include "desktop/gtk.h"
#include "desktop/text.h"
#include "desktop/work_page.h"
#include "plan/writing.h"
#include "sharing/local_history.h"

#include <wx/infobar.h>
#include <wx/menu.h>
#include <wx/simplebook.h>
#include <wx/toolbar.h>

namespace trackloom::desktop {

// What the user settles for this machine, and the window in another language.

Preferences Frame::preferencesNow() const {
  Preferences now;
  now.language = speech_.language().code();
  now.organisation = settings_.text("organisation");
  now.colours = coloursOf(settings_.number("colours", 0));
  now.textSize = textSizes()[placeOfTextSize(settings_.number("text-size", 100))];
  now.keepsHistory = !installation_.ownData.empty() && !sharing::LocalHistory(files_, historyFolder()).isOff();
  now.listsRecent = settings_.remembersRecent();
  now.showsPreviews = settings_.number("previews", 1) != 0;
  now.papersInMemory = settings_.number("papers-in-memory", 0) != 0;
  return now;
}

void Frame::preferences() {
  const Preferences now = preferencesNow();
  const std::string kept =
      keptAnyway(settings_.path(), installation_.ownData.empty() ? std::string() : journalFolder(), speech_);
  const auto wanted = prompts().askPreferences(now, kept);
  if (!wanted || *wanted == now) return;
  if (const auto erased = erasedBy(now, *wanted, speech_); !erased.empty()) {
    std::string question;
    for (const std::string& sentence : erased) question += (question.empty() ? "" : "\n\n") + sentence;
    if (prompts().choose(question, {speech_.word(tr("Erase it")), speech_.word(tr("Cancel"))}) != 0) return;
  }
  settle(now, *wanted);
}

void Frame::settle(const Preferences& before, const Preferences& wanted) {
  settings_.set("organisation", wanted.organisation);
  settings_.rememberRecent(wanted.listsRecent);
  settings_.set("previews", wanted.showsPreviews ? 1L : 0L);
  settings_.set("papers-in-memory", wanted.papersInMemory ? 1L : 0L);
  if (before.keepsHistory != wanted.keepsHistory && !installation_.ownData.empty()) {
    sharing::LocalHistory history(files_, historyFolder());
    wanted.keepsHistory ? history.turnOn() : history.turnOff();
  }
  if (before.language != wanted.language || before.colours != wanted.colours || before.textSize != wanted.textSize)
    renewWindow(wanted);
  else if (!open_)
    showStart();
  if (work_ && before.showsPreviews != wanted.showsPreviews) work_->papers().previewAgain();
}

/// The whole window in another language or look, with everything as it stood. Not from within what is rebuilt by it.
void Frame::renewWindow(const Preferences& wanted) {
  settings_.set("language", wanted.language);
  settings_.set("colours", static_cast<long>(wanted.colours));
  settings_.set("text-size", static_cast<long>(wanted.textSize));
  if (work_ && work_->isWriting()) {
    warn(speech_.word(
        tr("A paper is being made, which would be lost. What you chose for the window shows when Trackloom "
           "is started next, or when you choose it again once the paper is there.")));
    return;
  }
  CallAfter([this, code = wanted.language, colours = wanted.colours, textSize = wanted.textSize] {
    if (work_) work_->inspector().commit();
    const bool newLanguage = code != speech_.language().code();
    setLook(colours, textSize);
    speak(code);
    turn(writtenRightToLeft(code) ? wxLayout_RightToLeft : wxLayout_LeftToRight);
    buildMenus();
    buildToolbar();
    if (open_)
      rebuildPanes();
    else
      showStart();
    updateTitle();
    updateActions();
    if (newLanguage) say(speech_.word(tr("Trackloom speaks this language from now on.")));
  });
}

/// Panes that are made from now on follow their parents.
void Frame::turn(wxLayoutDirection direction) {
  setDirection(direction == wxLayout_RightToLeft ? Writing::rightToLeft : Writing::leftToRight);
  SetLayoutDirection(direction);
  for (wxWindow* child : GetChildren()) child->SetLayoutDirection(direction);
}

void Frame::rebuildPanes() {
  const WorkPage::View view = work_->view();
  open_->onChange = nullptr;
  work_ = nullptr;
  pages_->DeleteAllPages();
  showPanes();
  work_->show(view);
  if (open_->isTryingOut()) tellTried();
}

}  // namespace trackloom::desktop
