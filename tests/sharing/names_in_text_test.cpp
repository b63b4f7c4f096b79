#include "sharing/names_in_text.h"

#include <catch2/catch.hpp>

using namespace trackloom::sharing;

namespace {

/// The text with every found name in brackets.
std::string marked(const std::vector<std::string>& names, const std::string& text) {
  NameSearch search;
  for (std::size_t i = 0; i < names.size(); ++i) search.add(names[i], i);
  return replaced(text, search.find(text),
                  [&](const FoundName& place) { return "[" + std::to_string(place.name) + "]"; });
}

}  // namespace

TEST_CASE("a name is found however it is spelt in Latin letters") {
  const std::string text =
      GENERATE("Met Ali al-Tamimi.", "Met ALI AL-TAMIMI.", "Met ʿAlī at-Tamīmī.", "Met Ali Tamimi.",
               "Met Ali Al Tamimi.", "Met Ali Altamimi.", "Met Ali\nal-Tamimi.");
  CHECK(marked({"Ali al-Tamimi"}, text) == "Met [0].");
  CHECK(marked({"Ali Tamimi"}, text) == "Met [0].");
  CHECK(marked({"Ali Altamimi"}, text) == "Met [0].");
}

TEST_CASE("a name is found however it is spelt in Arabic letters") {
  const std::string text = GENERATE("قابلنا أحمد الخليفة أمس", "قابلنا احمد الخليفه أمس", "قابلنا أَحْمَد الخليفة أمس",
                                    "قابلنا احمد خليفة أمس", "قابلنا إحمد الخليفـــة أمس");
  CHECK(marked({"أحمد الخليفة"}, text) == "قابلنا [0] أمس");
  CHECK(marked({"احمد خليفه"}, text) == "قابلنا [0] أمس");
}

TEST_CASE("what Arabic writes onto the front of a word, plurals and genitives do not hide a name") {
  for (const char* text : {"والحوثي", "بالحوثي", "للحوثي", "وللحوثي", "الحوثيون", "الحوثيين", "حوثي", "وبالحوثي",
                           "فكالحوثي", "ولحوثي", "وَبِالحُوثِيّ", "فللحوثي"})
    CHECK(marked({"الحوثي"}, text) == "[0]");
  for (const char* text : {"العدل والمساواة", "للعدل والمساواة", "وبعدل ومساواة"})
    CHECK(marked({"العدل والمساواة"}, text) == "[0]");
  CHECK(marked({"والمساواة"}, "المساواة") == "[0]");
  CHECK(marked({"خالد"}, "خالدة والد بلد") == "خالدة والد بلد");
  CHECK(marked({"Houthi"}, "the Houthis’ list, al-Houthi's men") == "the [0]’ list, [0]'s men");
}

TEST_CASE("only whole words are a name, the longest counts, and short ones are not looked for") {
  CHECK(marked({"Ali"}, "Alice and Valid") == "Alice and Valid");
  CHECK(marked({"Front", "Front for Justice"}, "The Front for Justice and the front") == "The [1] and the [0]");
  NameSearch search;
  CHECK_FALSE(search.add("A", 0));
  CHECK_FALSE(search.add("", 1));
  CHECK_FALSE(search.add("–", 2));
  CHECK(search.add("Bo", 3));
  CHECK(search.find("A – B").empty());
}

TEST_CASE("a name may count only where it is written with a capital, or behind a form of address") {
  NameSearch search;
  search.add("Silo", 0, Stands::capital);
  search.add("Wu", 1, Stands::addressed);
  CHECK(search.find("the silo").empty());
  CHECK(search.find("at Silo, SILO").size() == 2);
  CHECK(search.find("Wu and wu, Mr wu").empty());
  CHECK(search.find("Colonel Wu").size() == 1);
}

TEST_CASE("a name is found where its parts are joined, in either order") {
  for (const char* text : {"ZarqunTestperson", "zarquntestperson", "TestpersonZarqun", "Zarqun_Testperson",
                           "zarqun.testperson", "zarqun%20testperson", "Zarqun%2520Testperson", "zarqun+testperson"})
    CHECK(marked({"Zarqun Testperson"}, std::string("at #") + text + ".") == "at #[0].");
  CHECK(marked({"Abu Fanous"}, "AbuFanous") == "[0]");
  CHECK(marked({"Khalid al-Dosari"}, "KhalidAlDosari, khaliddosari, khalidaldosari") == "[0], [0], [0]");
  for (const char* text : {"زرقونتستبرسون", "وزرقونتستبرسون", "زرقون\u200Cتستبرسون", "زرقون%D8%AA%D8%B3تبرسون"})
    CHECK(marked({"زرقون تستبرسون"}, text) == "[0]");
  CHECK(marked({"Ali Din", "Wu Li"}, "validing wuli") == "validing wuli");
}

TEST_CASE("a name is found in front of figures, behind them and where capitals part it from other words") {
  CHECK(marked({"Testperson"}, "Testperson2021, 3testperson.docx") == "[0], [0].docx");
  CHECK(marked({"Saleh", "Zarqun Testperson"}, "SalehMeeting.docx, #MeetZarqunTestperson2, LNASaleh") ==
        "[0]Meeting.docx, #Meet[1], LNA[0]");
  CHECK(marked({"Group5"}, "Group5 and Group") == "[0] and Group");
  CHECK(marked({"Ali"}, "Q1ali, Alice1, valid2") == "Q1ali, Alice1, valid2");
}

TEST_CASE("a name is found where a hyphen and the end of a line break it") {
  for (const char* text : {"Test-person", "Test-\nperson", "Test- \r\n person", "Test\u2010person", "Tes-tper-son",
                           "Test\u00AD\nperson", "Test\u00ADperson"})
    CHECK(marked({"Testperson"}, std::string("by ") + text + " and") == "by [0] and");
  CHECK(marked({"Testperson"}, "Test, person and Test person") == "Test, person and Test person");
}
