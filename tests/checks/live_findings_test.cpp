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

void sameAsAnew(Plan plan, std::uint64_t seed, int edits) {
  LiveFindings live(plan, asOf);
  RandomEdits random(seed);
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
