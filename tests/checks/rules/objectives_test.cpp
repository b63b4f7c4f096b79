#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

Looked ask(std::string_view lines, std::string_view rule) { return look(lines, "2013-12-01", rule); }

constexpr auto ladder = R"(
  <objective id="peace" title="Peace" level="ambition"/>
  <objective id="trust" title="Trust" level="outcome" parent="peace"/>
  <objective id="law" title="Law" level="outcome" parent="peace"/>
)";

}  // namespace

TEST_CASE("an activity without an objective is a question where others have one") {
  const Looked looked =
      ask(together({ladder, R"(<activity id="a" title="A" objectives="trust"/>)", R"(<activity id="b" title="B"/>)"}),
          "RH-ORPHAN");
  REQUIRE(looked.messages() == Texts{"“B” serves no objective of the plan. Which one is it for?"});
  CHECK(looked.because() == Texts{"1 other activity names one."});
  CHECK(looked.level() == Level::info);
}

TEST_CASE("many activities without an objective are one question, and left-out ones none") {
  std::string lines = together({ladder, R"(<activity id="a" title="A" objectives="trust"/>)",
                                R"(<activity id="x" title="X" status="cancelled"/>)"});
  for (int i = 1; i <= 4; ++i) lines += numbered(R"(<activity id="b#" title="B#"/>)", i);
  const Looked looked = ask(lines, "RH-ORPHAN");
  REQUIRE(looked.messages() ==
          Texts{"4 activities serve no objective of the plan, among them: B1, B2, B3. Which ones are they for?"});
  CHECK(looked.elements() == "b1 b2 b3 b4");
}

TEST_CASE("without objectives, or where no activity names one, nothing is asked of activities") {
  CHECK(ask(R"(<activity id="a" title="A"/>)", "RH-ORPHAN").findings.empty());
  CHECK(ask(together({ladder, R"(<activity id="a" title="A"/>)"}), "RH-ORPHAN").findings.empty());
}

TEST_CASE("objectives that do not read cannot be told") {
  CHECK(ask(together({ladder, R"(<activity id="a" title="A" objectives="trust"/>)",
                      R"(<activity id="b" title="B" objectives="!?"/>)"}),
            "RH-ORPHAN")
            .verdict() == Verdict::cannotTell);
}

TEST_CASE("an outcome that no activity serves is a question, one over a lower objective is served") {
  const Looked looked = ask(together({ladder, R"(<objective id="s" title="Talks" level="strategy" parent="trust"/>)",
                                      R"(<activity id="a" title="A" objectives="s"/>)"}),
                            "RH-UNSERVED");
  REQUIRE(looked.messages() == Texts{"No activity serves “Law”. How should it come about?"});
  CHECK(ask(ladder, "RH-UNSERVED").findings.empty());
  CHECK(ask("", "RH-UNSERVED").findings.empty());
}

TEST_CASE("an objective without a level that nothing serves cannot be told") {
  CHECK(ask(R"(
    <objective id="o" title="O"/>
    <activity id="a" title="A"/>
  )",
            "RH-UNSERVED")
            .messages() == Texts{"Whether “O” needs an activity cannot be told: its level is not recorded."});
}

TEST_CASE("objectives in a circle end no walk") {
  constexpr auto circle = R"(
    <objective id="o" title="O" level="ambition" parent="p"/>
    <objective id="p" title="P" level="outcome" parent="o"/>
    <activity id="a" title="A" objectives="p"/>
  )";
  CHECK(ask(circle, "RH-UNSERVED").findings.empty());
  CHECK(ask(circle, "RH-BOTTLENECK").findings.empty());
}

TEST_CASE("the objective that everything leads through is named, the farthest from the ambition") {
  std::string lines = together({ladder, R"(<objective id="s" title="Talks" level="strategy" parent="trust"/>)",
                                R"(<objective id="u" title="One" level="strategy" parent="s"/>)",
                                R"(<objective id="v" title="Two" level="strategy" parent="s"/>)"});
  lines += together({R"(<activity id="a" title="A" objectives="u"/>)", R"(<activity id="b" title="B" objectives="v"/>)",
                     R"(<activity id="c" title="C" objectives="v"/>)"});
  const Looked looked = ask(lines, "RH-BOTTLENECK");
  REQUIRE(looked.messages() ==
          Texts{"All that is done for “Peace” leads through “Talks”. Is there another way if that one does not hold?"});
  CHECK(looked.because() == Texts{"Activities name it or what serves it 3 times."});
  CHECK(looked.elements() == "s peace");
  CHECK(ask(together({lines, R"(<activity id="d" title="D" objectives="law"/>)"}), "RH-BOTTLENECK").findings.empty());
  CHECK(ask(together({lines, R"(<threshold id="h" rule="RH-BOTTLENECK" number="4"/>)"}), "RH-BOTTLENECK")
            .findings.empty());
  CHECK(ask("", "RH-BOTTLENECK").findings.empty());
}
