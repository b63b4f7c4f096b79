#include "cli/program.h"
#include "support/golden.h"

#include <ctime>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%d", &local);
  return text;
}

json activity(const json& schedule, const char* id) {
  for (const json& one : schedule["activities"])
    if (one["id"] == id) return one;
  return {};
}

}  // namespace

TEST_CASE("schedule tells programs the dates, inclusive, and days from the start, half open") {
  const Ended ended = called({"schedule", "talks.trackloom", "--format", "json"});
  CHECK(ended.code == 0);
  CHECK(ended.err.empty());
  checkGolden("tests/data/cli/golden/schedule-talks.json", ended.out);
  const json schedule = json::parse(ended.out);
  CHECK(schedule["asOf"] == "2024-06-10");
  CHECK(schedule["start"] == "2024-05-02");
  const json second = activity(schedule, "round2");
  CHECK(second["earlyStart"] == "2024-06-17");
  CHECK(second["earlyFinish"] == "2024-06-19");
  CHECK(second["esDay"] == 46);
  CHECK(second["efDay"] == 49);
  CHECK(second["slip"] == 3);
}

TEST_CASE("What waits for a political precondition has no forecast, but a day before which it is not open") {
  const json schedule = json::parse(called({"schedule", "talks.trackloom", "--format", "json"}).out);
  const json signing = activity(schedule, "signing");
  for (const char* name : {"earlyStart", "earlyFinish", "lateStart", "lateFinish", "esDay", "efDay", "lsDay", "lfDay"})
    CHECK(signing[name].is_null());
  CHECK(signing["openNotBefore"] == "2024-06-20");
  CHECK_FALSE(activity(schedule, "round2").contains("openNotBefore"));
}

TEST_CASE("What is cancelled is not in the schedule, and what is finished has no days in hand") {
  const json schedule = json::parse(called({"schedule", "talks.trackloom", "--format", "json"}).out);
  CHECK(activity(schedule, "visit").is_null());
  CHECK(activity(schedule, "opening")["totalFloat"].is_null());
  CHECK(activity(schedule, "opening")["critical"] == false);
}

TEST_CASE("schedule tells people and spreadsheets the same") {
  checkGolden("tests/data/cli/golden/schedule-talks.txt", called({"schedule", "talks.trackloom"}).out);
  checkGolden("tests/data/cli/golden/schedule-talks.csv",
              called({"schedule", "talks.trackloom", "--format", "csv"}).out);
}

TEST_CASE("The day is the one named, else the plan's own, else today") {
  const auto asOf = [](const std::vector<std::string>& words) { return json::parse(called(words).out)["asOf"]; };
  CHECK(asOf({"schedule", "talks.trackloom", "--format", "json", "--as-of", "2024-07-01"}) == "2024-07-01");
  CHECK(asOf({"schedule", "talks.trackloom", "--format", "json"}) == "2024-06-10");
  const std::string before = today();
  const json undated = asOf({"schedule", "undated.trackloom", "--format", "json"});
  CHECK((undated == before || undated == today()));
}
