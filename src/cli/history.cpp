#include "cli/commands.h"
#include "cli/kept_versions.h"
#include "cli/plain_text.h"
#include "documents/json.h"
#include "sharing/local_time.h"
#include "xml/revisions.h"
#include "xml/write.h"

#include <algorithm>

namespace trackloom::cli {
namespace {

using documents::Json;
using sharing::KeptVersion;
using sharing::LocalHistory;

constexpr std::size_t shortRevision = 8;

struct Options {
  std::string file;
  std::string action = "list";
  std::string version;
  std::string name;
  std::string out;
  std::string format = "text";
  std::string shared;
  bool off = false;
  bool on = false;
};

/// Day and time of day, by the clock of the machine.
std::string timeOf(const KeptVersion& version, char between = ' ') {
  const sharing::LocalTime kept = sharing::localTime(version.kept);
  return isoText(kept.day) + between + kept.clock;
}

Json json(const std::vector<KeptVersion>& versions, const std::string& current) {
  Json list = Json::array();
  for (const KeptVersion& version : versions)
    list.add(Json()
                 .put("version", version.revision)
                 .put("kept", timeOf(version, 'T'))
                 .put("name", version.name.empty() ? Json() : Json(version.name))
                 .put("current", version.revision == current));
  return list;
}

std::string text(const std::vector<KeptVersion>& versions, const std::string& current, std::size_t width) {
  if (versions.empty()) return std::string(tr("No earlier version of this plan is on this machine.")) + '\n';
  documents::Table table{{{tr("Version")}, {tr("Kept on")}, {tr("Name")}, {tr("State")}}, {}};
  for (const KeptVersion& version : versions)
    table.rows.push_back({version.revision.substr(0, shortRevision), timeOf(version), oneLine(version.name),
                          version.revision == current ? tr("as the plan is now") : ""});
  return alignedText(table, width);
}

/// The version people name: by what they called it, or the beginning of its revision.
const KeptVersion& wanted(const std::vector<KeptVersion>& versions, const std::string& name) {
  const KeptVersion* found = nullptr;
  for (const KeptVersion& version : versions) {
    if (version.name == name && !name.empty()) return version;
    if (name.empty() || !version.revision.starts_with(name)) continue;
    if (found)
      throw Error(ErrorKind::usage, {tr("“{name}” could be several versions."), {{"name", oneLine(name)}}}, {},
                  {tr("Write more of the one you mean."), {}});
    found = &version;
  }
  if (found) return *found;
  throw Error(ErrorKind::usage, {tr("No version “{name}” of this plan is on this machine."), {{"name", oneLine(name)}}},
              {}, {tr("trackloom-cli history PLAN lists those that are."), {}});
}

void turn(LocalHistory& history, const Options& options, const Shell& shell) {
  if (options.off) {
    history.turnOff();
    shell.note({tr("The local history is off, and what it kept is gone."), {}});
  } else {
    history.turnOn();
    shell.note(
        {tr("The local history is on. Plans with anything at the level core are kept only by history PLAN keep."), {}});
  }
}

void list(Shell& shell, const Options& options, const LoadedPlan& loaded, const LocalHistory& history) {
  const auto versions = history.versions(loaded.plan);
  const std::string current = xml::revisionOf(loaded.plan);
  shell.print(options.format == "json" ? jsonText(json(versions, current))
                                       : text(versions, current, shell.terminal().width));
  if (history.isOff()) shell.note({tr("The local history is off; history --on turns it on."), {}});
  if (!sharing::mayKeepUnasked(loaded.plan))
    shell.note(
        {tr("The plan holds something at the level core: its versions are kept only by history PLAN keep."), {}});
}

void restore(Shell& shell, const Options& options, const LoadedPlan& loaded, LocalHistory& history) {
  const KeptVersion version = wanted(history.versions(loaded.plan), options.version);
  const std::string& file = options.out.empty() ? loaded.file : options.out;
  const Plan earlier = xml::withPastOf(loaded.plan, *history.find(version.revision));
  keepVersions(shell, {loaded.plan});
  const bool inPlace = loaded.stamp && file != "-" && shell.areSameFile(loaded.file, file);
  shell.savePlan(file, xml::write(earlier), inPlace ? loaded.stamp : std::nullopt);
  if (inPlace) shell.note({tr("{file} is as it was; how it stood until now is {file}~."), {{"file", file}}});
}

void keep(Shell& shell, const LoadedPlan& loaded, LocalHistory& history) {
  if (history.isOff())
    throw Error(ErrorKind::usage, {tr("The local history is off."), {}}, {}, {tr("history --on turns it on."), {}});
  history.keep(loaded.plan);
  shell.note({tr("Kept as version {version}."), {{"version", xml::revisionOf(loaded.plan).substr(0, shortRevision)}}});
}

/// The history of the machine. Throws an `Error` where there is no folder for it.
LocalHistory neededHistory(const Shell& shell) {
  if (auto history = localHistory(shell)) return *std::move(history);
  throw Error(ErrorKind::unreadable, {tr("There is no folder for the user's data on this machine."), {}}, {},
              {tr("Set HOME or XDG_DATA_HOME."), {}});
}

ExitCode onPlan(Shell& shell, const Options& options) {
  const LoadedPlan loaded = shell.loadNoting(options.file);
  LocalHistory history = neededHistory(shell);
  if (options.action == "list") list(shell, options, loaded, history);
  if (options.action == "keep") keep(shell, loaded, history);
  if (options.action == "restore") restore(shell, options, loaded, history);
  if (options.action == "forget")
    history.forget(loaded.plan, leftForOthers(shell, history, loaded.file, loaded.plan, options.shared));
  if (options.action == "show" || options.action == "name") {
    const KeptVersion version = wanted(history.versions(loaded.plan), options.version);
    if (options.action == "name") {
      history.name(version.revision, options.name);
    } else {
      shell.savePlan(options.out, xml::write(*history.find(version.revision)));
    }
  }
  return ExitCode::fine;
}

void verify(const Options& options) {
  static constexpr std::string_view actions[] = {"list", "show", "restore", "name", "keep", "forget"};
  if (std::ranges::find(actions, options.action) == std::end(actions))
    throw Error(ErrorKind::usage, {tr("history does not know “{word}”."), {{"word", oneLine(options.action)}}}, {},
                {tr("It knows list, show, restore, name, keep and forget."), {}});
  if (options.action != "forget") refuseShared(options.shared, tr("Leave --shared out, or say forget."));
  if (options.file.empty() && !options.on && !options.off)
    throw Error(ErrorKind::usage, {tr("history needs a plan."), {}}, {}, {tr("Write: history PLAN."), {}});
}

ExitCode run(Shell& shell, const Options& options) {
  verify(options);
  if (!options.on && !options.off) return onPlan(shell, options);
  LocalHistory history = neededHistory(shell);
  turn(history, options, shell);
  return ExitCode::fine;
}

}  // namespace

Run declareHistory(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.optional("PLAN", options->file, tr("The plan as it is now."));
  arguments.optional("ACTION", options->action,
                     tr("list (if nothing is said), show, restore, name, keep this version, forget all of them."));
  arguments.optional("VERSION", options->version, tr("The beginning of the version, or its name."));
  arguments.optional("NAME", options->name, tr("What to call it, for name; without one it loses its name."));
  arguments.option("-o,--output", options->out, "OUT",
                   tr("Where show and restore write; else the standard output, and the plan's own file."));
  arguments.oneOf("--format", options->format, {"text", "json"}, tr("The list for people or programs."));
  arguments.oneOf("--shared", options->shared, {keepShared, eraseShared},
                  tr("What forget does with versions that other plans come from, too."));
  arguments.flag("--off", options->off, tr("Forget all versions of all plans, and keep none from now on."), "Switch");
  arguments.flag("--on", options->on, tr("Keep versions again."), "Switch");
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
