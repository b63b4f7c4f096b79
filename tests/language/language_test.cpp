#include "language/language.h"

#include "plan/dates.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace trackloom;
using language::Language;

namespace {

const Day day = *parseDay("2013-10-05");

/// A compiled catalogue (the MO format of gettext) with these words and what they are in the other language.
std::string catalogue(std::map<std::string, std::string> words) {
  words[""] = "Content-Type: text/plain; charset=UTF-8\n";
  const auto count = static_cast<std::uint32_t>(words.size());
  std::vector<std::uint32_t> head{0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0};
  std::vector<std::uint32_t> translations;
  std::string texts;
  const auto place = [&](std::vector<std::uint32_t>& table, const std::string& text) {
    table.push_back(static_cast<std::uint32_t>(text.size()));
    table.push_back(28 + 16 * count + static_cast<std::uint32_t>(texts.size()));
    texts += text + '\0';
  };
  for (const auto& [english, other] : words) {
    place(head, english);
    place(translations, other);
  }
  head.insert(head.end(), translations.begin(), translations.end());
  return std::string(reinterpret_cast<const char*>(head.data()), head.size() * sizeof head[0]) + texts;
}

std::string said(const std::string& tag, std::int64_t count) {
  const char* forms = "{n} {n|zero|one|two|few|many|other}";
  return plainText(Language(tag, catalogue({{forms, forms}})).localized({forms, {{"n", count}}}));
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
  CHECK(said("ar", 0).ends_with(" zero"));
  CHECK(said("ar", 1).ends_with(" one"));
  CHECK(said("ar", 2).ends_with(" two"));
  CHECK(said("ar", 7).ends_with(" few"));
  CHECK(said("ar", 11).ends_with(" many"));
  CHECK(said("ar", 100).ends_with(" other"));
  const Message days{"{n} {n|day|days}", {{"n", std::int64_t{1}}}};
  CHECK(plainText(Language().localized(days)) == "1 day");
  CHECK(plainText(Language("fr", "").localized(days)) == "1 day");
}

TEST_CASE("Arabic says one and two without a number, and has a form for none, few, many and a hundred") {
  const auto days = [](const char* tag, std::int64_t count) {
    const char* english = "{n} {n|day|days}";
    const Language language(tag, catalogue({{english, "{n|لا أيام|يوم واحد|يومان|# أيام|# يومًا|# يوم}"}}));
    return plainText(language.localized({english, {{"n", count}}}));
  };
  CHECK(days("ar", 0) == "لا أيام");
  CHECK(days("ar", 1) == "يوم واحد");
  CHECK(days("ar", 2) == "يومان");
  CHECK(days("ar-TN", 3) == "3 أيام");
  CHECK(days("ar-YE", 10) == "١٠ أيام");
  CHECK(days("ar-TN", 11) == "11 يومًا");
  CHECK(days("ar-TN", 99) == "99 يومًا");
  CHECK(days("ar-TN", 100) == "100 يوم");
  CHECK(days("ar-TN", 102) == "102 يوم");
  CHECK(days("ar-TN", 103) == "103 أيام");
}

TEST_CASE("words of the program's own in a sentence are translated with it") {
  const Language iraq("ar-IQ", "");
  CHECK(plainText(iraq.localized({"{it}", {{"it", ownWords({"October", "May"})}}}), nullptr, "، ") ==
        "تشرين الأول، أيار");
  CHECK(iraq.missing().empty());
  const Language arabic("ar", catalogue({{"{field} is missing", "«{field}» ناقص"}, {"Venue", "المكان"}}));
  CHECK(plainText(arabic.localized({"{field} is missing", {{"field", ownWord("Venue")}}})) == "«المكان» ناقص");
}

TEST_CASE("a sentence that stays English has the forms English has") {
  const auto days = [](std::int64_t n) {
    return plainText(Language("ar-YE", "").localized({"{n} {n|day|days}", {{"n", n}}}));
  };
  CHECK(days(0) == "0 days");
  CHECK(days(1) == "1 day");
  CHECK(days(3) == "3 days");
}

TEST_CASE("a number by itself has the digits of the country, as it has in a sentence") {
  const Language yemen("ar-YE", "");
  CHECK(plainText(yemen.localized({"{day}", {{"day", std::int64_t{12}}}})) == "١٢");
  CHECK(plainText(yemen.localized({"May {year}", {{"year", std::int64_t{2013}}}})) == "مايو ٢٠١٣");
  CHECK(yemen.missing().empty());
  const Language arabic("ar-YE", catalogue({{"{share} per cent of {name}", "{share} في المئة من {name}"}}));
  const Message share{"{share} per cent of {name}",
                      {{"share", std::string("12.5")}, {"name", std::vector{Message{"{name}", {{"name", "2013"}}}}}}};
  CHECK(plainText(arabic.localized(share)) == "١٢٫٥ في المئة من 2013");
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
}

TEST_CASE("names stand as the language sorts them, numbers in them by their value") {
  const auto sorted = [](const Language& language, std::vector<std::string> names) {
    std::ranges::sort(names, {}, [&](const std::string& name) { return language.sortKey(name); });
    return names;
  };
  CHECK(sorted(Language(), {"Zwara", "élders", "Track 10", "Track 1.5", "eldest", "Track 2", "Élan"}) ==
        std::vector<std::string>{"Élan", "élders", "eldest", "Track 1.5", "Track 2", "Track 10", "Zwara"});
  CHECK(sorted(Language("es", ""), {"ñandú", "nube", "oca"}) == std::vector<std::string>{"nube", "ñandú", "oca"});
  CHECK(sorted(Language("ar", ""), {"يمن", "اتحاد", "تونس"}) == std::vector<std::string>{"اتحاد", "تونس", "يمن"});
  CHECK(Language().sortKey("") < Language().sortKey("a"));
}
