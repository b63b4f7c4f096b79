#include "desktop/presenters/preferences.h"

#include <catch2/catch.hpp>

using namespace trackloom::desktop;

TEST_CASE("languages are found by their codes, and what is not spoken is the first") {
  CHECK(spokenLanguages().size() == 4);
  CHECK(std::string_view(spokenLanguages()[placeOfLanguage("ar")].code) == "ar");
  CHECK(placeOfLanguage("tlh") == 0);
  CHECK(placeOfLanguage("") == 0);
}

TEST_CASE("colours and sizes that settings do not know are those of the machine") {
  CHECK(coloursOf(2) == Colours::dark);
  for (const long unknown : {-1L, 3L, 4294967296L}) CHECK(coloursOf(unknown) == Colours::asDesktop);
  CHECK(textSizes()[placeOfTextSize(200)] == 200);
  for (const long unknown : {0L, -100L, 101L, 100000L}) CHECK(textSizes()[placeOfTextSize(unknown)] == 100);
}

TEST_CASE("what is erased at once is told before, and only where something ends that was kept") {
  const Speech speech;
  const Preferences all;
  CHECK(erasedBy(all, all, speech).empty());
  Preferences none = all;
  none.keepsHistory = none.listsRecent = none.showsPreviews = false;
  REQUIRE(erasedBy(all, none, speech).size() == 2);
  CHECK(erasedBy(all, none, speech)[0].find("All earlier versions of all plans") == 0);
  CHECK(erasedBy(none, all, speech).empty());
  Preferences other = all;
  other.language = "fr";
  other.papersInMemory = true;
  CHECK(erasedBy(all, other, speech).empty());
}

TEST_CASE("what is kept in any case is told with its place") {
  const std::string told = keptAnyway("/home/a/settings.ini", "/home/a/journal", {});
  CHECK(told.find("/home/a/settings.ini") != std::string::npos);
  CHECK(told.find("/home/a/journal") != std::string::npos);
  CHECK(keptAnyway({}, {}, {}).find("{") == std::string::npos);
}
