#include "plan/element.h"

#include "random_plans.h"

#include <map>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::testing;

namespace {

Element activity() { return Element(KindId::activity, "talks"_id); }

}  // namespace

TEST_CASE("setting, replacing and clearing fields agrees with a map, in any order") {
  Random random(21);
  for (const Kind& kind : kinds()) {
    Element element(kind.id, "x"_id);
    std::map<std::uint16_t, Value> model;
    for (int step = 0; step < 300; ++step) {
      const Field& field = kind.fields[random() % kind.fields.size()];
      if (oneIn(random, 3)) {
        element.clear(field.number);
        model.erase(field.number.value);
      } else {
        const Value value = randomValue(random, field);
        element.set(field.number, value);
        model[field.number.value] = value;
      }
      REQUIRE(element.slots().size() == model.size());
      for (std::size_t i = 0; i < element.slots().size(); ++i) {
        const auto& slot = element.slots()[i];
        REQUIRE(model.at(slot.number.value) == slot.value);
        REQUIRE(kind.fields[slot.position].number == slot.number);
        if (i) REQUIRE(element.slots()[i - 1].position < slot.position);
      }
      REQUIRE(element.has(field.number) == model.contains(field.number.value));
    }
  }
}

TEST_CASE("elements with the same fields are equal however they came to be") {
  const Element a =
      activity().set(key::title, Text("Talks")).set(key::duration, Integer(3)).set(key::venue, Text("Tunis"));
  const Element b = activity()
                        .set(key::venue, Text("x"))
                        .set(key::duration, Integer(3))
                        .set(key::venue, Text("Tunis"))
                        .set(key::title, Text("Talks"));
  CHECK(a == b);
  CHECK_FALSE(a == Element(b).clear(key::venue.number));
  CHECK_FALSE(a == Element(b).set(key::venue, Text("Sfax")));
  CHECK_FALSE(a == b.withId("other"_id));
  CHECK(b.withId("other"_id).withId("talks"_id) == a);
  CHECK_FALSE(Element(KindId::actor, "x"_id) == Element(KindId::track, "x"_id));
  CHECK_FALSE(a == Element(a).translate(key::title.number, "ar", "محادثات"));
}

TEST_CASE("copies are independent of each other") {
  const Element original = activity().set(key::title, Text("Talks")).translate(key::title.number, "fr", "Pourparlers");
  Element copy = original;
  copy.set(key::title, Text("Other")).translate(key::title.number, "fr", "Autre");
  CHECK(original.text(key::title) == "Talks");
  CHECK(original.text(key::title, "fr") == "Pourparlers");
}

TEST_CASE("a value of another type under a key is not given out") {
  Element element = activity().set("planned-start", Value(Unread{"soon"})).set(key::duration, Integer(3));
  CHECK(element.get(key::plannedStart) == nullptr);
  CHECK(element.has(key::plannedStart.number));
  CHECK(element.unread(key::plannedStart.number));
  CHECK_FALSE(element.unread(key::duration.number));
  CHECK_FALSE(element.unread(key::venue.number));
  CHECK(*element.get(key::duration) == 3);
  CHECK(element.get(key::lead) == nullptr);
  CHECK(element.ref(key::lead).empty());
  CHECK(element.refs(key::tracks).empty());
  CHECK(element.refs(key::memberOf).empty());
}

TEST_CASE("references and words come out by key") {
  const Element element = activity()
                              .set(key::lead, "unit"_id)
                              .set(key::tracks, Refs{"t2"_id, "t1"_id})
                              .set("channels", Value(Texts{"radio", "polling"}))
                              .set(key::status, Choice{static_cast<std::uint16_t>(ActivityStatus::ongoing), {}});
  static constexpr Key<Texts> channels{"channels"};
  CHECK(element.ref(key::lead) == "unit"_id);
  CHECK(element.refs(key::tracks).size() == 2);
  CHECK(element.refs(key::tracks)[0] == "t2"_id);
  CHECK(element.hasTerm(channels, "polling"));
  CHECK_FALSE(element.hasTerm(channels, "poll"));
  CHECK(element.is(key::status, ActivityStatus::ongoing));
  CHECK_FALSE(element.is(key::status, ActivityStatus::planned));
}

