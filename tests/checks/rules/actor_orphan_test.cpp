#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

TEST_CASE("an actor without any part is asked about") {
  const Looked looked = look(R"(
    <actor id="p" name="League"/>
    <actor id="q" name="Union"/>
    <activity id="a" title="Talks" lead="q"/>
  )",
                             "2013-12-01", "ACTOR-ORPHAN");
  REQUIRE(
      looked.messages() ==
      Texts{
          "“League” is in the plan, but has no part in any activity, body, hand-over or relation. Is a link missing?"});
  CHECK(looked.because() == Texts{"The plan gives actors a part 1 time, never to this one."});
  CHECK(looked.level() == Level::info);
  CHECK(looked.verdict() == Verdict::problem);
  CHECK(looked.elements() == "p");
}

TEST_CASE("any part will do, even one that was declined") {
  for (const char* part : {
           R"(<participation id="x" who="p" in="a" status="declined"/>)",
           R"(<relation id="x" from="p" to="q"/>)",
           R"(<transfer id="x" from="a" to="a" carrier="p"/>)",
           R"(<seat id="x" body="b" held-by="p"/>)",
           R"(<agreement id="x" title="Text" signatories="p"/>)",
           R"(<assignment id="x" expert="p" activity="a"/>)",
           R"(<commitment id="x" title="Do" responsible="p"/>)",
           R"(<fund id="x" title="Fund" origin="p"/>)",
           R"(<actor id="x" name="Member" member-of="p" us="true"/>)",
       }) {
    INFO(part);
    const Looked looked = look(together({R"(
      <actor id="p" name="P"/>
      <actor id="q" name="Q" us="true"/>
      <activity id="a" title="A"/>
      <body id="b" title="B"/>
    )",
                                         part}),
                               "2013-12-01", "ACTOR-ORPHAN");
    CHECK(looked.findings.empty());
  }
}

TEST_CASE("what is thought of an actor gives no part") {
  for (const char* word : {
           R"(<assessment id="x" viewpoint="v" actor="p"/>)",
           R"(<separation id="x" between="p q"/>)",
           R"(<comment id="x" about="p" text="?"/>)",
       }) {
    INFO(word);
    CHECK(look(together({"<actor id=\"p\" name=\"P\"/>\n<actor id=\"q\" name=\"Q\" us=\"true\"/>\n"
                         "<viewpoint id=\"v\" title=\"V\"/>",
                         word}),
               "2013-12-01", "ACTOR-ORPHAN")
              .findings.size() == 1);
  }
}

TEST_CASE("a member of an umbrella has a part, but nobody is their own umbrella") {
  CHECK(look(R"(
    <actor id="p" name="P" member-of="q"/>
    <actor id="q" name="Q"/>
  )",
             "2013-12-01", "ACTOR-ORPHAN")
            .findings.empty());
  CHECK(look(R"(<actor id="p" name="P" member-of="p"/>)", "2013-12-01", "ACTOR-ORPHAN").findings.size() == 1);
  CHECK(look(R"(<actor id="p" name="P" member-of="ghost"/>)", "2013-12-01", "ACTOR-ORPHAN").findings.size() == 1);
}

TEST_CASE("your own organisation and actors outside the process are not asked about") {
  CHECK(look(R"(
    <actor id="p" name="P" us="true"/>
    <actor id="q" name="Q" layer="shadow"/>
  )",
             "2013-12-01", "ACTOR-ORPHAN")
            .findings.empty());
}

TEST_CASE("without actors nothing is asked about them") {
  CHECK(look(R"(<activity id="a" title="A"/>)", "2013-12-01", "ACTOR-ORPHAN").findings.empty());
}

TEST_CASE("many actors without any part are told of in one finding") {
  std::string lines;
  for (std::size_t i = 0; i < 5; ++i) lines += numbered(R"(<actor id="p#" name="P#"/>)", i);
  const Looked looked = look(lines, "2013-12-01", "ACTOR-ORPHAN");
  CHECK(looked.messages() ==
        Texts{"5 actors are in the plan, but have no part in any activity, body, hand-over or relation, "
              "among them: P0, P1, P2. Are links missing?"});
  CHECK(looked.elements() == "p0 p1 p2 p3 p4");
}

TEST_CASE("what happened to an actor gives it a part") {
  CHECK(look(together({R"(<actor id="p" name="P"/>)", R"(<event id="e" title="E" date="2013" about="p"/>)"}),
             "2013-12-01", "ACTOR-ORPHAN")
            .findings.empty());
}
