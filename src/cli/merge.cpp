#include "sharing/merge.h"

#include "cli/commands.h"
#include "cli/common_version.h"
#include "cli/kept_versions.h"
#include "cli/plain_text.h"
#include "documents/wording.h"
#include "sharing/conflict_json.h"
#include "sharing/question.h"
#include "xml/revisions.h"
#include "xml/write.h"

#include <algorithm>

namespace trackloom::cli {
namespace {

using sharing::Conflict;
using sharing::Merge;
using sharing::Side;

struct Options {
  std::vector<std::string> files;
  std::string out;
  std::string format = "text";
  std::optional<std::string> take;
};

void verify(const Options& options) {
  if (options.files.size() != 2 && options.files.size() != 3)
    throw Error(ErrorKind::usage, {tr("merge takes two or three plans."), {}}, {},
                {tr("Write: merge OURS THEIRS, or merge BASE OURS THEIRS."), {}});
  if (options.take && *options.take != "ours" && *options.take != "theirs")
    throw Error(ErrorKind::usage, {tr("--take is ours or theirs, not “{word}”."), {{"word", oneLine(*options.take)}}},
                {}, {tr("Leave it out to see what is to be decided."), {}});
}

/// The questions, one below the other, and what can be done; on the standard error, as the plan may go to the output.
void tell(const Shell& shell, const documents::Material& material, const std::vector<Conflict>& conflicts) {
  for (const Conflict& conflict : conflicts) shell.note(question(material, conflict), &material.plan());
  if (conflicts.size() == 1) {
    shell.note({tr("One thing is to be decided, and nothing was written. Change one of the plans, or say --take ours "
                   "or --take theirs."),
                {}});
  } else {
    shell.note({tr("{count} {count|thing is|things are} to be decided, and nothing was written. Change one of the "
                   "plans, or say --take "
                   "ours or --take theirs."),
                {{"count", static_cast<std::int64_t>(conflicts.size())}}});
  }
}

/// Answers for all, and says to what; levels alone are never lowered so.
Plan taken(const Shell& shell, const documents::Material& material, const Merge& merge, const std::string& side) {
  const sharing::Answer answer = side == "ours" ? sharing::Answer::ours : sharing::Answer::theirs;
  for (const Conflict& conflict : merge.conflicts)
    if (conflict.kind != Conflict::Kind::levelLowered)
      shell.note({tr("Decided for {side}: {decision}"),
                  {{"side", side}, {"decision", std::vector<Message>{decision(material, conflict, answer)}}}},
                 &material.plan());
  const auto kept = std::ranges::count(merge.conflicts, Conflict::Kind::levelLowered, &Conflict::kind);
  if (kept > 0)
    shell.note({tr("Where levels differ the one that shows it to fewer readers was kept ({count})."),
                {{"count", static_cast<std::int64_t>(kept)}}});
  return resolveAll(merge, side == "ours" ? Side::ours : Side::theirs);
}

/// What our file was like, if the merged plan goes back into it.
std::optional<FileStamp> expected(const Shell& shell, const LoadedPlan& ours, const std::string& out) {
  const bool inPlace = ours.stamp && !out.empty() && out != "-" && shell.areSameFile(ours.file, out);
  return inPlace ? ours.stamp : std::nullopt;
}

/// The version that was named as the one both sides come from. Another plan in its place would have everything taken
/// out that is not in it.
Plan namedBase(const Shell& shell, const std::string& file, const LoadedPlan& ours, const LoadedPlan& theirs) {
  Plan base = shell.loadNoting(file).plan;
  for (const LoadedPlan* side : {&ours, &theirs})
    if (!sharing::comesFrom(side->plan, base))
      throw Error(ErrorKind::usage,
                  {tr("{side} holds next to nothing of {base}, so it does not come from it. Nothing was written."),
                   {{"side", side->file}, {"base", file}}},
                  {}, {tr("Name the version both come from, yours and the other one: merge BASE OURS THEIRS."), {}});
  if (diff(base, ours.plan).empty() && !diff(base, theirs.plan).empty())
    shell.note({tr("Nothing was changed in {ours} since {base}, so that everything is taken as it is in {theirs}."),
                {{"ours", ours.file}, {"base", file}, {"theirs", theirs.file}}});
  return base;
}

ExitCode run(Shell& shell, const Options& options) {
  verify(options);
  const std::size_t first = options.files.size() - 2;
  const LoadedPlan ours = shell.loadNoting(options.files[first]);
  const LoadedPlan theirs = shell.loadNoting(options.files[first + 1]);
  const Plan base = first == 1 ? namedBase(shell, options.files[0], ours, theirs) : commonVersion(shell, ours, theirs);
  Merge merge = sharing::mergePlans(base, ours.plan, theirs.plan);

  const checks::Study study(merge.plan, asOfDay(merge.plan).value_or(shell.today()), checks::Suggestions::shown);
  const documents::Material material{study, Classification::core};
  if (options.format == "json") shell.print(jsonText(conflictsJson(material, merge)));
  if (!merge.conflicts.empty() && !options.take) {
    if (options.format == "text") tell(shell, material, merge.conflicts);
    return ExitCode::findings;
  }
  const Plan merged =
      options.take && !merge.conflicts.empty() ? taken(shell, material, merge, *options.take) : merge.plan;
  if (options.format == "json" && options.out.empty()) return ExitCode::fine;
  const Plan whole = xml::withMergedRevisions(ours.plan, theirs.plan, merged);
  shell.savePlan(options.out, xml::write(whole), expected(shell, ours, options.out));
  if (!options.out.empty() && options.out != "-") keepVersions(shell, {ours.plan, theirs.plan, whole});
  return ExitCode::fine;
}

}  // namespace

Run declareMerge(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILES", options->files,
                     tr("The version both come from, yours and the other one; or the last two only."));
  arguments.option("-o,--output", options->out, "OUT",
                   tr("Where to write the merged plan, your own file if you like; else to the standard output."));
  arguments.oneOf("--format", options->format, {"text", "json"},
                  tr("What is to be decided for people, or for programs on the standard output."));
  arguments.option("--take", options->take, "SIDE", tr("Decide everything for one side: ours or theirs."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
