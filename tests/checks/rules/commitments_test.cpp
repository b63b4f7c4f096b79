#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

Looked owners(std::string_view lines) { return look(lines, "2013-12-01", "IMP-NO-OWNER"); }
Looked deadlines(std::string_view lines, std::string_view asOf = "2013-12-01") {
  return look(lines, asOf, "IMP-NO-DEADLINE");
}

}  // namespace

TEST_CASE("a commitment without anybody responsible is told") {
  const Looked looked = owners(R"(
    <agreement id="g" title="Accord"/>
    <commitment id="c" title="Release prisoners" agreement="g" score="1"/>
  )");
  REQUIRE(looked.messages() == Texts{"Nobody is named who must carry out “Release prisoners”."});
  CHECK(looked.because() == Texts{"It stands in “Accord” and is not recorded as carried out in full."});
  CHECK(looked.level() == Level::warning);
  CHECK(looked.verdict() == Verdict::problem);
  CHECK(looked.elements() == "c g");
}

TEST_CASE("a commitment that stands in no text is told all the same") {
  const Looked looked = owners(R"(<commitment id="c" title="Release prisoners"/>)");
  CHECK(looked.because() ==
        Texts{"It is not recorded as carried out in full; in which text it stands is not recorded either."});
  CHECK(looked.elements() == "c");
}

TEST_CASE("somebody responsible, or full implementation, needs no owner") {
  CHECK(owners(R"(
    <actor id="p" name="Ministry"/>
    <commitment id="c" title="C" responsible="p"/>
    <commitment id="d" title="D" score="3"/>
  )")
            .findings.empty());
}

TEST_CASE("a score that was given later, or by an event, counts from its day") {
  CHECK(owners(R"(<commitment id="c" title="C" score="3" updated="2014-01-10"/>)").findings.size() == 1);
  constexpr auto done = R"(
    <commitment id="c" title="C" score="0"/>
    <event id="e" title="Done" date="2013-11-20" about="c" status="3"/>
  )";
  CHECK(owners(done).findings.empty());
  CHECK(look(done, "2013-11-19", "IMP-NO-OWNER").findings.size() == 1);
}

TEST_CASE("without a score, the activity that carries it out tells whether it is done") {
  const auto carried = [](const char* finish) {
    return "<activity id=\"a\" title=\"Release\" start=\"2013-10-01\" " + std::string(finish) +
           "/>\n<commitment id=\"c\" title=\"C\" activity=\"a\"/>";
  };
  CHECK(owners(carried("finish=\"2013-11-01\"")).findings.empty());
  CHECK(owners(carried("finish=\"2013-12-02\"")).findings.size() == 1);
  CHECK(deadlines(carried("finish=\"2013-11-01\"")).findings.empty());
}

TEST_CASE("who is responsible may be unreadable") {
  const Looked looked = owners(R"(<commitment id="c" title="C" responsible="the ministry!"/>)");
  REQUIRE(looked.messages() == Texts{"Who must carry out “C” cannot be told: what stands there cannot be read."});
  CHECK(looked.verdict() == Verdict::cannotTell);
}

TEST_CASE("a commitment without a day is told") {
  const Looked looked = deadlines(R"(<commitment id="c" title="Release prisoners"/>)");
  REQUIRE(looked.messages() == Texts{"No day is set by which “Release prisoners” must be carried out."});
  CHECK(looked.verdict() == Verdict::problem);
}

TEST_CASE("a fixed day or one counted from something with a date is a day") {
  CHECK(deadlines(R"(<commitment id="c" title="C" due="2014"/>)").findings.empty());
  CHECK(deadlines(R"(
    <commitment id="c" title="C"/>
    <deadline id="l" title="L" of="c" date="2014-05-01"/>
  )")
            .findings.empty());
  CHECK(deadlines(R"(
    <commitment id="c" title="C"/>
    <deadline id="l" title="L" of="c" anchor="g" offset="90"/>
    <agreement id="g" title="Accord" date="2013-11-01"/>
  )")
            .findings.empty());
  CHECK(deadlines(R"(
    <commitment id="c" title="C"/>
    <deadline id="l" title="L" of="c" anchor="a" offset="90"/>
    <activity id="a" title="Signing" planned-start="2014-02-01"/>
  )")
            .findings.empty());
}

TEST_CASE("a deadline counted from what has no date cannot be told") {
  constexpr auto counted = R"(
    <commitment id="c" title="C"/>
    <deadline id="l" title="L" of="c" anchor="g" offset="90"/>
  )";
  const Looked looked = deadlines(together({counted, R"(<agreement id="g" title="Accord"/>)"}));
  REQUIRE(looked.messages() ==
          Texts{"The day by which “C” must be carried out cannot be told: what its deadline counts from has no date."});
  CHECK(looked.verdict() == Verdict::cannotTell);
  CHECK(deadlines(together({counted, R"(<agreement id="g" title="Accord" date="2014-01-15"/>)"})).verdict() ==
        Verdict::cannotTell);
  CHECK(deadlines(together({counted, R"(<agreement id="g" title="Accord" date="2014-01-15"/>)"}), "2014-01-15")
            .findings.empty());
  CHECK(deadlines(together({counted, R"(<agreement id="g" title="Accord" planned="2014-01"/>)"})).findings.empty());
}

