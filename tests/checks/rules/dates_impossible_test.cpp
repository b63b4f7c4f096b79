#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

/// Two activities and a link, by their attributes.
Looked pair(const std::string& first, const std::string& then, const std::string& link,
            std::string_view asOf = "2013-01-01") {
  return look(together({"<activity id=\"a\" title=\"Draft\" " + first + "/>",
                        "<activity id=\"b\" title=\"Vote\" " + then + "/>",
                        "<dependency id=\"d\" from=\"a\" to=\"b\" " + link + "/>"}),
              asOf, "DATE-IMP");
}

}  // namespace

TEST_CASE("planned before the end of what it waits for is a contradiction") {
  const Looked looked =
      pair(R"(planned-start="2013-05-01" planned-finish="2013-05-10")", R"(planned-start="2013-05-10")", "");
  REQUIRE(looked.messages() ==
          Texts{"“Vote” is planned for 2013-05-10, but waits for “Draft”, which leaves room from 2013-05-11 on."});
  CHECK(looked.because() == Texts{"Missing: at least 1 day. Days that must lie between: 0."});
  CHECK(looked.level() == Level::error);
  CHECK(looked.verdict() == Verdict::problem);
  CHECK(looked.elements() == "d a b");
}

TEST_CASE("the day after what it waits for is early enough") {
  CHECK(pair(R"(planned-start="2013-05-01" duration="10")", R"(planned-start="2013-05-11")", "").findings.empty());
  CHECK(pair(R"(planned-start="2013-05-01" duration="10")", R"(planned-start="2013-05-10")", "").findings.size() == 1);
}

TEST_CASE("a milestone and what starts after it may share a day") {
  CHECK(pair(R"(planned-start="2013-05-01" duration="0")", R"(planned-start="2013-05-01")", "").findings.empty());
  CHECK(pair(R"(planned-start="2013-05-01" duration="0")", R"(planned-start="2013-04-30")", "").findings.size() == 1);
  CHECK(pair(R"(planned-finish="2013-05-01" duration="0")", R"(planned-start="2013-05-01")", "").findings.empty());
}

TEST_CASE("days between count, and may be negative") {
  CHECK(pair(R"(planned-finish="2013-05-10")", R"(planned-start="2013-05-13")", R"(lag="3")").findings.size() == 1);
  CHECK(pair(R"(planned-finish="2013-05-10")", R"(planned-start="2013-05-14")", R"(lag="3")").findings.empty());
  CHECK(pair(R"(planned-finish="2013-05-10")", R"(planned-start="2013-05-08")", R"(lag="-3")").findings.empty());
  CHECK(pair(R"(planned-finish="2013-05-10")", R"(planned-start="2013-05-07")", R"(lag="-3")").findings.size() == 1);
}

TEST_CASE("each kind of link asks for its own ends, as the schedule counts them") {
  CHECK(pair(R"(planned-start="2013-05-10")", R"(planned-start="2013-05-09")", R"(type="SS")").findings.size() == 1);
  CHECK(pair(R"(planned-start="2013-05-10")", R"(planned-start="2013-05-10")", R"(type="SS")").findings.empty());
  CHECK(pair(R"(planned-finish="2013-05-10")", R"(planned-finish="2013-05-09")", R"(type="FF")").findings.size() == 1);
  CHECK(pair(R"(planned-finish="2013-05-10")", R"(planned-finish="2013-05-10")", R"(type="FF")").findings.empty());
  CHECK(pair(R"(planned-start="2013-05-10")", R"(planned-finish="2013-05-08")", R"(type="SF")").findings.size() == 1);
  CHECK(pair(R"(planned-start="2013-05-10")", R"(planned-finish="2013-05-09")", R"(type="SF")").findings.empty());
}

TEST_CASE("a link of ends is told with the days people call the last") {
  const Looked looked = pair(R"(planned-finish="2013-05-10")", R"(planned-finish="2013-05-07")", R"(type="FF")");
  CHECK(looked.messages() ==
        Texts{"“Vote” is planned for 2013-05-07, but waits for “Draft”, which leaves room from 2013-05-10 on."});
  CHECK(looked.because() == Texts{"Missing: at least 3 days. Days that must lie between: 0."});
}

TEST_CASE("what should begin before the other even begins contradicts, though nobody knows how long that takes") {
  CHECK(pair(R"(planned-start="2013-05-10")", R"(planned-start="2013-05-09")", "").findings.size() == 1);
  CHECK(pair(R"(planned-start="2013-05-10")", R"(planned-start="2013-05-10")", "").findings.empty());
}

