#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Level;
using checks::Verdict;

namespace {

constexpr auto groups = R"(
  <group id="women" name="Women"/>
  <group id="youth" name="Youth"/>
  <group id="south" name="South"/>
  <actor id="p" name="Parties"/>
)";

Looked below(std::string_view lines) { return look(together({groups, lines}), "2013-12-01", "Q-BELOW"); }
Looked unknown(std::string_view lines) { return look(together({groups, lines}), "2013-12-01", "Q-UNKNOWN"); }

/// A body of a hundred seats of which so many are women's, and a third asked for.
Looked third(std::string_view seats, bool asksUnknown) {
  const std::string lines = together({R"(<body id="b" title="Plenary" count="100"/>)",
                                      R"(<quota id="k" group="women" body="b" share="30" agreed-by="p"/>)", seats});
  return asksUnknown ? unknown(lines) : below(lines);
}

}  // namespace

TEST_CASE("fewer seats than agreed are told with the numbers") {
  const Looked looked = third(R"(<seat id="s" body="b" group="women" count="29"/>)", false);
  REQUIRE(looked.messages() == Texts{"“Women” has fewer seats in “Plenary” than agreed."});
  CHECK(looked.because() == Texts{"Target: 30 per cent.", "Seats in all: 100.", "Held by the group: 29."});
  CHECK(looked.level() == Level::warning);
  CHECK(looked.verdict() == Verdict::problem);
  CHECK(looked.elements() == "k b women s");
  CHECK(third(R"(<seat id="s" body="b" group="women" count="29"/>)", true).findings.empty());
}

TEST_CASE("just enough seats are enough") {
  CHECK(third(R"(<seat id="s" body="b" group="women" count="30"/>)", false).findings.empty());
  CHECK(third(R"(<seat id="s" body="b" group="women" count="30"/>)", true).findings.empty());
}

TEST_CASE("seats that nobody counted leave it open") {
  for (const char* seats :
       {"", R"(<seat id="s" body="b" group="women"/>)", R"(<seat id="s" body="b" group="youth" count="5"/>)"}) {
    INFO(seats);
    const Looked looked = third(seats, true);
    REQUIRE(looked.messages() ==
            Texts{"Whether “Women” has the seats in “Plenary” that the target asks for cannot be told."});
    CHECK(looked.verdict() == Verdict::cannotTell);
    CHECK(looked.because().back() == "Held by the group: at least 0, at most 100; the rest is not known.");
    CHECK(third(seats, false).findings.empty());
  }
}

TEST_CASE("seats known in part: met if the known suffice, open if the rest decides") {
  constexpr auto some = R"(
    <seat id="s1" body="b" component="A" count="60"/>
    <seat id="s2" body="b" component="A" group="women" count="30"/>
    <seat id="s3" body="b" component="B" count="40"/>
  )";
  CHECK(third(some, true).findings.empty());
  CHECK(third(some, false).findings.empty());
  constexpr auto fewer = R"(
    <seat id="s1" body="b" component="A" count="60"/>
    <seat id="s2" body="b" component="A" group="women" count="10"/>
    <seat id="s3" body="b" component="B" count="40"/>
  )";
  CHECK(third(fewer, true).because().back() == "Held by the group: at least 10, at most 50; the rest is not known.");
  constexpr auto hopeless = R"(
    <seat id="s1" body="b" component="A" count="90"/>
    <seat id="s2" body="b" component="A" group="women" count="10"/>
    <seat id="s3" body="b" component="B" count="10"/>
  )";
  CHECK(third(hopeless, false).because().back() ==
        "Held by the group: at least 10, at most 20; the rest is not known.");
}

TEST_CASE("seats outside every component may be anybody's") {
  constexpr auto outside = R"(
    <seat id="s1" body="b" component="A" count="20"/>
    <seat id="s2" body="b" component="A" group="women" count="2"/>
  )";
  CHECK(third(outside, false).findings.empty());
  CHECK(third(outside, true).because().back() == "Held by the group: at least 2, at most 82; the rest is not known.");
}

