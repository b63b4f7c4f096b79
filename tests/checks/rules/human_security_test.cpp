#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

Looked ask(std::string_view lines, std::string_view rule) { return look(lines, "2013-12-01", rule); }

constexpr auto wells = R"(<issue id="i" title="Wells" dimensions="food health"/>)";

}  // namespace

TEST_CASE("a dimension that an issue names and no activity works on is a question") {
  const Looked looked =
      ask(together({wells, R"(<activity id="a" title="A" issues="i" dimensions="food"/>)"}), "HS-BLIND");
  REQUIRE(
      looked.messages() ==
      Texts{"The plan names these dimensions of human security with its issues, but no activity works on them: Health "
            "security. Does anybody else?"});
  CHECK(looked.because() == Texts{"They are named with: Wells."});
  CHECK(looked.elements() == "i");
  CHECK(looked.level() == Level::info);
  CHECK(
      ask(together({wells, R"(<activity id="a" title="A" dimensions="food health"/>)"}), "HS-BLIND").findings.empty());
  CHECK(ask(together({wells, R"(<activity id="a" title="A" dimensions="food health" status="cancelled"/>)",
                      R"(<activity id="b" title="B" dimensions="personal"/>)"}),
            "HS-BLIND")
            .findings.size() == 1);
}

TEST_CASE("an activity on the issue that does not say on which dimensions it works leaves it untold") {
  const Looked looked = ask(together({wells, R"(<activity id="a" title="A" issues="i"/>)"}), "HS-BLIND");
  REQUIRE(looked.findings.size() == 1);
  CHECK(looked.verdict() == Verdict::cannotTell);
  CHECK(ask(wells, "HS-BLIND").findings.empty());
  CHECK(ask("", "HS-BLIND").findings.empty());
}

TEST_CASE("an issue of several dimensions dealt with one at a time is a question") {
  constexpr auto apart = R"(
    <activity id="a" title="A" issues="i" dimensions="food"/>
    <activity id="b" title="B" issues="i" dimensions="health"/>
  )";
  const Looked looked = ask(together({wells, apart}), "HS-SILO");
  REQUIRE(
      looked.messages() ==
      Texts{
          "“Wells” touches 2 dimensions of human security, but each activity on it works on one alone. Should they be "
          "brought together?"});
  CHECK(looked.because() == Texts{"It touches: Food security, Health security."});
  CHECK(ask(together({wells, apart, R"(<activity id="c" title="C" issues="i"/>)"}), "HS-SILO").verdict() ==
        Verdict::cannotTell);
  CHECK(ask(together({wells, apart, R"(<activity id="c" title="C" issues="i" dimensions="food health"/>)"}), "HS-SILO")
            .findings.empty());
  CHECK(ask(wells, "HS-SILO").findings.empty());
}
