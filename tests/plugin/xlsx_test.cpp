#include "documents/unpacked.h"
#include "plugin/formats.h"
#include "plugin_folder.h"
#include "xml/disk_files.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::plugin;
using documents::toldOf;

namespace {

namespace fs = std::filesystem;

std::string exported(const Plan& plan, const char* asOf = "2013-12-01") {
  const fs::path build = TRACKLOOM_BINARY_DIR;
  PluginHost host({{build / "lib/trackloom/plugins", "/nowhere"}, "/nowhere/allowed", {"/nowhere/child"}});
  return exportPlan(plan, {"xlsx", *parseDay(asOf)}, host).bytes;
}

Plan testPlan() {
  DiskFiles files;
  return *xml::read(files.read(std::string(TRACKLOOM_SOURCE_DIR) + "/plugins/xlsx/test.trackloom")).plan;
}

std::string entry(const std::string& book, const std::string& name) { return toldOf(book, "unzip -p {} " + name); }

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("A spreadsheet has a sheet for each kind with a row for each element") {
  const std::string book = exported(testPlan());
  const std::string sheets = entry(book, "xl/workbook.xml");
  for (const char* name : {"name=\"Plan\"", "name=\"Actor\"", "name=\"Activity\""}) CHECK(holds(sheets, name));
  CHECK_FALSE(holds(sheets, "Dependency"));
  const std::string texts = entry(book, "xl/sharedStrings.xml");
  for (const char* text : {"Planned start", "Called", "2014-Q4", "الجولة الأولى"}) CHECK(holds(texts, text));
}

TEST_CASE("A spreadsheet has a column for each further language that a text is written in") {
  const std::string texts = entry(exported(testPlan()), "xl/sharedStrings.xml");
  CHECK(holds(texts, "<t>Title:en</t>"));
  CHECK(holds(texts, "<t>Round of 2013</t>"));
  CHECK_FALSE(holds(texts, "Name:en"));
}

TEST_CASE("Texts in a spreadsheet stay texts: no formulas, no links, exact days and numbers are what they are") {
  const std::string book = exported(testPlan());
  const std::string texts = entry(book, "xl/sharedStrings.xml");
  CHECK(holds(texts, "<t>=HYPERLINK("));
  CHECK(holds(texts, "<t>+41 22 000 00 00</t>"));
  CHECK(holds(texts, "<t>2013</t>"));
  const std::string cells = documents::allTexts(book);
  CHECK_FALSE(holds(cells, "<f>"));
  CHECK_FALSE(holds(cells, "<hyperlink"));
  CHECK(holds(entry(book, "xl/worksheets/sheet3.xml"), "<v>41628</v>"));  // 20 December 2013
  CHECK(holds(entry(book, "xl/worksheets/sheet3.xml"), "<v>3</v>"));
}

TEST_CASE("A spreadsheet has nothing that is for the core only, and runs as the plan's language does") {
  const std::string book = exported(testPlan());
  CHECK_FALSE(holds(documents::allTexts(book), "http://evil.example/"));
  CHECK(holds(entry(book, "xl/worksheets/sheet2.xml"), "rightToLeft=\"1\""));
}

TEST_CASE("The same plan and day give the same spreadsheet") { CHECK(exported(testPlan()) == exported(testPlan())); }

TEST_CASE("A text longer than a cell ends with an ellipsis, and that is told") {
  Plan plan = testPlan();
  Element actor(KindId::actor, "long"_id);
  actor.set(key::name, Text(std::string(40000, 'x')));
  const fs::path build = TRACKLOOM_BINARY_DIR;
  PluginHost host({{build / "lib/trackloom/plugins", "/nowhere"}, "/nowhere/allowed", {"/nowhere/child"}});
  const Exported made = exportPlan(plan.with(actor), {"xlsx", *parseDay("2013-12-01")}, host);
  CHECK(holds(entry(made.bytes, "xl/sharedStrings.xml"), std::string(32766, 'x') + "…<"));
  REQUIRE_FALSE(made.notes.empty());
}
