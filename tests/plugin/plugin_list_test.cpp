#include "plugin/plugin_list.h"

#include "plan/error.h"
#include "plugin_folder.h"
#include "support/memory_files.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::plugin;
using test::PluginFolder;

namespace {

std::string problemOf(const PluginHost& host, const std::string& id) {
  const auto& problem = test::entry(host, id).problem;
  return problem ? plainText(*problem) : "";
}

}  // namespace

TEST_CASE("A plugin is listed from its manifest alone: one that would end the program when loaded is in the list") {
  const PluginFolder folder;
  PluginFolder::put(folder.installed(), "aborting");
  const PluginHost host(folder.places());
  const PluginEntry& plugin = test::entry(host, "aborting");
  CHECK(plugin.title == "Plugin aborting");
  CHECK(plugin.help == "What it does.");
  CHECK(plugin.format == "aborting");
  CHECK(plugin.extension == "txt");
  CHECK(plugin.mediaType == "text/plain");
  CHECK(plugin.usable());
}

TEST_CASE("A plugin that can never work is listed with the reason and is not loaded") {
  const PluginFolder folder;
  const auto put = [&](const std::string& id, const std::string& manifest) {
    PluginFolder::put(folder.installed(), id, manifest);
  };
  put("no-library", PluginFolder::manifest("no-library"));
  put("aborting", PluginFolder::manifest("aborting", {{"api", "5"}}));
  put("good", PluginFolder::manifest("good", {{"library", "../good/good.so"}}));
  put("renamed", PluginFolder::manifest("other"));
  put("painter", PluginFolder::manifest("painter", {{"kind", "painter"}}));
  put("no-format", PluginFolder::manifest("no-format", {{"format", "A format!"}}));
  put("no-version", PluginFolder::manifest("no-version", {{"api", "one"}}));
  put("broken", "<manifest id='broken'");
  put("endless", std::string(1U << 20U, ' '));
  const PluginHost host(folder.places());
  CHECK(host.plugins().size() == 9);
  CHECK(problemOf(host, "no-library") == "Its library no-library.so is missing.");
  CHECK(problemOf(host, "aborting") ==
        "It needs version 5 of the plugin interface; this is version 4. A newer Trackloom has it.");
  CHECK(problemOf(host, "good") == "Its manifest does not name a library in its own folder.");
  CHECK(problemOf(host, "renamed") == "Its manifest names it \"other\", which is not the name of its folder.");
  CHECK(problemOf(host, "painter") == "It is of the kind \"painter\"; this version runs exporters and importers.");
  CHECK(problemOf(host, "no-format") ==
        "Its manifest lacks a format or an extension, or they are not small letters and digits.");
  CHECK(problemOf(host, "no-version") == "Its manifest does not say which version of the plugin interface it needs.");
  CHECK_FALSE(problemOf(host, "broken").empty());
  CHECK(problemOf(host, "endless") == "Its manifest is larger than a manifest can be.");
  for (const PluginEntry& plugin : host.plugins()) CHECK_FALSE(plugin.usable());
}

TEST_CASE("A plugin from outside cannot stand in for one of the installation") {
  const PluginFolder folder;
  PluginFolder::put(folder.installed(), "good");
  PluginFolder::put(folder.outside(), "good");
  PluginFolder::put(folder.outside(), "crashing", PluginFolder::manifest("crashing", {{"format", "good"}}));
  const PluginHost host(folder.places());
  REQUIRE(host.plugins().size() == 3);
  CHECK(host.plugins()[0].usable());
  CHECK(host.plugins()[1].problem);
  CHECK(host.plugins()[2].problem);
}

TEST_CASE("Folders that are missing hold no plugins") {
  const PluginHost host({{"/nowhere/a", "/nowhere/b"}, "/nowhere/c", {"/nowhere/d"}});
  CHECK(host.plugins().empty());
}

TEST_CASE("A folder of plugins that cannot be read is listed with the reason, and what can be read is used") {
  class Locked : public test::MemoryFiles {
   public:
    std::vector<std::string> list(const std::string& folder) override {
      if (folder == "/home/plugins") throw Error(ErrorKind::unreadable, {"It cannot be read.", {}}, folder, {});
      return {"locked"};
    }
    std::optional<FileState> state(const std::string& path) override {
      if (path == "/plugins/locked/manifest.xml")
        throw Error(ErrorKind::unreadable, {"It cannot be looked at.", {}}, path, {});
      FileState folder;
      folder.folder = true;
      return folder;
    }
  };
  Locked files;
  const auto plugins = listPlugins(files, {"/plugins", "/home/plugins"}, Permissions(files, "/allowed"));
  REQUIRE(plugins.size() == 2);
  CHECK(plugins[0].id == "locked");
  CHECK(plainText(plugins[0].problem.value()) == "It cannot be looked at.");
  CHECK(plainText(plugins[1].problem.value()) == "It cannot be read.");
}
