#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

constexpr auto truce = R"(
  <strand id="pol" title="Politics" type="political"/>
  <strand id="sec" title="Security" type="security"/>
  <strand id="odd" title="Something"/>
  <activity id="cf" title="Truce" type="ceasefire" strand="sec" start="2013-06-01"/>
)";

Looked ceasefires(std::string_view lines, std::string_view asOf = "2013-07-01") {
  return look(together({truce, lines}), asOf, "CF-STANDALONE");
}

constexpr auto talks = R"(<activity id="a" title="Talks" strand="pol" planned-start="2013-09-01"/>)";

}  // namespace

TEST_CASE("a ceasefire tied to nothing stands alone") {
  const Looked looked = ceasefires(talks);
  REQUIRE(looked.messages() ==
          Texts{"“Truce” stands alone: no dependency or hand-over leads from it or to it from political talks."});
  CHECK(looked.because().size() == 1);
  CHECK(looked.level() == Level::warning);
  CHECK(looked.verdict() == Verdict::problem);
  CHECK(looked.elements() == "cf");
}

TEST_CASE("a dependency or hand-over in either direction ties it to political talks, also over others") {
  CHECK(ceasefires(together({talks, R"(<dependency id="d" from="cf" to="a"/>)"})).findings.empty());
  CHECK(ceasefires(together({talks, R"(<dependency id="d" from="a" to="cf" nature="soft"/>)"})).findings.empty());
  CHECK(ceasefires(together({talks, R"(<transfer id="x" from="a" to="cf"/>)"})).findings.empty());
  CHECK(ceasefires(together({talks, R"(<activity id="b" title="Liaison" strand="sec"/>)",
                             R"(<transfer id="x" from="cf" to="b"/>)", R"(<dependency id="d" from="b" to="a"/>)"}))
            .findings.empty());
  CHECK(ceasefires(together({R"(<activity id="a" title="Convention" strand="con" planned-start="2013-09-01"/>)",
                             R"(<strand id="con" title="C" type="constitutional"/>)",
                             R"(<dependency id="d" from="cf" to="a"/>)"}))
            .findings.empty());
}

TEST_CASE("a hand-over to the body of political talks ties it, merely the same body does not") {
  constexpr auto body = R"(
    <body id="b" title="Plenary"/>
    <activity id="a" title="Talks" strand="pol" body="b" planned-start="2013-09-01"/>
  )";
  CHECK(ceasefires(together({body, R"(<transfer id="x" from="cf" to="b"/>)"})).findings.empty());
  CHECK(ceasefires(together({body, R"(<transfer id="x" from="b" to="cf"/>)"})).findings.empty());
  CHECK(look(R"(
    <strand id="pol" title="Politics" type="political"/>
    <strand id="sec" title="Security" type="security"/>
    <body id="b" title="Plenary"/>
    <activity id="cf" title="Truce" type="ceasefire" strand="sec" start="2013-06-01" body="b"/>
    <activity id="a" title="Talks" strand="pol" body="b" planned-start="2013-09-01"/>
  )",
             "2013-07-01", "CF-STANDALONE")
            .findings.size() == 1);
}

TEST_CASE("refused hand-overs and cancelled activities tie nothing") {
  CHECK(ceasefires(together({talks, R"(<transfer id="x" from="cf" to="a" status="rejected"/>)"})).findings.size() == 1);
  CHECK(ceasefires(together({talks, R"(<activity id="b" title="Off" strand="sec" status="cancelled"/>)",
                             R"(<dependency id="d" from="cf" to="b"/>)", R"(<dependency id="e" from="b" to="a"/>)"}))
            .findings.size() == 1);
}

TEST_CASE("political talks must start within a year of it") {
  const auto startingOn = [](std::string_view day) {
    return ceasefires(
        together({"<activity id=\"a\" title=\"Talks\" strand=\"pol\" planned-start=\"" + std::string(day) + "\"/>",
                  R"(<dependency id="d" from="cf" to="a" nature="soft"/>)"}));
  };
  CHECK(startingOn("2014-06-01").findings.empty());
  const Looked late = startingOn("2014-06-02");
  CHECK(late.messages() ==
        Texts{"“Truce” leads to political talks only with “Talks”, which does not start within 365 days."});
  CHECK(late.verdict() == Verdict::problem);
}

TEST_CASE("talks behind an unmet political precondition have no day, so they are not in time") {
  CHECK(ceasefires(together({talks, R"(<dependency id="d" from="cf" to="a" nature="political"/>)"})).messages() ==
        Texts{"“Truce” leads to political talks only with “Talks”, which does not start within 365 days."});
}

TEST_CASE("talks that were over before it began do not count") {
  CHECK(ceasefires(R"(
    <activity id="a" title="Old talks" strand="pol" start="2013-01-01" finish="2013-02-01"/>
    <dependency id="d" from="a" to="cf"/>
  )")
            .messages() ==
        Texts{"“Truce” stands alone: no dependency or hand-over leads from it or to it from political talks."});
}

TEST_CASE("where the strand of what it is tied to is not known it cannot be told") {
  for (const char* strand : {R"(strand="odd")", ""}) {
    const Looked looked = ceasefires(
        together({"<activity id=\"a\" title=\"Talks\" planned-start=\"2013-09-01\" " + std::string(strand) + "/>",
                  R"(<dependency id="d" from="cf" to="a"/>)"}));
    REQUIRE(looked.messages() == Texts{"Whether “Truce” is tied to political talks cannot be told: the strand of "
                                       "activities it is tied to is not known."});
    CHECK(looked.verdict() == Verdict::cannotTell);
  }
}

TEST_CASE("a text that is a ceasefire is asked through the activity in which it was made") {
  constexpr auto text = R"(
    <strand id="pol" title="Politics" type="political"/>
    <strand id="sec" title="Security" type="security"/>
    <activity id="s" title="Signing" strand="sec" start="2013-06-01"/>
    <activity id="a" title="Talks" strand="pol" planned-start="2013-09-01"/>
    <agreement id="g" title="Ceasefire text" stage="Cea" activity="s" date="2013-06-01"/>
  )";
  const Looked looked = look(text, "2013-07-01", "CF-STANDALONE");
  REQUIRE(
      looked.messages() ==
      Texts{"“Ceasefire text” stands alone: no dependency or hand-over leads from it or to it from political talks."});
  CHECK(look(together({text, R"(<dependency id="d" from="s" to="a"/>)"}), "2013-07-01", "CF-STANDALONE")
            .findings.empty());
}

TEST_CASE("a text of which nothing says where it was made cannot be judged") {
  const Looked looked =
      look(R"(<agreement id="g" title="Pause" ceasefire-type="humanitarian-pause"/>)", "2013-07-01", "CF-STANDALONE");
  REQUIRE(
      looked.messages() ==
      Texts{
          "Whether “Pause” is tied to political talks cannot be told: in which activity it was made is not recorded."});
  CHECK(looked.verdict() == Verdict::cannotTell);
}

TEST_CASE("one ceasefire with an activity and a text is asked about once") {
  CHECK(ceasefires(R"(<agreement id="g" title="Text" stage="Cea" activity="cf"/>)").findings.size() == 1);
}

TEST_CASE("without a ceasefire nothing is asked, a cancelled one is none") {
  CHECK(look(R"(<activity id="a" title="A"/>)", "2013-07-01", "CF-STANDALONE").findings.empty());
  CHECK(look(R"(<activity id="a" title="A" type="ceasefire" status="cancelled"/>)", "2013-07-01", "CF-STANDALONE")
            .findings.empty());
}
