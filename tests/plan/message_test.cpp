#include "plan/message.h"

#include "plan/plan.h"

#include <catch2/catch.hpp>

using namespace trackloom;

TEST_CASE("a message prints its pattern with what stands in its places") {
  const Message message{
      tr("{track} has had no movement since {day}, {count} days."),
      {{"track", std::string("Track 1")}, {"day", dayOf({2013, 11, 4})}, {"count", std::int64_t{27}}}};
  CHECK(plainText(message) == "Track 1 has had no movement since 2013-11-04, 27 days.");
}

TEST_CASE("a message prints dates as people know them and names one place as often as it likes") {
  const Message message{tr("{date}, again {date}"), {{"date", *Date::parse("2013-Q4~")}}};
  CHECK(plainText(message) == "2013-Q4~, again 2013-Q4~");
}

TEST_CASE("what stands in a place is never read as a pattern itself") {
  const Message message{tr("{a} and {b}"), {{"a", std::string("{b}")}, {"b", std::string("{a} {")}}};
  CHECK(plainText(message) == "{b} and {a} {");
}

TEST_CASE("places without a value and stray braces stay as they are") {
  CHECK(plainText({"{nobody} knows", {}}) == "{nobody} knows");
  CHECK(plainText({"an open { brace", {}}) == "an open { brace");
  CHECK(plainText({"a closed } brace", {}}) == "a closed } brace");
  CHECK(plainText({"{}", {{"", std::string("empty")}}}) == "empty");
  CHECK(plainText({"", {}}).empty());
  CHECK(plainText({"{a}{a", {{"a", std::string("x")}}}) == "x{a");
}

TEST_CASE("a pattern in English has one form for one and another for all other numbers") {
  const auto said = [](std::int64_t days) {
    return plainText({"{days} {days|day has|days have} passed", {{"days", days}}});
  };
  CHECK(said(0) == "0 days have passed");
  CHECK(said(1) == "1 day has passed");
  CHECK(said(-1) == "-1 day has passed");
  CHECK(said(2) == "2 days have passed");
  CHECK(plainText({"{n|a day|# days}", {{"n", std::int64_t{1}}}}) == "a day");
  CHECK(plainText({"{n|a day|# days}", {{"n", std::int64_t{7}}}}) == "7 days");
}

TEST_CASE("forms without a number to choose by stay as they are, and a form that is not there is the last") {
  CHECK(plainText({"{n|day|days}", {}}) == "{n|day|days}");
  CHECK(plainText({"{n|day|days}", {{"n", std::string("1")}}}) == "{n|day|days}");
  const Message one{"{n|only}", {{"n", std::int64_t{1}}}};
  CHECK(withForms(one, [](auto, auto) { return std::size_t{5}; }) == "only");
}

TEST_CASE("what stands in a place is never read as forms") {
  CHECK(plainText({"{a}", {{"a", std::string("{n|x|y}")}, {"n", std::int64_t{1}}}}) == "{n|x|y}");
}

TEST_CASE("words and sentences of the program's own stand in a place") {
  CHECK(plainText({"{field} is missing", {{"field", ownWord("Venue")}}}) == "Venue is missing");
  CHECK(plainText({"{fields}", {{"fields", ownWords({"Venue", "Lead"})}}}, nullptr, "; ") == "Venue; Lead");
  const Message inner{"{n} {n|seat|seats}", {{"n", std::int64_t{1}}}};
  CHECK(plainText({"“{inner}”", {{"inner", std::vector{inner}}}}) == "“1 seat”");
  CHECK(plainText({"{word}", {{"word", std::vector{wordOf(VocabularyId::activityStatus, "ongoing")}}}}) == "Ongoing");
  CHECK(plainText({"{word}", {{"word", std::vector{wordOf(VocabularyId::activityStatus, "{n}")}}}}) == "{n}");
}

TEST_CASE("elements are called by their titles, links by what they tie together") {
  Plan plan;
  const auto add = [&](KindId kind, const char* id, auto&&... fields) {
    Element element(kind, *ElementId::parse(id));
    (element.set(fields.first, fields.second), ...);
    plan = plan.with(std::move(element));
  };
  using std::pair;
  add(KindId::activity, "a1", pair(key::title.number, Value(Text("Round one"))));
  add(KindId::activity, "a2", pair(key::title.number, Value(Text("Round {two}"))));
  add(KindId::activity, "a3");
  add(KindId::dependency, "d1", pair(key::linkFrom.number, Value(Ref(*ElementId::parse("a1")))),
      pair(key::linkTo.number, Value(Ref(*ElementId::parse("a2")))));
  const auto called = [&](const char* id) { return plainText({"{it}", {{"it", *ElementId::parse(id)}}}, &plan); };
  CHECK(called("a2") == "Round {two}");
  CHECK(called("d1") == "Dependency: Round one – Round {two}");
  CHECK(called("a3") == "a3");
  CHECK(called("nobody") == "nobody");
}

TEST_CASE("messages are equal when pattern, names and values are") {
  const std::string name = "day";  // another address than the literal below
  const Message a{"{day}", {{"day", std::int64_t{1}}}};
  CHECK(a == Message{"{day}", {{name.c_str(), std::int64_t{1}}}});
  CHECK_FALSE(a == Message{"{day}", {{"day", std::int64_t{2}}}});
  CHECK_FALSE(a == Message{"{day}", {{"day", std::string("1")}}});
  CHECK_FALSE(a == Message{"{days}", {{"day", std::int64_t{1}}}});
  CHECK_FALSE(a == Message{"{day}", {}});
}
