#include "plan/id_table.h"

#include <map>
#include <random>

#include <catch2/catch.hpp>

using namespace trackloom;

TEST_CASE("a table of ids finds what was added and nothing else") {
  std::mt19937_64 random(7);
  std::map<ElementId, std::uint32_t> expected;
  while (expected.size() < 5000)
    expected.emplace(ElementId::fromRandomBits(random() % 20000), static_cast<std::uint32_t>(expected.size()));
  IdTable table(expected.size());
  for (const auto& [id, number] : expected) table.add(id, number);
  for (std::uint64_t bits = 0; bits < 20000; ++bits) {
    const ElementId id = ElementId::fromRandomBits(bits);
    const auto found = expected.find(id);
    CHECK(table.find(id) == (found == expected.end() ? std::nullopt : std::optional(found->second)));
  }
  CHECK_FALSE(table.find(ElementId()));
}

TEST_CASE("a table that is far too small for its ids, as with ids chosen to collide, still finds them") {
  IdTable table(0);
  for (std::uint32_t i = 0; i < 3000; ++i) table.add(ElementId::derivedFrom(std::to_string(i)), i);
  for (std::uint32_t i = 0; i < 3000; ++i) CHECK(table.find(ElementId::derivedFrom(std::to_string(i))) == i);
  CHECK_FALSE(table.find("absent"_id));
}
