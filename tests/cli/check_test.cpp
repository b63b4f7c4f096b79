#include "cli/program.h"
#include "support/golden.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

json findings(const std::vector<std::string>& words) { return json::parse(called(words).out); }

std::vector<std::string> keys(const nlohmann::ordered_json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

}  // namespace

TEST_CASE("check tells people what it found, by levels") {
  const Ended ended = called({"check", "talks.trackloom"});
  CHECK(ended.code == 1);
  CHECK(ended.err.empty());
  checkGolden("tests/data/cli/golden/check-talks.txt", ended.out);
}

TEST_CASE("check tells programs what it found") {
  const Ended ended = called({"check", "talks.trackloom", "--format", "json"});
  CHECK(ended.code == 1);
  checkGolden("tests/data/cli/golden/check-talks.json", ended.out);
  const auto result = nlohmann::ordered_json::parse(ended.out);
  CHECK(keys(result) == std::vector<std::string>{"plan", "asOf", "findings", "summary"});
  CHECK(keys(result["summary"]) ==
        std::vector<std::string>{"error", "warning", "info", "cannotTell", "waived", "suggested"});
  CHECK(result["plan"] == "Valley talks");
  CHECK(result["asOf"] == "2024-06-10");
  REQUIRE(!result["findings"].empty());
  for (const auto& finding : result["findings"]) {
    CHECK(keys(finding) == std::vector<std::string>{"id", "rule", "level", "verdict", "elements", "message", "because",
                                                    "clears", "source", "waived", "root"});
    CHECK_FALSE(finding["source"].get<std::string>().empty());
  }
}

TEST_CASE("An accepted finding says who accepted it and why, and counts apart") {
  const json result = findings({"check", "talks.trackloom", "--rule", "ACTOR-ORPHAN", "--format", "json"});
  REQUIRE(result["findings"].size() == 1);
  CHECK(result["findings"][0]["waived"] ==
        json{{"who", "Team"}, {"date", "2024-06-01"}, {"reason", "They join in autumn."}});
  CHECK(result["summary"]["waived"] == 1);
  CHECK(result["summary"]["info"] == 0);
  CHECK(called({"check", "talks.trackloom", "--rule", "ACTOR-ORPHAN", "--fail-on", "info"}).code == 0);
}

TEST_CASE("A plan without findings is told what was asked, and that this proves nothing") {
  const Ended ended = called({"check", "quiet.trackloom"});
  CHECK(ended.code == 0);
  CHECK(ended.out.find("Nothing to report. That is no proof that all is well.") != std::string::npos);
  CHECK(ended.out.find("Rules asked: ") != std::string::npos);
  const json result = findings({"check", "quiet.trackloom", "--format", "json"});
  CHECK(result["findings"] == json::array());
}

TEST_CASE("the option --fail-on says from which level on the exit code is 1") {
  const auto code = [](const char* rule, const char* level) {
    return called({"check", "talks.trackloom", "--rule", rule, "--fail-on", level}).code;
  };
  CHECK(code("DATE-INV", "error") == 1);
  CHECK(code("DATE-INV", "never") == 0);
  CHECK(code("CYC", "info") == 0);
  CHECK(called({"check", "talks.trackloom", "--rule", "DATE-INV"}).code == 1);
}

TEST_CASE("the option --rule asks only the rules named") {
  const json result = findings({"check", "talks.trackloom", "--rule", "DATE-INV", "--rule", "CYC", "--format", "json"});
  REQUIRE(!result["findings"].empty());
  for (const json& finding : result["findings"]) CHECK(finding["rule"] == "DATE-INV");
  const Ended unknown = called({"check", "talks.trackloom", "--rule", "NONE"});
  CHECK(unknown.code == 2);
  CHECK(unknown.err == "trackloom-cli: There is no rule NONE. trackloom-cli rules lists them.\n");
}

TEST_CASE("Several plans are told apart, and one that is none does not hide the others") {
  const Ended text = called({"check", "quiet.trackloom", "broken.trackloom", "talks.trackloom", "--fail-on", "never"});
  CHECK(text.code == 3);
  CHECK(text.out.find("== quiet.trackloom\n") == 0);
  CHECK(text.out.find("\n== talks.trackloom\n") != std::string::npos);
  CHECK(text.err.find("trackloom-cli: broken.trackloom:") == 0);
  const json results = findings({"check", "quiet.trackloom", "talks.trackloom", "--format", "json"});
  REQUIRE(results.is_array());
  CHECK(results[0]["plan"] == "Quiet plan");
  CHECK(results[1]["plan"] == "Valley talks");
}

TEST_CASE("check also shows what could not be read as it stands") {
  const Ended text = called({"check", "odd.trackloom", "--fail-on", "never"});
  CHECK(text.out.find("\nCould not be read as it stands (") != std::string::npos);
  CHECK(text.out.find("  odd.trackloom:4: ") != std::string::npos);
  const Ended programs = called({"check", "odd.trackloom", "--format", "json", "--fail-on", "never"});
  CHECK(json::accept(programs.out));
  CHECK(programs.err.find("trackloom-cli: odd.trackloom:4: ") == 0);
}

TEST_CASE("A finding keeps its id on another day") {
  const json one = findings({"check", "talks.trackloom", "--rule", "DATE-INV", "--format", "json"});
  const json two =
      findings({"check", "talks.trackloom", "--rule", "DATE-INV", "--as-of", "2024-06-20", "--format", "json"});
  CHECK(two["asOf"] == "2024-06-20");
  REQUIRE(!one["findings"].empty());
  CHECK(one["findings"][0]["id"] == two["findings"][0]["id"]);
}

TEST_CASE("check says which day it took where the plan says only the year or the month") {
  const auto head = [](const std::string& day) {
    return Program()
        .reading("<plan xmlns='urn:trackloom:plan:1' version='1' title='X' as-of='" + day + "'/>")
        .run({"check", "-"})
        .out;
  };
  CHECK(
      head("2027").find("X, as of 2027-12-31\nAs the day to look at it the plan says only 2027; the last day of it is "
                        "taken.\n") == 0);
  CHECK(head("2027-02").find("X, as of 2027-02-28\nAs the day to look at it") == 0);
  CHECK(head("2027-02-28").find("As the day") == std::string::npos);
}
