#include "plan/writing.h"

#include <catch2/catch.hpp>

using namespace trackloom;

TEST_CASE("a language is written from right to left whatever its country") {
  CHECK(writtenRightToLeft("ar"));
  CHECK(writtenRightToLeft("ar-TN"));
  CHECK(writtenRightToLeft("fa_AF"));
  CHECK_FALSE(writtenRightToLeft("fr"));
  CHECK_FALSE(writtenRightToLeft("arn"));
  CHECK_FALSE(writtenRightToLeft(""));
}
