#include "checks/deadline_state.h"

#include "checks/rules/reads.h"
#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using namespace trackloom::checks;

namespace {

using enum DeadlineState;

DeadlineState state(std::string_view lines, std::string_view asOf = "2014-01-10") {
  const Study study(planAsRead(lines), day(asOf));
  const DeadlineState found = deadlineStanding(study, study.all(KindId::deadline).front()).state;
  // Whoever asks may say what was read.
  ReadRecord record;
  study.recordReads(&record);
  deadlineStanding(study, study.all(KindId::deadline).front());
  std::vector<Reads> reads;
  appendDeadlineStandingReads(reads);
  for (const auto& [kind, number] : record.all()) {
    FieldNumber field;
    field.value = number;
    INFO(kindOf(kind).name << ' ' << field.name());
    CHECK(std::find(reads.begin(), reads.end(), Reads{kind, field}) != reads.end());
  }
  return found;
}

DeadlineState activity(std::string_view fields, std::string_view asOf = "2014-01-10") {
  return state(together({R"(<deadline id="d" title="D" of="a" date="2014-01-20"/>)",
                         R"(<activity id="a" title="A" )" + std::string(fields) + "/>"}),
               asOf);
}

DeadlineState about(std::string_view element, std::string_view asOf = "2014-01-10") {
  return state(together({R"(<deadline id="d" title="D" of="a" date="2014-01-20"/>)", element}), asOf);
}

}  // namespace

TEST_CASE("an activity meets its deadline, or not, by the day it has finished") {
  CHECK(activity(R"(start="2014-01-01" finish="2014-01-09")") == met);
  CHECK(activity(R"(start="2014-01-01" finish="2014-01-20")", "2014-02-01") == met);
  CHECK(activity(R"(start="2014-01-01" finish="2014-01-21")", "2014-02-01") == missed);
  CHECK(activity(R"(status="completed")") == met);
  CHECK(activity(R"(status="completed")", "2014-02-01") == cannotTell);
}

TEST_CASE("an unfinished activity is on course or at risk by its forecast, and misses the day when it passes") {
  CHECK(activity(R"(planned-start="2014-01-15" duration="6")") == onCourse);
  CHECK(activity(R"(planned-start="2014-01-15" duration="7")") == atRisk);
  CHECK(activity(R"(planned-start="2014-01-15" duration="6")", "2014-01-20") == atRisk);
  CHECK(activity(R"(planned-start="2014-01-15" duration="6")", "2014-01-21") == missed);
  CHECK(activity(R"(status="cancelled")") == cannotTell);
  CHECK(activity(R"(status="cancelled")", "2014-01-21") == missed);
}

TEST_CASE("a forecast that is a guess can only tell that it is too late") {
  CHECK(activity(R"(planned-start="2014-01-15")") == cannotTell);
  CHECK(activity(R"(planned-start="2014-01-25")") == atRisk);
  CHECK(activity(R"(duration="3")") == cannotTell);
  CHECK(activity(R"(status="nonsense")") == cannotTell);
}

TEST_CASE("behind a political precondition only what is too late can be told") {
  const auto open = [](std::string_view first) {
    return state(together({R"(<deadline id="d" title="D" of="a" date="2014-01-20"/>)",
                           R"(<activity id="a" title="A" duration="1"/>)", first,
                           R"(<dependency id="l" from="f" to="a" nature="political"/>)"}));
  };
  CHECK(open(R"(<activity id="f" title="F" planned-start="2014-01-12" duration="2"/>)") == cannotTell);
  CHECK(open(R"(<activity id="f" title="F" planned-start="2014-01-19" duration="2"/>)") == atRisk);
}

TEST_CASE("a deadline may count from an anchor, and without a day nothing can be told") {
  constexpr auto counted = R"(
    <deadline id="d" title="D" of="a" anchor="e" offset="10"/>
    <activity id="a" title="A" planned-start="2014-01-15" duration="6"/>
  )";
  CHECK(state(together({counted, R"(<event id="e" title="E" date="2014-01-09"/>)"})) == atRisk);
  CHECK(state(together({counted, R"(<event id="e" title="E" date="2014-01-10"/>)"})) == onCourse);
  CHECK(state(counted) == cannotTell);
  CHECK(state(R"(<deadline id="d" title="D" of="gone" date="2014-01-20"/>)") == cannotTell);
}

TEST_CASE("a commitment is done when it is carried out in full") {
  CHECK(about(R"(<commitment id="a" title="A" score="3"/>)") == met);
  CHECK(about(R"(<commitment id="a" title="A" score="3" updated="2014-01-25"/>)", "2014-02-01") == missed);
  CHECK(about(R"(<commitment id="a" title="A" score="3" updated="2014-01-19"/>)", "2014-02-01") == met);
  CHECK(about(R"(<commitment id="a" title="A" score="2"/>)", "2014-02-01") == missed);
  CHECK(about(R"(<commitment id="a" title="A" score="2"/>)") == cannotTell);
  CHECK(about(R"(<commitment id="a" title="A"/>)", "2014-02-01") == cannotTell);
  CHECK(state(R"(
    <deadline id="d" title="D" of="c" date="2014-01-20"/>
    <commitment id="c" title="C" score="1" activity="a"/>
    <activity id="a" title="A" planned-start="2014-01-15" duration="7"/>
  )") == atRisk);
}

TEST_CASE("an agreement is done on its date") {
  CHECK(about(R"(<agreement id="a" title="A" date="2014-01-05"/>)") == met);
  CHECK(about(R"(<agreement id="a" title="A" date="2014-01-25"/>)") == cannotTell);
  CHECK(about(R"(<agreement id="a" title="A" date="2014-01-25"/>)", "2014-01-21") == missed);
  CHECK(about(R"(<agreement id="a" title="A" planned="2014-01-25"/>)") == atRisk);
  CHECK(about(R"(<agreement id="a" title="A" planned="2014-01-15"/>)") == onCourse);
}

TEST_CASE("a proposal is done when it has its answer") {
  CHECK(about(R"(<proposal id="a" title="A" answer="accepted"/>)") == met);
  CHECK(about(R"(<proposal id="a" title="A" answer="accepted"/>)", "2014-01-21") == cannotTell);
  CHECK(about(R"(<proposal id="a" title="A" answer="accepted" feedback="2014-01-15"/>)", "2014-01-21") == met);
  CHECK(about(R"(<proposal id="a" title="A" answer="pending"/>)", "2014-01-21") == missed);
  CHECK(about(R"(<proposal id="a" title="A"/>)") == cannotTell);
}
