#include "checks/channels.h"

#include "support/looking.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Item;
using checks::Study;

namespace {

std::string line(const std::vector<const Item*>& items) {
  std::string text;
  for (const Item* item : items) text += (text.empty() ? "" : " ") + item->id().str();
  return text;
}

std::string channelsOf(std::string_view lines, const ElementId& from, const ElementId& to) {
  const Study study(planAsRead(lines), day("2024-06-10"));
  const checks::Channels found = channels(study, *study.find(from), *study.find(to));
  std::string text;
  for (const auto& path : found.paths) text += line(path) + "; ";
  return text + "cut " + line(found.cut) + (found.direct ? ", direct" : "");
}

const std::string tracks = together(
    {R"(<track id="t1" name="T1"/>)", R"(<track id="t3" name="T3"/>)", R"(<activity id="v1" title="V" tracks="t3"/>)",
     R"(<activity id="v2" title="V" tracks="t3"/>)", R"(<activity id="w" title="W" tracks="t1"/>)",
     R"(<actor id="c" name="C"/>)", R"(<actor id="m" name="M" groups="g"/>)", R"(<group id="g" name="G"/>)"});

}  // namespace

TEST_CASE("Channels lead over hand-overs in their direction and through their carriers") {
  const std::string one = tracks + "<transfer id=\"x\" from=\"v1\" to=\"w\" carrier=\"c\"/>\n";
  CHECK(channelsOf(one, "t3"_id, "t1"_id) == "t3 v1 c w t1; cut v1");
  CHECK(channelsOf(one, "t1"_id, "t3"_id) == "cut ");
  CHECK(channelsOf(one, "v1"_id, "c"_id) == "v1 c; cut , direct");
}

TEST_CASE("Channels that share a carrier are one") {
  const std::string two = tracks + together({R"(<activity id="w2" title="W" tracks="t1"/>)",
                                             R"(<transfer id="x" from="v1" to="w" carrier="c"/>)",
                                             R"(<transfer id="y" from="v2" to="w2" carrier="c"/>)"});
  CHECK(channelsOf(two, "t3"_id, "t1"_id) == "t3 v1 c w t1; cut c");
}

TEST_CASE("A group speaks where those who come from it sit") {
  const std::string seated =
      tracks + together({R"(<participation id="p" who="m" in="v2"/>)", R"(<transfer id="x" from="v2" to="w"/>)"});
  CHECK(channelsOf(seated, "g"_id, "t1"_id) == "g v2 w t1; cut v2");
}
