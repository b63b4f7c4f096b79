#include "cli/program.h"

#include <fstream>

#include <catch2/catch.hpp>

namespace {

const std::string talks = fileText(TRACKLOOM_SOURCE_DIR "/tests/data/cli/talks.trackloom");

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// The valley talks with a round moved, a link that goes and one that comes.
std::string later() {
  std::string text =
      replaced(talks, R"(planned-start="2024-06-12" duration="5")", R"(planned-start="2024-06-20" duration="5")");
  text = replaced(text,
                  R"(    <dependency id="d3" from="round2" to="signing" type="FS" nature="political"/>)"
                  "\n",
                  "");
  return replaced(text, "  </transfers>\n",
                  R"(    <transfer id="x2" from="forum" to="signing" content="texts"/>)"
                  "\n  </transfers>\n");
}

struct Later {
  Later() { std::ofstream(folder / "later", std::ios::binary) << later(); }
  Ended diff(std::vector<std::string> words = {}) const {
    std::vector<std::string> all{"diff", "talks.trackloom", folder / "later"};
    all.insert(all.end(), words.begin(), words.end());
    return called(all);
  }
  Folder folder;
};

}  // namespace

TEST_CASE("diff tells in sentences what changed, by tracks, and what the checks say now") {
  const Ended ended = Later().diff();
  CHECK(ended.code == 0);
  CHECK(ended.err.empty());
  CHECK(ended.out.find("Valley talks: what changed\n"
                       "\n"
                       "Track 1: delegations\n"
                       "  First round moves from 12 June 2024 to 20 June 2024.\n"
                       "  Signing no longer waits for Second round, \"wide\".\n"
                       "  Village forum now feeds Signing.\n") == 0);
  CHECK(ended.out.find("\nWhat the checks say now and did not say before\n  ") != std::string::npos);
}

TEST_CASE("diff of a plan with itself says that nothing changed") {
  const Ended ended = called({"diff", "talks.trackloom", "talks.trackloom"});
  CHECK(ended.code == 0);
  CHECK(ended.out == "Valley talks: what changed\n\nNothing changed.\n");
}

