#include "scene/text_measure.h"

#include <random>

#include <catch2/catch.hpp>

using namespace trackloom::scene;

namespace {

constexpr Font font{10, Weight::regular};

}  // namespace

TEST_CASE("a text that fits stays, one that does not ends with an ellipsis and keeps to its room") {
  const FixedMetrics measure;
  CHECK(fitted(measure, "Round", font, 100) == "Round");
  CHECK(fitted(measure, "Round", font, measure.width("Round", font)) == "Round");
  CHECK(fitted(measure, "A long round of talks", font, 60).ends_with("…"));
  CHECK(fitted(measure, "Round", font, 3).empty());
  CHECK(fitted(measure, "Round", font, -5).empty());
  const std::string text = "Wörter, كلمات and 会议 together";
  for (double room = 0; room < 260; room += 0.7)
    CHECK(measure.width(fitted(measure, text, font, room), font) <= room + 1e-6);
}

TEST_CASE("no accent is cut from its letter") {
  const FixedMetrics measure;
  const std::string text = "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301";
  for (double room = 0; room < 40; room += 0.3) {
    const std::string cut = fitted(measure, text, font, room);
    if (cut.ends_with("…")) CHECK(cut.substr(0, cut.size() - 3).ends_with("\u0301"));
  }
}

TEST_CASE("bytes that are no UTF-8 are taken one by one and never read beyond the end") {
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes(random() % 12, ' ');
    for (char& c : bytes) c = static_cast<char>(random() % 3 ? 0xC0 + random() % 64 : random());
    std::string_view rest = bytes;
    std::size_t left = rest.size();
    while (!rest.empty()) {
      const char32_t c = takeCharacter(rest);
      REQUIRE(rest.size() < left);
      REQUIRE(c <= 0x10FFFF);
      REQUIRE_FALSE((c >= 0xD800 && c < 0xE000));
      left = rest.size();
    }
    const std::string line = oneLine(bytes);
    std::string_view again = line;
    while (!again.empty()) {
      const std::string_view before = again;
      const bool stands = takeCharacter(again) != 0xFFFD || before.starts_with("\uFFFD");
      REQUIRE(stands);
    }
  }
}

TEST_CASE("one line holds no line breaks, control characters or signs that reorder what follows") {
  CHECK(oneLine("a\nb\t\x01 c") == "a b c");
  CHECK(oneLine("  a  ") == "a");
  CHECK(oneLine("x\u202Ey\u2066z\u2069\u200F") == "xyz");
  CHECK(oneLine("می\u200Cخواهم") == "می\u200Cخواهم");
}

TEST_CASE("lines break between words, and what is left over ends with an ellipsis") {
  const FixedMetrics measure;
  const auto lines = wrapped(measure, "one two three four", font, {measure.width("three four", font) + 0.1, 3});
  CHECK(lines == std::vector<std::string>{"one two", "three four"});
  const auto cut = wrapped(measure, "one two three four five six seven eight", font, {50, 2});
  REQUIRE(cut.size() == 2);
  CHECK(cut[1].ends_with("…"));
  for (const std::string& line : wrapped(measure, std::string(10000, 'w') + " end", font, {50, 3}))
    CHECK(measure.width(line, font) <= 50);
  CHECK(wrapped(measure, "", font, {50, 3}).empty());
}
