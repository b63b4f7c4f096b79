#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

Looked uneven(std::string_view lines) { return look(lines, "2013-12-01", "IMP-UNEVEN"); }
Looked pace(std::string_view lines) { return look(lines, "2013-12-01", "IMP-PACE"); }

}  // namespace

TEST_CASE("a theme far behind the plan as a whole is a question") {
  const Looked looked = uneven(R"(
    <commitment id="c1" title="C" theme="elections" score="3"/>
    <commitment id="c2" title="C" theme="elections" score="3"/>
    <commitment id="c3" title="C" theme="land-arbitration" score="1" due="2014-06-01"/>
  )");
  REQUIRE(looked.messages() == Texts{"Commitments on “International arbitration on land” are carried out to 33.3 per "
                                     "cent, all commitments together "
                                     "to 77.8 per cent. Is that as intended?"});
  CHECK(looked.because() == Texts{"1 commitment on it, 0 of them without a score; 1 is due later."});
  CHECK(looked.level() == Level::info);
  CHECK(looked.elements() == "c3");
}

TEST_CASE("thirty points are the boundary, and the plan may set its own") {
  // All: 12 of 30, 40 per cent. Land: 1 of 9 or 11.1; police: 1 of 3.
  constexpr auto near = R"(
    <commitment id="c1" title="C" theme="police" score="3"/>
    <commitment id="c2" title="C" theme="elections" score="2"/>
  )";
  CHECK(uneven(near).findings.empty());
  CHECK(uneven(together({near, R"(<threshold id="h" rule="IMP-UNEVEN" number="16"/>)"})).findings.size() == 1);
}

TEST_CASE("unknown scores make a span, and where it decides the theme cannot be told") {
  const Looked looked = uneven(R"(
    <commitment id="c1" title="C" theme="elections" score="3"/>
    <commitment id="c2" title="C" theme="land-arbitration"/>
    <commitment id="c3" title="C" theme="land-arbitration" score="0"/>
  )");
  REQUIRE(looked.verdict() == Verdict::cannotTell);
  CHECK(looked.messages() == Texts{"Whether commitments on these themes lie far behind the others cannot be told: "
                                   "International arbitration on land."});
  const Looked sure = uneven(R"(
    <commitment id="c1" title="C" theme="elections" score="3"/>
    <commitment id="c2" title="C" theme="elections" score="3"/>
    <commitment id="c3" title="C" theme="elections" score="3"/>
    <commitment id="c4" title="C" theme="land-arbitration"/>
    <commitment id="c5" title="C" theme="land-arbitration" score="0"/>
    <commitment id="c6" title="C" theme="land-arbitration" score="0"/>
  )");
  REQUIRE(sure.findings.size() == 1);
  CHECK(sure.verdict() == Verdict::problem);
}

TEST_CASE("without scores, or with a single theme, nothing is asked") {
  CHECK(uneven(R"(
    <commitment id="c1" title="C" theme="elections"/>
    <commitment id="c2" title="C" theme="police"/>
  )")
            .findings.empty());
  CHECK(uneven(R"(<commitment id="c1" title="C" theme="elections" score="0"/>)").findings.empty());
  CHECK(uneven("").findings.empty());
}

TEST_CASE("implementation pace differs where averages lie two steps apart, told without an order") {
  const Looked looked = pace(R"(
    <actor id="p" name="Government"/>
    <actor id="q" name="Movement"/>
    <agreement id="g" title="Accord"/>
    <commitment id="c1" title="C" agreement="g" responsible="q" score="3"/>
    <commitment id="c2" title="C" agreement="g" responsible="p" score="0"/>
    <commitment id="c3" title="C" agreement="g" responsible="p" score="1"/>
  )");
  REQUIRE(looked.messages() == Texts{"Implementation pace differs in “Accord”: the average scores of those responsible "
                                     "lie 2.5 steps of 3 apart. Is "
                                     "that the agreed sequence?"});
  CHECK(looked.because() == Texts{"“Government”: 0.5 of 3 on average, 2 commitments, 0 of them without a score.",
                                  "“Movement”: 3 of 3 on average, 1 commitment, 0 of them without a score."});
  CHECK(looked.elements() == "g p q");
  CHECK(looked.level() == Level::info);
}

TEST_CASE("the pace is alike within two steps, and unknown scores may leave it untold") {
  constexpr auto parties = R"(
    <actor id="p" name="P"/>
    <actor id="q" name="Q"/>
    <agreement id="g" title="Accord"/>
    <commitment id="c1" title="C" agreement="g" responsible="q" score="3"/>
  )";
  const auto with = [&](std::string_view other) { return pace(together({parties, other})); };
  CHECK(with(R"(<commitment id="c2" title="C" agreement="g" responsible="p" score="2"/>)").findings.empty());
  CHECK(with(R"(<commitment id="c2" title="C" agreement="g" responsible="p" score="1"/>)").verdict() ==
        Verdict::problem);
  CHECK(with(R"(<commitment id="c2" title="C" agreement="g" responsible="p"/>)").messages() ==
        Texts{"Whether implementation pace differs in “Accord” cannot be told: scores are missing."});
  CHECK(with(R"(<commitment id="c2" title="C" responsible="p" score="0"/>)").findings.empty());
  CHECK(with("").findings.empty());
  CHECK(pace("").findings.empty());
}
