#include "checks/live_findings.h"

#include "plan/suggestions.h"
#include "support/every_rule.h"
#include "support/looking.h"
#include "support/random_plan.h"
#include "support/sample_plans.h"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Finding;
using checks::LiveFindings;
using checks::Study;

namespace {

const Day asOf = day("2013-12-01");

/// All that a finding says.
std::string told(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text.append(finding.id).append(" ").append(finding.root).append(" ");
    text += std::to_string(static_cast<int>(finding.level)) + std::to_string(static_cast<int>(finding.verdict));
    for (const ElementId& id : finding.elements) text.append(" ").append(id.text());
    text.append("\n  ").append(plainText(finding.message));
    for (const Message& reason : finding.because) text.append("\n  ").append(plainText(reason));
    text.append("\n  ").append(plainText(finding.clears));
    for (const checks::Fix& fix : finding.fixes) text.append("\n  + ").append(plainText(fix.label));
    if (finding.accepted) text.append("\n  ! ").append(finding.accepted->reason);
    text += "\n";
  }
  return text;
}

/// Edits that people make, and some that nobody should.
class RandomEdits {
 public:
  explicit RandomEdits(std::uint64_t seed) : random_(seed) {}

  Plan next(const Plan& plan) {
    const Element& element = any(plan);
    switch (element.kind() == KindId::plan ? 7 : random_() % 8) {
      case 0:
        return plan.without(element.id());
      case 1:
        return plan.with(element.withId(*ElementId::parse("new" + std::to_string(random_() % 30))));
      case 2: {  // the id of another element, perhaps of another kind
        const ElementId id = any(plan).id();
        return plan.with(element.withId(id));
      }
      case 3: {  // several at once
        return next(next(plan));
      }
      default:
        return changed(plan, element);
    }
  }

 private:
  const Element& any(const Plan& plan) {
    std::vector<const Element*> elements;
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : plan.all(kind.id)) elements.push_back(element.get());
    return *elements[random_() % elements.size()];
  }

  Plan changed(const Plan& plan, const Element& element) {
    static constexpr const char* values[] = {"2013-11-20", "5",         "true",  "t2",        "planned",
                                             "a1",         "suspended", "t1 a1", "political", "Otherwise",
                                             "new1",       "2013",      "yes"};
    const auto& fields = element.definition().fields;
    const Field& field = element.slots().empty() || random_() % 3 == 0
                             ? fields[random_() % fields.size()]
                             : fields[element.slots()[random_() % element.slots().size()].position];
    Element other = element;
    if (random_() % 3 == 0) {
      other.clear(field.number);
    } else {
      other.set(field.number, parseValue(field, values[random_() % std::size(values)]));
    }
    return plan.with(other);
  }

  std::mt19937_64 random_;
};

/// What people change most: hand-overs, dates, how far things have come.
class OrdinaryEdits {
 public:
  explicit OrdinaryEdits(std::uint64_t seed) : random_(seed) {}

  Plan next(const Plan& plan) {
    const auto transfers = plan.all(KindId::transfer);
    switch (below(10)) {
      case 0:
        return plan.with(handedOver(Element(KindId::transfer, *ElementId::parse("h" + std::to_string(below(20))))));
      case 1:
        return transfers.empty() ? plan : plan.without(transfers[below(transfers.size())]->id());
      case 2:
        return transfers.empty() ? plan : plan.with(handedOver(*transfers[below(transfers.size())]));
      case 3: {
        const auto tracks = plan.all(KindId::track);
        Element track = *tracks[below(tracks.size())];
        put(track, "level", std::to_string(1 + below(4)));
        return plan.with(track);
      }
      case 4: {
        Element event(KindId::event, *ElementId::parse("stop" + std::to_string(below(5))));
        put(event, "date", anyDay());
        put(event, "about", "t" + std::to_string(below(2)) + " a" + std::to_string(below(60)));
        put(event, "status", below(4) == 0 ? "ongoing" : "suspended");
        return plan.with(event);
      }
      default:
        return plan.with(rescheduled(activity(plan)));
    }
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  const Element& activity(const Plan& plan) {
    const auto all = plan.all(KindId::activity);
    return *all[below(all.size())];
  }
  static void put(Element& element, std::string_view name, const std::string& text) {
    const Field* field = element.definition().find(name);
    element.set(field->number, parseValue(*field, text));
  }
  std::string anyDay() { return isoText(asOf + (static_cast<std::int64_t>(below(200)) - 120)); }

  Element handedOver(Element transfer) {
    for (const char* end : {"from", "to"})
      if (below(3) != 0) put(transfer, end, "a" + std::to_string(below(60)));
    if (below(2) == 0) put(transfer, "carrier", "who" + std::to_string(below(4)));
    put(transfer, "content", below(3) == 0 ? "pressure" : "proposal");
    if (below(2) == 0) put(transfer, "delivered", anyDay());
    return transfer;
  }

  Element rescheduled(Element changed) {
    static constexpr const char* days[] = {"planned-start", "planned-finish", "updated"};
    static constexpr const char* words[] = {"planned", "suspended", "postponed", "ongoing", "completed"};
    if (below(4) == 0) {
      put(changed, "tracks", "t" + std::to_string(below(2)));
    } else if (below(4) == 0) {
      put(changed, "status", words[below(5)]);
    } else {
      const char* field = days[below(3)];
      put(changed, field, anyDay());
    }
    return changed;
  }

  std::mt19937_64 random_;
};

/// Activities that wait for each other, among them ceasefires and political talks, and people to carry things.
Plan planWhereMuchWaits(std::uint64_t seed) {
  Plan plan = test::generatedPlan(seed, 60);
  for (const char* who : {"who0", "who1", "who2", "who3"})
    plan = plan.with(test::element(KindId::actor, who, {{"name", who}, {"type", "person"}}));
  plan = plan.with(test::element(KindId::strand, "talks", {{"title", "Talks"}, {"type", "political"}}));
  plan = plan.with(test::element(KindId::strand, "relief", {{"title", "Relief"}, {"type", "humanitarian"}}));
  std::vector<Change> changes;
  for (const ElementPtr& activity : plan.all(KindId::activity)) {
    const std::size_t nth = changes.size();
    Element made = *activity;
    if (nth % 9 == 0) made.set(key::type.number, parseValue(*made.definition().find(key::type.number), "ceasefire"));
    made.set(key::strand, *ElementId::parse(nth % 11 == 1 ? "talks" : "relief"));
    changes.push_back({activity, std::make_shared<const Element>(std::move(made))});
  }
  return plan.with(changes);
}

/// The plan as if a part of it were only suggested.
Plan partlySuggested(const Plan& plan, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<Change> changes;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id)) {
      if (kind.id == KindId::plan || random() % 3 != 0) continue;
      Element marked = *element;
      marked.set(key::suggested, Flag{true});
      changes.push_back({element, std::make_shared<const Element>(std::move(marked))});
    }
  return plan.with(changes);
}

