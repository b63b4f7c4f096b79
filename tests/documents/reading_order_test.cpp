#include "documents/reading_order.h"

#include "documents/papers.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::documents;

namespace {

constexpr const char* sections = R"(  <tracks>
    <track id="aa" name="Track 10"/>
    <track id="bb" name="Track 2"/>
    <track id="cc" name="Communities" order="1"/>
  </tracks>
  <actors>
    <actor id="a1" name="Zwara elders"/>
    <actor id="b1" name="Élan for peace"/>
    <actor id="c1" name="Elders of the coast"/>
  </actors>
  <activities>
    <activity id="a2" title="Assembly" planned-start="2024-03-01"/>
    <activity id="b2" title="Briefing"/>
    <activity id="c2" title="Retreat" planned-start="2024-01-09"/>
  </activities>
  <participations>
    <participation id="p1" who="a1" in="a2"/>
    <participation id="p2" who="c1" in="a2"/>
  </participations>
  <agreements>
    <agreement id="g1" title="Annex" date="2013-02-02"/>
    <agreement id="g2" title="Truce" date="2013-01-02"/>
  </agreements>
)";

std::string idsOf(KindId kind) {
  const checks::Study study(planOf(sections), dayNamed("2024-06-01"));
  const Material material{study, Classification::core};
  std::string ids;
  for (const checks::Item* item : inReadingOrder(material, kind)) ids += item->id().str() + ' ';
  return ids;
}

}  // namespace

TEST_CASE("readers find elements by number, date or name, whatever their ids are") {
  CHECK(idsOf(KindId::track) == "cc bb aa ");
  CHECK(idsOf(KindId::actor) == "b1 c1 a1 ");
  CHECK(idsOf(KindId::activity) == "c2 a2 b2 ");
  CHECK(idsOf(KindId::agreement) == "g2 g1 ");
  CHECK(idsOf(KindId::participation) == "p2 p1 ");
  CHECK(idsOf(KindId::risk).empty());
}

TEST_CASE("papers list actors by name and agreements by date") {
  const std::string html =
      "{{#actors}}[{{name}}]{{/actors}} {{#agreements}}[{{title}}]{{/agreements}} "
      "{{#taking-part-in-activities}}{{who}}{{/taking-part-in-activities}}";
  const std::string out = htmlOf(planOf(sections), templateOf(html), requestFor("test"));
  INFO(out);
  CHECK(contains(out, "[Élan for peace][Elders of the coast][Zwara elders] [Truce][Annex]"));
  CHECK(contains(out, "Elders of the coast, Zwara elders"));
}
