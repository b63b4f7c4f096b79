#include "cli/kept_versions.h"

namespace trackloom::cli {

std::optional<sharing::LocalHistory> localHistory(const Shell& shell) {
  const auto& data = shell.installation().ownData;
  if (data.empty()) return std::nullopt;
  return sharing::LocalHistory(shell.files(), (data / "history").string(), shell.envelope());
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
