#include "plan/edits.h"

#include "plan/mentions.h"
#include "random_plans.h"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;

namespace {

bool mentionsAny(const Plan& plan, const std::set<ElementId>& ids) {
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id))
      for (const auto& slot : element->slots())
        for (const ElementId& id : mentionsIn(slot.value))
          if (ids.contains(id)) return true;
  return false;
}

/// Does every element have all the references it needs?
bool complete(const Plan& plan) {
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id))
      for (const Field& field : kind.fields)
        if (field.presence == Presence::required && !field.targets.empty() && !element->has(field.number)) return false;
  return true;
}

std::vector<ElementId> someOf(Random& random, const std::vector<ElementId>& ids) {
  std::vector<ElementId> some;
  for (auto left = 1 + random() % 4; left > 0; --left) some.push_back(anyOf(random, ids));
  return some;
}

void requireInverse(const Plan& plan, const Edit& edit) {
  REQUIRE(apply(apply(plan, edit), inverse(edit)) == plan);
  REQUIRE(apply(plan, inverse(inverse(edit))) == apply(plan, edit));
}

Edit randomEdit(Random& random, const Plan& plan) {
  const auto ids = idsOf(plan);
  const Element* element = plan.find(anyOf(random, ids));
  const Kind& kind = element->definition();
  const Field& field = kind.fields[random() % kind.fields.size()];
  const Kind& other = kinds()[1 + random() % (kindCount - 1)];
  switch (random() % 7) {
    case 0:
      return addElement(plan, randomElement(random, other, freshId(plan, random())));
    case 1:
      return setField(plan, element->id(), field.number, randomValue(random, field));
    case 2:
      return clearField(plan, element->id(), field.number);
    case 3:
      return removeWithLinks(plan, someOf(random, ids));
    case 4:
      return duplicate(plan, element->id(), freshId(plan, random()));
    case 5:
      return addElement(plan, randomElement(random, other, element->id()));
    default:
      return moveInTime(plan, someOf(random, ids), static_cast<std::int64_t>(random() % 200) - 100);
  }
}

Element activity(ElementId id) { return Element(KindId::activity, id).set(key::title, Text("Talks")); }

Element dependency(ElementId id, ElementId from, ElementId to) {
  return Element(KindId::dependency, id).set(key::linkFrom, from).set(key::linkTo, to);
}

}  // namespace

TEST_CASE("every edit followed by its inverse restores the plan") {
  Random random(41);
  for (int i = 0; i < 40; ++i) {
    Plan plan = randomPlan(random);
    for (int step = 0; step < 30; ++step) {
      const Edit edit = randomEdit(random, plan);
      requireInverse(plan, edit);
      REQUIRE((edit.changes.empty() || !edit.label.pattern.empty()));
      if (!edit.changes.empty()) REQUIRE(plainText(edit.label).find('{') == std::string::npos);
      if (step % 5 == 0) plan = apply(plan, edit);
      if (plan.size() < 20) break;
    }
  }
}

TEST_CASE("an edit that changes one element several times is taken back as a whole") {
  const Plan plan = Plan().with(activity("a"_id));
  const auto share = [](Element element) { return std::make_shared<const Element>(std::move(element)); };
  const auto first = share(activity("a"_id).set(key::venue, Text("Tunis")));
  const auto second = share(activity("a"_id).set(key::venue, Text("Sfax")));
  requireInverse(plan, {{"Twice", {}}, {{plan.share("a"_id), first}, {first, second}}, {}});
  const auto actor = share(Element(KindId::actor, "b"_id));
  const auto track = share(Element(KindId::track, "b"_id));
  requireInverse(plan, {{"Add and turn into something else", {}}, {{nullptr, actor}, {actor, track}}, {}});
}

TEST_CASE("removing elements leaves no mention of them and no link without its ends") {
  Random random(42);
  for (int i = 0; i < 200; ++i) {
    const Plan plan = randomPlan(random, 4);
    const auto wanted = someOf(random, idsOf(plan));
    const Plan left = apply(plan, removeWithLinks(plan, wanted));
    std::set<ElementId> gone;
    for (const ElementId& id : idsOf(plan))
      if (!left.find(id)) gone.insert(id);
    for (const ElementId& id : wanted) REQUIRE(gone.contains(id));
    REQUIRE_FALSE(mentionsAny(left, gone));
    REQUIRE(complete(left));
    for (const ElementPtr& separation : left.all(KindId::separation)) {
      const auto before = plan.find(separation->id())->refs(key::between).size();
      REQUIRE(separation->refs(key::between).size() >= std::min<std::size_t>(before, 2));
    }
  }
}

