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
