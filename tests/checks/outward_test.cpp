#include "checks/outward.h"

#include "support/plan_text.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::checks;

namespace {

const Day asOf = *parseDay("2013-12-01");

std::string spanOf(std::string_view attributes) {
  const Plan plan = testing::planAsRead("<activity id=\"a\" title=\"It\" " + std::string(attributes) + "/>");
  const Study study(plan, asOf);
  const auto span = outwardSpan(study, study.all(KindId::activity).front());
  return span ? isoText(firstDay(span->from)) + "/" + isoText(lastDay(span->from, span->to)) : "-";
}

bool deadlineIsTold(std::string_view anchor, std::string_view deadline) {
  const Study study(
      testing::planAsRead("<activity id=\"a\" title=\"It\" " + std::string(anchor) +
                          "/>\n<deadline id=\"d\" title=\"Then\" of=\"a\" " + std::string(deadline) + "/>"),
      asOf);
  return outwardDay(study, study.all(KindId::deadline).front()).has_value();
}

}  // namespace

TEST_CASE("outside the team an activity stands on its recorded days, else on its planned ones") {
  CHECK(spanOf("") == "-");
  CHECK(spanOf(R"(planned-start="2013-11-01" duration="10")") == "2013-11-01/2013-11-10");
  CHECK(spanOf(R"(planned-finish="2013-11-10" duration="10")") == "2013-11-01/2013-11-10");
  CHECK(spanOf(R"(planned-start="2014-03" duration="40")") == "2014-03-01/2014-03-31");
  CHECK(spanOf(R"(planned-start="2014-03" planned-finish="2014-05-02")") == "2014-03-01/2014-05-02");
  CHECK(spanOf(R"(planned-start="2014-03-01" duration="0")") == "2014-03-01/2014-03-01");
  CHECK(spanOf(R"(planned-start="2013-11-01" start="2013-11-20" duration="30")") == "2013-11-20/2013-12-01");
  CHECK(spanOf(R"(start="2013-11-20" finish="2013-11-22")") == "2013-11-20/2013-11-22");
  CHECK(spanOf(R"(status="ongoing")") == "-");
  CHECK(spanOf(R"(status="cancelled" planned-start="2014-01-01")") == "-");
}

TEST_CASE("outside the team a deadline has a day where it is fixed or counts from what has happened") {
  CHECK(deadlineIsTold("", R"(date="2014-01-01")"));
  CHECK(deadlineIsTold(R"(start="2013-11-01" finish="2013-11-05")", R"(anchor="a" offset="5")"));
  CHECK(deadlineIsTold(R"(start="2013-11-01")", R"(anchor="a" end="start" offset="5")"));
  CHECK_FALSE(deadlineIsTold(R"(start="2013-11-01")", R"(anchor="a" offset="5")"));
  CHECK_FALSE(deadlineIsTold(R"(planned-start="2014-01-01")", R"(anchor="a" offset="5")"));
  CHECK_FALSE(deadlineIsTold("", ""));
}
