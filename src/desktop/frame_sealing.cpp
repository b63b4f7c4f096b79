#include "desktop/changes_pane.h"
#include "desktop/frame.h"
#include "desktop/work_page.h"
#include "sharing/local_history.h"
#include "sharing/seal_file.h"
#include "sharing/shared_versions.h"
#include "sharing/traces.h"

#include <wx/utils.h>

namespace trackloom::desktop {

// Plans under a passphrase: opening, sealing, taking the seal off, and what is erased before somebody travels.

std::optional<PlanFile::Key> Frame::keyOf(const std::string& path) {
  if (!file_.isLocked(path, file_.key())) return file_.key();
  sharing::leaveNoCrashDumps();
  std::string question = speech_.say(
      {tr("“{file}” is sealed. What is its passphrase?"), {{"file", path.substr(path.find_last_of('/') + 1)}}});
  while (const auto passphrase = prompts().askPassphrase(question)) {
    const wxBusyCursor busy;
    if (auto unsealed = sharing::unseal(files_.read(path), *passphrase)) {
      sharing::wipe(unsealed->content);
      return std::make_shared<const sharing::SealKey>(std::move(unsealed->key));
    }
    const Error refusal = sharing::cannotOpen(path);
    question = speech_.say(refusal.message()) + ' ' + speech_.say(refusal.toDo());
  }
  return std::nullopt;
}

std::optional<Plan> Frame::readPlan(const std::string& path) {
  const auto key = keyOf(path);
  if (!key) return std::nullopt;
  return file_.beginFrom(path, *key).plan;
}

documents::WorkPlace Frame::workPlace() const {
  const bool inMemory = file_.isSealed() || settings_.number("papers-in-memory", 0) != 0;
  return inMemory ? documents::WorkPlace::memory : documents::WorkPlace::disk;
}

void Frame::seal() {
  if (open_->isTryingOut() && !endTrying()) return;
  const std::string before = file_.path();
  const bool wasSealed = file_.isSealed();
  const PlanFile::Key keyBefore = file_.key();
  const auto savedUntilNow = savedBefore();
  sharing::leaveNoCrashDumps();
  const auto passphrase = prompts().newPassphrase(
      speech_.word(tr("Under which passphrase? Several words that do not belong together are good, and easier to keep "
                      "in mind than signs. Should it be forgotten, nobody can open the plan again.")));
  if (!passphrase) return;
  std::string name = before.empty() ? speech_.word(tr("plan")) : before.substr(before.find_last_of('/') + 1);
  name = name.substr(0, name.find(".trackloom")) + std::string(sharing::sealedEnding);
  const auto path =
      prompts().saveFile({speech_.word(tr("Save the sealed plan")), name, planFolder(),
                          std::string(sharing::sealedEnding.substr(1)), speech_.word(tr("Sealed plans"))});
  if (!path) return;
  if (!wasSealed && !before.empty() && file_.changedByOthers() && !file_.isGone())
    throw Error(ErrorKind::unwritable, {tr("Somebody else changed this file since you opened it."), {}}, before,
                {tr("Save first, to see what they did, and seal then."), {}});
  {
    const wxBusyCursor busy;
    file_.seal(open_->real().plan(), *path, *passphrase);
    if (!installation_.ownData.empty()) {
      sharing::LocalHistory from(files_, historyFolder(), keyBefore.get());
      sharing::LocalHistory to(files_, historyFolder(), file_.key().get());
      from.copyTo(to, file_.saved());
      if (wasSealed && before == file_.path())
        from.forget(file_.saved(), sharedVersions(files_, from, file_.saved(), {}).revisions);
    }
  }
  journalTimer_.Stop();
  open_->savedAs(file_.path());
  work_->changes().saved();
  updateTitle();
  updateActions();
  say(speech_.say({tr("Sealed in {file}"), {{"file", file_.path()}}}));
  keepVersions(savedUntilNow);
  if (!wasSealed && !before.empty() && before != file_.path()) offerToErase(before);
}

void Frame::offerToErase(const std::string& path) {
  sharing::TracePlaces places;
  sharing::SharedVersions shared;
  if (!installation_.ownData.empty()) {
    places.journal = journalFolder();
    places.history = historyFolder();
    shared = sharedVersions(files_, sharing::LocalHistory(files_, places.history), file_.saved(),
                            sharing::otherPlans(files_, path, settings_.recent()));
  }
  std::string question = speech_.say(
      {tr("The plan is sealed, and so are earlier versions of it that are kept. {file} still lies open: whoever has it "
          "can read it. Before you travel, erase it, with the version before, unsaved work, earlier versions on this "
          "machine that lie open and its place among the recent plans."),
       {{"file", path}}});
  std::vector<std::string> choices{speech_.word(tr("Erase it all"))};
  if (!shared.plans.empty()) {
    question += "\n\n" + speech_.say(sayShared(shared)) + ' ' +
                speech_.word(tr("Erased, they are gone from those plans; left, they can be read on this machine."));
    choices.push_back(speech_.word(tr("Erase all but those")));
  }
  choices.push_back(speech_.word(tr("Leave it")));
  std::size_t answer = prompts().choose(question, choices);
  while (answer + 1 < choices.size() && sharing::isOpenInWindow(files_, path, places)) {
    prompts().tell(speech_.word(tr("Nothing is erased yet.")),
                   speech_.say({tr("{file} is open in another window, which would write it again. Close it there "
                                   "first."),
                                {{"file", path}}}));
    answer = prompts().choose(question, choices);
  }
  if (answer + 1 == choices.size()) return;
  const std::vector<Message> left =
      sharing::erasePlan(files_, path, file_.saved(), places, answer == 1 ? shared.revisions : std::set<std::string>());
  settings_.forget(path);
  std::string told;
  for (const Message& one : left) told += speech_.say(one, open_->plan()) + '\n';
  told +=
      speech_.word(tr("What erasing cannot reach: copies in mails, on sticks and in backups; papers made of the plan; "
                      "what solid-state disks and the swap file still hold. Only a disk that is encrypted as a whole "
                      "helps against that."));
  prompts().tell(speech_.word(left.empty() ? tr("It is erased on this machine.") : tr("Not all of it is erased.")),
                 told);
}

void Frame::takeSealOff() {
  if (open_->isTryingOut() && !endTrying()) return;
  const std::size_t answer = prompts().choose(
      speech_.word(tr("Without its seal everybody who has the file can read the plan, and what is kept aside of it on "
                      "this machine. The sealed file stays where it is.")),
      {speech_.word(tr("Save it open …")), speech_.word(tr("Cancel"))});
  if (answer != 0) return;
  const std::string name = file_.path().substr(file_.path().find_last_of('/') + 1);
  const auto path =
      prompts().saveFile({speech_.word(tr("Save the plan")), name.substr(0, name.find(".trackloom")) + ".trackloom",
                          planFolder(), "trackloom", speech_.word(tr("Plans"))});
  if (!path) return;
  if (files_.state(*path) && files_.realPath(*path) == file_.path())
    throw Error(ErrorKind::usage, {tr("The open plan would replace the sealed one."), {}}, *path,
                {tr("Choose another name for it."), {}});
  file_.takeSealOff(open_->real().plan(), *path);
  journalTimer_.Stop();
  settings_.remember(file_.path());
  open_->savedAs(file_.path());
  work_->changes().saved();
  say(speech_.say({tr("Saved in {file}"), {{"file", file_.path()}}}));
  updateTitle();
  updateActions();
}

}  // namespace trackloom::desktop
