#include "sharing/paper_plan.h"

#include "support/plan_text.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::sharing;
using testing::planAsRead;

namespace {

const Plan talks = planAsRead(R"(
  <actor id="amal" name="Amal Nasser" type="person" classification="core"/>
  <actor id="omar" name="Omar Haddad" type="person"/>
  <activity id="a1" title="Round one" outputs="Terms of Amal Nasser and Omar Haddad"/>)");

PaperPlan paperFor(Audience audience) { return planForPaper(talks, {std::move(audience), *parseDay("2024-06-01")}); }

std::string outputs(const PaperPlan& paper) { return std::string(paper.plan.find("a1"_id)->text(key::outputs)); }

}  // namespace

TEST_CASE("a paper masks the names of those whom its readers may not see, also for the team") {
  CHECK(outputs(paperFor(Classification::core)) == "Terms of Amal Nasser and Omar Haddad");
  CHECK(paperFor(Classification::core).notes.empty());
  const PaperPlan team = paperFor(Classification::team);
  CHECK(outputs(team) == "Terms of […] and Omar Haddad");
  CHECK(team.notes.size() == 1);
}

TEST_CASE("a paper masks the name of somebody whom its audience excludes, whatever its level") {
  Audience donors(Classification::core);
  donors.exclude = {"omar"_id};
  CHECK(outputs(paperFor(donors)) == "Terms of Amal Nasser and […]");
}