TEST_CASE("a word is an enumerator only of its own vocabulary") {
  Element element = activity().set(key::status, Choice{4, {}});
  CHECK(element.word<ActivityStatus>(key::status) == ActivityStatus::ongoing);
  CHECK(element.word<TransferStatus>(key::status) == std::nullopt);
  element.set(key::status, Choice{Choice::unlisted, "dreamt-of"_id});
  CHECK(element.word<ActivityStatus>(key::status) == std::nullopt);
  element.set(key::status, Choice{5, "resting"_id});
  CHECK(element.is(key::status, ActivityStatus::suspended));
  element.set("status", Value(Unread{"ongoin"}));
  CHECK(element.word<ActivityStatus>(key::status) == std::nullopt);
}

TEST_CASE("texts in a further language fall back to the main one") {
  Element element = activity().set(key::title, Text("Talks"));
  element.translate(key::title.number, "ar", "محادثات");
  CHECK(element.text(key::title, "ar") == "محادثات");
  CHECK(element.text(key::title, "fr") == "Talks");
  CHECK(element.text(key::title) == "Talks");
  CHECK(element.title("ar") == "محادثات");
  element.translate(key::title.number, "ar", "حوار");
  CHECK(element.extras().translations.size() == 1);
  CHECK(element.title("ar") == "حوار");
  element.translate(key::title.number, "ar", "");
  CHECK(element.extras().empty());
  CHECK(element == activity().set(key::title, Text("Talks")));
}

TEST_CASE("translations stand in the order of fields and languages") {
  Element a = activity();
  a.translate(key::venue.number, "fr", "v")
      .translate(key::title.number, "fr", "t")
      .translate(key::title.number, "ar", "u");
  Element b = activity();
  b.translate(key::title.number, "ar", "u")
      .translate(key::title.number, "fr", "t")
      .translate(key::venue.number, "fr", "v");
  CHECK(a == b);
  REQUIRE(a.extras().translations.size() == 3);
  CHECK(a.extras().translations[0].language == "ar");
  CHECK(a.extras().translations[2].field == key::venue.number);
}

TEST_CASE("an element is called by its title, else its name, else its id") {
  CHECK(activity().title() == "talks");
  CHECK(activity().set(key::title, Text("")).title() == "talks");
  CHECK(activity().set(key::title, Text("Talks")).title() == "Talks");
  CHECK(Element(KindId::actor, "a"_id).set(key::name, Text("Union")).title() == "Union");
}

TEST_CASE("appending takes fields in the order of the kind only") {
  const Kind& kind = kindOf(KindId::activity);
  Element element = activity();
  Value* first = element.append(kind.fields[0].number, 0);
  REQUIRE(first);
  *first = Text("Talks");
  REQUIRE(element.append(kind.fields[3].number, 3));
  CHECK(element.append(kind.fields[3].number, 3) == nullptr);
  CHECK(element.append(kind.fields[1].number, 1) == nullptr);
  CHECK(element.slots().size() == 2);
  CHECK(element.title() == "Talks");
}

TEST_CASE("unknown XML makes a difference and is dropped only when empty") {
  Extras extras;
  extras.unknownAttributes = " x:note=\"1\"";
  Element element = activity().setExtras(extras);
  CHECK(element.extras().unknownAttributes == " x:note=\"1\"");
  CHECK_FALSE(element == activity());
  CHECK(element.setExtras({}) == activity());
}

TEST_CASE("what states no level is for the team, insiders' kinds for the core, unknown words too") {
  CHECK(classificationOf(activity()) == Classification::team);
  CHECK(classificationOf(Element(KindId::relation, "r"_id)) == Classification::core);
  CHECK(classificationOf(activity().set(key::classification, Choice{0, {}})) == Classification::open);
  CHECK(classificationOf(activity().set("classification", Value(Unread{"pubic"}))) == Classification::core);
  CHECK(classificationOf(activity().set(key::classification, Choice{Choice::unlisted, "odd"_id})) ==
        Classification::core);
  CHECK(classificationOf(activity().set(key::classification, Choice{1, "friends"_id})) == Classification::partners);
}
