#include "cli/common_version.h"

#include "cli/kept_versions.h"
#include "xml/revisions.h"

namespace trackloom::cli {

Plan commonVersion(const Shell& shell, const LoadedPlan& ours, const LoadedPlan& theirs) {
  const auto revision = xml::commonRevision(ours.plan, theirs.plan);
  if (!revision)
    throw Error(ErrorKind::usage,
                {tr("{ours} and {theirs} do not know of a version they both come from."),
                 {{"ours", ours.file}, {"theirs", theirs.file}}},
                {}, {tr("Name that version as a third file: merge BASE OURS THEIRS."), {}});
  for (const LoadedPlan* side : {&ours, &theirs})
    if (*revision == xml::revisionOf(side->plan)) return side->plan;
  if (auto kept = keptVersion(shell, *revision)) return *std::move(kept);
  throw Error(ErrorKind::usage,
              {tr("The version that {ours} and {theirs} both come from is not on this machine."),
               {{"ours", ours.file}, {"theirs", theirs.file}}},
              {},
              {tr("Find a copy from before they parted, a mail or {ours}~ perhaps, and name it first: merge BASE OURS "
                  "THEIRS."),
               {{"ours", ours.file}}});
}

}  // namespace trackloom::cli
