#include "desktop/changes_pane.h"
#include "desktop/frame.h"
#include "desktop/presenters/readers.h"
#include "desktop/presenters/travel.h"
#include "desktop/text.h"
#include "desktop/work_page.h"
#include "sharing/copy_note.h"
#include "sharing/local_history.h"
#include "xml/revisions.h"
#include "xml/write.h"

namespace trackloom::desktop {

void Frame::prepareCopy() {
  if (open_->isTryingOut() && !endTrying()) return;
  const std::vector<Reader> list = readers(open_->plan(), speech_);
  std::vector<std::string> names;
  for (const Reader& reader : list) names.push_back(reader.name);
  const auto chosen = prompts().search(speech_.word(tr("For whom is the copy?")), names);
  if (!chosen) return;
  sharing::RedactionRequest request{list[*chosen].certain(), open_->asOf(), sharing::freshSeed(), {}};
  const sharing::Redacted copy = sharing::redact(open_->real().plan(), request);
  prompts().tell(speech_.say({tr("A copy for: {audience}"), {{"audience", list[*chosen].name}}}),
                 copyReport(copy.report, *open_, speech_));
  const auto path = prompts().saveFile({speech_.word(tr("Save the copy")), speech_.word(tr("copy")) + ".trackloom",
                                        planFolder(), "trackloom", speech_.word(tr("Plans"))});
  if (!path) return;
  if (!file_.path().empty() && files_.state(*path) && files_.realPath(*path) == file_.path())
    throw Error(ErrorKind::usage, {tr("The copy would replace the plan it is made from."), {}}, *path,
                {tr("Choose another name for the copy."), {}});
  replaceSafely(files_, *path, xml::write(copy.plan));
  say(speech_.say({tr("Written: {file}"), {{"file", *path}}}));
  const auto recipient = prompts().askText(
      speech_.word(tr("Who receives it? It is noted in the plan; leave it empty not to note it.")), {});
  if (!recipient || recipient->empty()) return;
  perform(sharing::noteCopy(open_->plan(), {*recipient, today_, list[*chosen].element}));
}

std::optional<Plan> Frame::commonVersion(const Plan& theirs) {
  const Plan& ours = open_->real().plan();
  if (const auto revision = xml::commonRevision(ours, theirs)) {
    if (*revision == xml::revisionOf(ours)) return ours;
    if (*revision == xml::revisionOf(theirs)) return theirs;
    if (!installation_.ownData.empty())
      if (auto kept = sharing::LocalHistory(files_, historyFolder(), file_.key().get()).find(*revision)) return kept;
  }
  const std::size_t answer = prompts().choose(
      speech_.word(tr("The version that both plans come from is not on this machine. Do you have it as a file?")),
      {speech_.word(tr("Choose the file …")), speech_.word(tr("Cancel"))});
  if (answer != 0) return std::nullopt;
  const auto path = prompts().openFile({speech_.word(tr("The version that both come from")),
                                        {},
                                        planFolder(),
                                        "trackloom",
                                        speech_.word(tr("Plans")),
                                        "trackloom-sealed"});
  if (!path) return std::nullopt;
  return readPlan(*path);
}

void Frame::bringIn() {
  if (open_->isTryingOut() && !endTrying()) return;
  const auto path = prompts().openFile({speech_.word(tr("Bring in the version of somebody else")),
                                        {},
                                        planFolder(),
                                        "trackloom",
                                        speech_.word(tr("Plans"))});
  if (!path || !mayHold(*path)) return;
  const std::optional<Plan> theirs = readPlan(*path);
  if (!theirs) return;
  if (const auto base = commonVersion(*theirs)) join(*base, *theirs);
}

/// May the open plan take over what a file holds? What somebody sealed is not laid open unasked.
bool Frame::mayHold(const std::string& path) {
  if (file_.isSealed() || !file_.isLocked(path, {})) return true;
  const std::size_t answer = prompts().choose(
      speech_.say({tr("“{file}” is sealed, this plan is not. What is brought in would lie open in its file, and in "
                      "what is kept aside of it on this machine."),
                   {{"file", path.substr(path.find_last_of('/') + 1)}}}),
      {speech_.word(tr("Seal this plan first …")), speech_.word(tr("Bring it in openly")), speech_.word(tr("Cancel"))});
  if (answer == 0) seal();
  return answer == 1 || file_.isSealed();
}

bool Frame::join(const Plan& base, const Plan& theirs) {
  const Plan ours = open_->real().plan();
  if (!sharing::comesFrom(ours, base) || !sharing::comesFrom(theirs, base))
    throw Error(ErrorKind::usage,
                {tr("The version that both should come from belongs to another plan, so nothing was brought in."), {}},
                {}, {tr("Choose a copy of this plan from before the two parted."), {}});
  sharing::Merge merge = sharing::mergePlans(base, ours, theirs);
  Plan merged = merge.plan;
  for (std::size_t i = 0; i < merge.conflicts.size(); ++i) {
    const MergeQuestion asked = mergeQuestion(merged, open_->asOf(), merge.conflicts[i], speech_);
    std::vector<std::string> answers = asked.answers;
    answers.push_back(speech_.word(tr("Bring in nothing")));
    const std::size_t answer =
        prompts().choose(speech_.say({tr("{number} of {all}: {question}"),
                                      {{"number", static_cast<std::int64_t>(i + 1)},
                                       {"all", static_cast<std::int64_t>(merge.conflicts.size())},
                                       {"question", asked.text}}}),
                         answers);
    if (answer >= merge.conflicts[i].answers.size()) return false;
    merged = apply(merged, sharing::resolve(merged, merge.conflicts[i], merge.conflicts[i].answers[answer]));
  }
  Edit edit{{tr("Bring in the version of somebody else"), {}},
            diff(ours, xml::withMergedRevisions(ours, theirs, merged)),
            {}};
  if (edit.changes.empty()) say(speech_.word(tr("The other version holds nothing new.")));
  perform(std::move(edit));
  work_->showChanges();
  return true;
}

std::string Frame::historyFolder() const { return (installation_.ownData / "history").string(); }

/// Versions are kept on this machine for merging and to go back to; never of plans with anything for the core team.
void Frame::keepVersion() {
  if (installation_.ownData.empty()) return;
  try {
    const Plan plan = file_.saved();
    if (sharing::mayKeepUnasked(plan)) sharing::LocalHistory(files_, historyFolder(), file_.key().get()).keep(plan);
  } catch (const Error&) {
    // The plan itself is saved; that no earlier version could be kept is no reason to stop anybody.
    say(speech_.word(tr("Saved; the earlier version could not be kept on this machine.")));
  }
}

void Frame::earlierVersion() {
  if (open_->isTryingOut() && !endTrying()) return;
  if (installation_.ownData.empty()) return;
  const sharing::LocalHistory history(files_, historyFolder(), file_.key().get());
  const auto versions = history.versions(file_.saved());
  if (versions.empty()) {
    prompts().tell(
        speech_.word(tr("Earlier versions")),
        speech_.word(history.isOff()
                         ? tr("Earlier versions are not kept on this machine: the preferences say so.")
                         : tr("No earlier version of this plan is kept on this machine. Versions are kept when a plan "
                              "is saved, unless it holds anything for the core team only.")));
    return;
  }
  std::vector<std::string> names;
  for (const sharing::KeptVersion& version : versions) {
    constexpr std::int64_t nanosecondsADay = 86'400'000'000'000;
    const std::string when = speech_.date(Day{version.kept / nanosecondsADay});
    names.push_back(version.name.empty() ? speech_.beside(when, version.revision.substr(0, 8))
                                         : speech_.beside(when, version.name));
  }
  const auto chosen =
      prompts().search(speech_.word(tr("Go back to which version? It becomes a change that can be undone.")), names);
  if (!chosen) return;
  const auto plan = history.find(versions[*chosen].revision);
  if (!plan) return;
  perform(Edit{{tr("Go back to an earlier version"), {}},
               diff(open_->real().plan(), xml::withPastOf(open_->real().plan(), *plan)),
               {}});
  work_->showChanges();
}

}  // namespace trackloom::desktop
