#include "checks/working_days.h"

#include "checks/schedule.h"
#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using namespace trackloom::checks;

namespace {

Plan withRestDays(Plan plan, Texts days) {
  Element root = plan.root();
  root.set(key::restDays, std::move(days));
  return plan.with(root);
}

struct Dates {
  std::string first, last, latest, why;
  std::int64_t inHand;
  bool known;
  Precision precision;
};

/// 2024-06-03 is a Monday.
Dates dates(const Plan& plan, std::string_view id, std::string_view asOf = "2024-06-03") {
  const Study study(plan, day(asOf));
  const Item& activity = *study.find(*ElementId::parse(id));
  const Times& times = study.times(activity);
  return {isoText(firstDay(times.es)),
          isoText(lastDay(times.es, times.ef)),
          isoText(lastDay(times.ls, times.lf)),
          plainText(whyThen(plan, study.network(), study.schedule(), activity.number()), &plan),
          times.totalFloat.value_or(-1),
          times.known,
          times.startPrecision};
}

Dates dates(std::string_view lines, std::string_view id) {
  return dates(withRestDays(planAsRead(lines), {"saturday", "sunday"}), id);
}

}  // namespace

TEST_CASE("working days go over rest days and pauses") {
  constexpr auto plan = R"(
    <activity id="a" title="A" day-count="working-days" planned-start="2024-06-06" duration="5"/>
    <pause id="p" title="Feast" from="2024-06-10" until="2024-06-11"/>
  )";
  const Dates a = dates(plan, "a");
  CHECK(a.first == "2024-06-06");
  CHECK(a.last == "2024-06-14");  // Thursday, Friday, Wednesday, Thursday, Friday
  CHECK(a.known);
  CHECK(a.why == "It starts as planned on 2024-06-06.");
}

TEST_CASE("what is planned for a rest day starts on the next working day") {
  const Dates a =
      dates(R"(<activity id="a" title="A" day-count="working-days" planned-start="2024-06-08" duration="1"/>)", "a");
  CHECK(a.first == "2024-06-10");
  CHECK(a.why == "Planned for 2024-06-08, a rest day; 2024-06-10 is the next working day.");
}

TEST_CASE("what waits over a weekend says so, and the days between are in the hand of what it waits for") {
  constexpr auto plan = R"(
    <activity id="a" title="A" planned-start="2024-06-06" duration="2"/>
    <activity id="b" title="B" day-count="working-days" duration="2"/>
    <dependency id="d" from="a" to="b"/>
  )";
  CHECK(dates(plan, "b").first == "2024-06-10");
  CHECK(dates(plan, "b").why == "It starts on the first working day after “A” has finished and 0 days have passed.");
  CHECK(dates(plan, "b").inHand == 0);
  CHECK(dates(plan, "a").inHand == 2);
  CHECK(dates(plan, "a").latest == "2024-06-09");
}

TEST_CASE("a planned span of a working-day activity counts its working days") {
  const Plan plan = withRestDays(planAsRead(R"(
    <activity id="a" title="A" day-count="working-days" planned-start="2024-06-07" planned-finish="2024-06-10"/>
    <activity id="w" title="W" day-count="working-days" planned-start="2024-06-08" planned-finish="2024-06-09"/>
  )"),
                                 {"saturday", "sunday"});
  const Study study(plan, day("2024-06-03"));
  CHECK(study.network().tasks[0].duration == 2);
  CHECK(study.network().tasks[1].duration == 1);
  CHECK_FALSE(study.network().tasks[1].durationKnown);
}

TEST_CASE("a team's own word for a weekday counts as the day it behaves like") {
  const Plan plan = planAsRead(R"(
    <activity id="a" title="A" day-count="working-days" planned-start="2024-06-07" duration="1"/>
    <term id="w" vocabulary="weekday" name="prayer-day" label="Day of prayer" like="friday"/>
  )");
  CHECK(dates(withRestDays(plan, {"prayer-day"}), "a").first == "2024-06-08");
}

