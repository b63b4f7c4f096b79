#include "plan/error.h"
#include "plugin/formats.h"
#include "plugin_folder.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::plugin;
using trackloom::test::entry;
using trackloom::test::PluginFolder;

namespace {

namespace fs = std::filesystem;

struct Importer {
  PluginFolder folder;
  std::unique_ptr<PluginHost> host;

  Importer() {
    PluginFolder::put(folder.installed(), "reading",
                      PluginFolder::manifest("reading", {{"kind", "importer"}, {"api", "3"}, {"format", "xlsx"}}));
    PluginFolder::put(folder.installed(), "good", PluginFolder::manifest("good", {{"format", "xlsx"}}));
    host = std::make_unique<PluginHost>(folder.places(), Limits{.seconds = 20, .processorSeconds = 10});
  }
  Tables read(const std::string& file) { return host->readTables(entry(*host, "reading"), file); }
  std::string refusal(const std::string& file) {
    try {
      read(file);
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::unreadable);
      return plainText(error.message());
    }
    return "read";
  }
};

}  // namespace

TEST_CASE("An importer gives tables, cell by cell") {
  Importer importer;
  const Tables tables = importer.read("anything");
  REQUIRE(tables.sheets.size() == 2);
  CHECK(tables.sheets[0] == Sheet{"First", false, {}});
  CHECK(tables.sheets[1] ==
        Sheet{"Second", true, {{{"12", CellKind::number}}, {{}, {}, {"2026-05-14", CellKind::day}}}});
  CHECK(plainText(tables.notes.front()) == "It was read.");
  CHECK(importer.refusal("plan") == "read");  // it sees no plan
}

TEST_CASE("Whatever an importer does with a file, there is one sentence") {
  Importer importer;
  CHECK(importer.refusal("refuse") == "Too bad.");
  CHECK(importer.refusal("crash").find("The file is damaged, or made so that reading it takes") == 0);
  CHECK(importer.refusal("wide") == "The file has more sheets, rows, columns or cells than are read.");
  CHECK(importer.refusal("tall") == "The file has more sheets, rows, columns or cells than are read.");
}

TEST_CASE("An importer is no format of export, and may have the name of one") {
  Importer importer;
  for (const Format& format : formats(*importer.host)) CHECK(format.origin != "reading");
  CHECK(entry(*importer.host, "good").usable());
  CHECK(entry(*importer.host, "reading").usable());
}

TEST_CASE("Sheets survive the way between processes, and other bytes are none") {
  const std::vector<Sheet> sheets = {{"A", true, {{{"x y 1"}, {}, {"2", CellKind::number}}, {}, {{"\n"}}}},
                                     {"", false, {}}};
  CHECK(unpackedSheets(packedSheets(sheets)) == sheets);
  CHECK_FALSE(unpackedSheets("rubbish"));
  CHECK_FALSE(unpackedSheets("1\nA0\n3\n0 0"));
  CHECK_FALSE(unpackedSheets("1\nA0\n13\n0 99999 0 1 x"));
}

TEST_CASE("What the plugin xlsx writes the plugin xlsx-import reads") {
  const fs::path build = TRACKLOOM_BINARY_DIR;
  PluginHost host(
      {{build / "lib/trackloom/plugins", "/nowhere"}, "/nowhere/allowed", {(build / "bin/plugin_child").string()}});
  const Plan plan = test::planOf(
      R"(<activities><activity id="a1" title="=1+1" planned-start="2013-12-20" duration="3"/></activities>)");
  const auto exported = exportPlan(plan, {"xlsx", *parseDay("2013-12-01")}, host);
  const Tables tables = host.readTables(entry(host, "xlsx-import"), exported.bytes);
  REQUIRE(tables.sheets.size() == 2);
  CHECK(tables.sheets[1].name == "Activity");
  CHECK(tables.sheets[1].rows[1] ==
        std::vector<Cell>{{"a1"}, {"=1+1"}, {"=1+1"}, {"2013-12-20", CellKind::day}, {"3", CellKind::number}});
}
