#include "plan/levels.h"

#include "support/sample_plans.h"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace trackloom;
using test::element;

namespace {

constexpr FieldNumber title{"title"}, mandate{"mandate"}, context{"context"}, conveners{"conveners"},
    languages{"languages"}, asOf{"as-of"}, restDays{"rest-days"}, revisions{"revisions"}, notes{"notes"};

Element planElement(std::string_view classification) {
  Element root = element(KindId::plan, "plan",
                         {{"title", "Talks"},
                          {"languages", "en; ar"},
                          {"as-of", "2013-12-01"},
                          {"rest-days", "friday"},
                          {"mandate", "Resolution 1"},
                          {"context", "Since the war"},
                          {"conveners", "host"},
                          {"revisions", "ab; cd"}});
  root.translate(title, "ar", "محادثات").translate(mandate, "ar", "قرار");
  constexpr FieldNumber level{"classification"};
  if (!classification.empty()) root.set(level, parseValue(*root.definition().find(level), classification));
  return root;
}

Plan planWith(std::string_view classification) {
  return test::planOf(
      {planElement(classification), element(KindId::actor, "host", {{"name", "Host"}, {"classification", "public"}})});
}

}  // namespace

TEST_CASE("the plan's own prose is shown to readers of its level and to no lower one") {
  const auto [stated, level] = GENERATE(table<const char*, Classification>({{"public", Classification::open},
                                                                            {"partners", Classification::partners},
                                                                            {"team", Classification::team},
                                                                            {"", Classification::team},
                                                                            {"core", Classification::core}}));
  INFO("stated: " << stated);
  const Plan plan = planWith(stated);
  for (const auto reader :
       {Classification::open, Classification::partners, Classification::team, Classification::core}) {
    const Plan shown = visibleTo(plan, reader);
    const Element& root = shown.root();
    const bool may = reader >= level;
    CHECK(root.has(mandate) == may);
    CHECK(root.has(context) == may);
    CHECK(root.has(conveners) == may);
    CHECK((root.text(Key<Text>{"mandate"}, "ar") == "قرار") == may);
  }
}

TEST_CASE("below its level the plan keeps its title and how to read dates and languages") {
  const Plan shown = visibleTo(planWith("core"), Classification::open);
  const Element& root = shown.root();
  CHECK(root.title() == "Talks");
  CHECK(root.title("ar") == "محادثات");
  for (const FieldNumber field : {languages, asOf, restDays}) CHECK(root.has(field));
  CHECK(shown.find("host"_id));
}

TEST_CASE("unknown content of the plan element is for its own level, too") {
  Element root = planElement("core");
  Extras extras = root.extras();
  extras.unknownAttributes = " secret=\"x\"";
  extras.unknownChildren = "<secret/>";
  root.setExtras(std::move(extras));
  const Plan shown = visibleTo(Plan().with(root), Classification::open);
  CHECK(shown.root().extras().unknownAttributes.empty());
  CHECK(shown.root().extras().unknownChildren.empty());
}

TEST_CASE("single fields of the plan may be for fewer than the plan, its title among them") {
  Element root = planElement("public");
  root.set(FieldNumber("field-levels"), Texts{"title:core", "mandate:team"});
  const Plan shown = visibleTo(Plan().with(root), Classification::open);
  CHECK_FALSE(shown.root().has(title));
  CHECK_FALSE(shown.root().has(mandate));
  CHECK(shown.root().has(context));
}

TEST_CASE("revisions stay with those who see the whole plan") {
  const Plan plan = planWith("public");
  CHECK(visibleTo(plan, Classification::core).root().has(revisions));
  CHECK_FALSE(visibleTo(plan, Classification::team).root().has(revisions));
}

TEST_CASE("levels of fields read with commas, spaces, capitals and labels, too") {
  const char* written =
      GENERATE("venue:core; questions:partners", "venue:core, questions:partners", "venue:core questions:partners",
               "VENUE:CORE; Guiding questions: Partners", "guiding questions:partners Venue : Core");
  INFO(written);
  const Element round = element(KindId::activity, "r1",
                                {{"title", "Round"},
                                 {"venue", "Old mill"},
                                 {"questions", "Who comes?"},
                                 {"classification", "public"},
                                 {"field-levels", written}});
  for (const FieldLevel& entry : fieldLevels(round)) CHECK_FALSE(doubtAbout(round, entry));
  const Plan plan = test::planOf({planElement("public"), round});
  const auto shows = [&](Classification level, FieldNumber field) {
    return visibleTo(plan, level).find(round.id())->has(field);
  };
  CHECK_FALSE(shows(Classification::team, FieldNumber("venue")));
  CHECK(shows(Classification::core, FieldNumber("venue")));
  CHECK(shows(Classification::partners, FieldNumber("questions")));
  CHECK_FALSE(shows(Classification::open, FieldNumber("questions")));
}

TEST_CASE("an element whose levels of fields name none of its fields is for core alone") {
  const char* written =
      GENERATE("vennue:core", "venue=core", "venue:core; vennue:public", "venue notes", "core:venue", "mandate:core");
  INFO(written);
  const Element host =
      element(KindId::activity, "r1", {{"title", "Round"}, {"classification", "public"}, {"field-levels", written}});
  const Plan plan = test::planOf({planElement("public"), host});
  Audience included(Classification::team);
  included.include = {host.id()};
  CHECK_FALSE(visibleTo(plan, Classification::team).find(host.id()));
  CHECK_FALSE(visibleTo(plan, included).find(host.id()));
  CHECK(visibleTo(plan, Classification::core).find(host.id()));
  const auto entries = fieldLevels(host);
  CHECK(std::ranges::any_of(entries, [&](const FieldLevel& entry) { return doubtAbout(host, entry).has_value(); }));
}

TEST_CASE("a level of a field that is none counts as core, and is told") {
  const char* written = GENERATE("venue:friends", "venue:", "venue");
  const Element round =
      element(KindId::activity, "r1",
              {{"title", "Round"}, {"venue", "Old mill"}, {"classification", "public"}, {"field-levels", written}});
  const Plan plan = test::planOf({planElement("public"), round});
  REQUIRE(visibleTo(plan, Classification::team).find(round.id()));
  CHECK_FALSE(visibleTo(plan, Classification::team).find(round.id())->has(FieldNumber("venue")));
  REQUIRE(fieldLevels(round).size() == 1);
  const auto doubt = doubtAbout(round, fieldLevels(round).front());
  REQUIRE(doubt);
  CHECK(plainText(*doubt).find("says no level that there is") != std::string::npos);
}
