#include "language/sounding.h"

#include <catch2/catch.hpp>

using trackloom::language::sounding;

TEST_CASE("Spellings of one name sound alike") {
  CHECK(sounding("Khalifa Haftar") == sounding("Haftar, Khalifah"));
  CHECK(sounding("Khalifa Haftar") == sounding("Khaleefa Hiftar"));
  CHECK(sounding("Khalifa Haftar") == sounding("خليفة حفتر"));
  CHECK(sounding("Muammar Gaddafi") == sounding("Moammar Qadhafi"));
  CHECK(sounding("Mohammed Saleh") == sounding("Muhammad Salih"));
  CHECK(sounding("Labour Union") == sounding("The Labor Union"));
  CHECK(sounding("Ansar al-Sharia") == sounding("أنصار الشريعة"));
}

TEST_CASE("Other names do not, and short ones cannot be told apart") {
  CHECK(sounding("Khalifa Haftar") != sounding("Aguila Saleh"));
  CHECK(sounding("Round 2") != sounding("Round 3"));
  CHECK(sounding("UN").empty());
  CHECK(sounding("").empty());
}
