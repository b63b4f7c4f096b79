#include "scene/swimlane/packing.h"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

using namespace trackloom::scene::swimlane;

TEST_CASE("rows hold no overlaps, and are no more than the most extents at one place") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::vector<Extent> extents(random() % 60);
    for (Extent& extent : extents) {
      extent.left = random() % 100;
      extent.right = extent.left + 1 + random() % 30;
    }
    const Packing packing = packed(extents);
    std::size_t most = 0;
    for (std::size_t i = 0; i < extents.size(); ++i) {
      std::size_t here = 0;
      for (std::size_t j = 0; j < extents.size(); ++j) {
        here += extents[j].left <= extents[i].left && extents[i].left < extents[j].right;
        const bool apart = i == j || packing.row[i] != packing.row[j] || extents[i].right <= extents[j].left ||
                           extents[j].right <= extents[i].left;
        REQUIRE(apart);
      }
      most = std::max(most, here);
    }
    CHECK(packing.rows == most);
  }
}

TEST_CASE("nothing takes no rows") { CHECK(packed({}).rows == 0); }
