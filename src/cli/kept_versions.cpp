#include "cli/kept_versions.h"

#include "sharing/shared_versions.h"
#include "sharing/traces.h"

namespace trackloom::cli {

namespace {

std::optional<sharing::LocalHistory> historyIn(const Shell& shell, const Envelope* envelope) {
  const auto& data = shell.installation().ownData;
  if (data.empty()) return std::nullopt;
  return sharing::LocalHistory(shell.files(), (data / "history").string(), envelope);
}

std::vector<std::string> recentPlans(Files& files) {
  const std::string settings = userSettingsFile().string();
  if (settings.empty() || !files.state(settings)) return {};
  return sharing::recentPlans(files.read(settings));
}

}  // namespace

std::optional<sharing::LocalHistory> localHistory(const Shell& shell) { return historyIn(shell, shell.envelope()); }

std::optional<Plan> keptVersion(const Shell& shell, const std::string& revision) {
  for (const Envelope* envelope : {shell.envelope(), static_cast<const Envelope*>(nullptr)})
    if (const auto history = historyIn(shell, envelope))
      if (auto kept = history->find(revision)) return kept;
  return std::nullopt;
}

void keepVersions(const Shell& shell, const std::vector<Plan>& plans) {
  auto history = localHistory(shell);
  if (!history) return;
  try {
    for (const Plan& plan : plans)
      if (sharing::mayKeepUnasked(plan)) history->keep(plan);
  } catch (const Error& error) {
    shell.note(
        {tr("The local history could not keep this version: {reason}"), {{"reason", plainText(error.message())}}});
  }
}

std::set<std::string> leftForOthers(const Shell& shell, const sharing::LocalHistory& history, const std::string& file,
                                    const Plan& plan, const std::string& shared) {
  Files& files = shell.files();
  const auto others = file == "-" ? recentPlans(files) : sharing::otherPlans(files, file, recentPlans(files));
  const sharing::SharedVersions found = sharedVersions(files, history, plan, others);
  if (found.plans.empty()) return {};
  const Message which = sayShared(found);
  if (shared.empty())
    throw Error(ErrorKind::usage, {tr("{which} Nothing was done."), {{"which", std::vector<Message>{which}}}}, file,
                {tr("Say --shared keep to leave these versions to those plans, to be read on this machine, or --shared "
                    "erase to erase them, so that those plans lose them."),
                 {}});
  shell.note(which);
  if (shared == keepShared) {
    shell.note({tr("They will stay, and can be read on this machine."), {}});
    return found.revisions;
  }
  shell.note({tr("They will be erased, and those plans lose them."), {}});
  return {};
}

void refuseShared(const std::string& shared, const char* toDo) {
  if (!shared.empty())
    throw Error(ErrorKind::usage, {tr("--shared says what becomes of versions that are erased; none are here."), {}},
                {}, {toDo, {}});
}

}  // namespace trackloom::cli
