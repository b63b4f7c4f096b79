#include "plan/suggestions.h"

#include "plan/levels.h"
#include "plan/mentions.h"
#include "random_plans.h"
#include "support/plan_text.h"

#include <set>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;

namespace {

ElementId id(std::string_view text) { return *ElementId::parse(text); }

/// Some of a random plan as if it came from a template; the rest as if somebody had entered it.
Plan partlySuggested(Random& random, std::uint64_t chances) {
  Plan plan = randomPlan(random);
  std::vector<Change> changes;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id)) {
      if (kind.id == KindId::plan) continue;
      Element marked = *element;
      if (oneIn(random, chances))
        marked.set(key::suggested, Flag{true});
      else
        marked.clear(key::suggested.number);
      changes.push_back({element, std::make_shared<const Element>(std::move(marked))});
    }
  return plan.with(changes);
}

Plan withoutMarks(const Plan& plan) {
  std::vector<Change> changes;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id)) {
      Element kept = *element;
      changes.push_back({element, std::make_shared<const Element>(kept.clear(key::suggested.number))});
    }
  return plan.with(changes);
}

std::set<ElementId> idsIn(const Plan& plan) {
  std::set<ElementId> ids;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id)) ids.insert(element->id());
  return ids;
}

constexpr auto begun = R"(
  <track id="t" name="Talks"/>
  <body id="plenary" title="Plenary" tracks="t" suggested="yes"/>
  <phase id="p" title="Dialogue" suggested="yes"/>
  <activity id="open" title="Opening" tracks="t" body="plenary" suggested="yes"/>
  <activity id="close" title="Closing" tracks="t" body="plenary" phase="p" suggested="yes"/>
  <activity id="ours" title="Ours" tracks="t"/>
  <dependency id="d" from="open" to="close" suggested="yes"/>
  <dependency id="e" from="ours" to="open" suggested="yes"/>
)";

bool isKept(const Plan& plan, std::string_view element) { return !isSuggested(*plan.find(id(element))); }

}  // namespace

TEST_CASE("the kept plan holds no suggestion and no mention of one, and shares the rest") {
  Random random(1);
  for (int run = 0; run < 60; ++run) {
    const Plan plan = partlySuggested(random, 2 + random() % 6);
    const Plan kept = keptPlan(plan);
    std::set<ElementId> gone;
    const std::set<ElementId> left = idsIn(kept);
    for (const ElementId& each : idsIn(plan))
      if (!left.contains(each)) gone.insert(each);
    for (const ElementId& each : suggestions(plan)) CHECK(gone.contains(each));
    CHECK(suggestions(kept).empty());
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : kept.all(kind.id)) {
        CHECK_FALSE(mentionsAny(*element, gone));
        const ElementPtr before = plan.share(element->id());
        if (!mentionsAny(*before, gone)) CHECK(before == element);
      }
    CHECK(keptPlan(kept) == kept);
    CHECK(apply(plan, dropSuggestions(plan)) == kept);
    CHECK(visibleTo(plan, Classification::core) == kept);
    for (const Classification level : {Classification::open, Classification::partners, Classification::team})
      CHECK(visibleTo(plan, level) == visibleTo(kept, level));
  }
}

TEST_CASE("a plan in which nothing is suggested is its own kept plan") {
  Random random(2);
  const Plan plan = withoutMarks(randomPlan(random));
  const Plan kept = keptPlan(plan);
  for (const Kind& kind : kinds()) CHECK(kept.all(kind.id).data() == plan.all(kind.id).data());
  CHECK(keepAllSuggestions(plan).changes.empty());
  CHECK(dropSuggestions(plan).changes.empty());
  CHECK(aboutSuggestions(plan).pattern.empty());
  CHECK_FALSE(nothingIsKept(plan));
}

TEST_CASE("keeping everything takes the marks away and nothing else, and can be undone") {
  Random random(3);
  for (int run = 0; run < 30; ++run) {
    const Plan plan = partlySuggested(random, 3);
    const Edit edit = keepAllSuggestions(plan);
    CHECK(apply(plan, edit) == withoutMarks(plan));
    CHECK(apply(apply(plan, edit), inverse(edit)) == plan);
  }
}

