#include "plan/mentions.h"
#include "support/random_plan.h"
#include "tables/importing.h"
#include "tables/layout.h"
#include "xml/read.h"
#include "xml/write.h"

#include <filesystem>
#include <random>
#include <sstream>

using namespace trackloom;
using namespace trackloom::tables;
using namespace trackloom::tables::testing;
using trackloom::testing::RandomPlans;

namespace {

Plan readPlan(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  const auto reading = xml::read(text.str());
  REQUIRE(reading.plan);
  return *reading.plan;
}

std::vector<std::filesystem::path> examples() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(TRACKLOOM_SOURCE_DIR "/templates/examples"))
    if (entry.path().extension() == ".trackloom") paths.push_back(entry.path());
  REQUIRE(paths.size() >= 5);
  return paths;
}

/// The same plan, as one that began with nothing but the plan element of its id.
Plan begunLike(const Plan& plan) { return Plan().with(Element(KindId::plan, plan.root().id())); }

/// Does everything that a value names exist, as something that may stand there?
bool isSound(const Plan& plan, const Field& field, const Value& value) {
  for (const ElementId& id : mentionsIn(value))
    if (const Element* there = plan.find(id); !there || !field.targets.has(there->kind())) return false;
  return !std::holds_alternative<Unread>(value);
}

/// The plan with some values of its elements taken from others of the same kind, and some taken away.
Plan edited(const Plan& plan, std::mt19937_64& random) {
  std::vector<Change> changes;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id)) {
      if (random() % 2 == 0) continue;
      const Element& other = *plan.all(kind.id)[random() % plan.all(kind.id).size()];
      Element changed = *element;
      for (const Field& field : kind.fields) {
        const Value* value = other.find(field.number);
        if (kind.id == KindId::term || random() % 3 != 0) continue;
        if (value && isSound(plan, field, *value) && !isBlank(valueText(field, *value)))
          changed.set(field.number, *value);
        else if (!value && changed.has(field.number) && !isBlank(valueText(field, *changed.find(field.number))))
          changed.clear(field.number);
      }
      changes.push_back({element, std::make_shared<const Element>(std::move(changed))});
    }
  return plan.with(changes);
}

}  // namespace

TEST_CASE("What a list as CSV holds of every example comes back as it is") {
  for (const auto& path : examples()) {
    INFO(path);
    const Plan plan = readPlan(path);
    const Import again = imported(plan, exported(plan));
    CHECK(said(again).empty());
    CHECK(again.complete());
    CHECK(again.edit.changes.empty());
    for (const Kind& kind : kinds()) {
      const Import one = imported(plan, exported(plan, &kind), {kind.id, {}, {}});
      CHECK(one.complete());
      CHECK(one.edit.changes.empty());
    }
  }
}

TEST_CASE("Every example can be made from nothing but its list as CSV") {
  for (const auto& path : examples()) {
    INFO(path);
    const Plan plan = readPlan(path);
    const Import made = imported(begunLike(plan), exported(plan));
    CHECK(said(made).empty());
    REQUIRE(made.complete());
    const auto differing = diff(made.plan, plan);
    if (!differing.empty()) {
      UNSCOPED_INFO("first difference: " << differing.front().any().id().text());
    }
    CHECK(differing.empty());
  }
}

TEST_CASE("Random plans, be they ever so odd, come back as they are") {
  RandomPlans plans(11);
  for (int round = 0; round < 100; ++round) {
    const Plan plan = plans.next();
    const Import again = imported(plan, exported(plan));
    INFO("round " << round);
    CHECK(said(again).empty());
    REQUIRE(again.edit.changes.empty());
    REQUIRE(again.complete());
  }
}

TEST_CASE("What is changed in the list of a random plan is what the import changes") {
  RandomPlans plans(12, {false, false, 4});
  std::mt19937_64 random(5);
  std::size_t changes = 0;
  for (int round = 0; round < 100; ++round) {
    const Plan plan = plans.next();
    const Plan wanted = edited(plan, random);
    ImportRequest request;
    request.emptyCells = EmptyCells::clear;
    const Import import = imported(plan, exported(wanted), request);
    INFO("round " << round);
    CHECK(said(import).empty());
    const auto differing = diff(import.plan, wanted);
    if (!differing.empty()) {
      std::string where(differing.front().any().id().text());
      for (const Field& field : differing.front().any().definition().fields) {
        const Value* a = differing.front().before ? differing.front().before->find(field.number) : nullptr;
        const Value* b = differing.front().after ? differing.front().after->find(field.number) : nullptr;
        if ((a ? valueText(field, *a) : "(none)") != (b ? valueText(field, *b) : "(none)"))
          where += " " + std::string(field.name) + " [" + (a ? valueText(field, *a) : "(none)") + "|" +
                   (b ? valueText(field, *b) : "(none)") + "]";
      }
      UNSCOPED_INFO(where);
    }
    REQUIRE(differing.empty());
    changes += import.edit.changes.size();
    CHECK(apply(import.plan, inverse(import.edit)) == plan);  // one step back
  }
  CHECK(changes > 800);
}