TEST_CASE("behind an unmet political precondition a deadline has no day") {
  CHECK(deadlines(R"(
    <commitment id="c" title="C"/>
    <deadline id="l" title="L" of="c" anchor="b" offset="90"/>
    <activity id="a" title="Truce"/>
    <activity id="b" title="Signing"/>
    <dependency id="d" from="a" to="b" nature="political"/>
  )")
            .verdict() == Verdict::cannotTell);
}

TEST_CASE("a due day that does not read cannot be told") {
  const Looked looked = deadlines(R"(<commitment id="c" title="C" due="soon"/>)");
  REQUIRE(looked.messages() ==
          Texts{"The day by which “C” must be carried out cannot be told: what stands there is not a date."});
  CHECK(looked.verdict() == Verdict::cannotTell);
}

TEST_CASE("a plan without commitments is not asked about them") {
  CHECK(owners("").findings.empty());
  CHECK(deadlines("").findings.empty());
}

TEST_CASE("what stands in a text that is dated later is not asked about yet") {
  constexpr auto later = R"(
    <agreement id="g" title="Accord" date="2014-01-15"/>
    <commitment id="c" title="C" agreement="g"/>
  )";
  for (const char* rule : {"IMP-NO-OWNER", "IMP-NO-DEADLINE", "IMP-NO-VERIFIER"}) {
    CHECK(look(later, "2014-01-14", rule).findings.empty());
    CHECK(look(later, "2014-01-15", rule).findings.size() == 1);
  }
}

TEST_CASE("many commitments of one text that lack the same are one finding") {
  std::string lines = R"(<agreement id="g" title="Accord"/>)";
  for (int i = 1; i <= 4; ++i) lines += numbered("\n<commitment id=\"c#\" title=\"C#\" agreement=\"g\"/>", i);
  const Looked looked = owners(lines);
  REQUIRE(looked.messages() ==
          Texts{"For 4 commitments of “Accord” nobody is named who must carry them out, among them: C1, C2, C3."});
  CHECK(looked.elements() == "g c1 c2 c3 c4");
}

TEST_CASE("a commitment that nobody confirms is told, and a monitoring body can be named") {
  const Looked looked = look(R"(
    <body id="m" title="Joint commission" type="monitoring-mechanism"/>
    <body id="v" title="Observers" functions="reporting verification"/>
    <body id="s" title="Secretariat" type="secretariat"/>
    <commitment id="c" title="Release prisoners"/>
  )",
                             "2013-12-01", "IMP-NO-VERIFIER");
  REQUIRE(looked.messages() == Texts{"Nobody is named who confirms that “Release prisoners” is carried out."});
  REQUIRE(looked.findings[0].fixes.size() == 2);
  CHECK(plainText(looked.findings[0].fixes[0].label, &looked.plan) ==
        "Name “Joint commission” as the one who confirms “Release prisoners”");
  CHECK(afterFix(looked, "2013-12-01").findings.empty());
}

TEST_CASE("a verifier, or full implementation, needs nobody, one that does not read cannot be told") {
  CHECK(look(R"(
    <actor id="u" name="UN"/>
    <commitment id="c" title="C" verifier="u"/>
    <commitment id="d" title="D" score="3"/>
  )",
             "2013-12-01", "IMP-NO-VERIFIER")
            .findings.empty());
  CHECK(look(R"(<commitment id="c" title="C" verifier="the UN!"/>)", "2013-12-01", "IMP-NO-VERIFIER").verdict() ==
        Verdict::cannotTell);
  CHECK(look("", "2013-12-01", "IMP-NO-VERIFIER").findings.empty());
}

TEST_CASE("the end of the activity that carries a commitment out is offered as its deadline, where a day is forecast") {
  const auto carriedBy = [](const std::string& dates) {
    return deadlines("<activity id=\"a\" title=\"Release\" " + dates +
                     "/>\n<commitment id=\"c\" title=\"C\" score=\"1\" activity=\"a\"/>");
  };
  const Looked looked = carriedBy("planned-start=\"2014-01-10\" planned-finish=\"2014-01-20\"");
  REQUIRE(looked.findings.size() == 1);
  REQUIRE(looked.findings[0].fixes.size() == 1);
  CHECK(plainText(looked.findings[0].fixes[0].label, &looked.plan) ==
        "Set the end of “Release” as the deadline of “C”");
  const Looked after = afterFix(looked, "2013-12-01");
  CHECK(after.findings.empty());
  REQUIRE(after.plan.all(KindId::deadline).size() == 1);
  CHECK_FALSE(after.plan.all(KindId::deadline).front()->get(key::date));
  CHECK(carriedBy("").findings.at(0).fixes.empty());
  CHECK(carriedBy("start=\"2013-10-01\" finish=\"2013-10-20\"").findings.at(0).fixes.empty());
}
