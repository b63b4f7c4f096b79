#include "support/random_plan.h"
#include "xml/read.h"
#include "xml/write.h"

#include <catch2/catch.hpp>

using namespace trackloom;

TEST_CASE("any plan that is written and read again is the same plan, and written the same bytes") {
  testing::RandomPlans plans(1);
  for (int i = 0; i < 600; ++i) {
    const Plan plan = plans.next();
    const std::string bytes = xml::write(plan);
    const xml::Reading reading = xml::read(bytes);
    INFO("plan " << i);
    REQUIRE(reading.plan);
    const std::string again = xml::write(*reading.plan);
    if (again != bytes) {
      CAPTURE(bytes, again);
      REQUIRE(again == bytes);
    }
    for (const Change& change : diff(plan, *reading.plan)) {
      CAPTURE(change.any().id().str(), bytes);
      FAIL("an element differs");
    }
    REQUIRE(*reading.plan == plan);
  }
}

TEST_CASE("plans without unreadable values are read without problems") {
  testing::RandomPlans plans(2, {.unread = false});
  for (int i = 0; i < 100; ++i) {
    const xml::Reading reading = xml::read(xml::write(plans.next()));
    INFO((reading.problems.empty() ? "" : plainText(reading.problems.front().what)));
    REQUIRE(reading.problems.empty());
  }
}

TEST_CASE("the same seed makes the same plan") {
  REQUIRE(xml::write(testing::RandomPlans(7).next()) == xml::write(testing::RandomPlans(7).next()));
  REQUIRE(xml::write(testing::RandomPlans(7).next()) != xml::write(testing::RandomPlans(8).next()));
}
