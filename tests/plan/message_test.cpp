#include "plan/message.h"

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

TEST_CASE("messages are equal when pattern, names and values are") {
  const std::string name = "day";  // another address than the literal below
  const Message a{"{day}", {{"day", std::int64_t{1}}}};
  CHECK(a == Message{"{day}", {{name.c_str(), std::int64_t{1}}}});
  CHECK_FALSE(a == Message{"{day}", {{"day", std::int64_t{2}}}});
  CHECK_FALSE(a == Message{"{day}", {{"day", std::string("1")}}});
  CHECK_FALSE(a == Message{"{days}", {{"day", std::int64_t{1}}}});
  CHECK_FALSE(a == Message{"{day}", {}});
}
