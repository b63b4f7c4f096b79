#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

TEST_CASE("naming what is not in the plan is a contradiction") {
  const Looked looked = look(R"(<activity id="a" title="Talks" lead="ghost"/>)", "2013-12-01", "REF-DANGLING");
  REQUIRE(looked.messages() == Texts{"“Talks”: Lead names ghost, which is not in the plan."});
  CHECK(looked.because() == Texts{"What may stand there: Actor."});
  CHECK(looked.level() == Level::error);
  CHECK(looked.verdict() == Verdict::problem);
  CHECK(looked.elements() == "a");
}

TEST_CASE("naming something of a kind that cannot stand there is a contradiction") {
  const Looked looked = look(R"(
    <activity id="a" title="Talks" lead="b"/>
    <body id="b" title="Council"/>
  )",
                             "2013-12-01", "REF-DANGLING");
  CHECK(looked.messages() ==
        Texts{"“Talks”: Lead names “Council”, which is of a kind that cannot stand there (Body)."});
  CHECK(afterFix(looked, "2013-12-01").findings.empty());
}

TEST_CASE("a mention that the element can do without is removed from it") {
  const Looked looked = look(R"(
    <activity id="a" title="Talks" tracks="t1 ghost"/>
    <track id="t1" name="Track"/>
  )",
                             "2013-12-01", "REF-DANGLING");
  REQUIRE(looked.findings.size() == 1);
  CHECK(plainText(looked.findings.front().fixes.front().label, &looked.plan) == "Remove the mention of ghost");
  const Looked after = afterFix(looked, "2013-12-01");
  CHECK(after.findings.empty());
  CHECK(after.plan.find("a"_id)->refs(key::tracks).size() == 1);
}

TEST_CASE("a link that needs its end goes with all that needs the link") {
  const Looked looked = look(R"(
    <activity id="a" title="Talks"/>
    <dependency id="d" from="a" to="ghost"/>
    <event id="e" title="E" date="2013-01-01" about="d a"/>
    <waiver id="w" rule="CYC" elements="d"/>
  )",
                             "2013-12-01", "REF-DANGLING");
  REQUIRE(looked.findings.size() == 1);
  const Looked after = afterFix(looked, "2013-12-01");
  CHECK(after.findings.empty());
  CHECK_FALSE(after.plan.find("d"_id));
  CHECK_FALSE(after.plan.find("w"_id));
  CHECK(after.plan.find("e"_id)->refs(key::about).size() == 1);
}

TEST_CASE("a separation of two that are left stays, of one goes") {
  constexpr auto tracks = R"(
    <track id="t1" name="One"/>
    <track id="t2" name="Two"/>
  )";
  const Looked three =
      look(together({tracks, R"(<separation id="s" between="t1 ghost t2"/>)"}), "2013-12-01", "REF-DANGLING");
  CHECK(afterFix(three, "2013-12-01").plan.find("s"_id)->refs(key::between).size() == 2);
  const Looked two =
      look(together({tracks, R"(<separation id="s" between="t1 ghost"/>)"}), "2013-12-01", "REF-DANGLING");
  CHECK_FALSE(afterFix(two, "2013-12-01").plan.find("s"_id));
}

TEST_CASE("each mention is one finding, with an id of its own") {
  const Looked looked =
      look(R"(<activity id="a" title="Talks" lead="ghost" body="phantom"/>)", "2013-12-01", "REF-DANGLING");
  REQUIRE(looked.findings.size() == 2);
  CHECK(looked.findings[0].id != looked.findings[1].id);
}

TEST_CASE("references that hold are fine, and no references too") {
  CHECK(look(R"(
    <activity id="a" title="Talks" lead="p"/>
    <actor id="p" name="Office"/>
    <comment id="c" about="a p" text="?"/>
  )",
             "2013-12-01", "REF-DANGLING")
            .findings.empty());
  CHECK(look("", "2013-12-01", "REF-DANGLING").findings.empty());
}