TEST_CASE("what is kept is kept with all that it names, so that nothing of it is lost on paper") {
  Random random(4);
  for (int run = 0; run < 60; ++run) {
    const Plan plan = partlySuggested(random, 2);
    const std::vector<ElementId> all = suggestions(plan);
    if (all.empty()) continue;
    const ElementId chosen = anyOf(random, all);
    const Plan after = apply(plan, keepSuggestions(plan, std::span(&chosen, 1)));
    const Element* kept = keptPlan(after).find(chosen);
    REQUIRE(kept);
    for (const Element::Slot& slot : kept->slots())
      for (const ElementId& named : mentionsIn(slot.value)) {
        const Element* there = after.find(named);
        CHECK((!there || !isSuggested(*there)));
      }
    CHECK(kept->slots().size() + 1 == plan.find(chosen)->slots().size());
  }
  const Plan plan = planAsRead(begun);
  const ElementId closing = id("close");
  const Edit edit = keepSuggestions(plan, std::span(&closing, 1));
  const Plan after = apply(plan, edit);
  for (const char* kept : {"close", "plenary", "p"}) CHECK(isKept(after, kept));
  for (const char* left : {"open", "d", "e"}) CHECK_FALSE(isKept(after, left));
  CHECK(plainText(edit.label) == "Keep 3 suggestions");
}

TEST_CASE("an edit keeps what it changes and what it links to") {
  const Plan plan = planAsRead(begun);
  const auto after = [&](const Edit& edit) { return apply(plan, keepingWhatItTouches(plan, edit)); };
  const Plan renamed = after(setField(plan, id("open"), "title", Text("First day")));
  CHECK(isKept(renamed, "open"));
  CHECK(isKept(renamed, "plenary"));  // which it names
  CHECK_FALSE(isKept(renamed, "close"));
  Element link(KindId::dependency, id("new"));
  link.set(key::linkFrom, id("ours")).set(key::linkTo, id("close"));
  const Plan linked = after(addElement(plan, link));
  CHECK(isKept(linked, "close"));
  CHECK_FALSE(isKept(linked, "open"));
  CHECK(keptPlan(linked).find(id("new")));
  const Plan named = after(setField(plan, id("ours"), "phase", id("p")));
  CHECK(isKept(named, "p"));
  const Plan copied = after(duplicate(plan, id("open"), id("copy")));
  CHECK(isKept(copied, "copy"));
  CHECK_FALSE(isKept(copied, "open"));
}

TEST_CASE("an edit keeps nothing that it only no longer mentions, and nothing that it brings in") {
  const Plan plan = planAsRead(begun);
  const ElementId body = id("plenary");
  const Edit removing = removeWithLinks(plan, std::span(&body, 1));
  const Plan without = apply(plan, keepingWhatItTouches(plan, removing));
  CHECK_FALSE(isKept(without, "open"));
  CHECK_FALSE(isKept(without, "close"));
  CHECK(apply(plan, keepingWhatItTouches(plan, dropSuggestions(plan))) == keptPlan(plan));
  // Taken up again, gone back to: the marks are as they were.
  const Edit all{{}, diff(Plan(), plan), {}};
  CHECK(apply(Plan(), keepingWhatItTouches(Plan(), all)) == plan);
  const Plan kept = apply(plan, keepAllSuggestions(plan));
  const Edit back{{}, diff(kept, plan), {}};
  CHECK(apply(kept, keepingWhatItTouches(kept, back)) == plan);
  const Edit again{{}, diff(without, plan), {}};
  CHECK(apply(without, keepingWhatItTouches(without, again)) == plan);
}

TEST_CASE("what is said of suggestions never sounds as if all were well") {
  CHECK(nothingIsKept(planAsRead(R"(
    <track id="t" name="Talks"/>
    <activity id="a" title="A" suggested="yes"/>)")));
  CHECK_FALSE(nothingIsKept(planAsRead(R"(<track id="t" name="Talks"/>)")));
  CHECK_FALSE(nothingIsKept(planAsRead(begun)));
  CHECK(plainText(aboutSuggestions(planAsRead(begun))).find("only suggests: 6.") != std::string::npos);
  // What does not read is no suggestion: it is kept, and told as what does not read.
  const Plan odd = planAsRead(R"(<activity id="a" title="A" suggested="perhaps"/>)");
  CHECK(suggestions(odd).empty());
  CHECK(kindOf(KindId::plan).find(key::suggested.number) == nullptr);
}
