#include "scene/matrices.h"

#include "scene/layout_checks.h"
#include "support/sample_plans.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::scene;
using namespace trackloom::test;

namespace {

// clang-format off
std::vector<Element> issueElements() {
  using enum KindId;
  return {
      element(plan, "plan", {{"title", "Valley"}, {"as-of", "2013-12-01"}}),
      element(track, "t1", {{"name", "Formal talks"}, {"order", "2"}}),
      element(track, "t2", {{"name", "Forum"}, {"order", "1"}}),
      element(issue, "land", {{"title", "Land"}}), element(issue, "water", {{"title", "Water"}}),
      element(activity, "a1", {{"title", "A"}, {"tracks", "t1"}, {"issues", "land"}, {"planned-start", "2013-11-01"}}),
      element(activity, "a2", {{"title", "B"}, {"tracks", "t2"}, {"issues", "land water"}, {"planned-start", "2013-11-01"}}),
      element(activity, "a3", {{"title", "C"}, {"tracks", "t2"}, {"issues", "land"}, {"planned-start", "2013-11-01"}}),
  };
}

std::vector<Element> seatElements() {
  using enum KindId;
  return {
      element(plan, "plan", {{"title", "Valley"}, {"as-of", "2013-12-01"}}),
      element(group, "women", {{"name", "Women"}}), element(group, "youth", {{"name", "Youth"}}),
      element(body, "plenary", {{"title", "Plenary"}}),
      element(seat, "s1", {{"body", "plenary"}, {"component", "Party"}, {"count", "10"}}),
      element(seat, "s2", {{"body", "plenary"}, {"component", "Party"}, {"group", "women"}, {"count", "2"}}),
      element(seat, "s3", {{"body", "plenary"}, {"component", "Unions"}, {"count", "10"}}),
      element(seat, "s4", {{"body", "plenary"}, {"component", "Unions"}, {"group", "women"}, {"count", "4"}}),
      element(quota, "q1", {{"body", "plenary"}, {"component", "*"}, {"group", "women"}, {"share", "30"}, {"agreed", "yes"}}),
      element(quota, "q2", {{"body", "plenary"}, {"component", "*"}, {"group", "youth"}, {"share", "20"}, {"agreed", "yes"}}),
  };
}

std::vector<Element> commitmentElements() {
  using enum KindId;
  return {
      element(plan, "plan", {{"title", "Valley"}, {"as-of", "2013-12-01"}}),
      element(agreement, "later", {{"title", "Later"}, {"date", "2014-01-01"}}),
      element(commitment, "c1", {{"title", "One"}, {"theme", "amnesty"}, {"score", "0"}}),
      element(commitment, "c2", {{"title", "Two"}, {"theme", "amnesty"}}),
      element(commitment, "c3", {{"title", "Three"}, {"score", "3"}}),
      element(commitment, "c4", {{"title", "Not yet known"}, {"score", "3"}, {"agreement", "later"}}),
  };
}
// clang-format on

Element generatedWord(std::mt19937_64& random, KindId kind, std::string id) {
  constexpr std::string_view names[] = {"Land", "Return of those who were displaced, and what they find", "الأرض",
                                        "Unzertrennlichkeitsvereinbarungen"};
  const std::string_view field = kind == KindId::group || kind == KindId::track ? "name" : "title";
  return element(kind, id, {{field, names[random() % 4]}});
}

Plan generated(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto numbered = [](std::string_view name, std::uint64_t n) { return std::string(name) + std::to_string(n); };
  std::vector<Element> all{element(KindId::plan, "plan", {{"title", "Generated"}, {"as-of", "2014-03-01"}})};
  for (std::uint64_t i = 0; i < 1 + seed % 18; ++i) {
    all.push_back(generatedWord(random, KindId::track, numbered("t", i)));
    all.push_back(generatedWord(random, KindId::issue, numbered("i", i)));
    all.push_back(generatedWord(random, KindId::group, numbered("g", i)));
    all.push_back(generatedWord(random, KindId::body, numbered("b", i)));
    Element activity = generatedWord(random, KindId::activity, numbered("a", i));
    activity.set(key::tracks, Refs{*ElementId::parse(numbered("t", random() % (i + 1)))});
    if (random() % 3) activity.set(key::issues, Refs{*ElementId::parse(numbered("i", random() % (i + 1)))});
    constexpr std::string_view dimensions[] = {"food", "health", "economic"};
    if (random() % 2) activity.set(key::dimensions, Texts{std::string(dimensions[random() % 3])});
    all.push_back(activity);
    Element seat =
        element(KindId::seat, numbered("s", i), {{"component", random() % 2 ? "Party of the people" : "Unions"}});
    seat.set(key::body, *ElementId::parse(numbered("b", random() % (i + 1))));
    seat.set(key::group, *ElementId::parse(numbered("g", random() % (i + 1))));
    if (random() % 2) seat.set(key::count, Integer(random() % 500));
    all.push_back(seat);
    Element commitment = generatedWord(random, KindId::commitment, numbered("c", i));
    commitment.set(key::theme, Choice{static_cast<std::uint16_t>(random() % 40), {}});
    if (random() % 2) commitment.set(key::score, Choice{static_cast<std::uint16_t>(random() % 4), {}});
    all.push_back(commitment);
    constexpr std::string_view people[] = {"Unions of all trades and of those who have none", "النقابات", "UN"};
    all.push_back(element(KindId::actor, numbered("w", i), {{"name", people[random() % 3]}}));
    Element part = element(KindId::participation, numbered("p", i), {});
    part.set(key::linkWho, *ElementId::parse(numbered("w", random() % (i + 1))));
    part.set(key::linkIn, *ElementId::parse(numbered(random() % 2 ? "a" : "b", random() % (i + 1))));
    part.set(key::role, Choice{static_cast<std::uint16_t>(random() % 30), {}});
    if (random() % 2) part.set(key::status, Choice{static_cast<std::uint16_t>(random() % 7), {}});
    if (random() % 2) part.set(key::decisionPower, Choice{static_cast<std::uint16_t>(random() % 5), {}});
    all.push_back(part);
  }
  return planOf(all);
}

constexpr Draw everyMatrix[] = {trackIssueMatrix,    seatMatrix,       commitmentMatrix,
                                participationMatrix, thirdPartyMatrix, humanSecurityMatrix};

std::size_t marks(const Scene& scene, std::string_view role) {
  return static_cast<std::size_t>(
      std::count_if(scene.shapes.begin(), scene.shapes.end(), [&](const Shape& shape) { return shape.role == role; }));
}

}  // namespace