TEST_CASE("dates that are not exact may not suffice to tell") {
  const Looked looked = pair(R"(planned-finish="2013-05")", R"(planned-start="2013-05-20")", "");
  REQUIRE(looked.messages() ==
          Texts{"Whether “Vote” is planned late enough after “Draft” cannot be told from dates that are not exact."});
  CHECK(looked.verdict() == Verdict::cannotTell);
  CHECK(looked.because() ==
        Texts{"“Vote” may fall on any day from 2013-05-20 to 2013-05-20; it may have to wait until 2013-06-01."});
  CHECK(pair(R"(planned-finish="2013-05")", R"(planned-start="2013-04-30")", "").verdict() == Verdict::problem);
  CHECK(pair(R"(planned-finish="2013-05")", R"(planned-start="2013-06-01")", "").findings.empty());
  CHECK(pair(R"(planned-finish="2013-05~")", R"(planned-start="2013-06-01")", "").verdict() == Verdict::cannotTell);
}

TEST_CASE("what is over, begun, soft or left out is not asked about") {
  const std::string late = R"(planned-start="2013-05-01" planned-finish="2013-05-10")";
  CHECK(pair(late, R"(planned-start="2013-04-01" start="2013-04-02")", "", "2013-04-20").findings.empty());
  CHECK(pair(late, R"(planned-start="2013-04-01" finish="2013-04-02")", "", "2013-04-20").findings.empty());
  CHECK(pair(late, R"(planned-start="2013-04-01")", R"(nature="soft")").findings.empty());
  CHECK(pair(late + R"( status="cancelled")", R"(planned-start="2013-04-01")", "").findings.empty());
  CHECK(pair(late, R"(planned-start="2013-04-01" status="superseded")", "").findings.empty());
  CHECK(pair(late, R"(planned-start="2013-04-01" start="2013-04-02")", "", "2013-03-20").findings.size() == 1);
}

TEST_CASE("what came after the day of what waits for it is late, and no contradiction once that day has passed") {
  constexpr auto late = R"(
    <activity id="a" title="A" start="2013-11-20" finish="2013-11-28"/>
    <activity id="b" title="B" planned-start="2013-11-15"/>
    <dependency id="d" from="a" to="b"/>)";
  CHECK(look(late, "2013-12-01", "DATE-IMP").findings.empty());
  CHECK(look(late, "2013-11-10", "DATE-IMP").findings.empty());
  constexpr auto ahead = R"(
    <activity id="a" title="A" start="2013-11-20" finish="2013-11-28"/>
    <activity id="b" title="B" planned-start="2013-12-15"/>
    <dependency id="d" from="a" to="b" lag="30"/>)";
  CHECK(look(ahead, "2013-12-01", "DATE-IMP").findings.size() == 1);
}

TEST_CASE("a hand-over between what nobody could know of yet is not too late") {
  constexpr auto later = R"(
    <activity id="a" title="A" start="2014-02-01" finish="2014-02-20"/>
    <activity id="b" title="B" start="2014-01-01" finish="2014-01-10"/>
    <transfer id="x" from="a" to="b"/>)";
  CHECK(look(later, "2013-12-01", "GAP-LATE").findings.empty());
}

TEST_CASE("a hand-over comes too late for what is over by then") {
  constexpr auto lines = R"(
    <activity id="a" title="Forum" planned-start="2013-05-01" planned-finish="2013-05-10"/>
    <activity id="b" title="Plenary" planned-start="2013-05-01" planned-finish="2013-05-08"/>
    <transfer id="x" from="a" to="b"/>
  )";
  const Looked looked = look(lines, "2013-01-01", "DATE-IMP");
  REQUIRE(looked.messages() ==
          Texts{"What “Forum” produces on 2013-05-10 comes too late for “Plenary”, which ends on 2013-05-08."});
  CHECK(looked.because() == Texts{"It is at least 2 days late."});
  CHECK(looked.elements() == "x a b");
}

TEST_CASE("a hand-over that took place, or between the same last days, is not too late") {
  constexpr auto ends = R"(
    <activity id="a" title="Forum" planned-finish="2013-05-10"/>
    <activity id="b" title="Plenary" planned-finish="2013-05-08"/>
  )";
  CHECK(look(together({ends, R"(<transfer id="x" from="a" to="b" delivered="2013-04-01"/>)"}), "2013-04-02", "DATE-IMP")
            .findings.empty());
  CHECK(look(R"(
    <activity id="a" title="Forum" planned-finish="2013-05-10"/>
    <activity id="b" title="Plenary" planned-finish="2013-05-10"/>
    <transfer id="x" from="a" to="b"/>
  )",
             "2013-01-01", "DATE-IMP")
            .findings.empty());
}

TEST_CASE("without links nothing is asked about their dates") {
  CHECK(look(R"(<activity id="a" title="A" planned-start="2013-05-10"/>)", "2013-01-01", "DATE-IMP").findings.empty());
}
