#pragma once

#include "plan/message.h"
#include "plugin/permissions.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace trackloom::plugin {

/// Where a plugin comes from: with Trackloom, and so trusted; or from anywhere else.
enum class Origin : std::uint8_t { installation, outside };
enum class Permission : std::uint8_t { given, missing, lapsed };

/// What a manifest says of a plugin, and whether it can be used. Nothing of its code was loaded to find that out.
struct PluginEntry {
  std::string id;
  std::string title;
  std::string help;
  static constexpr std::string_view exporter = "exporter";
  static constexpr std::string_view importer = "importer";
  std::string kind;       ///< one of these two
  std::string format;     ///< the name of the format it writes, for `--to`, or reads
  std::string extension;  ///< of files in it, without a dot
  std::string mediaType;
  std::filesystem::path library;
  Origin origin = Origin::installation;
  Permission permission = Permission::given;
  std::optional<Message> problem;  ///< why it can never be used as it is

  bool usable() const { return !problem && permission == Permission::given; }
};

/// Why a plugin is not used now; nothing if it is.
std::optional<Message> whyOff(const PluginEntry& plugin);

/// Where plugins lie. Each has a folder of its own in one of the two, named by its id.
struct PluginFolders {
  std::filesystem::path installed;
  std::filesystem::path outside;
};

/// All plugins in the folders, by id, those of the installation first. A broken one is in the list with its problem.
std::vector<PluginEntry> listPlugins(Files& files, const PluginFolders& folders, const Permissions& permissions);

/// The hash of a plugin's library, by which a permission is bound to it.
std::string libraryHash(Files& files, const PluginEntry& plugin);

}  // namespace trackloom::plugin
