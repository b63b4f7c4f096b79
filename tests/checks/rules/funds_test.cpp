#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Verdict;

namespace {

Looked ask(const char* rule, std::string_view lines, const char* asOf = "2013-12-01") {
  return look(lines, asOf, rule);
}

// Ninety days: 31 in January, 28 in February, 31 in March.
constexpr auto radio =
    R"(<activity id="a" title="Radio" planned-start="2014-01-01" planned-finish="2014-03-31" budget="9000 EUR"/>)";
constexpr auto monitors =
    R"(<body id="b" title="Watchers" functions="monitoring" planned-start="2014-01-01" planned-finish="2014-03-31" budget="9000 EUR"/>)";

std::string fund(const char* fields) { return "<fund id=\"f\" title=\"Grant\" " + std::string(fields) + "/>\n"; }

}  // namespace

TEST_CASE("the first month that is not paid for") {
  const Looked none = ask("FUND-GAP", radio);
  CHECK(none.messages() == Texts{"“Radio” is not paid for from 2014-01 on."});
  CHECK(none.because() == Texts{"In 2014-01 it needs 3100 EUR; committed or disbursed are 0 EUR.",
                                "Its budget is counted evenly over its days: no other spread is recorded."});
  const auto with = [](const char* fields) { return ask("FUND-GAP", together({radio, fund(fields)})); };
  CHECK(with(R"(amount="9000 EUR" status="committed" covers="a")").findings.empty());
  CHECK(with(R"(amount="5900 EUR" status="disbursed" from="2014-01-01" until="2014-02-28" covers="a")").messages() ==
        Texts{"“Radio” is not paid for from 2014-03 on."});
  CHECK(with(R"(amount="9000 EUR" status="pledged" covers="a")").because().back() ==
        "Pledged, which does not count yet: 9000 EUR.");
  CHECK(with(R"(amount="9000 USD" status="committed" covers="a")").verdict() == Verdict::cannotTell);
  CHECK(with(R"(status="committed" covers="a")").verdict() == Verdict::cannotTell);
  CHECK(with(R"(amount="9000 EUR" status="withdrawn" covers="a")").findings.size() == 1);
  CHECK(ask("FUND-GAP", R"(<activity id="a" title="A" budget="10 EUR"/>)").verdict() == Verdict::cannotTell);
  CHECK(ask("FUND-GAP", R"(<activity id="a" title="A"/>)").findings.empty());
  CHECK(ask("FUND-GAP", monitors).findings.empty());
}

TEST_CASE("monitoring that is not paid for is told by itself") {
  CHECK(ask("CF-MV-UNFUNDED", monitors).messages() == Texts{"“Watchers” is not paid for from 2014-01 on."});
  CHECK(ask("CF-MV-UNFUNDED", R"(<body id="b" title="Watchers" functions="monitoring"/>)").messages() ==
        Texts{"Whether “Watchers” is paid for cannot be told: what it needs is not recorded."});
  CHECK(ask("CF-MV-UNFUNDED", together({monitors, fund(R"(amount="9000 EUR" status="committed" covers="b")")}))
            .findings.empty());
  CHECK(ask("CF-MV-UNFUNDED", R"(<body id="b" title="Watchers" functions="monitoring" start="2014-06-01"/>)")
            .findings.empty());
  CHECK(ask("CF-MV-UNFUNDED", radio).findings.empty());
}

TEST_CASE("very large budgets over long times are shared out without overflow") {
  CHECK(
      ask("FUND-GAP",
          R"(<activity id="a" title="A" planned-start="0001-01-01" planned-finish="9999-12-31" budget="999999999999999 EUR"/>)")
          .findings.size() == 1);
  CHECK(ask("FUND-GAP",
            R"(<activity id="a" title="A" planned-start="2014-01-01" duration="36525" budget="999999999999999 EUR"/>)")
            .verdict() == Verdict::problem);
}

TEST_CASE("funding that ends before the work does") {
  const auto ends = [](const char* until) {
    return ask(
        "FUND-CLIFF",
        together({radio, fund((R"(amount="1 EUR" status="committed" covers="a" )" + std::string(until)).c_str())}));
  };
  const Looked looked = ends(R"(until="2014-03-30")");
  CHECK(looked.messages() == Texts{"Funding of “Radio” ends on 2014-03-30, before it does."});
  CHECK(looked.because().front() == "It goes on to 2014-03-31, 1 day longer.");
  CHECK(ends(R"(until="2014-03-31")").findings.empty());
  CHECK(ends("").findings.empty());
  CHECK(ask("FUND-CLIFF", radio).findings.empty());
}

