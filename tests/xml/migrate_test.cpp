#include "xml/migrate.h"

#include "xml/read.h"

#include <array>

#include <catch2/catch.hpp>
#include <pugixml.hpp>

using namespace trackloom;

TEST_CASE("versions are numbers with or without a part behind the point") {
  REQUIRE(xml::versionNumber("1") == 1);
  REQUIRE(xml::versionNumber("1.12") == 1);
  REQUIRE(xml::versionNumber("20.0") == 20);
  for (const char* none : {"", "0", "one", "1.", ".1", "1.x", "-1", " 1"}) REQUIRE_FALSE(xml::versionNumber(none));
  REQUIRE_FALSE(xml::refusalOfVersion("1"));
  REQUIRE(xml::refusalOfVersion("2"));
  REQUIRE(xml::refusalOfVersion("x"));
}

TEST_CASE("an older plan goes through the steps from its version on, and comes out in the present one") {
  const auto never = [](pugi::xml_node) { FAIL("a step before the version of the file was taken"); };
  const auto nothing = [](pugi::xml_node) {};
  const std::array steps{xml::Step{-1, never}, xml::Step{0, nothing}};
  const std::string old =
      "<!-- a --><plan xmlns=\"urn:trackloom:plan:1\" version=\"0\"><tracks><track id=\"t\" name=\"A &amp; "
      "B\"/></tracks></plan>";
  const xml::Reading reading = xml::read(xml::migrate(old, 0, steps));
  REQUIRE(reading.plan);
  REQUIRE(reading.problems.empty());
  REQUIRE(reading.plan->find("t"_id)->text(key::name) == "A & B");
}
