#include "xml/manifest.h"

#include "plan/error.h"

#include <catch2/catch.hpp>

using namespace trackloom;

TEST_CASE("a manifest gives its id, title, help and whatever else it says") {
  const auto manifest = xml::readManifest(
      "<?xml version=\"1.0\"?>\n<!-- m -->\n<manifest id=\"brief\" title=\"A &amp; B\" audience=\"team\" "
      "order=\"2\">\n  <help>What it is.</help>\n</manifest>\n",
      "brief/manifest.xml");
  REQUIRE(manifest.id == "brief");
  REQUIRE(manifest.title == "A & B");
  REQUIRE(manifest.help == "What it is.");
  REQUIRE(manifest.values == std::map<std::string, std::string>{{"audience", "team"}, {"order", "2"}});
}

TEST_CASE("what is no manifest is an error that says where") {
  const auto whereOf = [](std::string_view bytes) -> std::string {
    try {
      xml::readManifest(bytes, "m.xml");
    } catch (const Error& error) {
      REQUIRE(error.kind() == ErrorKind::unreadable);
      return error.where();
    }
    return "";
  };
  REQUIRE(whereOf("") == "m.xml:1");
  REQUIRE(whereOf("no xml") == "m.xml:1");
  REQUIRE(whereOf("\n\n<plan id=\"a\" title=\"b\"/>") == "m.xml:3");
  REQUIRE(whereOf("<manifest\n id=\"a\" title=\"b\">\n</manifest") == "m.xml:3");
  REQUIRE(whereOf("<manifest title=\"b\"/>") == "m.xml:1");
  REQUIRE(whereOf("<manifest id=\"a\"/>") == "m.xml:1");
  REQUIRE(whereOf("<manifest id=\"a\" title=\"b\"/>").empty());
}
