#include "plan/suggestions.h"
#include "support/every_rule.h"
#include "support/looking.h"
#include "support/random_plan.h"
#include "support/sample_plans.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;
using checks::Finding;
using checks::Rule;
using checks::Study;

namespace {

const Day asOf = day("2013-12-01");

Plan tunisia() {
  std::ifstream file(TRACKLOOM_SOURCE_DIR "/templates/examples/tunisia-2013.trackloom", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return xml::read(bytes).plan.value();
}

std::vector<Plan> plans() {
  std::vector<Plan> all{planForEveryRule(), tunisia(), test::planOf(test::sampleElements())};
  for (std::uint64_t seed = 1; seed <= 6; ++seed) all.push_back(test::generatedPlan(seed, 25));
  RandomPlans random(11);
  for (int i = 0; i < 60; ++i) all.push_back(random.next());
  return all;
}

bool reads(const Rule& rule, KindId kind, FieldNumber field) {
  return std::find(rule.reads.begin(), rule.reads.end(), checks::Reads{kind, field}) != rule.reads.end();
}

/// What a rule says, without names: those may change.
std::string said(const Rule& rule, const Plan& plan) {
  const Study study(plan, asOf);
  std::string text;
  for (const Finding& finding : rule.check(study)) {
    for (const ElementId& id : finding.elements) text.append(id.text()).append(" ");
    text.append(plainText(finding.message)).append("\n");
    for (const Message& reason : finding.because) text.append("  ").append(plainText(reason)).append("\n");
  }
  return text;
}

/// The plan with one field of one element cleared, or set to something else.
Plan changed(const Plan& plan, const Element& element, const Field& field, std::mt19937_64& random) {
  Element other = element;
  static constexpr const char* values[] = {"2013-11-20", "5",     "true",      "t2",
                                           "planned",    "t1 a1", "political", "Otherwise"};
  if (random() % 2) {
    other.clear(field.number);
  } else {
    other.set(field.number, parseValue(field, values[random() % std::size(values)]));
  }
  return plan.with(other);
}

}  // namespace

TEST_CASE("rules look only at the fields they say they read") {
  for (const Plan& plan : plans()) {
    for (const Rule& rule : checks::rules()) {
      const Study study(plan, asOf);
      checks::ReadRecord record;
      study.recordReads(&record);
      rule.check(study);
      study.recordReads(nullptr);
      for (const auto& [kind, number] : record.all()) {
        FieldNumber field;
        field.value = number;
        INFO(rule.id << " looks at " << field.name() << " of " << kindOf(kind).name);
        CHECK(reads(rule, kind, field));
      }
    }
  }
}

TEST_CASE("rules read only fields that their kinds have, each named once") {
  for (const Rule& rule : checks::rules()) {
    INFO(rule.id);
    for (const checks::Reads& each : rule.reads) {
      INFO(kindOf(each.kind).name << " " << each.field.name());
      CHECK(kindOf(each.kind).find(each.field));
      CHECK(std::count(rule.reads.begin(), rule.reads.end(), each) == 1);
    }
  }
}

TEST_CASE("what a rule does not read never changes what it says") {
  std::mt19937_64 random(5);
  std::size_t tried = 0;
  for (const Plan& plan : plans()) {
    std::vector<std::string> before;
    for (const Rule& rule : checks::rules()) before.push_back(said(rule, plan));
    std::vector<const Element*> elements;
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : plan.all(kind.id)) elements.push_back(element.get());
    for (int change = 0; change < 120; ++change) {
      const Element& element = *elements[random() % elements.size()];
      const auto& fields = element.definition().fields;
      const Field& field = element.slots().empty() || random() % 3 == 0
                               ? fields[random() % fields.size()]
                               : fields[element.slots()[random() % element.slots().size()].position];
      const Plan after = changed(plan, element, field, random);
      // What is only suggested, itself or because of what it names, is kept from all rules alike.
      if (field.number == key::suggested.number || keptPlan(after).size() != keptPlan(plan).size()) continue;
      for (std::size_t i = 0; i < before.size(); ++i) {
        const Rule& rule = checks::rules()[i];
        if (reads(rule, element.kind(), field.number)) continue;
        INFO(rule.id << " after a change of " << field.name << " of " << element.definition().name << " "
                     << element.id().text());
        if (said(rule, after) != before[i]) FAIL_CHECK("says something else");
        ++tried;
      }
    }
  }
  CHECK(tried > 50'000);
}
