#include "plan/edits.h"
#include "sharing/redact.h"
#include "sharing/redact_names.h"
#include "support/random_plan.h"
#include "xml/read.h"
#include "xml/write.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::sharing;

namespace {

const Day day = *parseDay("2013-12-01");

/// What somebody wrote in the field of an element of a random plan: nothing else has it.
std::string wordFor(const Element& element, std::string_view field, std::string_view language = {}) {
  std::string word = "W" + std::to_string(static_cast<int>(element.kind())) + element.id().str() + std::string(field) +
                     std::string(language) + "W";
  std::erase_if(word, [](char c) { return c == '-' || c == '.' || c == '_'; });
  return word;
}

/// The plan with other words in each text than in any other.
Plan withOwnWords(const Plan& plan) {
  std::vector<Change> changes;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id)) {
      Element made = withTexts(*element, [&](const Field& field, const std::string& language, const std::string&) {
        return wordFor(*element, field.name, language);
      });
      if (kind.id == KindId::plan) made.clear(FieldNumber("title"));  // stands on every paper
      changes.push_back({element, std::make_shared<const Element>(std::move(made))});
    }
  return plan.with(changes);
}

RedactionRequest randomRequest(const Plan& plan, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  Audience audience(static_cast<Classification>(random() % 4));
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id)) {
      if (random() % 12 == 0) audience.include.push_back(element->id());
      if (random() % 12 == 0) audience.exclude.push_back(element->id());
    }
  if (random() % 2 == 0) audience.treatment = static_cast<Generalisation>(random() % 3);
  return {audience, day, "a seed as long as seeds are: " + std::to_string(seed)};
}

std::vector<ElementId> idsIn(const Plan& plan) {
  std::vector<ElementId> ids;
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : plan.all(kind.id)) ids.push_back(element->id());
  return ids;
}

void checkReferences(const Plan& copy) {
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : copy.all(kind.id))
      for (const Element::Slot& slot : element->slots()) {
        Refs named;
        if (const Ref* ref = std::get_if<Ref>(&slot.value)) named.push_back(*ref);
        if (const Refs* refs = std::get_if<Refs>(&slot.value)) named = *refs;
        for (const ElementId& id : named) {
          const Element* target = copy.find(id);
          if (!target || !kind.fields[slot.position].targets.has(target->kind()))
            FAIL(kind.name << ' ' << slot.number.name() << " names " << id.text());
        }
      }
}

/// What of the source did not get into the copy by itself, told by the words that stand there.
void checkWords(const Plan& source, const Plan& visible, const std::string& text) {
  for (const Kind& kind : kinds())
    for (const ElementPtr& element : source.all(kind.id)) {
      const Element* stays = visible.find(kind.id, element->id());
      withTexts(*element, [&](const Field& field, const std::string& language, const std::string& word) {
        const bool hidden = !stays || !stays->has(field.number);
        if (hidden && text.find(word) != std::string::npos)
          FAIL(kind.name << ' ' << field.name << ' ' << language << ": " << word << " is in the copy");
        return word;
      });
    }
}

void checkCopy(std::uint64_t seed) {
  INFO("seed " << seed);
  const Plan source = withOwnWords(testing::RandomPlans(seed).next());
  const RedactionRequest request = randomRequest(source, seed);
  const Redacted copy = redact(source, request);
  const std::string text = xml::write(copy.plan);
  const xml::Reading reading = xml::read(text);
  REQUIRE(reading.plan);
  for (const xml::Problem& problem : reading.problems) UNSCOPED_INFO(plainText(problem.what));
  if (!reading.problems.empty()) FAIL("the copy has something that does not read:\n" << text);
  if (xml::write(*reading.plan) != text) FAIL("the copy is not canonical");
  checkReferences(copy.plan);
  for (const ElementId& id : idsIn(source))
    if (id != source.root().id() && text.find('"' + id.str() + '"') != std::string::npos)
      FAIL("an id of the source is in the copy: " << id.text());
  checkWords(source, visibleTo(source, request.audience), text);
  CHECK(redact(source, request).plan == copy.plan);
}

/// Takes out of the source what the audience may not see; that must make no difference to the copy.
void checkTraces(std::uint64_t seed) {
  INFO("seed " << seed);
  const Plan source = withOwnWords(testing::RandomPlans(seed).next());
  const RedactionRequest request = randomRequest(source, seed);
  const Plan visible = visibleTo(source, request.audience);
  std::vector<ElementId> hidden;
  for (const ElementId& id : idsIn(source))
    if (!visible.find(id)) hidden.push_back(id);
  const Plan bare = apply(source, removeWithLinks(source, hidden));
  CHECK((xml::write(redact(bare, request).plan) == xml::write(redact(source, request).plan)));
}

}  // namespace

TEST_CASE("copies of random plans read, name nothing that is not there, and hold no word that was hidden") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) checkCopy(seed);
}

TEST_CASE("what is hidden in random plans leaves no trace in copies") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) checkTraces(seed);
}

TEST_CASE("copies of 2,000 random plans", "[.long]") {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    checkCopy(seed);
    checkTraces(seed);
  }
}