TEST_CASE("a target nobody agreed is a norm, asked as a question") {
  const Looked looked = below(R"(
    <body id="b" title="Plenary" count="90"/>
    <quota id="k" group="women" body="b" share="33.3"/>
    <seat id="s" body="b" group="women" count="9"/>
  )");
  REQUIRE(looked.messages() ==
          Texts{"“Women” has fewer seats in “Plenary” than the norm asks for; nobody agreed it. Should it hold here?"});
  CHECK(looked.level() == Level::info);
  CHECK(looked.because().front() == "Target: 33.3 per cent.");
  CHECK(below(R"(
    <body id="b" title="Plenary" count="90"/>
    <quota id="k" group="women" body="b" share="33.3" agreed="true"/>
    <seat id="s" body="b" group="women" count="9"/>
  )")
            .level() == Level::warning);
}

TEST_CASE("half of all members and shares within each component, as in a large national dialogue") {
  constexpr auto dialogue = R"(
    <body id="b" title="Conference" count="565"/>
    <quota id="k1" group="south" body="b" share="50" agreed="true"/>
    <quota id="k2" group="women" body="b" component="*" share="30" agreed="true"/>
    <quota id="k3" group="youth" body="b" component="*" share="20" agreed="true"/>
    <seat id="a0" body="b" component="Congress" count="112"/>
    <seat id="a1" body="b" component="Congress" group="women" count="34"/>
    <seat id="a2" body="b" component="Congress" group="youth" count="22"/>
    <seat id="a3" body="b" component="Congress" group="south" count="50"/>
    <seat id="b0" body="b" component="Others" count="453"/>
    <seat id="b1" body="b" component="Others" group="women" count="135"/>
    <seat id="b2" body="b" component="Others" group="youth"/>
    <seat id="b3" body="b" component="Others" group="south" count="233"/>
  )";
  const Looked looked = below(dialogue);
  REQUIRE(looked.messages() == Texts{"“Women” has fewer seats among “Others” in “Conference” than agreed.",
                                     "“Youth” has fewer seats among “Congress” in “Conference” than agreed."});
  CHECK(looked.elements(0) == "k2 b women b0 b1");
  CHECK(looked.because(1) == Texts{"Target: 20 per cent.", "Seats in all: 112.", "Held by the group: 22."});
  const Looked open = unknown(dialogue);
  CHECK(open.messages() ==
        Texts{"Whether “Youth” has the seats among “Others” in “Conference” that the target asks for cannot be told."});
}

TEST_CASE("groups overlap: their seats are not added up against the total") {
  constexpr auto overlapping = R"(
    <body id="b" title="Team" count="10"/>
    <quota id="k1" group="women" body="b" share="60" agreed="true"/>
    <quota id="k2" group="youth" body="b" share="60" agreed="true"/>
    <seat id="s1" body="b" group="women" count="6"/>
    <seat id="s2" body="b" group="youth" count="6"/>
  )";
  CHECK(below(overlapping).findings.empty());
  CHECK(unknown(overlapping).findings.empty());
}

TEST_CASE("a number of seats may be the target, alone or beside a share") {
  constexpr auto body = R"(
    <body id="b" title="Team"/>
    <seat id="s1" body="b" group="women" count="3"/>
  )";
  CHECK(below(together({body, R"(<quota id="k" group="women" body="b" count="4" agreed="true"/>)"})).because() ==
        Texts{"Target: 4 seats.", "How many seats there are in all is not known.", "Held by the group: 3."});
  CHECK(below(together({body, R"(<quota id="k" group="women" body="b" count="3"/>)"})).findings.empty());
  CHECK(unknown(together({body, R"(<quota id="k" group="women" body="b" count="3"/>)"})).findings.empty());
  CHECK(unknown(together({body, R"(<quota id="k" group="women" body="b" count="3" share="30"/>)"})).findings.size() ==
        1);
}

