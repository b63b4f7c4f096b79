#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

Looked overdue(std::string_view lines, std::string_view asOf = "2013-12-01") {
  return look(lines, asOf, "IMP-OVERDUE");
}
Looked regress(std::string_view lines, std::string_view asOf = "2013-12-01") {
  return look(lines, asOf, "IMP-REGRESS");
}

}  // namespace

TEST_CASE("a commitment whose day has passed is overdue until it is carried out in full") {
  constexpr auto plan = R"(
    <agreement id="g" title="Accord" date="2013-09-01"/>
    <commitment id="c" title="Release prisoners" agreement="g" due="2013-11-01" score="1" precondition="a list of names"/>
  )";
  const Looked looked = overdue(plan);
  REQUIRE(looked.messages() ==
          Texts{"“Release prisoners” was due on 2013-11-01, 30 days ago, and is recorded at 1 of 3."});
  CHECK(looked.because() ==
        Texts{"Its score as of 2013-12-01: Minimum.", "It stands in “Accord”.", "Its precondition: a list of names."});
  CHECK(looked.elements() == "c g");
  CHECK(looked.level() == Level::warning);
  CHECK(overdue(plan, "2013-11-01").findings.empty());
  CHECK(overdue(plan, "2013-11-02").findings.size() == 1);
  CHECK(overdue(R"(<commitment id="c" title="C" due="2013-11-01" score="3"/>)").findings.empty());
  CHECK(overdue(R"(<commitment id="c" title="C" score="0"/>)").findings.empty());
  CHECK(overdue("").findings.empty());
}

TEST_CASE(
    "a deadline counted from an event makes a commitment overdue too, a partial day only when all of it has passed") {
  constexpr auto plan = R"(
    <event id="e" title="Signing" date="2013-10-01"/>
    <commitment id="c" title="C" score="2"/>
    <deadline id="d" title="D" of="c" anchor="e" offset="30"/>
  )";
  CHECK(overdue(plan, "2013-10-31").findings.empty());
  CHECK(overdue(plan, "2013-11-01").messages() ==
        Texts{"“C” was due on 2013-10-31, 1 day ago, and is recorded at 2 of 3."});
  constexpr auto month = R"(<commitment id="c" title="C" score="2" due="2013-11"/>)";
  CHECK(overdue(month, "2013-11-30").findings.empty());
  CHECK(overdue(month, "2013-12-01").findings.size() == 1);
}

TEST_CASE("without a score it cannot be told, unless what carries it out has not finished") {
  const Looked looked = overdue(R"(<commitment id="c" title="C" due="2013-11-01"/>)");
  CHECK(looked.verdict() == Verdict::cannotTell);
  CHECK(looked.messages() ==
        Texts{"Whether “C”, due on 2013-11-01, 30 days ago, has been carried out cannot be told."});
  CHECK(overdue(R"(<commitment id="c" title="C" due="2013-11-01" score="3" updated="2013-12-10"/>)").verdict() ==
        Verdict::cannotTell);
  constexpr auto through = R"(
    <commitment id="c" title="C" due="2013-11-01" activity="a"/>
    <activity id="a" title="Resignation" start="2013-10-20" finish="2013-11-20"/>
  )";
  CHECK(overdue(through, "2013-11-19").messages() == Texts{"“C” was due on 2013-11-01, 18 days ago, and what should "
                                                           "carry it out is not recorded as finished: “Resignation”."});
  CHECK(overdue(through, "2013-11-19").verdict() == Verdict::problem);
  CHECK(overdue(through, "2013-11-20").verdict() == Verdict::cannotTell);
  CHECK(overdue(through, "2013-11-20").because() == Texts{"No score is recorded for it up to 2013-11-20.",
                                                          "What should carry it out has finished: “Resignation”."});
}

TEST_CASE("what stands in a text dated later is not overdue") {
  constexpr auto plan = R"(
    <agreement id="g" title="Accord" date="2014-01-01"/>
    <commitment id="c" title="C" agreement="g" due="2013-11-01" score="1"/>
  )";
  CHECK(overdue(plan).findings.empty());
}

TEST_CASE("a score that is lower than an earlier one is told, from the day it is known") {
  constexpr auto plan = R"(
    <commitment id="c" title="Hand in arms" score="1" updated="2013-11-20"/>
    <event id="e1" title="First depot" date="2013-09-01" about="c" status="2"/>
  )";
  const Looked looked = regress(plan);
  REQUIRE(looked.messages() == Texts{"The recorded score of “Hand in arms” went from 2 to 1 by 2013-11-20."});
  CHECK(looked.because() == Texts{"Its highest score, 2, is recorded for 2013-09-01."});
  CHECK(regress(plan, "2013-11-19").findings.empty());
  const Looked byEvent = regress(R"(
    <commitment id="c" title="C"/>
    <event id="e1" title="Depot" date="2013-09-01" about="c" status="2"/>
    <event id="e2" title="Depot emptied" date="2013-10-01" about="c" status="0"/>
  )");
  CHECK(byEvent.elements() == "c e2");
  CHECK(byEvent.because() ==
        Texts{"Its highest score, 2, is recorded for 2013-09-01.", "What is recorded since: “Depot emptied”."});
}

TEST_CASE("a score that rises, stays or comes back is not told") {
  constexpr auto rising = R"(
    <commitment id="c" title="C"/>
    <event id="e1" title="E" date="2013-09-01" about="c" status="2"/>
    <event id="e2" title="E" date="2013-10-01" about="c" status="1"/>
    <event id="e3" title="E" date="2013-11-01" about="c" status="2"/>
  )";
  CHECK(regress(rising).findings.empty());
  CHECK(regress(rising, "2013-10-31").findings.size() == 1);
  CHECK(regress(R"(<commitment id="c" title="C" score="1" updated="2013-11-01"/>)").findings.empty());
  CHECK(regress("").findings.empty());
}

TEST_CASE("a latest score that does not read cannot be told") {
  CHECK(regress(R"(
    <commitment id="c" title="C"/>
    <event id="e1" title="E" date="2013-09-01" about="c" status="2"/>
    <event id="e2" title="E" date="2013-10-01" about="c" status="half"/>
  )")
            .verdict() == Verdict::cannotTell);
}
