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
