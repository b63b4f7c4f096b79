#include "cli/program.h"
#include "support/golden.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

json element(const json& list, const char* id) {
  for (const json& one : list)
    if (one["id"] == id) return one;
  return {};
}

}  // namespace

TEST_CASE("list tells people how much of what there is, then each by its title") {
  const Ended ended = called({"list", "talks.trackloom"});
  CHECK(ended.code == 0);
  CHECK(ended.err.empty());
  checkGolden("tests/data/cli/golden/list-talks.txt", ended.out);
  checkGolden("tests/data/cli/golden/list-activities.txt",
              called({"list", "talks.trackloom", "--kind", "activity"}).out);
}

TEST_CASE("list gives programs every element with its fields by their file names") {
  const Ended ended = called({"list", "talks.trackloom", "--format", "json"});
  checkGolden("tests/data/cli/golden/list-talks.json", ended.out);
  const json list = json::parse(ended.out);
  const json round = element(list, "round1");
  CHECK(round["kind"] == "activity");
  CHECK(round["duration"] == 5);
  CHECK(round["tracks"] == json{"t1"});
  CHECK(round["planned-start"] == "2024-06-12");
  CHECK(round["budget"] == "1200.50 EUR");
  CHECK(round["lead"] == "council");
  CHECK(element(list, "council")["aliases"] == json{"the council", "VC"});
  CHECK(element(list, "forum")["translations"] == json{{"title", {{"ar", "منتدى القرية"}}}});
  CHECK(element(list, "d1")["lag"] == 2);
}

TEST_CASE("What did not read is listed as it stands") {
  const json list = json::parse(called({"list", "odd.trackloom", "--format", "json"}).out);
  CHECK(element(list, "a")["planned-start"] == "soon");
  CHECK(element(list, "a")["duration"] == "long");
  CHECK(element(list, "b")["status"] == "thinking");
}

TEST_CASE("list gives spreadsheets a column for every field of the kind") {
  const Ended ended = called({"list", "talks.trackloom", "--kind", "activity", "--format", "csv"});
  checkGolden("tests/data/cli/golden/list-activities.csv", ended.out);
  CHECK(ended.out.find("id,title,title:ar,type,tracks,") == 0);
  CHECK(ended.out.find("\"Second round, \"\"wide\"\"\"") != std::string::npos);
  CHECK(ended.out.find("\"Two pages, one map.\nA second line.\"") != std::string::npos);
  CHECK(ended.out.substr(ended.out.size() - 2) == "\r\n");
}

TEST_CASE("An unknown kind is refused before anything is read") {
  const Ended ended = called({"list", "missing.trackloom", "--kind", "meeting"});
  CHECK(ended.code == 2);
  CHECK(ended.err == "trackloom-cli: There is no kind meeting. trackloom-cli kinds lists them.\n");
}
