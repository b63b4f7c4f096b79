#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

Looked ask(std::string_view lines, std::string_view rule) { return look(lines, "2013-12-01", rule); }

constexpr auto two = R"(
  <activity id="i" title="Circle" rpp-cell="more-people-individual"/>
  <activity id="s" title="Law" rpp-cell="key-people-socio-political"/>
)";

}  // namespace

TEST_CASE("individual change that leads nowhere is a question, and a hand-over or dependency answers it") {
  const Looked looked = ask(two, "RPP-STUCK-INDIVIDUAL");
  REQUIRE(
      looked.messages() ==
      Texts{"“Circle” works on how people think and feel, and nothing leads from it to work on institutions and public "
            "life. Should it?"});
  CHECK(looked.elements() == "i");
  CHECK(looked.level() == Level::info);
  CHECK(ask(together({two, R"(<transfer id="x" from="i" to="s"/>)"}), "RPP-STUCK-INDIVIDUAL").findings.empty());
  CHECK(ask(together({two, R"(<transfer id="x" from="i" to="s" status="rejected"/>)"}), "RPP-STUCK-INDIVIDUAL")
            .findings.size() == 1);
  CHECK(ask(together({two, R"(<dependency id="d" from="i" to="s"/>)"}), "RPP-STUCK-INDIVIDUAL").findings.empty());
  CHECK(ask(together({two, R"(<dependency id="d" from="s" to="i"/>)"}), "RPP-STUCK-INDIVIDUAL").findings.size() == 1);
}

TEST_CASE("a way over a body counts, and one into the unknown cannot be told") {
  CHECK(ask(R"(
    <body id="b" title="Council"/>
    <activity id="i" title="Circle" rpp-cell="more-people-individual"/>
    <activity id="s" title="Law" rpp-cell="key-people-socio-political" body="b"/>
    <transfer id="x" from="i" to="b"/>
  )",
            "RPP-STUCK-INDIVIDUAL")
            .findings.empty());
  CHECK(ask(R"(
    <activity id="i" title="Circle" rpp-cell="more-people-individual"/>
    <activity id="u" title="Something"/>
    <dependency id="d" from="i" to="u"/>
  )",
            "RPP-STUCK-INDIVIDUAL")
            .verdict() == Verdict::cannotTell);
}

TEST_CASE("nothing is asked where no cell is recorded") {
  for (const char* rule : {"RPP-STUCK-INDIVIDUAL", "RPP-EMPTY-CELL", "RPP-NO-CROSS"}) {
    CHECK(ask("", rule).findings.empty());
    CHECK(ask(R"(<activity id="u" title="Something"/>)", rule).findings.empty());
  }
}

TEST_CASE("cells in which nobody works are a question from three recorded activities on") {
  const std::string three = together({two, R"(<activity id="t" title="T" rpp-cell="key-people-individual"/>)"});
  CHECK(ask(two, "RPP-EMPTY-CELL").findings.empty());
  CHECK(ask(three, "RPP-EMPTY-CELL").messages() ==
        Texts{"No activity works here: More people, social and political change. Does anybody else?"});
  CHECK(ask(together({three, R"(<activity id="u" title="U"/>)"}), "RPP-EMPTY-CELL").verdict() == Verdict::cannotTell);
  CHECK(
      ask(together({three, R"(<activity id="v" title="V" rpp-cell="more-people-socio-political"/>)"}), "RPP-EMPTY-CELL")
          .findings.empty());
  CHECK(ask(together({three, R"(<threshold id="h" rule="RPP-EMPTY-CELL" number="4"/>)"}), "RPP-EMPTY-CELL")
            .findings.empty());
}

TEST_CASE("many and key people stand apart unless something leads from one to the other") {
  CHECK(
      ask(two, "RPP-NO-CROSS").messages() ==
      Texts{"Nothing leads from work with many people (1 activity) to work with key people (1), or back. Should it?"});
  CHECK(ask(together({two, R"(<dependency id="d" from="s" to="i"/>)"}), "RPP-NO-CROSS").findings.empty());
  CHECK(
      ask(together({two, R"(<activity id="u" title="U"/>)", R"(<dependency id="d" from="u" to="i"/>)"}), "RPP-NO-CROSS")
          .verdict() == Verdict::cannotTell);
  CHECK(ask(R"(<activity id="i" title="Circle" rpp-cell="more-people-individual"/>)", "RPP-NO-CROSS").findings.empty());
}
