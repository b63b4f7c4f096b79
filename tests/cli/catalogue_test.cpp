#include "checks/rule.h"
#include "cli/program.h"
#include "plan/kind.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using nlohmann::json;
using namespace trackloom;

namespace {

json catalogue(const char* command) { return json::parse(called({command, "--format", "json"}).out); }

}  // namespace

TEST_CASE("kinds tells every kind, field and word") {
  const json all = catalogue("kinds");
  REQUIRE(all["kinds"].size() == kinds().size());
  for (std::size_t k = 0; k < kinds().size(); ++k) {
    const Kind& kind = kinds()[k];
    CHECK(all["kinds"][k]["name"] == kind.name);
    REQUIRE(all["kinds"][k]["fields"].size() == kind.fields.size());
    for (std::size_t f = 0; f < kind.fields.size(); ++f)
      CHECK(all["kinds"][k]["fields"][f]["name"] == kind.fields[f].name);
  }
  const json dependency = all["kinds"][static_cast<std::size_t>(KindId::dependency)];
  CHECK(dependency["link"] == true);
  CHECK(dependency["fields"][0]["targets"] == json{"activity"});
  CHECK(dependency["fields"][2]["vocabulary"] == "dependency-type");
  CHECK(dependency["fields"][3]["most"] == 36525);
  bool found = false;
  for (const json& words : all["vocabularies"]) {
    if (words["name"] != "dependency-type") continue;
    found = true;
    REQUIRE(words["terms"].size() == 4);
    CHECK(words["terms"][0]["name"] == "FS");
  }
  CHECK(found);
  const Ended text = called({"kinds"});
  for (const Kind& kind : kinds())
    CHECK(text.out.find(std::string(kind.name) + "  " + std::string(kind.help)) != std::string::npos);
}

TEST_CASE("rules tells every rule") {
  const json all = catalogue("rules");
  REQUIRE(all.size() == checks::rules().size());
  const Ended text = called({"rules"});
  for (std::size_t i = 0; i < all.size(); ++i) {
    const checks::Rule& rule = checks::rules()[i];
    CHECK(all[i]["id"] == rule.id);
    CHECK(all[i]["title"] == rule.title);
    CHECK(all[i]["help"] == rule.help);
    CHECK(all[i]["source"] == rule.source);
    CHECK((all[i]["level"] == "error" || all[i]["level"] == "warning" || all[i]["level"] == "info"));
    CHECK(text.out.find(std::string(rule.id) + "  " + std::string(rule.title)) != std::string::npos);
  }
}

TEST_CASE("templates tells what plans and documents begin with") {
  const json all = catalogue("templates");
  const auto has = [&](const char* id, const char* kind) {
    for (const json& one : all)
      if (one["id"] == id && one["kind"] == kind) return true;
    return false;
  };
  CHECK(has("blank", "plan"));
  CHECK(has("process-design", "document"));
  CHECK(called({"templates"}).out.find("process-design") != std::string::npos);
}

TEST_CASE("formats and plugins tell of the calendar") {
  const json formats = catalogue("formats");
  const auto calendar =
      std::find_if(formats.begin(), formats.end(), [](const json& f) { return f["id"] == "icalendar"; });
  REQUIRE(calendar != formats.end());
  CHECK((*calendar)["extension"] == "ics");
  const json plugins = catalogue("plugins");
  const auto plugin =
      std::find_if(plugins.begin(), plugins.end(), [](const json& p) { return p["format"] == "icalendar"; });
  REQUIRE(plugin != plugins.end());
  CHECK((*plugin)["origin"] == "installation");
  CHECK((*plugin)["usable"] == true);
  CHECK((*plugin)["problem"].is_null());
  CHECK(called({"formats"}).out.find("icalendar") != std::string::npos);
  CHECK(called({"plugins"}).out.find("icalendar") != std::string::npos);
}
