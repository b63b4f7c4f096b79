#include "plugin/host.h"

#include "plan/error.h"
#include "plugin/child.h"
#include "plugin/job.h"
#include "plugin/library.h"
#include "plugin/text.h"
#include "xml/disk_files.h"
#include "xml/write.h"

#include <algorithm>
#include <cstdlib>

namespace trackloom::plugin {
namespace {

namespace fs = std::filesystem;

/// A folder of the user's: what the environment names, else the usual place under the home folder.
fs::path userFolder(const char* variable, const char* usual) {
  const char* const named = std::getenv(variable);
  if (named && fs::path(named).is_absolute()) return fs::path(named) / "trackloom";
  const char* const home = std::getenv("HOME");
  return fs::path(home ? home : "/nonexistent") / usual / "trackloom";
}

Error notUsable(const PluginEntry& plugin) {
  const std::string where = plugin.library.string();
  if (plugin.problem)
    return Error(ErrorKind::usage, {tr("The plugin \"{plugin}\" cannot be used."), {{"plugin", plugin.title}}}, where,
                 *plugin.problem);
  if (plugin.permission == Permission::lapsed)
    return Error(
        ErrorKind::usage,
        {tr("The library of the plugin \"{plugin}\" has changed since you allowed it."), {{"plugin", plugin.title}}},
        where, {tr("If you trust it, allow it again, under plugins: {id}"), {{"id", plugin.id}}});
  return Error(ErrorKind::usage,
               {tr("The plugin \"{plugin}\" comes from outside Trackloom and is off until you allow it."),
                {{"plugin", plugin.title}}},
               where, {tr("If you trust it, allow it, under plugins: {id}"), {{"id", plugin.id}}});
}

/// The plugin from outside under an id, else an error that says what there is.
const PluginEntry& outsidePlugin(const std::vector<PluginEntry>& plugins, const std::string& id) {
  std::string known;
  for (const PluginEntry& plugin : plugins) {
    if (plugin.origin != Origin::outside) continue;
    if (plugin.id == id) return plugin;
    known += (known.empty() ? "" : ", ") + plugin.id;
  }
  Message toDo = known.empty() ? Message{tr("There are no plugins from outside."), {}}
                               : Message{tr("Plugins from outside: {known}"), {{"known", known}}};
  throw Error(ErrorKind::usage, {tr("There is no plugin from outside under the name \"{id}\"."), {{"id", id}}}, {},
              std::move(toDo));
}

/// A text format must be text: UTF-8 without zero bytes. Anything else would be garbage to every program that reads it.
void checkText(const PluginEntry& plugin, Result& result) {
  if (result.ending != Ending::fine || !plugin.mediaType.starts_with("text/")) return;
  if (!isText(result.bytes)) result.ending = Ending::nonsense;
}

std::vector<Message> notesOf(const Result& result) {
  std::vector<Message> notes;
  for (const std::string& note : result.notes) notes.push_back({"{note}", {{"note", shownSentence(note)}}});
  return notes;
}

/// What is wrong with a file that an importer was given: what it says itself, else that it got nowhere with it.
Error unreadable(const Result& result, const PluginEntry& plugin) {
  const bool hardToRead = result.ending == Ending::crashed || result.ending == Ending::timedOut ||
                          result.ending == Ending::tooLarge || result.ending == Ending::silent;
  const Message toDo{tr("Open it in your office program, save it as a new file or as CSV in UTF-8, and import that."),
                     {}};
  if (result.ending == Ending::reported)
    return {ErrorKind::unreadable, {"{reason}", {{"reason", shownSentence(result.reason)}}}, {}, toDo};
  if (hardToRead)
    return {ErrorKind::unreadable,
            {tr("The file is damaged, or made so that reading it takes more time or memory than a plan can need."), {}},
            {},
            toDo};
  const Error failure = failureOf(result, plugin.title, {});
  return {ErrorKind::unreadable, failure.message(), {}, toDo};
}

}  // namespace

PluginPlaces standardPlaces(const fs::path& program) {
  const fs::path folder = fs::absolute(program).parent_path();
  return {{(folder / "../lib/trackloom/plugins").lexically_normal(),
           userFolder("XDG_DATA_HOME", ".local/share") / "plugins"},
          userFolder("XDG_CONFIG_HOME", ".config") / "allowed-plugins",
          {(folder / "trackloom-cli").string(), "plugin-run"}};
}

PluginHost::PluginHost(PluginPlaces places, Limits limits)
    : places_(std::move(places)),
      limits_(limits),
      files_(std::make_unique<DiskFiles>()),
      permissions_(*files_, places_.allowed) {
  refresh();
}

PluginHost::~PluginHost() = default;

void PluginHost::refresh() { plugins_ = listPlugins(*files_, places_.folders, permissions_); }

void PluginHost::allow(const std::string& id) {
  const PluginEntry& plugin = outsidePlugin(plugins_, id);
  if (plugin.problem) throw notUsable(plugin);
  permissions_.allow(id, libraryHash(*files_, plugin));
  refresh();
}

void PluginHost::disallow(const std::string& id) {
  const std::string known = outsidePlugin(plugins_, id).id;
  permissions_.disallow(known);
  refresh();
}

Exported PluginHost::run(const PluginEntry& plugin, const Shown& shown) {
  if (plugin.origin == Origin::outside && !plugin.problem) permissions_.verify();
  if (!plugin.usable()) throw notUsable(plugin);
  Result result = plugin.origin == Origin::installation ? runHere(plugin, shown) : runOutside(plugin, shown);
  checkText(plugin, result);
  if (result.ending != Ending::fine) throw failureOf(result, plugin.title, limits_);
  return {std::move(result.bytes), notesOf(result)};
}

Tables PluginHost::readTables(const PluginEntry& plugin, std::string_view file) {
  if (plugin.origin == Origin::outside && !plugin.problem) permissions_.verify();
  if (!plugin.usable()) throw notUsable(plugin);
  if (plugin.origin == Origin::outside) verifyUnchanged(plugin);
  Request request{Request::Task::readTables, plugin.library, Day{}, limits_};
  Result result = runInChild(places_.childCommand, request, file);
  auto sheets = result.ending == Ending::fine ? unpackedSheets(result.bytes) : std::nullopt;
  if (result.ending == Ending::fine && !sheets) result.ending = Ending::nonsense;
  if (!sheets) throw unreadable(result, plugin);
  return {*std::move(sheets), notesOf(result)};
}

Exported PluginHost::writeTables(const PluginEntry& plugin, const std::vector<WrittenTable>& tables, Day made) {
  if (!plugin.usable() || plugin.origin != Origin::installation) throw notUsable(plugin);
  const Library& library = loaded(plugin);
  const Plan none;
  Result result{Ending::nonsense, {}, {}, {}};
  if (library.writesTables()) result = runTableWriter(library.plugin(), tables, {none, made}, limits_.output);
  if (result.ending != Ending::fine) throw failureOf(result, plugin.title, limits_);
  return {std::move(result.bytes), notesOf(result)};
}

const Library& PluginHost::loaded(const PluginEntry& plugin) {
  auto& library = libraries_[plugin.id];
  if (!library) library = std::make_unique<Library>(plugin.library);
  return *library;
}

Result PluginHost::runHere(const PluginEntry& plugin, const Shown& shown) {
  return runExporter(loaded(plugin).plugin(), shown, limits_.output);
}

/// It may have been changed since the list was made.
void PluginHost::verifyUnchanged(const PluginEntry& plugin) {
  if (permissions_.hashFor(plugin.id) == libraryHash(*files_, plugin)) return;
  PluginEntry changed = plugin;
  changed.permission = Permission::lapsed;
  throw notUsable(changed);
}

Result PluginHost::runOutside(const PluginEntry& plugin, const Shown& shown) {
  verifyUnchanged(plugin);
  return runInChild(places_.childCommand, {Request::Task::exportPlan, plugin.library, shown.asOf, limits_, shown.view},
                    xml::write(shown.plan));
}

}  // namespace trackloom::plugin