TEST_CASE("removing takes what stands on the removed, and nothing more") {
  const Plan plan = Plan()
                        .with(activity("a"_id))
                        .with(activity("b"_id))
                        .with(activity("c"_id).set(key::lead, "u"_id).set(key::partners, Refs{"u"_id, "v"_id}))
                        .with(Element(KindId::actor, "u"_id))
                        .with(Element(KindId::actor, "v"_id))
                        .with(dependency("ab"_id, "a"_id, "b"_id))
                        .with(dependency("bc"_id, "b"_id, "c"_id))
                        .with(Element(KindId::waiver, "w"_id).set(key::elements, Refs{"ab"_id}))
                        .with(Element(KindId::comment, "k"_id).set(key::about, Refs{"ab"_id, "w"_id, "c"_id}))
                        .with(Element(KindId::separation, "s"_id).set(key::between, Refs{"a"_id, "b"_id, "c"_id}));
  const std::vector<ElementId> a = {"a"_id};
  const Plan withoutA = apply(plan, removeWithLinks(plan, a));
  CHECK(withoutA.size() == plan.size() - 3);
  for (const ElementId& id : {"a"_id, "ab"_id, "w"_id}) CHECK(withoutA.find(id) == nullptr);
  CHECK(withoutA.find("k"_id)->refs(key::about).size() == 1);
  CHECK(withoutA.find("s"_id)->refs(key::between).size() == 2);
  CHECK(withoutA.find("bc"_id) == plan.find("bc"_id));

  const std::vector<ElementId> ab = {"a"_id, "b"_id, "a"_id};
  const Edit both = removeWithLinks(plan, ab);
  CHECK(apply(plan, both).find("s"_id) == nullptr);
  CHECK(plainText(both.label) == "Remove 2 entries");

  const std::vector<ElementId> u = {"u"_id};
  const Plan withoutU = apply(plan, removeWithLinks(plan, u));
  CHECK_FALSE(withoutU.find("c"_id)->has(key::lead.number));
  CHECK(withoutU.find("c"_id)->refs(key::partners).size() == 1);
  const std::vector<ElementId> uv = {"u"_id, "v"_id};
  CHECK_FALSE(apply(plan, removeWithLinks(plan, uv)).find("c"_id)->has(key::partners.number));
}

TEST_CASE("a long chain of elements that stand on each other goes at once") {
  constexpr int length = 20000;
  Plan plan = Plan().with(activity("a"_id));
  std::vector<ElementPtr> chain;
  for (int i = 0; i < length; ++i) {
    // Each stands on the next, so that going through them in order meets the one that falls first at the very end.
    const ElementId next = i + 1 == length ? "a"_id : *ElementId::parse("p" + std::to_string(100001 + i));
    chain.push_back(std::make_shared<const Element>(
        Element(KindId::placement, *ElementId::parse("p" + std::to_string(100000 + i))).set(key::of, next)));
  }
  plan.adopt(KindId::placement, chain);
  const std::vector<ElementId> a = {"a"_id};
  CHECK(apply(plan, removeWithLinks(plan, a)).size() == 1);
}

TEST_CASE("elements that stand on each other in a ring go together") {
  const Plan plan = Plan()
                        .with(Element(KindId::placement, "p"_id).set(key::of, "q"_id))
                        .with(Element(KindId::placement, "q"_id).set(key::of, "p"_id))
                        .with(Element(KindId::placement, "r"_id).set(key::of, "r"_id));
  const std::vector<ElementId> p = {"p"_id};
  CHECK(idsOf(apply(plan, removeWithLinks(plan, p))) == std::vector<ElementId>{"r"_id});
}

TEST_CASE("the plan element and what is not there cannot be removed") {
  const Plan plan = Plan().with(activity("a"_id));
  const std::vector<ElementId> ids = {plan.root().id(), "nobody"_id, ElementId()};
  CHECK(removeWithLinks(plan, ids).changes.empty());
  CHECK(removeWithLinks(plan, {}).changes.empty());
}

