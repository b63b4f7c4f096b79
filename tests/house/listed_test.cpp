#include "checks/rule.h"
#include "plan/kind.h"
#include "plan/plan.h"
#include "xml/read.h"
#include "xml/write.h"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

// Whatever there is of a sort is listed, documented and tested.

namespace fs = std::filesystem;
using namespace trackloom;

namespace {

const fs::path top = TRACKLOOM_SOURCE_DIR;

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// All source below a folder as one text.
std::string allBelow(const fs::path& folder) {
  std::string text;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && (entry.path().extension() == ".cpp" || entry.path().extension() == ".h"))
      text += contents(entry.path());
  return text;
}

std::string answer(const std::string& arguments) {
  std::string out;
  FILE* pipe = popen(("'" TRACKLOOM_BINARY_DIR "/bin/trackloom-cli' " + arguments + " 2>&1").c_str(), "r");
  REQUIRE(pipe);
  char buffer[4096];
  for (std::size_t got; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, got);
  pclose(pipe);
  return out;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// Some value that the field takes.
Value someValue(const Field& field) {
  switch (field.type) {
    case FieldType::text:
      return Text("a text");
    case FieldType::integer:
      return Integer{1};
    case FieldType::number:
      return Number{1.5};
    case FieldType::flag:
      return Flag{true};
    case FieldType::date:
      return *Date::parse("2027-Q2~");
    case FieldType::choice:
      return Choice{0, {}};
    case FieldType::money:
      return parseValue(field, "12.50 EUR");
    case FieldType::ref:
      return Ref("someone"_id);
    case FieldType::refs:
      return Refs{"one"_id, "two"_id};
    case FieldType::texts:
      return field.name == "field-levels" ? Texts{"notes:core", "source:team"} : Texts{"first", "a;b"};
    case FieldType::terms:
      return Texts{std::string(vocabulary(field.vocabulary).terms.front().name)};
  }
  return Text();
}

}  // namespace

TEST_CASE("every rule that is written is listed, documented and tested") {
  std::set<std::string> written;
  const std::string source = allBelow(top / "src/checks/rules");
  static const std::regex id(R"re(rule\.id = "([A-Z-]+)")re");
  for (std::sregex_iterator it(source.begin(), source.end(), id), end; it != end; ++it) written.insert((*it)[1]);
  std::set<std::string> listed;
  for (const checks::Rule& rule : checks::rules()) listed.insert(std::string(rule.id));
  CHECK(written == listed);
  const std::string page = contents(top / "docs/rules.md");
  const std::string tests = allBelow(top / "tests/checks/rules");
  const std::string told = answer("rules");
  for (const std::string& rule : listed) {
    INFO(rule);
    CHECK(has(page, "\n## " + rule + "\n"));
    CHECK(has(tests, "\"" + rule + "\""));
    CHECK(has(told, rule));
  }
}

TEST_CASE("every kind is listed, documented, and comes back from a file with every field it has") {
  const std::string page = contents(top / "docs/file-format-tables.md");
  const std::string told = answer("kinds");
  for (const Kind& kind : kinds()) {
    INFO(kind.name);
    CHECK(has(page, "\n## " + std::string(kind.name) + "\n"));
    CHECK(has(told, kind.name));
    Element element(kind.id, kind.id == KindId::plan ? "plan"_id : "someone"_id);
    for (const Field& field : kind.fields) element.set(field.number, someValue(field));
    const Plan plan = Plan().with(element);
    const xml::Reading reading = xml::read(xml::write(plan));
    REQUIRE(reading.plan);
    CHECK(*reading.plan == plan);
    CHECK(reading.problems.empty());
  }
}

TEST_CASE("every command has its file, its help, its line in the manual and its tests") {
  const std::string manual = contents(top / "docs/manual/README.md");
  const std::string tests = allBelow(top / "tests/cli");
  const std::string help = answer("--help");
  for (const char* command : {"new", "check", "schedule", "list", "format", "validate", "schema", "export", "document",
                              "kinds", "rules", "formats", "templates", "plugins"}) {
    INFO(command);
    CHECK(fs::exists(top / "src/cli" / (std::string(command) + ".cpp")));
    CHECK(has(help, std::string("  ") + command + " "));
    CHECK(has(manual, std::string("`") + command));
    CHECK(has(tests, command));
    CHECK(has(answer(std::string(command) + " --help"), "Usage"));
  }
}

TEST_CASE("every plugin is listed, documented and tested") {
  const std::string page = contents(top / "docs/plugins.md");
  const std::string tests = allBelow(top / "tests/plugin");
  const std::string told = answer("plugins");
  for (const auto& entry : fs::directory_iterator(top / "plugins")) {
    if (!entry.is_directory()) continue;
    const std::string name = entry.path().filename().string();
    INFO(name);
    CHECK(fs::exists(entry.path() / "manifest.xml"));
    CHECK(has(page, name));
    CHECK(has(tests, name));
    CHECK(has(told, name));
  }
}

TEST_CASE("nothing in the project points outside of it") {
  for (const char* folder : {"src", "plugins", "templates", "tests", "docs"}) {
    for (const auto& entry : fs::recursive_directory_iterator(top / folder)) {
      if (!entry.is_regular_file() || entry.path().filename() == "listed_test.cpp") continue;
      INFO(entry.path().string());
      const std::string text = contents(entry.path());
      CHECK_FALSE(has(text, "../shared"));
      CHECK_FALSE(has(text, "/work/"));
    }
  }
}
