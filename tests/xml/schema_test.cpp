#include "xml/schema.h"

#include "support/random_plan.h"
#include "xml/write.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>
#include <unistd.h>

using namespace trackloom;

namespace {

/// A folder for the files of one test, gone at its end.
struct Folder {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("trackloom-schema-" + std::to_string(getpid()));
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }

  std::string file(const std::string& name, const std::string& content) const {
    std::ofstream(path / name, std::ios::binary) << content;
    return (path / name).string();
  }
};

bool xmllint(const std::string& arguments) {
  return std::system(("xmllint --nonet --noout " + arguments + " >/dev/null 2>&1").c_str()) == 0;
}

bool haveXmllint() { return std::system("xmllint --version >/dev/null 2>&1") == 0; }

}  // namespace

TEST_CASE("the schema is generated the same each time and names every kind, field and word") {
  const std::string schema = xml::schema();
  REQUIRE(schema == xml::schema());
  for (const Kind& kind : kinds()) {
    CAPTURE(kind.name);
    REQUIRE(schema.find("name=\"" + std::string(kind.name) + "\"") != std::string::npos);
    if (kind.id != KindId::plan)
      REQUIRE(schema.find("<xs:element name=\"" + std::string(kind.section) + "\">") != std::string::npos);
    for (const Field& field : kind.fields)
      REQUIRE(schema.find("name=\"" + std::string(field.name) + "\"") != std::string::npos);
  }
  for (const Vocabulary& words : vocabularies())
    for (const Term& term : words.terms)
      REQUIRE(schema.find("value=\"" + std::string(term.name) + "\"") != std::string::npos);
}

TEST_CASE("plans as they are written are valid under the schema") {
  if (!haveXmllint()) {
    WARN("xmllint is not installed");
    return;
  }
  const Folder folder;
  const std::string schema = folder.file("plan.xsd", xml::schema());
  std::string files;
  testing::RandomPlans plans(3, {.unread = false});
  for (int i = 0; i < 25; ++i) files += " " + folder.file(std::to_string(i) + ".trackloom", xml::write(plans.next()));
  files += " " + folder.file("empty.trackloom", xml::write(Plan()));
  REQUIRE(xmllint("--schema " + schema + files));
}

TEST_CASE("the schema finds what is no plan") {
  if (!haveXmllint()) {
    WARN("xmllint is not installed");
    return;
  }
  const Folder folder;
  const std::string schema = folder.file("plan.xsd", xml::schema());
  const std::string head = "<plan xmlns=\"urn:trackloom:plan:1\" version=\"1\">";
  const auto valid = [&](const std::string& content) {
    return xmllint("--schema " + schema + " " + folder.file("one.trackloom", head + content + "</plan>"));
  };
  REQUIRE(valid("<tracks><track id=\"a\" name=\"b\"/></tracks>"));
  REQUIRE_FALSE(valid("<tracks><track name=\"no id\"/></tracks>"));
  REQUIRE_FALSE(valid("<tracks><track id=\"1st\"/></tracks>"));
  REQUIRE_FALSE(valid("<tracks><track id=\"a\" misspelt=\"b\"/></tracks>"));
  REQUIRE_FALSE(valid("<tracks><activity id=\"a\"/></tracks>"));
  REQUIRE_FALSE(valid("<activities><activity id=\"a\" planned-start=\"2013-13\"/></activities>"));
  REQUIRE_FALSE(valid("<activities><activity id=\"a\" duration=\"-1\"/></activities>"));
  REQUIRE_FALSE(valid("<activities><activity id=\"a\" budget=\"12 euros\"/></activities>"));
  REQUIRE(
      valid("<activities xmlns:x=\"urn:x\" x:a=\"1\"><x:b/><activity id=\"a\" tracks=\"t u\" x:c=\"2\"><notes>n</notes>"
            "<title xml:lang=\"ar\">t</title><x:d/></activity></activities>"));
}