template <class Edits = RandomEdits>
void sameAsAnew(Plan plan, std::uint64_t seed, int edits) {
  LiveFindings live(plan, asOf);
  Edits random(seed);
  for (int edit = 0; edit < edits; ++edit) {
    plan = random.next(plan);
    live.follow(plan);
    const std::string anew = told(check(Study(plan, asOf)));
    const std::string followed = told(live.all());
    if (followed == anew) continue;
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(followed, anew).in1 - followed.begin());
    const std::size_t from = anew.rfind("\n", at) == std::string::npos ? 0 : anew.rfind("\n", at);
    FAIL_CHECK("seed " << seed << ", edit " << edit << ": it says\n"
                       << followed.substr(from, 400) << "\ninstead of\n"
                       << anew.substr(from, 400));
    return;
  }
  SUCCEED();
}

}  // namespace

TEST_CASE("findings that follow edits are those of a new look at the plan") {
  sameAsAnew(planForEveryRule(), 1, 150);
  sameAsAnew(test::planOf(test::sampleElements()), 2, 100);
  for (std::uint64_t seed = 1; seed <= 6; ++seed) sameAsAnew(test::generatedPlan(seed, 25), seed, 40);
  RandomPlans plans(7);
  for (std::uint64_t seed = 1; seed <= 30; ++seed) sameAsAnew(plans.next(), seed, 30);
}

TEST_CASE("findings that follow ordinary edits of a plan where much waits are those of a new look at it") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) sameAsAnew<OrdinaryEdits>(planWhereMuchWaits(seed), seed, 40);
}

TEST_CASE("findings that follow edits leave out what is only suggested, as a new look does") {
  const Plan plan = planForEveryRule();
  for (std::uint64_t seed = 1; seed <= 4; ++seed) sameAsAnew(partlySuggested(plan, seed), seed, 40);
  RandomPlans plans(8);
  for (std::uint64_t seed = 1; seed <= 10; ++seed) sameAsAnew(partlySuggested(plans.next(), seed), seed, 30);
  LiveFindings live(partlySuggested(plan, 5), asOf);
  CHECK(told(live.all()) == told(check(Study(keptPlan(partlySuggested(plan, 5)), asOf))));
  live.follow(apply(partlySuggested(plan, 5), keepAllSuggestions(partlySuggested(plan, 5))));
  CHECK(told(live.all()) == told(check(Study(plan, asOf))));
}

TEST_CASE("findings that follow many edits are those of a new look at the plan", "[.long]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) sameAsAnew(planForEveryRule(), seed, 500);
  RandomPlans plans(11);
  for (std::uint64_t seed = 1; seed <= 300; ++seed) sameAsAnew(plans.next(), seed, 100);
}

TEST_CASE("an edit that nothing reads leaves all findings, and those of elements that went go") {
  const Plan plan = planForEveryRule();
  LiveFindings live(plan, asOf);
  const std::string before = told(live.all());
  live.follow(plan);
  CHECK(told(live.all()) == before);
  Plan empty;
  live.follow(empty);
  CHECK(told(live.all()) == told(check(Study(empty, asOf))));
  live.follow(plan);
  CHECK(told(live.all()) == before);
}