TEST_CASE("matrices keep the invariants of all drawings on generated plans") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    INFO("seed " << seed);
    const Plan plan = generated(seed);
    for (const auto draw : everyMatrix) checkDrawing(draw, plan);
  }
}

TEST_CASE("an issue that no activity of a track names is a gap, where activities name no issue nobody can tell") {
  Plan plan = planOf(issueElements());
  CHECK(marks(drawn(trackIssueMatrix, plan), "sign gap") == 2);  // water on t1, and the legend
  CHECK(marks(drawn(trackIssueMatrix, plan), "sign unknown") == 0);
  plan = plan.with(element(KindId::activity, "a4", {{"title", "D"}, {"tracks", "t1"}}));
  CHECK(marks(drawn(trackIssueMatrix, plan), "sign gap") == 0);
  CHECK(marks(drawn(trackIssueMatrix, plan), "sign unknown") == 2);
}

TEST_CASE("tracks stand in their order") {
  const Scene scene = drawn(trackIssueMatrix, planOf(issueElements()));
  const auto leftOf = [&](std::string_view id) {
    const auto head = std::find_if(scene.shapes.begin(), scene.shapes.end(),
                                   [&](const Shape& shape) { return shape.element.text() == id; });
    REQUIRE(head != scene.shapes.end());
    return bounds(*head).left;
  };
  CHECK(leftOf("t2") < leftOf("t1"));
}

TEST_CASE("seats against their target are for the team, what nobody counted is never met") {
  const Plan plan = planOf(seatElements());
  const Scene team = drawn(seatMatrix, plan);
  CHECK(marks(team, "sign met") == 2);    // women among the unions, and the legend
  CHECK(marks(team, "sign short") == 2);  // women in the party
  CHECK(marks(team, "sign unknown") > 2);
  const Scene outward = drawn(seatMatrix, plan, View::outward);
  CHECK(marks(outward, "sign met") == 0);
  CHECK(marks(outward, "sign short") == 0);
  CHECK(textsOf(outward).contains("target 30 %"));
  CHECK(textsOf(outward).contains("2 (20 %)"));
}

