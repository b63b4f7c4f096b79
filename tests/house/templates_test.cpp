#include "xml/read.h"
#include "xml/schema.h"
#include "xml/write.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace trackloom;

namespace {

std::vector<fs::path> templatePlans() {
  std::vector<fs::path> plans;
  for (const char* folder : {"templates/plans", "templates/examples"})
    for (const auto& entry : fs::directory_iterator(fs::path(TRACKLOOM_SOURCE_DIR) / folder))
      if (entry.path().extension() == ".trackloom") plans.push_back(entry.path());
  return plans;
}

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("every plan under templates is stored canonically and reads without a problem") {
  REQUIRE(templatePlans().size() >= 2);
  for (const fs::path& path : templatePlans()) {
    INFO(path.string());
    const std::string bytes = contents(path);
    const xml::Reading reading = xml::read(bytes);
    REQUIRE(reading.plan);
    for (const xml::Problem& problem : reading.problems) FAIL_CHECK(problem.line << ": " << plainText(problem.what));
    CHECK(xml::write(*reading.plan) == bytes);
  }
}

TEST_CASE("every plan under templates is valid against the generated schema") {
  const fs::path schema = fs::temp_directory_path() / ("trackloom-schema-" + std::to_string(::getpid()) + ".xsd");
  std::ofstream(schema, std::ios::binary) << xml::schema();
  for (const fs::path& path : templatePlans()) {
    INFO(path.string());
    CHECK(std::system(("xmllint --noout --nonet --schema '" + schema.string() + "' '" + path.string() + "' 2>/dev/null")
                          .c_str()) == 0);
  }
  fs::remove(schema);
}

TEST_CASE("example plans say that they are historical teaching examples and assess nobody") {
  for (const auto& entry : fs::directory_iterator(fs::path(TRACKLOOM_SOURCE_DIR) / "templates/examples")) {
    if (entry.path().extension() != ".trackloom") continue;
    INFO(entry.path().string());
    const std::string bytes = contents(entry.path());
    CHECK(bytes.find("historical teaching example") != std::string::npos);
    CHECK(xml::read(bytes).plan->all(KindId::assessment).empty());
  }
}