TEST_CASE("a share of a total that is not known is below only if no total could save it") {
  constexpr auto quota = R"(
    <body id="b" title="Team"/>
    <quota id="k" group="women" body="b" share="30" agreed="true"/>
  )";
  CHECK(unknown(together({quota, R"(<seat id="s" body="b" group="women" count="3"/>)"})).findings.size() == 1);
  CHECK(below(together({quota, R"(<seat id="s" body="b" group="women" count="0"/>)"})).findings.size() == 1);
  constexpr auto large = R"(
    <seat id="s1" body="b" component="A" count="50"/>
    <seat id="s2" body="b" component="A" group="women" count="1"/>
    <seat id="s3" body="b" component="B" group="women" count="1"/>
  )";
  CHECK(below(together({quota, large})).messages() == Texts{"“Women” has fewer seats in “Team” than agreed."});
}

TEST_CASE("numbers that contradict each other decide nothing") {
  CHECK(third(R"(<seat id="s" body="b" group="women" count="120"/>)", false).findings.empty());
  CHECK(third(R"(<seat id="s" body="b" group="women" count="120"/>)", true).findings.size() == 1);
}

TEST_CASE("a target for a component that has no seats, or for every one where none is named, is open") {
  constexpr auto body = R"(<body id="b" title="Plenary" count="100"/>)";
  CHECK(unknown(together({body, R"(<quota id="k" group="women" body="b" component="Left" share="30"/>)"})).messages() ==
        Texts{"Whether “Women” has the seats among “Left” in “Plenary” that the target asks for cannot be told."});
  CHECK(
      unknown(together({body, R"(<quota id="k" group="women" body="b" component="*" share="30"/>)"})).findings.size() ==
      1);
}

TEST_CASE("a target without a number, or one nobody can read, is open") {
  constexpr auto body = R"(<body id="b" title="Plenary" count="100"/>)";
  CHECK(unknown(together({body, R"(<quota id="k" group="women" body="b"/>)"})).findings.size() == 1);
  CHECK(unknown(together({body, R"(<quota id="k" group="women" body="b" share="a third"/>)"})).findings.size() == 1);
  CHECK(unknown(together({body, R"(<quota id="k" group="women" body="b" share="30"/>)",
                          R"(<seat id="s" body="b" group="women" count="many"/>)"}))
            .findings.size() == 1);
}

TEST_CASE("a share of no seats at all is open") {
  constexpr auto none = R"(
    <body id="b" title="Plenary" count="0"/>
    <quota id="k" group="women" body="b" share="30"/>
    <seat id="s" body="b" group="women" count="0"/>
  )";
  CHECK(below(none).findings.empty());
  CHECK(unknown(none).findings.size() == 1);
}

TEST_CASE("without targets seats are not asked about") {
  CHECK(below(R"(<body id="b" title="B"/>)").findings.empty());
  CHECK(
      unknown(together({R"(<body id="b" title="B"/>)", R"(<seat id="s" body="b" group="women"/>)"})).findings.empty());
}

TEST_CASE("a target for very many components is not told for each") {
  std::string lines = together(
      {groups, R"(<body id="b" title="B"/>)", R"(<quota id="k" group="women" body="b" component="*" share="30"/>)"});
  for (std::size_t i = 10; i < 40; ++i) {
    lines += numbered(R"(<seat id="t#" body="b" component="C#" count="10"/>)", i);
    lines += numbered(R"(<seat id="w#" body="b" component="C#" group="women" count="1"/>)", i);
  }
  const Looked looked = look(lines, "2013-12-01", "Q-BELOW");
  REQUIRE(looked.findings.size() == 20);
  CHECK(looked.because(19).back() == "It is the same in 10 more components.");
}

TEST_CASE("targets are asked about once the body is known of") {
  for (const char* rule : {"Q-BELOW", "Q-UNKNOWN"}) {
    INFO(rule);
    const std::string lines =
        together({groups, R"(<body id="b" title="Forum" start="2014-03-01" count="75"/>)",
                  R"(<quota id="k" group="women" body="b" share="33"/>)",
                  std::string_view(rule) == "Q-BELOW" ? R"(<seat id="s" body="b" group="women" count="17"/>)" : ""});
    CHECK(look(lines, "2013-12-01", rule).findings.empty());
    CHECK(look(lines, "2014-03-01", rule).findings.size() == 1);
  }
}