TEST_CASE("a share of seats is rounded, but not up to a target that it does not reach") {
  const auto shown = [](const char* seats, const char* of) {
    const Plan plan = planOf({element(KindId::group, "women", {{"name", "Women"}}),
                              element(KindId::body, "forum", {{"title", "Forum"}}),
                              element(KindId::seat, "s1", {{"body", "forum"}, {"count", of}}),
                              element(KindId::seat, "s2", {{"body", "forum"}, {"group", "women"}, {"count", seats}}),
                              element(KindId::quota, "q", {{"body", "forum"}, {"group", "women"}, {"share", "30"}})});
    return textsOf(drawn(seatMatrix, plan));
  };
  CHECK(shown("17", "75").contains("17 (23 %)"));
  CHECK(shown("297", "1000").contains("297 (29 %)"));
  CHECK(shown("300", "1000").contains("300 (30 %)"));
}

TEST_CASE("every drawing says as of which day it is, and the team's whom it is for") {
  const Plan plan = planOf(issueElements());
  for (const Draw draw :
       {trackIssueMatrix, participationMatrix, thirdPartyMatrix, humanSecurityMatrix, seatMatrix, commitmentMatrix}) {
    const auto says = [&](View view, std::string_view what) {
      const auto texts = textsOf(drawn(draw, plan, view));
      return std::ranges::any_of(texts, [&](const std::string& text) { return text.find(what) != std::string::npos; });
    };
    CHECK(says(View::outward, ", as of 2013-12-01"));
    CHECK_FALSE(says(View::outward, "For the team only"));
    CHECK(says(View::team, "For the team only: "));
  }
}

TEST_CASE("a commitment without a score stands under what is not known, one of a later text nowhere") {
  const Scene scene = drawn(commitmentMatrix, planOf(commitmentElements()));
  CHECK(marks(scene, "sign unknown") == 2);
  CHECK(marks(scene, "sign met") == 2);
  for (const Shape& shape : scene.shapes) CHECK(shape.title.find("Not yet known") == std::string::npos);
}

TEST_CASE("an empty plan is told what to record") {
  const Plan plan = planOf({element(KindId::plan, "plan", {{"title", "Valley"}})});
  for (const auto draw : everyMatrix) CHECK(marks(drawn(draw, plan), "empty") >= 1);
}

TEST_CASE("who takes part where stands with what say and as what, whether they came only where it is recorded") {
  using enum KindId;
  const Plan sample = planOf({
      element(actor, "unions", {{"name", "Unions"}}),
      element(actor, "envoy", {{"name", "Envoy"}, {"layer", "third-party"}}),
      element(body, "plenary", {{"title", "Plenary"}}),
      element(activity, "round", {{"title", "Round"}, {"planned-start", "2013-11-01"}}),
      element(participation, "p1",
              {{"who", "unions"},
               {"in", "plenary"},
               {"role", "delegate"},
               {"decision-power", "decides"},
               {"status", "attended"}}),
      element(participation, "p2", {{"who", "unions"}, {"in", "round"}, {"role", "observer"}, {"status", "declined"}}),
      element(participation, "p3", {{"who", "envoy"}, {"in", "round"}, {"role", "mediator"}, {"status", "invited"}}),
      element(participation, "p4", {{"who", "envoy"}, {"in", "plenary"}, {"role", "mediator"}}),
  });
  const Scene scene = drawn(participationMatrix, sample);
  CHECK(marks(scene, "sign met") == 2);  // one, and the legend
  CHECK(marks(scene, "sign short") == 2);
  CHECK(marks(scene, "sign unknown") == 2);
  CHECK(textsOf(scene).contains("Decides"));
  CHECK(textsOf(scene).contains("Mediator"));
  const Scene third = drawn(thirdPartyMatrix, sample);
  CHECK(textsOf(third).contains("Envoy"));
  CHECK_FALSE(textsOf(third).contains("Unions"));
  CHECK(textsOf(third).contains("2"));  // both places
}

