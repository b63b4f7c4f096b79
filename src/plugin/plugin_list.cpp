#include "plugin/plugin_list.h"

#include "plan/error.h"
#include "plugin/trackloom_plugin.h"
#include "xml/manifest.h"
#include "xml/sha256.h"

#include <algorithm>
#include <charconv>

namespace trackloom::plugin {
namespace {

constexpr std::uint64_t maxManifestBytes = 64U << 10U;

/// A name that is safe in folders, command lines and lists.
bool isPlainName(std::string_view text) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), plain);
}

bool isFileName(std::string_view text) {
  return !text.empty() && text.front() != '.' && text.find_first_of(std::string_view("/\0\n", 3)) == text.npos;
}

std::string valueOf(const xml::Manifest& manifest, const char* name) {
  const auto found = manifest.values.find(name);
  return found == manifest.values.end() ? std::string() : found->second;
}

std::optional<Message> interfaceProblem(const std::string& stated) {
  unsigned version = 0;
  const auto [stop, code] = std::from_chars(stated.data(), stated.data() + stated.size(), version);
  if (code != std::errc() || *stop != '\0' || version == 0)
    return Message{tr("Its manifest does not say which version of the plugin interface it needs."), {}};
  if (version <= TRACKLOOM_PLUGIN_API) return std::nullopt;
  return Message{
      tr("It needs version {theirs} of the plugin interface; this is version {ours}. A newer Trackloom has it."),
      {{"theirs", static_cast<std::int64_t>(version)}, {"ours", static_cast<std::int64_t>(TRACKLOOM_PLUGIN_API)}}};
}

std::optional<Message> problemOf(Files& files, const PluginEntry& plugin, const xml::Manifest& manifest) {
  const std::string libraryName = valueOf(manifest, "library");
  if (manifest.id != plugin.id)
    return Message{tr("Its manifest names it \"{id}\", which is not the name of its folder."), {{"id", manifest.id}}};
  if (plugin.kind != PluginEntry::exporter && plugin.kind != PluginEntry::importer)
    return Message{tr("It is of the kind \"{kind}\"; this version runs exporters and importers."),
                   {{"kind", plugin.kind}}};
  if (!isPlainName(plugin.format) || !isPlainName(plugin.extension))
    return Message{tr("Its manifest lacks a format or an extension, or they are not small letters and digits."), {}};
  if (const auto problem = interfaceProblem(valueOf(manifest, "api"))) return problem;
  if (!isFileName(libraryName)) return Message{tr("Its manifest does not name a library in its own folder."), {}};
  const auto state = files.state(plugin.library.string());
  if (!state || state->folder) return Message{tr("Its library {file} is missing."), {{"file", libraryName}}};
  return std::nullopt;
}

void readInto(Files& files, PluginEntry& plugin, const std::filesystem::path& folder) {
  const std::string path = (folder / "manifest.xml").string();
  if (const auto state = files.state(path); state && state->size > maxManifestBytes) {
    plugin.problem = Message{tr("Its manifest is larger than a manifest can be."), {}};
    return;
  }
  const xml::Manifest manifest = xml::readManifest(files.read(path), path);
  plugin.title = manifest.title.empty() ? plugin.id : manifest.title;
  plugin.help = manifest.help;
  plugin.kind = valueOf(manifest, "kind");
  plugin.format = valueOf(manifest, "format");
  plugin.extension = valueOf(manifest, "extension");
  plugin.mediaType = valueOf(manifest, "media-type");
  plugin.library = folder / valueOf(manifest, "library");
  plugin.problem = problemOf(files, plugin, manifest);
}

Permission permissionFor(Files& files, const PluginEntry& plugin, const Permissions& permissions) {
  if (plugin.origin == Origin::installation) return Permission::given;
  const std::string allowed = permissions.hashFor(plugin.id);
  if (allowed.empty() || plugin.problem) return Permission::missing;
  return allowed == libraryHash(files, plugin) ? Permission::given : Permission::lapsed;
}

std::vector<std::string> namesIn(Files& files, const std::filesystem::path& folder) {
  const auto state = files.state(folder.string());
  return state && state->folder ? files.list(folder.string()) : std::vector<std::string>();
}

/// The plugin in a folder of its own; nothing if there is none.
std::optional<PluginEntry> pluginIn(Files& files, const std::filesystem::path& place, Origin origin) {
  PluginEntry plugin;
  plugin.id = plugin.title = place.filename().string();
  plugin.origin = origin;
  try {
    if (!files.state((place / "manifest.xml").string())) return std::nullopt;
    readInto(files, plugin, place);
  } catch (const Error& error) {
    plugin.problem = error.message();
  }
  return plugin;
}

/// A folder that cannot be read stands in the list as itself: what needs no plugin must go on.
std::vector<PluginEntry> pluginsIn(Files& files, const std::filesystem::path& folder, Origin origin) {
  std::vector<PluginEntry> plugins;
  try {
    for (const std::string& name : namesIn(files, folder))
      if (isPlainName(name))
        if (auto plugin = pluginIn(files, std::filesystem::absolute(folder / name), origin))
          plugins.push_back(std::move(*plugin));
  } catch (const Error& error) {
    PluginEntry unread;
    unread.id = unread.title = folder.filename().string();
    unread.origin = origin;
    unread.problem = error.message();
    plugins.push_back(std::move(unread));
  }
  return plugins;
}

}  // namespace

std::optional<Message> whyOff(const PluginEntry& plugin) {
  if (plugin.problem) return plugin.problem;
  switch (plugin.permission) {
    case Permission::given:
      return std::nullopt;
    case Permission::missing:
      return Message{tr("Off until you allow it."), {}};
    case Permission::lapsed:
      return Message{tr("Off: it was changed since you allowed it."), {}};
  }
  return std::nullopt;
}

std::vector<PluginEntry> listPlugins(Files& files, const PluginFolders& folders, const Permissions& permissions) {
  std::vector<PluginEntry> plugins = pluginsIn(files, folders.installed, Origin::installation);
  for (PluginEntry& plugin : pluginsIn(files, folders.outside, Origin::outside)) {
    for (const PluginEntry& other : plugins) {
      const bool sameFormat = !other.problem && other.format == plugin.format && other.kind == plugin.kind;
      if (!plugin.problem && (other.id == plugin.id || sameFormat))
        plugin.problem = Message{tr("The plugin \"{other}\" has the same name or format."), {{"other", other.title}}};
    }
    plugin.permission = permissionFor(files, plugin, permissions);
    plugins.push_back(std::move(plugin));
  }
  return plugins;
}

std::string libraryHash(Files& files, const PluginEntry& plugin) { return sha256(files.read(plugin.library.string())); }

}  // namespace trackloom::plugin
