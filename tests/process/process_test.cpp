#include "process/process.h"

#include <catch2/catch.hpp>

using namespace trackloom::process;

TEST_CASE("texts come through a pipe as they were") {
  const std::string bytes = packed({"", "a\nb", std::string_view("\0x", 2)});
  const auto texts = unpacked(bytes);
  REQUIRE(texts);
  CHECK(*texts == std::vector<std::string_view>{"", "a\nb", std::string_view("\0x", 2)});
}

TEST_CASE("what was not packed is nothing, or other texts, and never read past its end") {
  for (const char* odd : {"x", "-1\n", "99999999999999999999\nx", "5\nabc", "18446744073709551615\n"})
    CHECK_FALSE(unpacked(odd));
  const std::string whole = packed({"one", "two"});
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto texts = unpacked(std::string_view(whole).substr(0, length));
    CHECK((!texts || texts->size() < 2));
  }
}

TEST_CASE("a program that answers nothing, ends badly or does not end gives an answer that says so") {
  const Limits short_{1, 1, 1UL << 30U, 1'000};
  CHECK(ask({"/bin/true"}, short_, "x").ending == Ending::silent);
  CHECK(ask({"/bin/false"}, short_, "x").ending == Ending::crashed);
  CHECK(ask({"/bin/sleep", "30"}, short_, "x").ending == Ending::timedOut);
  CHECK(ask({"/bin/cat"}, short_, "x").ending == Ending::answered);
  CHECK(ask({"/bin/cat", "/dev/zero"}, short_, "x").ending == Ending::tooLarge);
  CHECK_THROWS(ask({"/nonexistent/program"}, short_, "x"));
}
