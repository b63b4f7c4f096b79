#pragma once

#include "plan/plan.h"
#include "plugin/plugin_list.h"
#include "plugin/result.h"
#include "plugin/sheet.h"
#include "plugin/shown.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace trackloom::plugin {

class Library;

/// Where the host finds plugins, keeps what the user allowed, and how it starts the process for plugins from outside.
struct PluginPlaces {
  PluginFolders folders;
  std::filesystem::path allowed;
  std::vector<std::string> childCommand;  ///< a program and its words that call `runChild`
};

/// The places that belong to a running program of Trackloom: `../lib/trackloom/plugins` beside its folder, the user's
/// folders for data and settings (XDG Base Directory Specification), and `trackloom-cli plugin-run`.
PluginPlaces standardPlaces(const std::filesystem::path& program);

/// What an exporter gave: the file, and sentences about what is in it.
struct Exported {
  std::string bytes;
  std::vector<Message> notes;
  std::optional<std::string>
      said{};  ///< what the file says, as plain text, HTML or SVG; none where that cannot be told
};

/// What an importer gave: the tables of a file, and sentences about what is in it.
struct Tables {
  std::vector<Sheet> sheets;
  std::vector<Message> notes;
};

/// Knows all plugins and runs them. Plugins of the installation run in this process, their libraries loaded when they
/// are first used; plugins from outside run in a process of their own, within limits, and only if the user allowed
/// the very library that is there. For one thread.
class PluginHost {
 public:
  explicit PluginHost(PluginPlaces places, Limits limits = {});
  ~PluginHost();
  PluginHost(const PluginHost&) = delete;
  PluginHost& operator=(const PluginHost&) = delete;

  /// All plugins, by id, those of the installation first; also those that cannot be used.
  const std::vector<PluginEntry>& plugins() const { return plugins_; }

  /// Allows or disallows a plugin from outside from now on. Throws an `Error` for a name there is no such plugin under,
  /// for a broken one, and if the user's settings cannot be written.
  void allow(const std::string& id);
  void disallow(const std::string& id);

  /// Lets an exporter write what it is shown. Throws an `Error` if it is not usable or fails, whatever way it fails in.
  Exported run(const PluginEntry& plugin, const Shown& shown);

  /// Lets an importer turn a file into tables, always in a process of its own: the file may come from anybody. Throws
  /// as `run`, of kind unreadable.
  Tables readTables(const PluginEntry& plugin, std::string_view file);
  /// Lets an exporter of the installation write tables. Throws as `run`, also if it cannot write any.
  Exported writeTables(const PluginEntry& plugin, const std::vector<WrittenTable>& tables, Day made);

 private:
  void refresh();
  const Library& loaded(const PluginEntry& plugin);
  void verifyUnchanged(const PluginEntry& plugin);
  Result runHere(const PluginEntry& plugin, const Shown& shown);
  Result runOutside(const PluginEntry& plugin, const Shown& shown);

  PluginPlaces places_;
  Limits limits_;
  std::unique_ptr<Files> files_;
  Permissions permissions_;
  std::vector<PluginEntry> plugins_;
  std::map<std::string, std::unique_ptr<Library>> libraries_;  // by id
};

}  // namespace trackloom::plugin