TEST_CASE("where working days cannot be told it is said why, and the others are counted") {
  constexpr auto activities = R"(
    <activity id="a" title="A" day-count="working-days" planned-start="2024-06-04" duration="2"/>
    <activity id="z" title="Z" day-count="working-days" planned-start="2024-07-01" duration="2"/>
    <activity id="c" title="C" planned-start="2024-07-01" duration="2"/>
  )";
  const auto with = [&](std::string_view pause) { return planAsRead(together({activities, pause})); };
  const Plan open = with(R"(<pause id="p" title="Election" from="2024-06-20"/>)");
  CHECK(dates(open, "a").known);
  CHECK_FALSE(dates(open, "z").known);
  CHECK(dates(open, "c").known);
  CHECK(dates(open, "z").why ==
        "Its working days cannot be told: the pause “Election” has no last day. Only its first day is counted.");
  const Plan unread = with(R"(<pause id="p" title="Election" from="in June" until="2024-06-30"/>)");
  CHECK(dates(unread, "a").why == "Its working days cannot be told: the days of the pause “Election” cannot be read.");
  const Plan inverted = with(R"(<pause id="p" title="Election" from="2024-06-20" until="2024-06-10"/>)");
  CHECK(dates(inverted, "a").known);
  CHECK(dates(inverted, "z").why ==
        "Its working days cannot be told: the days of the pause “Election” cannot be read.");
  const Plan centuries = with(R"(<pause id="p" title="Election" from="0001" until="9999"/>)");
  CHECK(dates(centuries, "a").last == "2024-06-05");
  CHECK(dates(centuries, "a").why ==
        "Its working days cannot be told: the pause “Election” lasts more than 100 years. It is not counted.");
}

TEST_CASE("a week of rest days has no working day to find") {
  const Plan plan = withRestDays(
      planAsRead(R"(<activity id="a" title="A" day-count="working-days" planned-start="2024-06-07" duration="3"/>)"),
      {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
  CHECK(dates(plan, "a").last == "2024-06-09");
  CHECK_FALSE(dates(plan, "a").known);
  CHECK(dates(plan, "a").why ==
        "Its working days cannot be told: every day of the week is a rest day. They are taken as calendar days.");
}

TEST_CASE("rest days that do not read leave the working days untold") {
  Plan plan =
      planAsRead(R"(<activity id="a" title="A" day-count="working-days" planned-start="2024-06-07" duration="3"/>)");
  Element root = plan.root();
  root.set(key::restDays.number, Value(Unread{"the weekend!"}));
  CHECK(
      dates(plan.with(root), "a").why ==
      "Its working days cannot be told: the weekly rest days cannot all be read. Those that can be read are counted.");
}

TEST_CASE("pauses that overlap, touch or come in thousands count once each day") {
  std::vector<WorkingDays::Span> pauses;
  for (std::int64_t i = 0; i < 20'000; ++i) pauses.push_back({i * 10, i * 10 + (i % 2 ? 12 : 3)});
  const WorkingDays calendar(WorkingDays::RestDays(0b1100000), pauses);
  std::int64_t found = 0, at = 0;
  std::int64_t day = 0;
  for (; found < 36'525; ++day) {
    const bool paused = std::any_of(pauses.begin() + std::max<std::int64_t>(0, day / 10 - 2),
                                    pauses.begin() + std::min<std::int64_t>(20'000, day / 10 + 1),
                                    [&](auto pause) { return pause.first <= day && day < pause.end; });
    const bool rests = (day + 3) % 7 >= 5;
    REQUIRE(calendar.has(day) == (!paused && !rests));
    if (!paused && !rests) ++found;
  }
  at = calendar.endOf(0, 36'525);
  CHECK(at == day);
  CHECK(calendar.between(0, at) == 36'525);
  CHECK(calendar.latestStartEnding(at, 36'525) == calendar.firstFrom(0));
}

TEST_CASE("a date known by its month starts on its first day, and what follows is known no better") {
  const Plan plan = planAsRead(R"(
    <activity id="a" title="A" planned-start="2024-07" duration="2"/>
    <activity id="b" title="B" duration="2"/>
    <activity id="c" title="C" duration="2"/>
    <dependency id="d" from="a" to="b"/>
  )");
  CHECK(dates(plan, "a").first == "2024-07-01");
  CHECK(dates(plan, "a").precision == Precision::month);
  CHECK(dates(plan, "a").why == "Planned for 2024-07; the first day of it counts.");
  CHECK(dates(plan, "b").precision == Precision::month);
  CHECK(dates(plan, "c").precision == Precision::day);
  CHECK(dates(plan, "a", "2024-07-10").precision == Precision::month);  // some day of the month, from then on
}
