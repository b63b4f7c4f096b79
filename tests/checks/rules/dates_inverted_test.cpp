#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

TEST_CASE("an activity planned to end before it begins is a contradiction") {
  const Looked looked = look(R"(
    <activity id="a" title="Talks" planned-start="2013-05-10" planned-finish="2013-05-07"/>
  )",
                             "2013-12-01", "DATE-INV");
  REQUIRE(looked.messages() ==
          Texts{"“Talks” ends before it begins: Planned start is 2013-05-10, Planned finish is 2013-05-07."});
  CHECK(looked.because() == Texts{"At least 3 days lie between the two, in the wrong order."});
  CHECK(looked.level() == Level::error);
  CHECK(looked.verdict() == Verdict::problem);
  CHECK(looked.elements() == "a");
}

TEST_CASE("every kind whose dates have an order is asked") {
  const Looked looked = look(R"(
    <activity id="a" title="Talks" start="2013-05-10" finish="2013-05-09"/>
    <transfer id="x" from="a" to="a" delivered="2013-05-10" acknowledged="2013-05-09"/>
    <relation id="r" from="p" to="q" since="2013" until="2012"/>
    <fund id="f" title="Fund" from="2013-05" until="2013-04"/>
    <phase id="h" title="Phase" planned-start="2013-Q3" planned-finish="2013-Q2"/>
    <actor id="p" name="P"/>
    <actor id="q" name="Q"/>
  )",
                             "2013-12-01", "DATE-INV");
  std::string all;
  for (std::size_t i = 0; i < looked.findings.size(); ++i) all += looked.elements(i) + " ";
  CHECK(all == "a f h r x ");
}

TEST_CASE("partial dates contradict only if no day in them could be right") {
  CHECK(look(R"(<activity id="a" title="A" planned-start="2013-05-10" planned-finish="2013-05"/>)", "2013-12-01",
             "DATE-INV")
            .findings.empty());
  CHECK(look(R"(<activity id="a" title="A" planned-start="2013-05" planned-finish="2013-04~"/>)", "2013-12-01",
             "DATE-INV")
            .findings.empty());
  CHECK(look(R"(<activity id="a" title="A" planned-start="2013-06" planned-finish="2013-05-31"/>)", "2013-12-01",
             "DATE-INV")
            .findings.size() == 1);
}

TEST_CASE("the same day as start and finish is one day, not a contradiction") {
  CHECK(look(R"(<activity id="a" title="A" start="2013-05-10" finish="2013-05-10"/>)", "2013-12-01", "DATE-INV")
            .findings.empty());
}

TEST_CASE("a text where a date belongs is told as it stands") {
  const Looked looked =
      look(R"(<activity id="a" title="Talks" planned-start="next spring"/>)", "2013-12-01", "DATE-INV");
  REQUIRE(looked.messages() == Texts{"“Talks”: Planned start reads “next spring”, which is not a date."});
  CHECK(plainText(looked.findings.front().clears) ==
        "It clears when a date stands there such as 2013, 2013-Q2, 2013-05 or 2013-05-14.");
}

TEST_CASE("two contradictions of one element have ids of their own") {
  const Looked looked = look(R"(
    <activity id="a" title="A" planned-start="soon" start="2013-05-10" finish="2013-05-09"/>
  )",
                             "2013-12-01", "DATE-INV");
  REQUIRE(looked.findings.size() == 2);
  CHECK(looked.findings[1].id == looked.findings[0].id + "-2");
}

TEST_CASE("a plan without dates is not asked about them") {
  CHECK(look(R"(<activity id="a" title="A"/>)", "2013-12-01", "DATE-INV").findings.empty());
}
