#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

namespace fs = std::filesystem;

namespace {

struct Layer {
  std::set<std::string> uses;            ///< other layers whose headers it may include
  std::set<std::string> thirdParty;      ///< beginnings of third-party headers its .cpp files may include
  std::set<std::string> inHeaders = {};  ///< those its headers may include, where what they offer is made of it
};

// The table of docs/architecture.md. Whoever changes one changes the other.
const std::map<std::string, Layer> layers = {
    {"plan", {{}, {}}},
    {"xml", {{"plan"}, {"pugixml.hpp"}}},
    {"language", {{"plan"}, {"boost/locale", "unicode/"}}},
    {"graph", {{"plan"}, {"boost/"}}},
    {"checks", {{"plan", "graph"}, {}}},
    {"scene", {{"plan", "graph", "checks"}, {"graphviz/"}}},
    {"render", {{"plan", "scene"}, {"cairo", "pango/"}}},
    {"documents",
     {{"plan", "language", "xml", "graph", "checks", "scene", "render"},
      {"kainjow/", "mustache.hpp", "nlohmann/", "zlib.h"}}},
    {"sharing",
     {{"plan", "language", "xml", "graph", "checks", "scene", "render", "documents"},
      {"sodium.h", "zlib.h", "zxcvbn.h"}}},
    {"process", {{"plan"}, {}}},
    {"house_rules", {{"plan", "xml", "graph", "checks", "process"}, {"pugixml.hpp"}}},
    {"plugin",
     {{"plan", "language", "xml", "graph", "checks", "process", "scene", "render", "documents"}, {"dlfcn.h"}}},
    {"tables",
     {{"plan", "language", "xml", "graph", "checks", "scene", "render", "documents", "process", "sharing", "plugin"},
      {}}},
    {"installation", {{"plan", "language", "xml", "graph", "checks", "scene", "render", "documents"}, {}}},
    {"cli",
     {{"plan", "language", "xml", "graph", "checks", "scene", "render", "documents", "process", "house_rules",
       "sharing", "plugin", "tables", "installation"},
      {"CLI/"}}},
    {"desktop",
     {{"plan", "language", "xml", "graph", "checks", "scene", "render", "documents", "process", "house_rules",
       "sharing", "plugin", "tables", "installation"},
      {"wx/", "gtk/"},
      {"wx/"}}},
};

const std::set<std::string> systemHeaders = {"dirent.h", "dlfcn.h",  "errno.h",   "fcntl.h", "malloc.h",
                                             "poll.h",   "signal.h", "spawn.h",   "sys/",    "unistd.h",
                                             "stddef.h", "stdint.h", "termios.h", "time.h"};

bool beginsWithOneOf(const std::string& text, const std::set<std::string>& beginnings) {
  for (const std::string& beginning : beginnings)
    if (text.compare(0, beginning.size(), beginning) == 0) return true;
  return false;
}

bool isStandard(const std::string& header) { return header.find_first_of("./") == std::string::npos; }

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<fs::path> filesBelow(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void checkFile(const std::string& name, const Layer& layer, const fs::path& path) {
  const std::string text = contents(path);
  static const std::regex include(R"re(#\s*include\s*([<"])([^>"]+)[>"])re");
  for (std::sregex_iterator it(text.begin(), text.end(), include), end; it != end; ++it) {
    const std::string header = (*it)[2];
    INFO(path.string() << " includes " << header);
    if ((*it)[1] == "\"") {
      const std::string used = header.substr(0, header.find('/'));
      CHECK((used == name || layer.uses.count(used)));
    } else if (!isStandard(header)) {
      const bool system = beginsWithOneOf(header, systemHeaders);
      const bool owned = beginsWithOneOf(header, layer.thirdParty);
      const bool inHeader = beginsWithOneOf(header, layer.inHeaders);
      CHECK((system || inHeader || (owned && (path.extension() == ".cpp"))));
    }
  }
}

}  // namespace

TEST_CASE("every layer includes only what the table of layers allows") {
  const fs::path source = fs::path(TRACKLOOM_SOURCE_DIR) / "src";
  for (const auto& [name, layer] : layers)
    for (const fs::path& path : filesBelow(source / name)) checkFile(name, layer, path);
}

TEST_CASE("what panes show and do is known without a window") {
  const fs::path folder = fs::path(TRACKLOOM_SOURCE_DIR) / "src/desktop/presenters";
  static const std::regex include(R"re(#\s*include\s*([<"])([^>"]+)[>"])re");
  for (const fs::path& path : filesBelow(folder)) {
    const std::string text = contents(path);
    for (std::sregex_iterator it(text.begin(), text.end(), include), end; it != end; ++it) {
      const std::string header = (*it)[2];
      INFO(path.string() << " includes " << header);
      CHECK(((*it)[1] == "\"" || isStandard(header)));
      if (header.rfind("desktop/", 0) == 0) CHECK(header.rfind("desktop/presenters/", 0) == 0);
    }
  }
}

TEST_CASE("GTK is spoken to in one file only") {
  for (const fs::path& path : filesBelow(fs::path(TRACKLOOM_SOURCE_DIR) / "src/desktop"))
    if (path.filename() != "gtk.cpp") CHECK(contents(path).find("<gtk/") == std::string::npos);
}

TEST_CASE("every folder of src is a layer of the table") {
  for (const auto& entry : fs::directory_iterator(fs::path(TRACKLOOM_SOURCE_DIR) / "src"))
    if (entry.is_directory()) CHECK(layers.count(entry.path().filename().string()) == 1);
}

TEST_CASE("the table of layers in the architecture page is the one that is enforced") {
  const std::string page = contents(fs::path(TRACKLOOM_SOURCE_DIR) / "docs/architecture.md");
  for (const auto& [name, layer] : layers) {
    INFO(name);
    CHECK(page.find("| `" + name + "` |") != std::string::npos);
  }
}
