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

TEST_CASE("schedule --to tells what decides the dates of one activity") {
  const Ended ended = called({"schedule", "talks.trackloom", "--to", "round2"});
  CHECK(ended.code == 0);
  CHECK(ended.out == R"(Valley talks, as of 2024-06-10

What decides the dates of “Second round, "wide"”: each line waits for the one above it.

Id      Activity              Start       Finish      Why then
round1  First round           2024-06-12  2024-06-16  It starts as planned on 2024-06-12.
round2  Second round, "wide"  2024-06-17  2024-06-19  It starts after “First round” has finished, 0 days between.
)");
  const json schedule = json::parse(called({"schedule", "talks.trackloom", "--to", "round2", "--format", "json"}).out);
  CHECK(schedule["to"] == "round2");
  REQUIRE(schedule["activities"].size() == 2);
  CHECK(schedule["activities"][0]["id"] == "round1");
}

TEST_CASE("schedule --slip and --drop tell what would move, together") {
  CHECK(called({"schedule", "talks.trackloom", "--slip", "round1=30", "--slip", "forum=2", "--drop", "upside"}).out ==
        R"(Valley talks, as of 2024-06-10
Supposed: “First round” slips by 30 days.
Supposed: “Village forum” slips by 2 days.
Supposed: “Upside-down visit” is dropped.

Id       Activity              Start now              Start then             Finish now  Finish then  Days later
forum    Village forum         2024-05-22             2024-05-22             2024-06-22  2024-06-24            2
round1   First round           2024-06-12             2024-07-12             2024-06-16  2024-07-16           30
round2   Second round, "wide"  2024-06-17             2024-07-17             2024-06-19  2024-07-19           30
signing  Signing               not before 2024-06-20  not before 2024-07-20

The last date of all moves from 2024-07-10 to 2024-07-19.

Something later is open: “Signing”, not before 2024-07-20.
)");
  CHECK(called({"schedule", "talks.trackloom", "--drop", "d2"}).out == R"(Valley talks, as of 2024-06-10
Supposed: the dependency d2 is dropped.

Id       Activity              Start now              Start then             Finish now  Finish then  Days later
round2   Second round, "wide"  2024-06-17             2024-06-14             2024-06-19  2024-06-16           -3
signing  Signing               not before 2024-06-20  not before 2024-06-17

The last date of all stays 2024-07-10.
)");
  CHECK(called({"schedule", "talks.trackloom", "--slip", "round1=0"}).out == R"(Valley talks, as of 2024-06-10
Supposed: “First round” slips by 0 days.

No date moves.

The last date of all stays 2024-07-10.
)");
  const json supposed = json::parse(
      called({"schedule", "talks.trackloom", "--slip", "round1=30", "--to", "round2", "--format", "json"}).out);
  CHECK(supposed["supposed"] == json::array({"Supposed: “First round” slips by 30 days."}));
  CHECK(supposed["activities"][1]["earlyStart"] == "2024-07-17");
}

TEST_CASE("what cannot be supposed is refused") {
  const auto refused = [](const std::vector<std::string>& words) {
    std::vector<std::string> all{"schedule", "talks.trackloom"};
    all.insert(all.end(), words.begin(), words.end());
    const Ended ended = called(all);
    CHECK(ended.code == 2);
    CHECK(ended.out.empty());
    return ended.err;
  };
  CHECK(refused({"--slip", "round1"}).find("round1 is not an activity and a number of days.") != std::string::npos);
  CHECK(refused({"--slip", "round1=soon"}).find("number of days") != std::string::npos);
  CHECK(refused({"--slip", "round1=99999999999999999999"}).find("number of days") != std::string::npos);
  CHECK(refused({"--slip", "nobody=3"}).find("There is no activity nobody.") != std::string::npos);
  CHECK(refused({"--slip", "opening=3"}).find("opening has finished; nothing moves it.") != std::string::npos);
  CHECK(refused({"--slip", "visit=3"}).find("visit is not in the schedule.") != std::string::npos);
  CHECK(refused({"--drop", "t1"}).find("There is no activity or dependency t1.") != std::string::npos);
  CHECK(refused({"--to", "d1"}).find("There is no activity d1.") != std::string::npos);
}