TEST_CASE("diff for partners says nothing of the checks, and the same as JSON and as a page") {
  const Later later;
  const Ended partners = later.diff({"--audience", "partners"});
  CHECK(partners.code == 0);
  CHECK(partners.out.find("checks") == std::string::npos);
  const Ended json = later.diff({"--format", "json"});
  CHECK(json.out.find(R"("track": "t1",
      "changes": [
        {
          "element": "round1",
          "sentence": "First round moves from 12 June 2024 to 20 June 2024."
        },)") != std::string::npos);
  CHECK(json.out.find(R"("new": [)") != std::string::npos);
  const Ended html = later.diff({"--format", "html", "--lang", "ar"});
  CHECK(html.code == 0);
  CHECK(html.out.find("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">") == 0);
  CHECK(html.out.find("Village forum") == std::string::npos);
  CHECK(html.out.find("منتدى القرية") != std::string::npos);
}

TEST_CASE("diff for partners masks names of those whom they may not see, and leaves out what an audience excludes") {
  const Folder folder;
  const std::string before = R"(<plan xmlns="urn:trackloom:plan:1" version="1" title="Talks" as-of="2024-06-01">
  <tracks><track id="t1" name="Delegations" level="1"/></tracks>
  <actors><actor id="a1" name="Amal Nasser" type="person" classification="core"/></actors>
  <activities><activity id="r1" title="Round one" tracks="t1" planned-start="2024-06-12" classification="public" outputs="Terms"/></activities>
  <audiences><audience id="donors" name="Donors" level="core" exclude="r1"/></audiences>
</plan>)";
  std::ofstream(folder / "before", std::ios::binary) << before;
  std::ofstream(folder / "after", std::ios::binary)
      << replaced(before, "\"Terms\"", "\"Terms, as Amal Nasser wants them\"");
  const auto diff = [&](const std::string& audience, const std::string& format) {
    return called({"diff", folder / "before", folder / "after", "--audience", audience, "--format", format});
  };
  for (const char* format : {"text", "json", "html"}) {
    const Ended partners = diff("partners", format);
    INFO(format << partners.err);
    CHECK(partners.code == 0);
    CHECK(partners.out.find("Terms, as ") != std::string::npos);
    CHECK(partners.out.find("Amal") == std::string::npos);
    CHECK(diff("core", format).out.find("Amal Nasser") != std::string::npos);
    CHECK(diff("donors", format).out.find("Round one") == std::string::npos);
  }
}

TEST_CASE("diff for partners masks the name of somebody who only stands in one of the versions") {
  const Folder folder;
  const auto plan = [](const std::string& actors, const std::string& outputs) {
    return R"(<plan xmlns="urn:trackloom:plan:1" version="1" title="Talks" as-of="2024-06-01"><actors>)" + actors +
           R"(</actors><activities><activity id="r1" title="Round one" classification="public" outputs=")" + outputs +
           R"("/></activities></plan>)";
  };
  const std::string amal = R"(<actor id="a1" name="Amal Nasser" type="person" classification="core"/>)";
  std::ofstream(folder / "without", std::ios::binary) << plan("", "Terms of Amal Nasser");
  std::ofstream(folder / "with", std::ios::binary) << plan(amal, "Terms");
  for (const auto& [from, to] : {std::pair{"without", "with"}, {"with", "without"}}) {
    const Ended ended = called({"diff", folder / from, folder / to, "--audience", "partners"});
    CHECK(ended.out.find("Terms") != std::string::npos);
    CHECK(ended.out.find("Amal") == std::string::npos);
  }
}

TEST_CASE("a report of changes is written in the formats of documents") {
  const Later later;
  for (const std::string format : {"docx", "odt", "pdf"}) {
    const std::string out = later.folder / ("report." + format).c_str();
    const Ended ended = later.diff({"--format", format, "-o", out});
    INFO(ended.err);
    CHECK(ended.code == 0);
    CHECK(fileText(out).substr(0, 2) == (format == "pdf" ? "%P" : "PK"));
  }
}

TEST_CASE("diff for others names nobody whom one of the two versions hides from them") {
  const Folder folder;
  const auto written = [&](const char* name, const std::string& actor) {
    std::ofstream(folder / name, std::ios::binary)
        << "<plan xmlns=\"urn:trackloom:plan:1\" version=\"1\" title=\"T\" languages=\"en ar\" as-of=\"2026-11-21\" "
           "classification=\"partners\"><actors>"
        << actor
        << "</actors><activities><activity id=\"r1\" title=\"Meeting with Omar Quixada\" classification=\"partners\">"
           "<title xml:lang=\"ar\">لقاء عمر كيخادا</title></activity></activities></plan>";
  };
  const std::string person = R"(<actor id="k3" name="Omar Quixada" aliases="عمر كيخادا" type="person" )";
  written("old", person + R"(classification="core"/>)");
  written("code-name", R"(<actor id="k3" name="Stone" type="person" classification="core"/>)");
  written("gone", "");
  written("lower", person + R"(classification="partners"/>)");
  for (const char* other : {"code-name", "gone", "lower"})
    for (const bool turned : {false, true})
      for (const char* language : {"en", "ar"})
        for (const char* format : {"text", "json", "html"}) {
          const Ended ended = called({"diff", folder / (turned ? other : "old"), folder / (turned ? "old" : other),
                                      "--audience", "partners", "--lang", language, "--format", format});
          INFO(other << turned << language << format << ended.out);
          CHECK(ended.code == 0);
          for (const char* name : {"Quixada", "Omar", "كيخادا", "Stone"})
            CHECK(ended.out.find(name) == std::string::npos);
        }
}
