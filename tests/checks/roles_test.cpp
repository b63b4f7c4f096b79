#include "checks/roles.h"

#include "support/looking.h"
#include "xml/write.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::inRoles;

namespace {

const std::string secret = together(
    {R"(<actor id="omar" name="Omar" aliases="Abu Secret" type="armed-organisation" speaks="xx"/>)",
     R"(<actor id="quiet" name="Quiet" classification="core"/>)", R"(<track id="valley" name="Valley" level="1"/>)",
     R"(<track id="hills" name="Hills" level="3"/>)", R"(<track id="hills2" name="Hills" level="3"/>)",
     R"(<activity id="omar-visit" title="Visit to Omar" tracks="valley" lead="omar" start="sometime" venue="Omar's house" expertise-needed="omar-lore"/>)",
     R"(<relation id="of-omar" from="omar" to="quiet" type="close"/>)",
     R"(<relation id="lost" from="omar" to="omars-brother" type="omars-line"/>)",
     R"(<term id="w" vocabulary="relation-type" name="omars-line" label="Omar's line"/>)"});

std::string titleOf(const checks::RolePlan& roles, const ElementId& id) {
  const Element* element = roles.plan.find(roles.idOf(id));
  return element ? std::string(element->title()) : "(gone)";
}

}  // namespace

TEST_CASE("Below core nothing a person wrote is left of a plan, and its shape stays") {
  const Plan plan = planAsRead(secret);
  for (const Classification level : {Classification::open, Classification::partners, Classification::team}) {
    const checks::RolePlan roles = inRoles(plan, day("2024-06-10"), level);
    const std::string text = xml::write(roles.plan);
    INFO(text);
    for (const char* word : {"mar", "ecret", "uiet", "alley", "ills", "isit", "sometime", "lore", "brother"})
      CHECK(text.find(word) == std::string::npos);
    CHECK(roles.plan.size() == visibleTo(plan, level).size());
  }
  const checks::RolePlan roles = inRoles(plan, day("2024-06-10"), Classification::team);
  CHECK(titleOf(roles, "omar"_id) == "actor 1 (armed organisation), track 1");
  CHECK(titleOf(roles, "omar-visit"_id) == "activity 1, track 1");
  CHECK(titleOf(roles, "hills"_id) == "track 3, number 1");
  CHECK(titleOf(roles, "hills2"_id) == "track 3, number 2");
  CHECK(titleOf(roles, "quiet"_id) == "(gone)");
  CHECK(titleOf(roles, "of-omar"_id) == "(gone)");
}

TEST_CASE("What is above the readers' level is neither counted nor in a role, whatever is usual for its kind") {
  const Plan plan = planAsRead(together(
      {R"(<actor id="ministry" name="Ministry" type="government" classification="public"/>)",
       R"(<actor id="judge" name="Judge" type="judiciary"/>)",
       R"(<actor id="trader" name="Trader" type="business" classification="partners"/>)",
       R"(<track id="t" name="Talks" level="1" classification="public"/>)",
       R"(<activity id="round" title="Round" tracks="t" lead="ministry" classification="public" venue="Mill" field-levels="venue:team"/>)",
       R"(<participation id="p" who="judge" in="round" classification="public"/>)",
       R"(<relation id="r" from="ministry" to="trader" type="close"/>)"}));
  const auto left = [&](const Audience& audience) { return inRoles(plan, day("2024-06-10"), audience); };
  const checks::RolePlan open = left(Classification::open);
  CHECK(open.plan.all(KindId::actor).size() == 1);
  CHECK(open.plan.all(KindId::participation).empty());
  CHECK(open.plan.all(KindId::relation).empty());
  CHECK(titleOf(open, "judge"_id) == "(gone)");
  CHECK_FALSE(open.plan.find(open.idOf("round"_id))->has(key::venue.number));
  CHECK(left(Classification::partners).plan.all(KindId::actor).size() == 2);
  Audience included(Classification::partners);
  included.include = {"judge"_id};
  CHECK(left(included).plan.all(KindId::participation).size() == 1);
  CHECK(left(Classification::team).plan.all(KindId::actor).size() == 3);
  CHECK(left(Classification::team).plan.all(KindId::relation).empty());
}

TEST_CASE("The core team sees the plan itself") {
  const Plan plan = planAsRead(secret);
  const checks::RolePlan roles = inRoles(plan, day("2024-06-10"), Classification::core);
  CHECK(roles.plan == plan);
  CHECK(roles.idOf("omar"_id) == "omar"_id);
  CHECK(roles.idOf("nobody"_id).empty());
}

TEST_CASE("The same plan gives the same roles") {
  const Plan plan = planAsRead(secret);
  const auto once = inRoles(plan, day("2024-06-10"), Classification::team);
  CHECK(once.plan == inRoles(plan, day("2024-06-10"), Classification::team).plan);
}
