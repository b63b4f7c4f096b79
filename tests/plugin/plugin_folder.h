#pragma once

#include "plan/plan.h"
#include "plugin/host.h"
#include "xml/read.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include <unistd.h>

namespace trackloom::test {

namespace fs = std::filesystem;

/// Folders with plugins, in the way they are installed, gone with this.
class PluginFolder {
 public:
  PluginFolder() : root_(fs::temp_directory_path() / ("trackloom-plugins-" + std::to_string(::getpid()))) {
    fs::remove_all(root_);
    fs::create_directories(installed());
    fs::create_directories(outside());
  }
  ~PluginFolder() { fs::remove_all(root_); }
  PluginFolder(const PluginFolder&) = delete;
  PluginFolder& operator=(const PluginFolder&) = delete;

  fs::path installed() const { return root_ / "installed"; }
  fs::path outside() const { return root_ / "outside"; }
  fs::path allowed() const { return root_ / "settings/allowed-plugins"; }

  static std::string manifest(const std::string& id, const std::map<std::string, std::string>& other = {}) {
    std::map<std::string, std::string> values = {
        {"id", id},           {"title", "Plugin " + id},    {"kind", "exporter"}, {"format", id},
        {"extension", "txt"}, {"media-type", "text/plain"}, {"api", "1"},         {"library", id + ".so"}};
    for (const auto& [name, value] : other) values[name] = value;
    std::string xml = "<manifest";
    for (const auto& [name, value] : values) xml += " " + name + "=\"" + value + "\"";
    return xml + "><help>What it does.</help></manifest>\n";
  }

  /// Puts one of the sample plugins into a folder.
  static void put(const fs::path& folder, const std::string& sample) { put(folder, sample, manifest(sample)); }
  static void put(const fs::path& folder, const std::string& sample, const std::string& manifest) {
    const fs::path library = fs::path(TRACKLOOM_BINARY_DIR) / "tests/plugins" / (sample + ".so");
    fs::create_directories(folder / sample);
    std::ofstream(folder / sample / "manifest.xml", std::ios::binary) << manifest;
    if (fs::exists(library))
      fs::copy_file(library, folder / sample / (sample + ".so"), fs::copy_options::overwrite_existing);
  }

  plugin::PluginPlaces places() const {
    plugin::PluginPlaces places{{installed(), outside()}, allowed(), {}};
    places.childCommand.push_back((fs::path(TRACKLOOM_BINARY_DIR) / "bin/plugin_child").string());
    return places;
  }

 private:
  fs::path root_;
};

inline const plugin::PluginEntry& entry(const plugin::PluginHost& host, const std::string& id) {
  for (const plugin::PluginEntry& plugin : host.plugins())
    if (plugin.id == id) return plugin;
  throw std::runtime_error("no plugin " + id);
}

inline Plan planOf(const std::string& inside, const std::string& attributes = "") {
  const auto reading =
      xml::read("<plan xmlns=\"urn:trackloom:plan:1\" version=\"1\" id=\"p1\" title=\"Talks\" languages=\"en; ar\" " +
                attributes + ">" + inside + "</plan>");
  return reading.plan.value();
}

}  // namespace trackloom::test
