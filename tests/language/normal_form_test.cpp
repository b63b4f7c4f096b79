#include "language/normal_form.h"

#include <catch2/catch.hpp>

using trackloom::language::composed;

TEST_CASE("letters and their accents become one sign, everything else stays") {
  CHECK(composed("") == "");
  CHECK(composed("Za\xCC\x81hra") == "Z\xC3\xA1hra");
  CHECK(composed("\xD8\xA7\xD9\x95") == "\xD8\xA5");
  CHECK(composed("Zahra  peace ") == "Zahra  peace ");
  CHECK(composed("\xEF\xAC\x81") == "\xEF\xAC\x81");  // the joined fi is a sign of its own in this form
  CHECK(composed("a\xCC\x81\xFF") == "a\xCC\x81\xFF");
}
