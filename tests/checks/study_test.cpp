#include "checks/touched.h"
#include "support/every_rule.h"
#include "support/looking.h"

#include <limits>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Item;
using checks::Study;

namespace {

std::string ids(std::span<const Item* const> items) {
  std::string text;
  for (const Item* item : items) text += (text.empty() ? "" : " ") + item->id().str();
  return text;
}

}  // namespace

TEST_CASE("a study finds every element by its id, and nothing else") {
  std::string lines;
  for (std::size_t i = 0; i < 500; ++i) lines += numbered(R"(<activity id="a#" title="A"/>)", i);
  const Study study(planAsRead(lines), day("2013-12-01"));
  for (const Item& item : study.all(KindId::activity)) CHECK(study.find(item.id()) == &item);
  CHECK_FALSE(study.find("b"_id));
  CHECK_FALSE(study.find(ElementId()));
  CHECK_FALSE(study.find(KindId::actor, "a1"_id));
}

TEST_CASE("where two kinds share an id, a study finds the one the plan finds") {
  const Plan plan = Plan().with(Element(KindId::activity, "x"_id)).with(Element(KindId::actor, "x"_id));
  const Study study(plan, day("2013-12-01"));
  CHECK(study.find("x"_id)->kind() == plan.find("x"_id)->kind());
}

TEST_CASE("what is worked out beside the dates in another thread asks for none of them") {
  const Study study(planForEveryRule(), day("2013-12-01"));
  checks::ReadRecord record;
  study.recordReads(&record);
  study.workBesideDates();
  study.recordReads(nullptr);
  CHECK(record.has(KindId::transfer, "from"));
  CHECK_FALSE(record.has(KindId::dependency, "from"));
  CHECK_FALSE(record.has(KindId::plan, "rest-days"));  // whoever asks for a date reads them
}

TEST_CASE("the tracks of an element are those that exist, the first its own") {
  const Study study(planAsRead(R"(
    <track id="t1" name="One"/>
    <track id="t2" name="Two"/>
    <activity id="a" title="A" tracks="t2 ghost t1"/>
    <activity id="b" title="B"/>
    <body id="c" title="C" tracks="t1"/>
    <event id="e" title="E" date="2013" tracks="t2"/>
    <actor id="p" name="P"/>
  )"),
                    day("2013-12-01"));
  CHECK(ids(study.tracks(*study.find("a"_id))) == "t2 t1");
  CHECK(ids(study.tracks(*study.find("b"_id))).empty());
  CHECK(ids(study.tracks(*study.find("c"_id))) == "t1");
  CHECK(ids(study.tracks(*study.find("e"_id))) == "t2");
  CHECK(ids(study.tracks(*study.find("t1"_id))) == "t1");
  CHECK(ids(study.tracks(*study.find("p"_id))).empty());
}

TEST_CASE("deadlines are found by what they are set for") {
  const Study study(planAsRead(R"(
    <activity id="a" title="A"/>
    <activity id="b" title="B"/>
    <deadline id="l2" title="L" of="a" date="2014-01-01"/>
    <deadline id="l1" title="L" of="a" date="2014-01-01"/>
    <deadline id="l3" title="L" of="ghost" date="2014-01-01"/>
  )"),
                    day("2013-12-01"));
  CHECK(ids(study.deadlinesOf(*study.find("a"_id))) == "l1 l2");
  CHECK(ids(study.deadlinesOf(*study.find("b"_id))).empty());
}

TEST_CASE("the day of a deadline is fixed or counted from its anchor, start or finish") {
  const Study study(planAsRead(R"(
    <activity id="a" title="A" start="2013-10-01" finish="2013-10-10"/>
    <activity id="f" title="F" planned-start="2014-01-01" duration="10"/>
    <agreement id="g" title="G" date="2014-02-01" planned="2013-12-20"/>
    <event id="later" title="E" date="2014-03-01"/>
    <deadline id="l1" title="L" of="f" date="2014-01"/>
    <deadline id="l2" title="L" of="f" anchor="a" offset="7"/>
    <deadline id="l3" title="L" of="f" anchor="a" end="start" offset="-7"/>
    <deadline id="l4" title="L" of="a" anchor="f" offset="1"/>
    <deadline id="l5" title="L" of="a" anchor="g" offset="1"/>
    <deadline id="l6" title="L" of="a" anchor="later" offset="1"/>
    <deadline id="l7" title="L" of="a" anchor="a"/>
    <deadline id="l8" title="L" of="a" anchor="ghost" offset="1"/>
  )"),
                    day("2013-12-01"));
  const auto on = [&](const char* id) {
    const auto found = study.deadlineDay(*study.find(*ElementId::parse(id)));
    return found ? isoText(*found) : std::string();
  };
  CHECK(on("l1") == "2014-01-31");
  CHECK(on("l2") == "2013-10-17");
  CHECK(on("l3") == "2013-09-24");
  CHECK(on("l4") == "2014-01-11");
  CHECK(on("l5") == "2013-12-21");  // as planned: the date is not known yet
  CHECK(on("l6").empty());
  CHECK(on("l7").empty());
  CHECK(on("l8").empty());
}

TEST_CASE("the last movement is the latest thing recorded up to the day") {
  const Plan plan = planAsRead(R"(
    <activity id="a" title="A" start="2013-05-01" updated="2013-06-10" finish="2014-01-01"/>
    <activity id="b" title="B" start="2013-11"/>
    <activity id="c" title="C"/>
    <event id="e" title="E" date="2013-07-20" about="a c"/>
    <event id="f" title="F" date="2013-12-02" about="a"/>
  )");
  const auto moved = [&](const char* asOf, ElementId id) {
    const Study study(plan, day(asOf));
    const auto found = study.lastMovement(*study.find(id));
    return found ? isoText(*found) : std::string();
  };
  CHECK(moved("2013-04-30", "a"_id).empty());
  CHECK(moved("2013-05-01", "a"_id) == "2013-05-01");
  CHECK(moved("2013-07-19", "a"_id) == "2013-06-10");
  CHECK(moved("2013-12-01", "a"_id) == "2013-07-20");
  CHECK(moved("2013-12-02", "a"_id) == "2013-12-02");
  CHECK(moved("2013-11-15", "b"_id) == "2013-11-01");
  CHECK(moved("2013-11-30", "b"_id) == "2013-11-30");
  CHECK(moved("2013-12-01", "c"_id) == "2013-07-20");
}

TEST_CASE("what only came later is known by a planned date, or by an event before") {
  const auto known = [](std::string_view lines, std::string_view asOf) {
    const checks::Study study(planAsRead(lines), day(asOf));
    return study.known(*study.find("b"_id));
  };
  constexpr auto body = R"(<body id="b" title="B" start="2014-02-01"/>)";
  CHECK_FALSE(known(body, "2014-01-31"));
  CHECK(known(body, "2014-02-01"));
  CHECK(known(R"(<body id="b" title="B" start="2014-02-01" planned-start="2014-01-15"/>)", "2013-01-01"));
  CHECK(known(R"(<body id="b" title="B"/>)", "2013-01-01"));
  CHECK_FALSE(known(R"(<agreement id="b" title="B" date="2014-02-01"/>)", "2014-01-31"));
  CHECK(known(R"(<agreement id="b" title="B" date="2014-02-01" planned="2014-01"/>)", "2014-01-31"));
  const std::string asked = together({body, R"(<event id="e" title="Asked for" date="2013-12-01" about="b"/>)"});
  CHECK_FALSE(known(asked, "2013-11-30"));
  CHECK(known(asked, "2013-12-01"));
}

TEST_CASE("a number is the track's, else the plan's, else the rule's") {
  const Study study(planAsRead(R"(
    <track id="t1" name="One"/>
    <threshold id="h1" rule="STALL-ACT" name="other-days" number="60"/>
    <threshold id="h2" rule="STALL-ACT" name="other-days" track="t1" number="90"/>
    <threshold id="h3" rule="GAP-NO-LINK" name="days" number="lots"/>
  )"),
                    day("2013-12-01"));
  CHECK(study.threshold("STALL-ACT", "other-days", "t1"_id) == 90);
  CHECK(study.threshold("STALL-ACT", "other-days", "t2"_id) == 60);
  CHECK(study.threshold("STALL-ACT", "other-days") == 60);
  CHECK(study.threshold("STALL-ACT", "official-days", "t1"_id) == 14);
  CHECK(study.threshold("GAP-NO-LINK", "days") == 90);
  CHECK(study.threshold("GAP-NO-LINK", "activities") == 2);
}

TEST_CASE(
    "a number without a name stands for all that count the same, and for none of a rule that counts different things") {
  const Study study(planAsRead(R"(
    <threshold id="h1" rule="GAP-NO-LINK" number="30"/>
    <threshold id="h2" rule="STALL-ACT" number="1"/>
    <threshold id="h3" rule="GAP-UNACK" number="77"/>
  )"),
                    day("2013-12-01"));
  CHECK(study.threshold("GAP-NO-LINK", "days") == 90);
  CHECK(study.threshold("GAP-NO-LINK", "activities") == 2);
  CHECK(study.threshold("STALL-ACT", "official-days") == 1);
  CHECK(study.threshold("STALL-ACT", "other-days") == 1);
  CHECK(study.threshold("GAP-UNACK", "days") == 77);
}

TEST_CASE("a number that no rule can use is not used") {
  for (const double odd : {-1.0, 1e300, std::numeric_limits<double>::quiet_NaN()}) {
    Element threshold(KindId::threshold, "h"_id);
    threshold.set(key::rule, Text("GAP-NO-LINK")).set(key::name, Text("days")).set(key::number, odd);
    CHECK(Study(Plan().with(threshold), day("2013-12-01")).threshold("GAP-NO-LINK", "days") == 90);
  }
}

TEST_CASE("an activity is ready when all it waits for has come") {
  const Study study(planAsRead(R"(
    <activity id="a" title="A" start="2013-10-01" finish="2013-10-10"/>
    <activity id="b" title="B" start="2013-11-01"/>
    <activity id="c" title="C"/>
    <activity id="d" title="D"/>
    <activity id="e" title="E"/>
    <activity id="f" title="F"/>
    <dependency id="y1" from="a" to="c"/>
    <dependency id="y2" from="b" to="d"/>
    <dependency id="y3" from="b" to="e" type="SS"/>
    <dependency id="y4" from="b" to="f" nature="soft"/>
  )"),
                    day("2013-12-01"));
  CHECK(study.ready(*study.find("c"_id)));
  CHECK_FALSE(study.ready(*study.find("d"_id)));
  CHECK(study.ready(*study.find("e"_id)));
  CHECK(study.ready(*study.find("f"_id)));
}

TEST_CASE("a score counts from the day it was given, before or after an event that sets another") {
  const Plan plan = testing::planAsRead(R"(
    <commitment id="c" title="C" score="1" updated="2013-11-01"/>
    <event id="e" title="E" date="2013-09-01" about="c" status="2"/>
    <event id="f" title="F" date="2013-12-01" about="c" status="3"/>
  )");
  const auto score = [&](const char* on) {
    const Study study(plan, *parseDay(on));
    return study.state(*study.find("c"_id)).term;
  };
  CHECK(score("2013-10-31") == 2);
  CHECK(score("2013-11-30") == 1);
  CHECK(score("2013-12-01") == 3);
}

TEST_CASE("tracks of a track are its own item still after tracks came and went") {
  Plan plan = planAsRead(R"(<track id="t0" name="Talks"/>)");
  Study study(plan, day("2013-12-01"));
  CHECK(study.tracks(study.all(KindId::track)[0]).front() == &study.all(KindId::track)[0]);
  for (int i = 1; i < 40; ++i) {
    Element track(KindId::track, *ElementId::parse("t" + std::to_string(i)));
    study.follow(plan = plan.with(std::move(track)));
    for (const Item& item : study.all(KindId::track)) {
      REQUIRE(study.tracks(item).size() == 1);
      REQUIRE(study.tracks(item).front() == &item);
    }
  }
  study.follow(plan.without(*ElementId::parse("t7")));
  for (const Item& item : study.all(KindId::track)) REQUIRE(study.tracks(item).front() == &item);
}
