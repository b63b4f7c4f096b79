#include "cli/program.h"
#include "support/golden.h"

#include <algorithm>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

/// A copy of the talks that commands may write into.
struct Copy {
  Folder folder;
  std::string file = folder / "talks.trackloom";
  Copy() { std::filesystem::copy_file(TRACKLOOM_SOURCE_DIR "/tests/data/cli/talks.trackloom", file); }
};

std::size_t count(const std::string& file, const char* rule, const char* verdict = "problem") {
  std::size_t found = 0;
  const json result = json::parse(called({"check", file, "--format", "json"}).out);
  for (const json& finding : result["findings"])
    found += finding["rule"] == rule && finding["verdict"] == verdict && finding["waived"].is_null();
  return found;
}

}  // namespace

TEST_CASE("explain tells all about a finding, an element and a rule") {
  checkGolden("tests/data/cli/golden/explain-finding.txt",
              called({"explain", "talks.trackloom", "GAP-SINGLE-CARRIER"}).out);
  checkGolden("tests/data/cli/golden/explain-element.txt", called({"explain", "talks.trackloom", "round2"}).out);
  checkGolden("tests/data/cli/golden/explain-rule.txt", called({"explain", "rule", "GAP-UNACK"}).out);
  const Ended none = called({"explain", "talks.trackloom", "nobody"});
  CHECK(none.code == 2);
  CHECK(none.err.find("“nobody” is neither a finding as of 2024-06-10 nor the id of an element.") != std::string::npos);
  CHECK(called({"explain", "rule", "NONE"}).code == 2);
}

TEST_CASE("a finding may be named by the beginning of its id, if that says which") {
  CHECK(called({"explain", "talks.trackloom", "DATE-INV-"}).code == 0);
  CHECK(called({"explain", "talks.trackloom", "DATE-INV"}).out ==
        called({"explain", "talks.trackloom", "DATE-IN"}).out);
  const Ended short_ = called({"explain", "talks.trackloom", "DATE-"});
  CHECK(short_.code == 2);
  CHECK(short_.err.find("“DATE-” could be any of ") != std::string::npos);
  CHECK(called({"explain", "talks.trackloom", ""}).code == 2);
  const Ended several = called({"explain", "talks.trackloom", "DATE-IMP"});
  CHECK(several.code == 2);
  CHECK(several.err.find("could be any of 2 findings: DATE-IMP-") != std::string::npos);
}

TEST_CASE("fix applies an edit, keeps the version before, and the finding is gone") {
  const Copy copy;
  REQUIRE(count(copy.file, "FUND-GAP") == 1);
  const std::string before = fileText(copy.file);
  const Ended followUp = called({"fix", copy.file, "FUND-GAP", "--choice", "1"});
  CHECK(followUp.code == 0);
  CHECK(followUp.err.find("Write it down as a follow-up; who takes it on and by when is still to be entered.") !=
        std::string::npos);
  CHECK(fileText(copy.file + "~") == before);
  CHECK(fileText(copy.file).find("finding=\"FUND-GAP-") != std::string::npos);
  const Ended wrong = called({"fix", copy.file, "FUND-GAP", "--choice", "7"});
  CHECK(wrong.code == 2);
  CHECK(wrong.err.find("“7” is none of its edits: 1: ") != std::string::npos);
}

TEST_CASE("fix without a choice lists the numbered edits and changes nothing") {
  const Copy copy;
  const std::string before = fileText(copy.file);
  const Ended listed = called({"fix", copy.file, "FUND-GAP"});
  CHECK(listed.code == 0);
  CHECK(listed.out.rfind("1: Write it down as a follow-up; who takes it on and by when is still to be entered.\n", 0) ==
        0);
  CHECK(listed.out.find("--choice N") != std::string::npos);
  CHECK(fileText(copy.file) == before);
  CHECK_FALSE(std::filesystem::exists(copy.file + "~"));
}

TEST_CASE("an edit that is saved adds revisions to the plan, what edits nothing leaves the file alone") {
  const Copy copy;
  const std::string before = fileText(copy.file);
  for (const char* command : {"check", "schedule", "list", "validate", "format"}) called({command, copy.file});
  CHECK(called({"format", copy.file, "-o", copy.file}).code == 0);
  CHECK(fileText(copy.file) == before);
  const auto revisions = [&] {
    const json list = json::parse(called({"list", copy.file, "--kind", "plan", "--format", "json"}).out);
    return list[0].value("revisions", std::vector<std::string>());
  };
  CHECK(revisions().empty());
  REQUIRE(called({"fix", copy.file, "FUND-GAP", "--choice", "1"}).code == 0);
  const auto first = revisions();
  CHECK(first.size() == 2);
  REQUIRE(called({"waive", copy.file, "DATE-INV", "--reason", "A slip of the pen.", "--date", "2024-06-11"}).code == 0);
  const auto second = revisions();
  REQUIRE(second.size() == 3);
  CHECK(second[0] == first[0]);
  CHECK(second[1] == first[1]);
  const std::string saved = fileText(copy.file);
  CHECK(called({"format", copy.file, "-o", copy.file}).code == 0);
  CHECK(fileText(copy.file) == saved);
}

