#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;

namespace {

Looked tests(std::string_view lines, std::string_view asOf = "2013-12-01") { return look(lines, asOf, "IMP-TESTS"); }

constexpr auto bare = R"(<agreement id="g" title="Accord" stage="SubComp" date="2013-11-01"/>)";

}  // namespace

TEST_CASE("an agreement about which nothing is recorded shows none of the ten tests") {
  const Looked looked = tests(bare);
  REQUIRE(
      looked.messages() ==
      Texts{
          "Of the ten tests of an agreement that can be carried out, the plan shows 0 for “Accord”. Are the others met "
          "elsewhere?"});
  CHECK(looked.because().size() == 10);
  CHECK(looked.level() == Level::info);
  CHECK(tests(bare, "2013-10-31").findings.empty());
}

TEST_CASE("many agreements that show little are one finding") {
  std::string lines;
  for (const char* id : {"g1", "g2", "g3", "g4"})
    lines += "<agreement id=\"" + std::string(id) + "\" title=\"" + id + "\" stage=\"SubPar\" date=\"2013-01-01\"/>\n";
  const Looked looked = look(lines, "2013-12-01", "IMP-TESTS");
  CHECK(looked.findings.size() == 1);
  CHECK(looked.elements() == "g1 g2 g3 g4");
}

TEST_CASE("what the plan records is no longer asked about") {
  const Looked looked = tests(R"(
    <agreement id="g" title="Accord" stage="SubComp" date="2013-11-01" issues="i"/>
    <issue id="i" title="Land" type="root-cause"/>
    <body id="m" title="Commission" type="monitoring-mechanism" functions="monitoring dispute-resolution"/>
    <body id="l" title="Local committees" type="local-peace-committee"/>
    <fund id="f" title="Trust fund" status="committed" covers="m"/>
    <activity id="r" title="Vote" type="referendum" planned-start="2014-02-01"/>
    <actor id="p" name="Ministry"/>
    <commitment id="c" title="Return" agreement="g" theme="refugees" responsible="p" due="2014-03-01" verifier="m" reference="Art. 3"/>
  )");
  CHECK(looked.findings.empty());
}

TEST_CASE("one commitment that lacks something leaves its test open") {
  const Looked looked = tests(R"(
    <agreement id="g" title="Accord" stage="Pre" date="2013-11-01"/>
    <commitment id="c" title="C" agreement="g" theme="human-rights" responsible="p" reference="Art. 3"/>
    <commitment id="d" title="D" agreement="g" theme="review" due="2014-01-01"/>
  )");
  CHECK(looked.because() ==
        Texts{"Acceptance: nobody is named who ratifies it, and no referendum, ratification or public consultation is "
              "planned.",
              "Major issues: root causes or items of the agenda that no agreement settles, or none recorded.",
              "Detail: commitments without an indicator or without the article they stand in, or none recorded.",
              "Timetable: commitments without a day or deadline, or none recorded.",
              "A lead to monitor and support: no monitoring mechanism or follow-up committee.",
              "Responsibilities: commitments for which nobody is responsible, or none recorded.",
              "Disputes over it: no panel, body function, provision or commitment that settles them.",
              "Resources: no fund covers what carries it out, and no donor support is agreed."});
}

TEST_CASE("texts from before the substance, and constitutions, are not asked about without commitments") {
  CHECK(tests(R"(<agreement id="g" title="Roadmap" stage="Pre" date="2013-11-01"/>)").findings.empty());
  CHECK(tests(R"(<agreement id="g" title="Constitution" stage="SubComp" substage="FrCons" date="2013-11-01"/>)")
            .findings.empty());
  CHECK(tests("").findings.empty());
}