TEST_CASE("who leads, carries out, chairs, is a member or holds a seat takes part without a participation") {
  using enum KindId;
  const Plan sample = planOf({
      element(actor, "envoy", {{"name", "Envoy"}}),
      element(actor, "unions", {{"name", "Unions"}}),
      element(actor, "church", {{"name", "Church"}}),
      element(body, "plenary", {{"title", "Plenary"}, {"chair", "envoy"}, {"members", "unions"}}),
      element(seat, "s1", {{"body", "plenary"}, {"held-by", "church"}}),
      element(activity, "round", {{"title", "Round"}, {"lead", "unions"}, {"partners", "church"}}),
      element(activity, "dropped", {{"title", "Dropped"}, {"lead", "envoy"}, {"status", "cancelled"}}),
      element(participation, "p", {{"who", "unions"}, {"in", "round"}, {"role", "host"}}),
  });
  const auto texts = textsOf(drawn(participationMatrix, sample));
  for (const char* word : {"Chair", "Member", "Seat", "Partner", "Host"}) CHECK(texts.contains(word));
  CHECK_FALSE(texts.contains("Lead"));  // what a participation says goes first
  CHECK_FALSE(texts.contains("Dropped"));
}

TEST_CASE("of many who take part those with the most entries are shown, and how many are not is told") {
  using enum KindId;
  std::vector<Element> all;
  for (int i = 0; i < 60; ++i) {
    const std::string n = std::to_string(i);
    all.push_back(element(actor, "w" + n, {{"name", "Actor " + n}}));
    all.push_back(element(activity, "a" + n, {{"title", "Round " + n}, {"planned-start", "2013-11-01"}}));
    all.push_back(element(participation, "p" + n, {{"who", "w" + n}, {"in", "a" + n}, {"role", "party"}}));
    all.push_back(element(participation, "q" + n, {{"who", "w59"}, {"in", "a" + n}, {"role", "party"}}));
  }
  const Scene scene = drawn(participationMatrix, planOf(all));
  const auto texts = textsOf(scene);
  CHECK(texts.contains("Actor 59"));
  CHECK_FALSE(texts.contains("Actor 58"));  // whose place is not shown: an empty row says nothing
  CHECK(std::any_of(texts.begin(), texts.end(), [](const std::string& text) {
    return text.find("actors and groups: 47; activities and bodies: 48") != std::string::npos;
  }));
}

TEST_CASE("a role that several third parties have says how many, one who declined has none") {
  using enum KindId;
  std::vector<Element> all{element(activity, "round", {{"title", "Round"}, {"planned-start", "2013-11-01"}})};
  for (const char* id : {"one", "two", "three"}) {
    all.push_back(element(actor, id, {{"name", id}, {"layer", "third-party"}}));
    Element part = element(participation, std::string("p-") + id, {{"in", "round"}, {"role", "host"}});
    part.set(key::linkWho, *ElementId::parse(id));
    if (std::string_view(id) == "three") part.set(key::status, Choice{3, {}});
    all.push_back(part);
  }
  const auto texts = textsOf(drawn(thirdPartyMatrix, planOf(all)));
  CHECK(texts.contains("2 of them"));
  CHECK(texts.contains("No role recorded"));
}

TEST_CASE("a dimension of human security that no activity of a track works on is a gap, unless activities are silent") {
  using enum KindId;
  Plan sample = planOf({
      element(track, "t1", {{"name", "Talks"}}),
      element(issue, "land", {{"title", "Land"}, {"dimensions", "economic; food"}}),
      element(activity, "a",
              {{"title", "A"}, {"tracks", "t1"}, {"dimensions", "economic"}, {"planned-start", "2013-11-01"}}),
  });
  const Scene scene = drawn(humanSecurityMatrix, sample);
  CHECK(marks(scene, "sign gap") == 7);  // six dimensions, and the legend
  CHECK(textsOf(scene).contains("Economic security"));
  sample = sample.with(element(activity, "b", {{"title", "B"}, {"tracks", "t1"}, {"planned-start", "2013-11-01"}}));
  CHECK(marks(drawn(humanSecurityMatrix, sample), "sign gap") == 0);
  CHECK(marks(drawn(humanSecurityMatrix, sample), "sign unknown") == 7);
}