TEST_CASE("setting a field changes that field of that element") {
  const Plan plan = Plan().with(activity("a"_id)).with(activity("b"_id));
  const Edit edit = setField(plan, "a"_id, "venue", Text("Tunis"));
  CHECK(apply(plan, edit) == plan.with(activity("a"_id).set(key::venue, Text("Tunis"))));
  CHECK(plainText(edit.label) == "Change Venue of Talks");
  CHECK(edit.mergeKey == setField(plan, "a"_id, "venue", Text("Tunis 2")).mergeKey);
  CHECK(edit.mergeKey != setField(plan, "b"_id, "venue", Text("Tunis")).mergeKey);
  CHECK(edit.mergeKey != setField(plan, "a"_id, "outputs", Text("Tunis")).mergeKey);
  CHECK(setField(plan, "a"_id, "title", Text("Talks")).changes.empty());
  CHECK(setField(plan, "a"_id, "threshold", Number(1)).changes.empty());
  CHECK(setField(plan, "nobody"_id, "venue", Text("x")).changes.empty());
}

TEST_CASE("clearing a field takes it away and nothing else") {
  const Plan plan = Plan().with(activity("a"_id).set(key::venue, Text("Tunis")));
  CHECK(apply(plan, clearField(plan, "a"_id, "venue")) == Plan().with(activity("a"_id)));
  CHECK(clearField(plan, "a"_id, "outputs").changes.empty());
  CHECK(clearField(plan, "nobody"_id, "venue").changes.empty());
}

TEST_CASE("a duplicate is like its original but for the id, and has no links") {
  const Plan plan = Plan().with(activity("a"_id)).with(activity("b"_id)).with(dependency("ab"_id, "a"_id, "b"_id));
  const Plan after = apply(plan, duplicate(plan, "a"_id, "c"_id));
  CHECK(after == plan.with(plan.find("a"_id)->withId("c"_id)));
  CHECK(duplicate(plan, "a"_id, "b"_id).changes.empty());
  CHECK(duplicate(plan, "a"_id, "ab"_id).changes.empty());
  CHECK(duplicate(plan, "nobody"_id, "c"_id).changes.empty());
  CHECK(duplicate(plan, "a"_id, ElementId()).changes.empty());
  CHECK(duplicate(plan, plan.root().id(), "c"_id).changes.empty());
}

TEST_CASE("moving in time moves what is planned and leaves what has happened") {
  const auto date = [](const char* text) { return *Date::parse(text); };
  const Plan plan = Plan()
                        .with(activity("a"_id)
                                  .set(key::plannedStart, date("2013-10-25"))
                                  .set(key::plannedFinish, date("2013-11"))
                                  .set(key::start, date("2013-10-25"))
                                  .set(key::finish, date("2014-01-27"))
                                  .set(key::updated, date("2013-12-01"))
                                  .set("notes", Value(Text("2013-10-25"))))
                        .with(Element(KindId::transfer, "t"_id)
                                  .set(key::planned, date("2013-11-04"))
                                  .set(key::delivered, date("2013-11-05")))
                        .with(Element(KindId::commitment, "c"_id).set("due", Value(Unread{"soon"})))
                        .with(activity("still"_id));
  const std::vector<ElementId> ids = {"t"_id, "a"_id, "a"_id, "c"_id, "still"_id, "nobody"_id};
  const Edit edit = moveInTime(plan, ids, 31);
  CHECK(edit.changes.size() == 2);
  const Plan after = apply(plan, edit);
  CHECK(*after.find("a"_id)->get(key::plannedStart) == date("2013-11-25"));
  CHECK(*after.find("a"_id)->get(key::plannedFinish) == date("2013-12"));
  CHECK(*after.find("a"_id)->get(key::start) == date("2013-10-25"));
  CHECK(*after.find("a"_id)->get(key::finish) == date("2014-01-27"));
  CHECK(*after.find("a"_id)->get(key::updated) == date("2013-12-01"));
  CHECK(*after.find("t"_id)->get(key::planned) == date("2013-12-05"));
  CHECK(*after.find("t"_id)->get(key::delivered) == date("2013-11-05"));
  CHECK(moveInTime(plan, ids, 0).changes.empty());
}

TEST_CASE("a fresh id is one the plan does not have, whatever the bits") {
  Random random(43);
  Plan plan;
  for (int i = 0; i < 50; ++i) {
    const ElementId id = freshId(plan, 5);  // always the same bits
    REQUIRE(plan.find(id) == nullptr);
    REQUIRE(ElementId::parse(id.text()));
    plan = plan.with(activity(id));
  }
}