TEST_CASE("what is committed and not paid out") {
  const auto unpaid = [](const char* fields) { return ask("FUND-UNPAID", fund(fields)); };
  CHECK(unpaid(R"(status="committed" from="2013-10-01")").messages() ==
        Texts{"“Grant” was committed from 2013-10-01 on, 61 days ago, and nothing records that it was paid out."});
  CHECK(unpaid(R"(status="committed" from="2013-10-02")").findings.empty());
  CHECK(unpaid(R"(status="disbursed" from="2013-01-01")").findings.empty());
  CHECK(unpaid(R"(status="committed")").findings.empty());
}

TEST_CASE("expertise that nobody is assigned for, and who could") {
  constexpr auto need =
      R"(<activity id="a" title="Talks" planned-start="2014-01-01" duration="5" expertise-needed="elections"/>)";
  constexpr auto expert = R"(<actor id="e" name="Adviser" expertise="elections"/>)";
  const Looked looked = ask("EXPERT-MISSING", together({need, expert}));
  REQUIRE(looked.findings.size() == 1);
  REQUIRE(looked.findings.front().fixes.size() == 1);
  CHECK(afterFix(looked, "2013-12-01").findings.empty());
  const Looked nobody = ask("EXPERT-MISSING", need);
  CHECK(nobody.because() == Texts{"Nobody in the plan with that expertise is known to be free then."});
  CHECK(ask("EXPERT-MISSING", expert).findings.empty());
}

TEST_CASE("an expert in too many places at once") {
  constexpr auto two = R"(
    <actor id="e" name="Adviser"/>
    <activity id="a" title="One" planned-start="2014-01-01" duration="5"/>
    <activity id="b" title="Two" planned-start="2014-01-04" duration="5"/>)";
  const auto over = [&](const char* x, const char* y) {
    return ask("EXPERT-OVER",
               together({two, "<assignment id=\"x\" expert=\"e\" activity=\"a\" " + std::string(x) + "/>",
                         "<assignment id=\"y\" expert=\"e\" activity=\"b\" " + std::string(y) + "/>"}));
  };
  CHECK(over("", "").messages() == Texts{"“Adviser” is assigned to more than fits into the time from 2014-01-04 on."});
  CHECK(over(R"(share="50")", R"(share="50")").findings.empty());
  CHECK(over(R"(until="2014-01-03")", "").findings.empty());
  CHECK(ask("EXPERT-OVER", two).findings.empty());
}

TEST_CASE("what a fund for the whole track pays for, or one whose status is not recorded, cannot be told") {
  const Looked track = ask(
      "FUND-GAP",
      together(
          {R"(<track id="t" name="Village" level="3"/>)",
           R"(<activity id="a" title="Radio" tracks="t" planned-start="2014-01-01" planned-finish="2014-03-31" budget="9000 EUR"/>)",
           fund(R"(amount="20000 EUR" status="committed" covers="t")")}));
  CHECK(track.verdict() == Verdict::cannotTell);
  CHECK(track.because() == Texts{"A fund covers its track as a whole; which part is for it is not recorded."});
  const Looked status = ask("FUND-GAP", together({radio, fund(R"(amount="9000 EUR" covers="a")")}));
  CHECK(status.verdict() == Verdict::cannotTell);
  CHECK(status.because() == Texts{"Whether a fund that covers it is committed is not recorded."});
}

TEST_CASE("an assignment at another time brings no expertise, and one without words brings the expert's own") {
  constexpr auto need = R"(
    <activity id="a" title="Talks" planned-start="2014-01-10" duration="5" expertise-needed="elections"/>
    <actor id="e" name="Adviser" expertise="elections"/>)";
  const auto assigned = [&](const char* fields) {
    return ask("EXPERT-MISSING",
               together({need, "<assignment id=\"x\" expert=\"e\" activity=\"a\" " + std::string(fields) + "/>"}))
        .findings.size();
  };
  CHECK(assigned(R"(expertise="elections")") == 0);
  CHECK(assigned("") == 0);
  CHECK(assigned(R"(expertise="process-design")") == 1);
  CHECK(assigned(R"(expertise="elections" until="2014-01-09")") == 1);
  CHECK(assigned(R"(expertise="elections" from="2014-01-15")") == 1);
  CHECK(assigned(R"(expertise="elections" from="2014-01-01" until="2014-01-10")") == 0);
}
