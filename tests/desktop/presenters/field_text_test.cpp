#include "desktop/presenters/field_text.h"

#include "desktop/presenters/sample.h"
#include "plan/random_plans.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

using namespace trackloom;
using namespace trackloom::desktop;
using namespace trackloom::desktop::test;

namespace {

std::string typedAs(const OpenPlan& open, std::string_view element, FieldNumber number, const std::string& text) {
  const Field& field = *open.plan().find(id(element))->definition().find(number);
  const auto value = typedValue(open, Speech(), field, text);
  if (!value) return "nothing";
  if (std::holds_alternative<Unread>(*value)) return "unread";
  return valueText(field, *value);
}

}  // namespace

TEST_CASE("values are read as people type them") {
  const OpenPlan open(smallPlan(), *parseDay(today));
  CHECK(typedAs(open, "v1", "planned-start", "12 May 2026") == "2026-05-12");
  CHECK(typedAs(open, "v1", "planned-start", "May 2026") == "2026-05");
  CHECK(typedAs(open, "v1", "planned-start", "soon") == "unread");
  CHECK(typedAs(open, "v1", "planned-start", "  ") == "nothing");
  CHECK(typedAs(open, "v1", "lead", "Convening office") == "a1");
  CHECK(typedAs(open, "v1", "lead", "convening OFFICE") == "a1");
  CHECK(typedAs(open, "v1", "lead", "a1") == "a1");
  CHECK(typedAs(open, "v1", "partners", "Forum, the, Convening office") == "a2 a1");
  CHECK(typedAs(open, "v1", "partners", "Convening office، a2") == "a1 a2");
  CHECK(typedAs(open, "v1", "tracks", "Women's forum") == "t2");
  CHECK(typedAs(open, "v1", "status", "Planned") == "planned");
  CHECK(typedAs(open, "v1", "duration", "4") == "4");
  CHECK(typedAs(open, "v1", "duration", "four") == "unread");
  CHECK(typedAs(open, "v1", "budget", "25000 EUR") == "25000 EUR");
  CHECK(typedAs(open, "a1", "us", "YES") == "yes");
  CHECK(typedAs(open, "v1", "duration", "١٢") == "12");
  CHECK(typedAs(open, "v1", "budget", "٢٥٠٠٠ EUR") == "25000 EUR");
}

TEST_CASE("short texts part at commas and semicolons, of whatever script") {
  const OpenPlan open(smallPlan(), *parseDay(today));
  CHECK(typedAs(open, "a1", "aliases", "The office, Al-Maktab; Office") == "The office; Al-Maktab; Office");
  CHECK(typedAs(open, "a1", "aliases", "المكتب، الديوان؛ الدائرة") == "المكتب; الديوان; الدائرة");
  CHECK(typedAs(open, "a1", "aliases", R"(Office\, the; Al-Maktab)") == "Office, the; Al-Maktab");
  CHECK(typedAs(open, "a1", "aliases", R"(A\; B\\, C)") == R"(A\; B\\; C)");
  CHECK(typedAs(open, "v1", "field-levels", "venue:core, notes:core") == "venue:core; notes:core");
  const Field& aliases = *kindOf(KindId::actor).find(FieldNumber("aliases"));
  const Value names = Texts{"Office, the", "المكتب، بغداد", R"(a\,b;c)", "\\"};
  CHECK(editText(open, Speech(), aliases, Texts{"Office, the", "Al-Maktab"}) == R"(Office\, the; Al-Maktab)");
  CHECK(typedValue(open, Speech(), aliases, editText(open, Speech(), aliases, names)) == names);
}

TEST_CASE("levels of single fields are typed by the labels that the screen has") {
  OpenPlan open(smallPlan(), *parseDay(today));
  std::ifstream file(TRACKLOOM_BINARY_DIR "/lib/trackloom/locale/fr.mo", std::ios::binary);
  REQUIRE(file);
  const Speech french(language::Language("fr", std::string(std::istreambuf_iterator<char>(file), {})));
  const ElementId ids[] = {id("v1")};
  open.perform(setTyped(open, french, ids, {"field-levels", "lieu de réunion : Noyau, notes:core, vennue:core"}));
  CHECK(*open.plan().find(ids[0])->get(Key<Texts>{"field-levels"}) == Texts{"venue:core", "notes:core", "vennue:core"});
}

TEST_CASE("the status an event sets is chosen by its label, as statuses are") {
  const OpenPlan open(smallPlan(), *parseDay(today));
  std::ifstream file(TRACKLOOM_BINARY_DIR "/lib/trackloom/locale/fr.mo", std::ios::binary);
  REQUIRE(file);
  const Speech french(language::Language("fr", std::string(std::istreambuf_iterator<char>(file), {})));
  const Field& status = *kindOf(KindId::event).find(key::eventStatus.number);
  const std::string shown = editText(open, french, status, Text("suspended"));
  CHECK(shown == "Suspendu");
  CHECK(typedValue(open, french, status, shown) == Value(Text("suspended")));
  CHECK(typedValue(open, french, status, "suspended") == Value(Text("suspended")));
  CHECK(typedValue(open, french, status, "gone fishing") == Value(Text("gone fishing")));
  const auto offered = candidates(open, french, status);
  const auto times = [&](std::string_view word) {
    return std::ranges::count_if(offered, [&](const Candidate& one) { return one.written == word; });
  };
  CHECK(times("attended") == 1);
  CHECK(times("planned") == 1);
  CHECK(french.value(open, status, Text("suspended")) == "Suspendu");
}

TEST_CASE("numbers and dates in the fields have the same digits") {
  const OpenPlan open(smallPlan(), *parseDay(today));
  const Speech yemen(language::Language("ar-YE", ""));
  const Kind& activity = kindOf(KindId::activity);
  CHECK(editText(open, yemen, *activity.find(FieldNumber("duration")), Integer{12}) == "١٢");
  CHECK(editText(open, yemen, *activity.find(FieldNumber("planned-start")), *Date::parse("2026")) == "٢٠٢٦");
}

TEST_CASE("what is shown to be edited reads back as what it is, for every field of random plans") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    trackloom::testing::Random random(seed);
    const OpenPlan open(trackloom::testing::randomPlan(random), *parseDay(today));
    const Speech speech(seed % 2 ? language::Language("ar-YE", "") : language::Language());
    for (const Kind& kind : kinds())
      for (const ElementPtr& element : open.plan().all(kind.id))
        for (const auto& slot : element->slots()) {
          const Field& field = kind.fields[slot.position];
          const std::string text = editText(open, speech, field, slot.value);
          INFO(kind.name << " " << field.name << ": " << text << " was " << valueText(field, slot.value));
          if (text.find_first_not_of(" \t\r\n") == std::string::npos) continue;  // nobody can type that
          const ElementId ids[] = {element->id()};
          const Edit edit = setTyped(open, speech, ids, {field.number, text});
          if (!edit.changes.empty()) INFO("becomes " << valueText(field, *edit.changes[0].after->find(field.number)));
          CHECK(edit.changes.empty());
        }
  }
}

TEST_CASE("one text for several elements is one edit") {
  const OpenPlan open(smallPlan(), *parseDay(today));
  const ElementId ids[] = {id("v1"), id("v2"), id("t1")};
  const Edit edit = setTyped(open, Speech(), ids, {"lead", "Convening office"});
  CHECK(edit.changes.size() == 2);  // a track has no lead
  CHECK(plainText(edit.label) == "Change Lead of 2 entries");
  const Plan after = apply(open.plan(), edit);
  CHECK(after.find(id("v2"))->ref(key::lead) == id("a1"));
}
