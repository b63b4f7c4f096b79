#include "cli/kept_versions.h"

namespace trackloom::cli {

namespace {

std::optional<sharing::LocalHistory> historyIn(const Shell& shell, const Envelope* envelope) {
  const auto& data = shell.installation().ownData;
  if (data.empty()) return std::nullopt;
  return sharing::LocalHistory(shell.files(), (data / "history").string(), envelope);
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

}  // namespace trackloom::cli
