#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;

namespace {

constexpr auto talks = R"(
  <track id="t" name="Official" level="1"/>
  <activity id="a" title="Round" tracks="t"/>
)";

Looked nine(const Plan& plan) { return look(plan, "2013-12-01", "DESIGN-NINE"); }
Looked eight(const Plan& plan) { return look(plan, "2013-12-01", "EIGHT-GAP"); }

}  // namespace

TEST_CASE("once officials meet, what the design leaves open is listed in one finding") {
  const Looked looked = nine(planAsRead(talks));
  REQUIRE(looked.messages() == Texts{"Of the 9 things a negotiation's design settles, nothing is recorded for 9."});
  CHECK(looked.because().size() == 9);
  CHECK(looked.because().front() == "Purpose: what the process is for.");
  CHECK(looked.elements() == "plan");
  CHECK(looked.level() == checks::Level::info);
}

TEST_CASE("each design issue is settled by what stands for it") {
  const auto left = [](std::string_view lines) { return nine(planAsRead(together({talks, lines}))).because().size(); };
  CHECK(left(R"(<objective id="o" title="Peace"/>)") == 8);
  CHECK(left(R"(<body id="b" title="Table"/>)") == 8);
  CHECK(left(R"(<issue id="i" title="Land"/>)") == 8);
  CHECK(left(R"(<deadline id="d" title="Soon" of="a"/>)") == 8);
  CHECK(left(R"(<body id="b" title="Table" decision-rule="consensus"/>)") == 7);
  CHECK(left(R"(<activity id="c" title="Truce" type="ceasefire"/>)") == 8);
  CHECK(left(R"(<commitment id="k" title="Release"/>)") == 8);
  CHECK(left(R"(<quota id="q" group="g" body="b" share="30"/>)") == 8);
  const Plan told = withRoot(planAsRead(talks), {{"purpose", "settlement"},
                                                 {"format", "one table"},
                                                 {"mandate", "asked"},
                                                 {"decision-rule", "consensus"},
                                                 {"outcome-status", "binding"}});
  CHECK(nine(told).because().size() == 4);
}

TEST_CASE("a plan in which officials do not meet is not asked for a design") {
  CHECK(nine(Plan()).findings.empty());
  CHECK(nine(planAsRead(R"(<track id="t" name="Village" level="3"/>
    <activity id="a" title="Forum" tracks="t"/>)"))
            .findings.empty());
  CHECK(nine(planAsRead(R"(<body id="b" title="All" type="plenary"/>)")).findings.size() == 1);
}

TEST_CASE("the eight fundamentals are asked about once a third party is there") {
  CHECK(eight(planAsRead(talks)).findings.empty());
  constexpr auto mediator = R"(<actor id="m" name="Envoy" layer="third-party"/>)";
  const Looked looked = eight(planAsRead(together({talks, mediator})));
  REQUIRE(looked.messages() ==
          Texts{"Of the 8 fundamentals of mediation, nothing in the plan stands for 8. Is it elsewhere?"});
  const Plan told = withRoot(
      planAsRead(
          together({talks, mediator, R"(<consent id="c" actor="m" state="given"/>)", R"(<group id="g" name="Women"/>)",
                    R"(<commitment id="k" title="Release"/>)", R"(<separation id="s" between="t a"/>)"})),
      {{"mediator-role", "facilitator"}, {"principles", "consent"}, {"analysis-date", "2013-11"}, {"conveners", "m"}});
  CHECK(eight(told).findings.empty());
}