TEST_CASE("fix writes elsewhere if it is told to, and leaves the plan alone") {
  const Copy copy;
  const std::string before = fileText(copy.file);
  const std::string out = copy.folder / "fixed.trackloom";
  CHECK(called({"fix", copy.file, "FUND-GAP", "--choice", "1", "-o", out}).code == 0);
  CHECK(fileText(copy.file) == before);
  CHECK(fileText(out) != before);
  CHECK(called({"validate", out}).code == 0);
}

TEST_CASE("waive accepts a finding with name, day and reason, until what it reads changes") {
  const Copy copy;
  const Ended done =
      called({"waive", copy.file, "FUND-GAP", "--reason", "The host pays.", "--who", "Team", "--date", "2024-06-09"});
  CHECK(done.code == 0);
  CHECK(count(copy.file, "FUND-GAP") == 0);
  const Ended shown = called({"check", copy.file, "--fail-on", "never"});
  CHECK(shown.out.find("Accepted by Team on 2024-06-09: The host pays.") != std::string::npos);
  const Ended again = called({"waive", copy.file, "FUND-GAP", "--reason", "Twice."});
  CHECK(again.code == 2);
  CHECK(again.err.find("is accepted already: The host pays.") != std::string::npos);
  std::string text = fileText(copy.file);
  text.replace(text.find("1200.50 EUR"), 11, "2200.50 EUR");
  std::ofstream(copy.file, std::ios::binary) << text;
  CHECK(count(copy.file, "FUND-GAP") == 1);
  CHECK(called({"waive", copy.file, "FUND-GAP", "--reason", "Still.", "--date", "2024-06-11"}).code == 0);
  CHECK(count(copy.file, "FUND-GAP") == 0);
}

TEST_CASE("waive wants a reason, a day that is one, and a finding that is there") {
  const Copy copy;
  CHECK(called({"waive", copy.file, "FUND-GAP"}).code == 2);
  CHECK(called({"waive", copy.file, "FUND-GAP", "--reason", "  "}).code == 2);
  CHECK(called({"waive", copy.file, "FUND-GAP", "--reason", "R", "--date", "soon"}).code == 2);
  CHECK(called({"waive", copy.file, "STALL-TRACK", "--reason", "R"}).code == 2);
  CHECK(fileText(copy.file) == fileText(TRACKLOOM_SOURCE_DIR "/tests/data/cli/talks.trackloom"));
}

TEST_CASE("a team's own rules stand among the findings, and can be explained and accepted") {
  const Copy copy;
  const std::string rules = TRACKLOOM_SOURCE_DIR "/templates/rules/ownership.sch";
  const Ended told = called({"check", copy.file, "--rules", rules, "--format", "json"});
  const json findings = json::parse(told.out)["findings"];
  const auto own = std::find_if(findings.begin(), findings.end(), [](const json& finding) {
    return finding["rule"].get<std::string>().starts_with("HOUSE-");
  });
  REQUIRE(own != findings.end());
  const std::string id = (*own)["id"];
  CHECK(called({"explain", copy.file, id, "--rules", rules}).out.find("Your team asks this in") != std::string::npos);
  CHECK(called({"waive", copy.file, id, "--rules", rules, "--reason", "The host leads."}).code == 0);
  const json after = json::parse(called({"check", copy.file, "--rules", rules, "--format", "json"}).out)["findings"];
  const auto accepted =
      std::find_if(after.begin(), after.end(), [&](const json& finding) { return finding["id"] == id; });
  REQUIRE(accepted != after.end());
  CHECK((*accepted)["waived"]["reason"] == "The host leads.");
}

TEST_CASE("a file of house rules that is not there or is none ends with a sentence and exit code 3") {
  const Copy copy;
  CHECK(called({"check", copy.file, "--rules", "nowhere.sch"}).code == 3);
  const Ended none = called({"check", copy.file, "--rules", copy.file});
  CHECK(none.code == 3);
  CHECK(none.err.find("begins with <schema>, this one with <plan>") != std::string::npos);
  CHECK(none.out.empty());
}
