#include "checks/ties.h"

#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Study;
using checks::TieKind;
using checks::Ties;

namespace {

std::string tied(const Ties& ties) {
  std::string text;
  for (const graph::Edge& edge : graph::simpleEdges(static_cast<std::uint32_t>(ties.nodes.size()), ties.edges))
    text += (text.empty() ? "" : " ") + ties.nodes[edge.a]->id().str() + '-' + ties.nodes[edge.b]->id().str();
  return text;
}

std::string tiesOf(std::string_view lines, TieKind kind = TieKind::actors) {
  const Study study(planAsRead(lines), day("2024-06-10"));
  return tied(ties(study, kind));
}

const std::string people = together({R"(<actor id="a" name="A"/>)", R"(<actor id="b" name="B"/>)",
                                     R"(<actor id="c" name="C"/>)", R"(<actor id="d" name="D"/>)"});

}  // namespace

TEST_CASE("Actors are tied by relations that hold on the day") {
  CHECK(tiesOf(people + R"(<relation id="r" from="b" to="a"/>)") == "a-b");
  CHECK(tiesOf(people + R"(<relation id="r" from="b" to="a" until="2024-06-09"/>)").empty());
  CHECK(tiesOf(people + R"(<relation id="r" from="b" to="a" until="2024-06-10"/>)") == "a-b");
  CHECK(tiesOf(people + R"(<relation id="r" from="b" to="a" since="2024-06-11"/>)").empty());
  CHECK(tiesOf(people + R"(<relation id="r" from="a" to="a"/>)").empty());
  CHECK(tiesOf(people + R"(<relation id="r" from="a" to="nobody"/>)").empty());
}

TEST_CASE("Actors are tied by sitting in the same activity or body, in whatever way they do") {
  CHECK(tiesOf(people + R"(<activity id="v" title="V" lead="a" partners="b c"/>)") == "a-b a-c b-c");
  CHECK(tiesOf(people + R"(<body id="o" title="O" members="a b" chair="c"/>)") == "a-b a-c b-c");
  CHECK(tiesOf(people + together({R"(<body id="o" title="O" members="a"/>)", R"(<seat id="s" body="o" held-by="d"/>)",
                                  R"(<participation id="p" who="b" in="o"/>)"})) == "a-b a-d b-d");
}

TEST_CASE("Who declined and what was cancelled ties nobody") {
  CHECK(tiesOf(people + together({R"(<activity id="v" title="V" lead="a"/>)",
                                  R"(<participation id="p" who="b" in="v" status="declined"/>)"}))
            .empty());
  CHECK(tiesOf(people + R"(<activity id="v" title="V" status="cancelled" lead="a" partners="b"/>)").empty());
}

TEST_CASE("A gathering of very many is a node that ties its members through itself") {
  std::string lines = R"(<body id="small" title="S" members="a1 a2"/>)";
  lines += "\n<body id=\"large\" title=\"L\" members=\"";
  for (std::size_t i = 0; i < 10'000; ++i) lines += (i ? " a" : "a") + std::to_string(i);
  lines += "\"/>\n";
  for (std::size_t i = 0; i < 10'000; ++i) lines += numbered(R"(<actor id="a#" name="A"/>)", i);
  const Study study(planAsRead(lines), day("2024-06-10"));
  const Ties found = ties(study, TieKind::actors);
  REQUIRE(found.gatherings.size() == 1);
  CHECK(found.gatherings.front()->id() == "large"_id);
  CHECK(found.nodes.size() == 10'001);
  CHECK(found.edges.size() == 10'001);
}

TEST_CASE("Hand-overs tie their ends through the carrier, dependencies what waits to what it waits for") {
  const std::string lines =
      people + together({R"(<activity id="v" title="V"/>)", R"(<activity id="w" title="W"/>)",
                         R"(<activity id="x" title="X" status="cancelled"/>)",
                         R"(<transfer id="t" from="v" to="w" carrier="a"/>)", R"(<transfer id="u" from="v" to="x"/>)",
                         R"(<dependency id="d" from="v" to="w"/>)", R"(<dependency id="e" from="w" to="x"/>)"});
  CHECK(tiesOf(lines, TieKind::transfers) == "v-a w-a");
  CHECK(tiesOf(lines, TieKind::dependencies) == "v-w");
}

TEST_CASE("An actor is on the track where most of their places are") {
  const Study study(
      planAsRead(people + together({R"(<track id="t1" name="T"/>)", R"(<track id="t2" name="T"/>)",
                                    R"(<activity id="v" title="V" tracks="t2" lead="a" partners="b"/>)",
                                    R"(<activity id="w" title="W" tracks="t1 t2" lead="a" partners="b"/>)",
                                    R"(<activity id="x" title="X" tracks="t2" lead="b"/>)"})),
      day("2024-06-10"));
  const Ties found = ties(study, TieKind::actors);
  CHECK(found.tracks[0]->id() == "t1"_id);
  CHECK(found.tracks[1]->id() == "t2"_id);
  CHECK(found.tracks[2] == nullptr);
}

TEST_CASE("More shortest ways than a number can hold leave the measures open") {
  std::string lines = "<activity id=\"m0\" title=\"M\"/>\n";
  for (std::size_t i = 0; i < 1'100; ++i) {
    for (const char* kind : {"a#", "b#"})
      lines += numbered("<activity id=\"" + std::string(kind) + "\" title=\"V\"/>", i);
    lines += numbered(R"(<activity id="m#" title="M"/>)", i + 1);
    for (const char* kind : {"a", "b"}) {
      const std::string side = kind + std::to_string(i);
      lines += "<dependency id=\"to-" + side + "\" from=\"m" + std::to_string(i) + "\" to=\"" + side + "\"/>\n";
      lines += "<dependency id=\"of-" + side + "\" from=\"" + side + "\" to=\"m" + std::to_string(i + 1) + "\"/>\n";
    }
  }
  const Study study(planAsRead(lines), day("2024-06-10"));
  const Ties found = ties(study, TieKind::dependencies);
  REQUIRE(found.edges.size() == 4'400);
  CHECK_FALSE(measure(found).centrality);
}

TEST_CASE("No plan, no network") {
  for (const TieKind kind : {TieKind::actors, TieKind::transfers, TieKind::dependencies}) {
    const Study study(Plan(), day("2024-06-10"));
    const Ties found = ties(study, kind);
    CHECK(found.nodes.empty());
    CHECK(measure(found).degree.empty());
  }
}
