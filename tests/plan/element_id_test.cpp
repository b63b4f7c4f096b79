#include "plan/element_id.h"

#include <algorithm>
#include <random>
#include <set>
#include <unordered_set>

#include <catch2/catch.hpp>

using namespace trackloom;

namespace {

bool startsWell(int c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool continuesWell(int c) { return startsWell(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-'; }

std::string randomIdText(std::mt19937_64& random) {
  static constexpr std::string_view characters = "ABYZabyz0189_.-";
  std::string text(1, characters[random() % 8]);
  for (auto left = random() % 23; left > 0; --left) text += characters[random() % characters.size()];
  return text;
}

}  // namespace

TEST_CASE("an id is a letter and up to 22 letters, digits, underscores, dots and hyphens") {
  for (int c = 0; c < 256; ++c) {
    const std::string alone(1, static_cast<char>(c));
    INFO("byte " << c);
    CHECK(ElementId::parse(alone).has_value() == startsWell(c));
    CHECK(ElementId::parse("a" + alone).has_value() == continuesWell(c));
    CHECK(ElementId::parse("a" + alone + "b").has_value() == continuesWell(c));
  }
  CHECK_FALSE(ElementId::parse(""));
  CHECK(ElementId::parse(std::string(23, 'x')));
  CHECK_FALSE(ElementId::parse(std::string(24, 'x')));
  CHECK_FALSE(ElementId::parse("é"));
  CHECK_FALSE(ElementId::parse("a b"));
}

TEST_CASE("an id keeps its text, and equal texts hash alike") {
  std::mt19937_64 random(1);
  for (int i = 0; i < 2000; ++i) {
    const std::string text = randomIdText(random);
    const auto id = ElementId::parse(text);
    REQUIRE(id);
    CHECK(id->text() == text);
    CHECK(id->str() == text);
    CHECK_FALSE(id->empty());
    CHECK(id->hash() == ElementId::parse(text)->hash());
  }
  CHECK(ElementId().empty());
  CHECK(ElementId().text().empty());
}

TEST_CASE("ids order and compare as their texts do") {
  std::mt19937_64 random(2);
  for (int i = 0; i < 20000; ++i) {
    std::string a = randomIdText(random);
    std::string b = random() % 4 == 0 ? a.substr(0, 1 + random() % a.size()) : randomIdText(random);
    if (random() % 2) std::swap(a, b);
    const auto idA = *ElementId::parse(a);
    const auto idB = *ElementId::parse(b);
    INFO(a << " and " << b);
    CHECK((idA < idB) == (a < b));
    CHECK((idA == idB) == (a == b));
    CHECK((idA > idB) == (a > b));
  }
  CHECK(ElementId() < "a"_id);
}

TEST_CASE("random ids are ten characters, well formed and different from each other") {
  std::mt19937_64 random(3);
  std::set<std::string> seen;
  for (int i = 0; i < 50000; ++i) {
    const ElementId id = ElementId::fromRandomBits(random());
    REQUIRE(id.text().size() == 10);
    REQUIRE(ElementId::parse(id.text()) == id);
    seen.insert(id.str());
  }
  CHECK(seen.size() == 50000);
  CHECK(ElementId::fromRandomBits(7) == ElementId::fromRandomBits(7));
  CHECK(ElementId::fromRandomBits(0).text().size() == 10);
  CHECK(ElementId::fromRandomBits(~std::uint64_t{0}).text().size() == 10);
}

TEST_CASE("an id derived from a text is well formed and the same each time") {
  std::set<std::string> seen;
  for (int i = 0; i < 20000; ++i) {
    const std::string text = "activity without an id, number " + std::to_string(i);
    const ElementId id = ElementId::derivedFrom(text);
    REQUIRE(ElementId::parse(id.text()) == id);
    REQUIRE(ElementId::derivedFrom(text) == id);
    seen.insert(id.str());
  }
  CHECK(seen.size() == 20000);
  CHECK(ElementId::parse(ElementId::derivedFrom("").text()));
  // Files depend on it: an id that was derived once must be derived again by every later version.
  CHECK(ElementId::derivedFrom("a round of talks") != ElementId::derivedFrom("a round of talks "));
}

TEST_CASE("hashes of similar ids spread well enough for hash tables") {
  std::unordered_set<std::size_t> hashes;
  std::unordered_set<std::size_t> lowBits;
  for (int i = 0; i < 30000; ++i) {
    const std::size_t hash = ElementId::parse("activity" + std::to_string(i))->hash();
    hashes.insert(hash);
    lowBits.insert(hash % 65536);
  }
  CHECK(hashes.size() == 30000);
  CHECK(lowBits.size() > 20000);  // an ideal hash fills about 24,000 of the 65,536
}

TEST_CASE("ids of every length are read, written and appended as they stand") {
  const std::string characters = "aZ09_.-bY18.-_cX27-._dW";
  for (std::size_t size = 1; size <= ElementId::maxLength; ++size) {
    const std::string text = characters.substr(0, size);
    const auto id = ElementId::parse(text);
    REQUIRE(id);
    CHECK(id->text() == text);
    std::string out = "to ";
    id->appendTo(out);
    CHECK(out == "to " + text);
    for (std::size_t at = 0; at < size; ++at)
      for (const char c : {' ', '/', ':', '@', '[', '^', '`', '{', ',', '\0', '\x7F', '\x80', '\xDF', '\xFF'}) {
        std::string wrong = text;
        wrong[at] = c;
        CHECK_FALSE(ElementId::parse(wrong));
      }
  }
  CHECK_FALSE(ElementId::parse(characters + "e"));
}
