#include "plan/plan.h"

#include "random_plans.h"

#include <map>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;

namespace {

using Model = std::map<std::pair<KindId, ElementId>, Element>;

void requireSame(const Plan& plan, const Model& model) {
  REQUIRE(plan.size() == model.size() + 1);  // and the plan element
  auto at = model.begin();
  for (const Kind& kind : kinds()) {
    if (kind.id == KindId::plan) continue;
    for (const ElementPtr& element : plan.all(kind.id)) {
      REQUIRE(at != model.end());
      REQUIRE(at->first == std::pair(kind.id, element->id()));
      REQUIRE(at->second == *element);
      ++at;
    }
  }
}

Element track(ElementId id, std::string name = "Track") {
  return Element(KindId::track, id).set("colour", Value(Text(std::move(name))));
}

Plan smallPlan() { return Plan().with(track("t1"_id)).with(track("t2"_id)).with(Element(KindId::actor, "a1"_id)); }

}  // namespace

TEST_CASE("an empty plan holds the plan element and nothing else") {
  const Plan plan;
  CHECK(plan.size() == 1);
  CHECK(plan.root().kind() == KindId::plan);
  CHECK(plan.all(KindId::activity).empty());
  CHECK(plan == Plan());
  CHECK(plan.find(plan.root().id()) == &plan.root());
}

TEST_CASE("a plan behaves like a map from kind and id to element over thousands of changes") {
  Random random(31);
  Plan plan;
  Model model;
  std::vector<std::pair<Plan, Model>> remembered;
  for (int step = 0; step < 2000; ++step) {
    const Kind& kind = kinds()[1 + random() % (kindCount - 1)];
    const ElementId id = idOf(kind, random() % 6);
    if (oneIn(random, 3)) {
      plan = plan.without(id);
      model.erase({kind.id, id});
    } else {
      const Element element = randomElement(random, kind, id);
      plan = plan.with(element);
      model.insert_or_assign({kind.id, id}, element);
    }
    const auto found = model.find({kind.id, id});
    REQUIRE((plan.find(id) != nullptr) == (found != model.end()));
    if (found != model.end()) REQUIRE(*plan.find(kind.id, id) == found->second);
    REQUIRE(plan.find(id) == plan.find(kind.id, id));
    REQUIRE(plan.share(id).get() == plan.find(id));
    if (step % 50 == 0) {
      requireSame(plan, model);
      remembered.emplace_back(plan, model);
    }
  }
  for (const auto& [old, then] : remembered) requireSame(old, then);
}

TEST_CASE("the difference between two plans turns one into the other, and back") {
  Random random(32);
  for (int i = 0; i < 60; ++i) {
    const Plan before = randomPlan(random);
    Plan after = oneIn(random, 2) ? randomPlan(random) : before;
    for (int change = 0; change < 5; ++change) {
      const Kind& kind = kinds()[1 + random() % (kindCount - 1)];
      after = after.with(randomElement(random, kind, idOf(kind, random() % 8)));
    }
    auto changes = diff(before, after);
    REQUIRE(before.with(changes) == after);
    for (Change& change : changes) {
      REQUIRE((change.before || change.after));
      std::swap(change.before, change.after);
    }
    REQUIRE(after.with(changes) == before);
    REQUIRE(diff(after, after).empty());
  }
}

TEST_CASE("the difference lists each changed element once, by kind and id") {
  const Plan before = smallPlan();
  const Plan after = before.with(track("t2"_id, "Other")).with(track("t0"_id)).without("a1"_id);
  const auto changes = diff(before, after);
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].before == nullptr);
  CHECK(changes[0].after->id() == "t0"_id);
  CHECK(changes[1].before->id() == "t2"_id);
  CHECK(changes[1].after->id() == "t2"_id);
  CHECK(changes[2].before->id() == "a1"_id);
  CHECK(changes[2].after == nullptr);
  CHECK(diff(before, before.with(track("t2"_id))).empty());
}

TEST_CASE("changes share everything they do not touch") {
  const Plan before = smallPlan();
  const Plan after = before.with(track("t2"_id, "Other"));
  CHECK(after.all(KindId::actor).data() == before.all(KindId::actor).data());
  CHECK(after.all(KindId::activity).data() == before.all(KindId::activity).data());
  CHECK(after.all(KindId::track).data() != before.all(KindId::track).data());
  CHECK(after.find("t1"_id) == before.find("t1"_id));
  CHECK(after.find("t2"_id) != before.find("t2"_id));
  CHECK(before.find("t2"_id)->slots().size() == 1);
  const Plan same = before.without("nobody"_id);
  CHECK(same.all(KindId::track).data() == before.all(KindId::track).data());
}

TEST_CASE("the order of a list of changes does not matter where they touch different elements") {
  Random random(33);
  const Plan before = randomPlan(random);
  const Plan after = randomPlan(random);
  auto changes = diff(before, after);
  for (int i = 0; i < 20; ++i) {
    for (std::size_t k = changes.size(); k > 1; --k) std::swap(changes[k - 1], changes[random() % k]);
    REQUIRE(before.with(changes) == after);
  }
}

