#include "desktop/frame.h"
#include "desktop/work_page.h"

#include <algorithm>

#include <wx/infobar.h>

namespace trackloom::desktop {

// Opening, saving and leaving a plan: nothing of anybody is lost on the way.

void Frame::openPath(const std::string& path) {
  guarded([&] {
    // What is no plan is refused, and what becomes of unsaved work is asked, before the open plan is left.
    const auto key = keyOf(path);
    if (!key) return;
    PlanFile wanted(files_, journalFolder(), journalFolder());
    wanted.open(path, *key);
    std::optional<Plan> work;
    const bool isOpenHere = open_ && wanted.path() == file_.path();
    const bool isOpenElsewhere = !isOpenHere && wanted.isOpenElsewhere();
    if (isOpenElsewhere && !mayOpenTwice(path)) return;
    if (const auto left = isOpenHere || isOpenElsewhere ? std::nullopt : wanted.leftAside()) {
      const std::size_t answer = askAboutLeft(*left);
      if (answer == 2) return;
      if (answer == 0) work = xml::read(left->content).plan;
      if (answer == 1) wanted.forgetAside();
    }
    if (!mayLeave()) return;
    const Opened opened = file_.open(path, *key);
    file_.claim("unsaved-" + newId().str());
    settings_.remember(file_.path());
    showPlan(opened.plan, work);
    tellOpened(opened);
    takeUpTrial();
  });
}

bool Frame::mayOpenTwice(const std::string& path) {
  return prompts().choose(
             speech_.say({tr("“{file}” is open in another window. What is changed in both is brought together when it "
                             "is saved."),
                          {{"file", path.substr(path.find_last_of('/') + 1)}}}),
             {speech_.word(tr("Open it here, too")), speech_.word(tr("Cancel"))}) == 0;
}

/// What was only tried out when the last session ended is tried out again, if somebody wants that; it stays a trial.
void Frame::takeUpTrial() {
  const auto tried = file_.leftTrial(open_->plan());
  if (!tried) return;
  const std::size_t answer = prompts().choose(
      speech_.word(tr("Something was being tried out on this plan when Trackloom last ended. Try it out again?")),
      {speech_.word(tr("Try it out again")), speech_.word(tr("Forget it")), speech_.word(tr("Decide later"))});
  if (answer == 1) file_.forgetTrial();
  if (answer != 0) return;
  open_->tryOut();
  open_->perform({{tr("Take up what was tried out"), {}}, diff(open_->plan(), *tried), {}});
}

/// 0: it is taken up, 1: it is forgotten, 2: the plan is not opened and nothing is lost.
std::size_t Frame::askAboutLeft(const JournalEntry& left) {
  const bool fileWentOn = left.base && changedOnDisk(files_, left.planPath, *left.base);
  return prompts().choose(
      speech_.word(
          fileWentOn
              ? tr("There is work on this plan that was not saved when Trackloom last ended, and the file was "
                   "changed since. Taken up, it stands against the file as it is now: look at the changes before "
                   "you save.")
              : tr("There is work on this plan that was not saved when Trackloom last ended. Take it up again?")),
      {speech_.word(tr("Take it up")), speech_.word(tr("Forget it")), speech_.word(tr("Cancel"))});
}

void Frame::tellOpened(const Opened& opened) {
  endBar();
  const auto count = static_cast<std::int64_t>(opened.problems.size() + opened.moreProblems);
  if (count > 0)
    warn(speech_.say({tr("Could not be read as they stand, and are kept: {count}. The first, on line {line}: {what}"),
                      {{"count", count},
                       {"line", static_cast<std::int64_t>(opened.problems.front().line)},
                       {"what", speech_.say(opened.problems.front().what, opened.plan)}}}));
  else if (file_.isReadOnly())
    warn(speech_.word(tr("This file is locked or write-protected: you can look and try things out, and save a copy.")));
}

void Frame::beginWith(const Plan& plan) {
  file_.begin("unsaved-" + newId().str());
  showPlan(plan);
  endBar();
}

/// The file that the plan was read from is gone; what is open here is all there is of it.
bool Frame::settleLoss() {
  const std::size_t answer =
      prompts().choose(speech_.say({tr("“{file}” is no longer there: it was moved or deleted. What should happen?"),
                                    {{"file", file_.path()}}}),
                       {speech_.word(tr("Save it there again")), speech_.word(tr("Save it as another file …")),
                        speech_.word(tr("Decide later"))});
  if (answer == 0) {
    file_.replaceOthers();
    return saveTo(file_.path());
  }
  if (answer == 1) saveAs();
  return !open_->real().history().modified() && !file_.isGone();
}

bool Frame::settleConflict() {
  const std::size_t answer =
      prompts().choose(speech_.word(tr("Somebody else changed this file since you opened it. What should happen?")),
                       {speech_.word(tr("Bring both together")), speech_.word(tr("Save mine as another file …")),
                        speech_.word(tr("Replace theirs with mine")), speech_.word(tr("Drop mine and read theirs")),
                        speech_.word(tr("Decide later"))});
  if (answer == 0) {
    const Opened theirs = file_.look();
    if (!join(file_.saved(), theirs.plan)) return false;
    file_.knowOf(theirs);
    return saveTo(file_.path());
  }
  if (answer == 1) {
    saveAs();
    return !open_->real().history().modified();
  }
  if (answer == 2) {
    file_.replaceOthers();
    return saveTo(file_.path());
  }
  if (answer == 3) {
    const std::string path = file_.path();
    file_.forgetAside();
    const Opened opened = file_.open(path, file_.key());
    showPlan(opened.plan);
    tellOpened(opened);
    return true;
  }
  return false;
}

std::optional<Frame::SavedBefore> Frame::savedBefore() const {
  if (file_.path().empty()) return std::nullopt;
  return SavedBefore{file_.saved(), file_.savedAt()};
}

bool Frame::saveTo(const std::string& path) {
  const auto before = savedBefore();
  try {
    file_.save(open_->real().plan(), path);
  } catch (const ChangedOnDisk& change) {
    return change.how() == ChangedOnDisk::How::deleted ? settleLoss() : settleConflict();
  }
  endBar();  // what could not be done before is done
  journalTimer_.Stop();
  settings_.remember(file_.path());
  open_->savedAs(file_.path());
  work_->changes().saved();
  say(speech_.say({tr("Saved in {file}"), {{"file", file_.path()}}}));
  keepVersions(before);
  return true;
}

void Frame::save() {
  if (open_->isTryingOut() && !endTrying()) return;
  if (file_.path().empty() || file_.isReadOnly()) {
    saveAs();
    return;
  }
  if (open_->real().history().modified() || file_.changedByOthers()) saveTo(file_.path());
}

void Frame::saveAs() {
  const std::string name = file_.path().empty()
                               ? suggestedFileName(open_->plan(), speech_.word(tr("plan"))) + ".trackloom"
                               : file_.path().substr(file_.path().find_last_of('/') + 1);
  const auto path =
      prompts().saveFile({speech_.word(tr("Save the plan")), name, planFolder(),
                          file_.isSealed() ? "trackloom-sealed" : "trackloom", speech_.word(tr("Plans"))});
  if (path) saveTo(*path);
}

/// Asks what becomes of what is tried out; false if the user wants to stay.
bool Frame::endTrying() {
  if (!open_->document().history().modified()) {
    open_->discard();
    return true;
  }
  const std::size_t answer =
      prompts().choose(speech_.word(tr("Something is being tried out. What should become of it?")),
                       {speech_.word(tr("Keep it")), speech_.word(tr("Discard it")), speech_.word(tr("Cancel"))});
  if (answer == 0) keepTried();
  if (answer == 1) discardTried();
  return answer != 2;
}

bool Frame::mayLeave() {
  if (!open_) return true;
  if (work_) work_->inspector().commit();
  if (open_->isTryingOut() && !endTrying()) return false;
  if (!open_->real().history().modified()) {
    file_.forgetAside();
    return true;
  }
  const std::size_t answer =
      prompts().choose(speech_.say({tr("“{plan}” has changes that are not saved."),
                                    {{"plan", std::string(open_->plan().root().title())}}}),
                       {speech_.word(tr("Save")), speech_.word(tr("Do not save")), speech_.word(tr("Cancel"))});
  if (answer == 2) return false;
  if (answer == 0) {
    bool saved = false;
    guarded([&] {
      save();
      saved = !open_->real().history().modified();
    });
    return saved;
  }
  file_.forgetAside();
  return true;
}

/// Where the open plan lies, or the last one that was open.
std::string Frame::planFolder() const {
  const std::vector<std::string> recent = settings_.recent();
  const std::string path = !file_.path().empty() || recent.empty() ? file_.path() : recent.front();
  return path.substr(0, std::min(path.find_last_of('/'), path.size()));
}

void Frame::askOpen() {
  const auto path = prompts().openFile(
      {speech_.word(tr("Open a plan")), {}, planFolder(), "trackloom", speech_.word(tr("Plans")), "trackloom-sealed"});
  if (path) openPath(*path);
}

}  // namespace trackloom::desktop
