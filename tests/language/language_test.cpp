#include "language/language.h"

#include "plan/dates.h"

#include <catch2/catch.hpp>

using namespace trackloom;
using language::Language;

namespace {

const Day day = *parseDay("2013-10-05");

std::string said(const Language& language, std::int64_t count) {
  return plainText(language.localized({"{n} {n|zero|one|two|few|many|other}", {{"n", count}}}));
}

}  // namespace

TEST_CASE("dates, months and digits are those of the language and the country") {
  CHECK(Language().date(day) == "5 October 2013");
  CHECK(Language("fr", "").date(day) == "5 octobre 2013");
  CHECK(Language("fr", "").date(*parseDay("2013-10-01")) == "1er octobre 2013");
  CHECK(Language("es", "").date(day) == "5 de octubre de 2013");
  CHECK(Language("ar-YE", "").date(day) == "٥ أكتوبر ٢٠١٣");
  CHECK(Language("ar-IQ", "").date(day) == "٥ تشرين الأول ٢٠١٣");
  CHECK(Language("ar-TN", "").date(*parseDay("2013-08-05")) == "5 أوت 2013");
  CHECK(Language("ar-LY", "").digits("2013") == "2013");
}

TEST_CASE("a number takes the form its language has for it") {
  CHECK(said(Language("ar", ""), 0).ends_with(" zero"));
  CHECK(said(Language("ar", ""), 1).ends_with(" one"));
  CHECK(said(Language("ar", ""), 2).ends_with(" two"));
  CHECK(said(Language("ar", ""), 7).ends_with(" few"));
  CHECK(said(Language("ar", ""), 11).ends_with(" many"));
  CHECK(said(Language("ar", ""), 100).ends_with(" other"));
  const Message days{"{n} {n|day|days}", {{"n", std::int64_t{1}}}};
  CHECK(plainText(Language().localized(days)) == "1 day");
  CHECK(plainText(Language("fr", "").localized(days)) == "1 day");
}

TEST_CASE("months are the country's, other words without a translation stay English and are counted") {
  const Language iraq("ar-IQ", "");
  CHECK(iraq.translated("October {year}") == "تشرين الأول {year}");
  CHECK(iraq.translated("Hand-over") == "Hand-over");
  CHECK(iraq.missing() == std::set<std::string>{"Hand-over"});
}

TEST_CASE("a sentence that stays English has its dates and numbers in English too") {
  const Message since{"No movement since {day}, {n} days.", {{"day", day}, {"n", std::int64_t{93}}}};
  CHECK(plainText(Language("ar-YE", "").localized(since)) == "No movement since 5 October 2013, 93 days.");
}

TEST_CASE("a country is found by its English name, its own name or its code") {
  CHECK(language::withCountry("ar", "Tunisia") == "ar-TN");
  CHECK(language::withCountry("ar", "تونس") == "ar-TN");
  CHECK(language::withCountry("ar", "YE") == "ar-YE");
  CHECK(language::withCountry("ar", "Nowhere") == "ar");
  CHECK(language::withCountry("en", "Tunisia") == "en");
  CHECK(language::writtenRightToLeft("ar-TN"));
}