TEST_CASE("of several changes to one element the last one holds") {
  const Plan plan = smallPlan();
  const auto one = std::make_shared<const Element>(track("t1"_id, "one"));
  const auto two = std::make_shared<const Element>(track("t1"_id, "two"));
  const std::vector<Change> twice = {{plan.share("t1"_id), one}, {one, two}};
  CHECK(plan.with(twice) == plan.with(*two));
  const std::vector<Change> addedTwice = {{nullptr, std::make_shared<const Element>(track("t9"_id, "x"))},
                                          {nullptr, std::make_shared<const Element>(track("t9"_id, "y"))}};
  CHECK(plan.with(addedTwice) == plan.with(track("t9"_id, "y")));
  const std::vector<Change> addedAndGone = {{nullptr, one}, {one, nullptr}};
  CHECK(plan.with(addedAndGone) == plan.without("t1"_id));
}

TEST_CASE("a change from one kind or id to another takes the old element away") {
  const Plan plan = smallPlan();
  const auto actor = std::make_shared<const Element>(KindId::actor, "t1"_id);
  const std::vector<Change> change = {{plan.share("t1"_id), actor}};
  const Plan after = plan.with(change);
  CHECK(after == plan.without("t1"_id).with(*actor));
  const std::vector<Change> back = {{actor, plan.share("t1"_id)}};
  CHECK(after.with(back) == plan);
  const std::vector<Change> renamed = {{plan.share("t1"_id), std::make_shared<const Element>(track("t5"_id))}};
  CHECK(plan.with(renamed) == plan.without("t1"_id).with(track("t5"_id)));
}

TEST_CASE("there is always exactly one plan element") {
  const Plan plan = smallPlan();
  CHECK(plan.without(plan.root().id()) == plan);
  const Plan renamed = plan.with(Element(KindId::plan, "tunisia"_id).set(key::title, Text("Tunisia")));
  CHECK(renamed.all(KindId::plan).size() == 1);
  CHECK(renamed.root().title() == "Tunisia");
  CHECK(renamed.find("tunisia"_id) == &renamed.root());
  CHECK(plan.with(diff(plan, renamed)) == renamed);
  CHECK(renamed.with(diff(renamed, plan)) == plan);
}

TEST_CASE("unknown XML belongs to the plan and tells plans apart") {
  Plan plan = smallPlan();
  ForeignXml foreign;
  foreign.pieces.push_back({std::nullopt, KindId::track, {}, "<x:map/>"});
  plan.setForeign(foreign);
  CHECK_FALSE(plan == smallPlan());
  CHECK(plan.with(track("t3"_id)).foreign() == foreign);
  plan.setForeign({});
  CHECK(plan == smallPlan());
  CHECK(Plan().foreign() == ForeignXml{});
}

TEST_CASE("readers can hand over a whole section") {
  Plan plan = smallPlan();
  plan.adopt(KindId::activity, {std::make_shared<const Element>(KindId::activity, "a"_id),
                                std::make_shared<const Element>(KindId::activity, "b"_id)});
  CHECK(plan.size() == 6);
  CHECK(plan.find("b"_id)->kind() == KindId::activity);
  CHECK(plan == smallPlan().with(Element(KindId::activity, "b"_id)).with(Element(KindId::activity, "a"_id)));
}

TEST_CASE("the plan's day is the last day of its as-of date") {
  const auto planAsOf = [](Value value) {
    return Plan().with(Element(KindId::plan, "plan"_id).set("as-of", std::move(value)));
  };
  CHECK_FALSE(asOfDay(Plan()));
  CHECK(asOfDay(planAsOf(*Date::parse("2013-12-01"))) == dayOf({2013, 12, 1}));
  CHECK(asOfDay(planAsOf(*Date::parse("2013-12"))) == dayOf({2013, 12, 31}));
  CHECK_FALSE(asOfDay(planAsOf(Unread{"now"})));
}

TEST_CASE("a plan that is given up changes in place, and never what somebody else still holds") {
  Plan plan;
  for (const char* id : {"a", "b", "c"}) plan = plan.with(Element(KindId::activity, *ElementId::parse(id)));
  const Plan held = plan;
  const auto renamed = [](const Plan& of, const char* title) {
    Element element = *of.find("b"_id);
    element.set(key::title, Text(title));
    return Change{of.share("b"_id), std::make_shared<const Element>(std::move(element))};
  };
  Change change = renamed(plan, "first");
  plan = std::move(plan).with(std::span(&change, 1));
  CHECK(held.find("b"_id)->title() == "b");
  CHECK(plan.find("b"_id)->title() == "first");
  const ElementPtr* place = plan.all(KindId::activity).data();
  change = renamed(plan, "second");
  plan = std::move(plan).with(std::span(&change, 1));
  CHECK(plan.all(KindId::activity).data() == place);
  CHECK(plan.find("b"_id)->title() == "second");
  CHECK(held.find("b"_id)->title() == "b");
}
