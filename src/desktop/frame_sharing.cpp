#include "desktop/changes_pane.h"
#include "desktop/frame.h"
#include "desktop/presenters/readers.h"
#include "desktop/presenters/travel.h"
#include "desktop/text.h"
#include "desktop/work_page.h"
#include "sharing/copy_note.h"
#include "sharing/local_history.h"
#include "xml/revisions.h"
#include "xml/sha256.h"
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
  const std::size_t answer = prompts().decide(
      speech_.say({tr("A copy for: {audience}"), {{"audience", list[*chosen].name}}}),
      copyReport(copy.report, *open_, speech_), {speech_.word(tr("Save the copy …")), speech_.word(tr("Cancel"))});
  if (answer != 0) return;
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
  mayKeepVersions(open_->plan());
}

std::optional<Plan> Frame::commonVersion(const Plan& theirs) {
  const Plan ours = file_.withPast(open_->real().plan());
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
  const Plan ours = file_.withPast(open_->real().plan());
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
  const Plan joined = xml::withMergedRevisions(ours, theirs, merged);
  if (diff(ours, joined).empty())
    say(speech_.word(tr("The other version holds nothing new.")));
  else
    perform(Edit{{tr("Bring in the version of somebody else"), {}}, diff(open_->real().plan(), joined), {}});
  work_->showChanges();
  return true;
}

std::string Frame::historyFolder() const { return (installation_.ownData / "history").string(); }

/// The setting that says whether versions of the open plan are kept although it holds anything for the core team.
std::string Frame::versionsDecision() const { return "versions-with-core/" + sha256(file_.path()).substr(0, 32); }

/// Versions are kept on this machine for merging and to go back to. Those of a plan with anything for the core team are
/// a risk, which the user decides on once for a file, where earlier ones are kept already.
bool Frame::mayKeepVersions(const Plan& plan) {
  if (sharing::mayKeepUnasked(plan)) return true;
  if (installation_.ownData.empty() || file_.path().empty()) return false;
  constexpr long undecided = -1;
  if (const long decided = settings_.number(versionsDecision().c_str(), undecided); decided != undecided)
    return decided != 0;
  const sharing::LocalHistory history(files_, historyFolder(), file_.key().get());
  return !history.isOff() && !history.versions(file_.saved()).empty() && decideOnVersions(plan);
}

bool Frame::decideOnVersions(const Plan& plan) {
  std::string what;
  for (const KindId kind : sharing::kindsForCore(plan))
    what += (what.empty() ? "" : ", ") + speech_.word(kindOf(kind).pluralLabel);
  const std::size_t answer = prompts().choose(
      speech_.say({tr("This plan holds something that only the core team may see: {what}. Its earlier versions on this "
                      "machine would hold it, too."),
                   {{"what", what}}}) +
          "\n\n" +
          speech_.word(file_.isSealed()
                           ? tr("They are sealed as the plan is. Shall versions be kept from now on? Those that are "
                                "kept already stay in any case.")
                           : tr("Whoever can read your files on this machine could read them, also where the plan "
                                "itself lies elsewhere. Shall versions be kept from now on? Those that are kept "
                                "already stay in any case.")),
      {speech_.word(tr("Keep versions")), speech_.word(tr("Keep none")), speech_.word(tr("Decide later"))});
  if (answer > 1) return false;
  settings_.set(versionsDecision().c_str(), answer == 0 ? 1L : 0L);
  return answer == 0;
}

/// Are versions of the plan kept without a question?
bool Frame::keepsVersions(const Plan& plan) const {
  return sharing::mayKeepUnasked(plan) || settings_.number(versionsDecision().c_str(), 0) != 0;
}

/// Keeps the version that is saved now, and the one it was made from: of a plan that came from elsewhere none is kept.
void Frame::keepVersions(const std::optional<SavedBefore>& before) {
  if (installation_.ownData.empty()) return;
  try {
    sharing::LocalHistory history(files_, historyFolder(), file_.key().get());
    if (before && keepsVersions(before->plan)) history.keep(before->plan, before->when);
    const Plan plan = file_.saved();
    if (mayKeepVersions(plan)) history.keep(plan);
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
  const bool isForUserToSay = !history.isOff() && !file_.path().empty() && !sharing::mayKeepUnasked(file_.saved()) &&
                              settings_.number(versionsDecision().c_str(), 0) == 0;
  if (versions.empty() && isForUserToSay) {
    if (decideOnVersions(file_.saved())) keepVersions();
    return;
  }
  if (versions.empty()) {
    prompts().tell(
        speech_.word(tr("Earlier versions")),
        speech_.word(history.isOff() ? tr("Earlier versions are not kept on this machine: the preferences say so.")
                                     : tr("No earlier version of this plan is kept on this machine. Versions are kept "
                                          "when a plan is saved.")));
    return;
  }
  std::vector<std::string> names;
  const std::string now = xml::revisionOf(open_->real().plan());
  const std::string saved = xml::revisionOf(file_.saved());
  for (const sharing::KeptVersion& version : versions) {
    std::string name = speech_.beside(speech_.moment(version.kept),
                                      version.name.empty() ? version.revision.substr(0, 8) : version.name);
    if (version.revision == now)
      name = speech_.say({tr("{version} – as the plan is now"), {{"version", name}}});
    else if (version.revision == saved)
      name = speech_.say({tr("{version} – as the plan was saved last"), {{"version", name}}});
    names.push_back(std::move(name));
  }
  if (isForUserToSay) names.push_back(speech_.word(tr("None is kept any more: decide on that again …")));
  const auto chosen =
      prompts().search(speech_.word(tr("Go back to which version? It becomes a change that can be undone.")), names);
  if (!chosen) return;
  if (*chosen == versions.size()) {
    if (decideOnVersions(file_.saved())) keepVersions();
    return;
  }
  const auto plan = history.find(versions[*chosen].revision);
  if (!plan || versions[*chosen].revision == now) return;
  perform(Edit{{tr("Go back to an earlier version"), {}},
               diff(open_->real().plan(), xml::withPastOf(open_->real().plan(), *plan)),
               {}});
  work_->showChanges();
}

}  // namespace trackloom::desktop
