#include "language/folded_words.h"

#include "language/folding.h"

#include <catch2/catch.hpp>

using trackloom::language::foldedWords;

namespace {

/// The folded letters of all words, with spaces between.
std::u32string folded(const char* text) {
  std::u32string all;
  for (const auto& word : foldedWords(text)) all += (all.empty() ? U"" : U" ") + word.letters;
  return all;
}

bool alike(const char* a, const char* b) { return folded(a) == folded(b); }

}  // namespace

TEST_CASE("one name written in several ways folds alike") {
  CHECK(alike("أحمد", "احمد"));
  CHECK(alike("إيمان", "ايمان"));
  CHECK(alike("آمنة", "امنه"));
  CHECK(alike("مُحَمَّد", "محمد"));
  CHECK(alike("محـــمد", "محمد"));
  CHECK(alike("موسى", "موسي"));
  CHECK(alike("علی", "علي"));
  CHECK(alike("فؤاد", "فواد"));
  CHECK(alike("هناء", "هنا"));
  CHECK(alike("ﻣﺤﻤﺪ", "محمد"));
  CHECK(alike("José Núñez", "JOSE NUNEZ"));
  CHECK(alike("Wałęsa", "walesa"));
  CHECK(alike("ʿAlī al-Ḥusaynī", "ali al-husayni"));
  CHECK(alike("Ma’rib", "Marib"));
  CHECK(alike("Track ١٢", "track 12"));
  CHECK_FALSE(alike("علي", "عالي"));
}

TEST_CASE("words end at spaces, signs and an English genitive") {
  CHECK(folded("the Front's list") == U"the front list");
  CHECK(folded("the Fronts’ list") == U"the fronts list");
  CHECK(folded("a.b,c/d") == U"a b c d");
  CHECK(folded("").empty());
  CHECK(folded(" – … ").empty());
  CHECK_NOTHROW(foldedWords("\xFF\xC0 broken \xE2\x80"));
}

TEST_CASE("words tell where they stand") {
  const std::string text = "met Álvaro-Sol’s aide";
  const auto words = foldedWords(text);
  REQUIRE(words.size() == 4);
  CHECK(text.substr(words[1].from, words[1].to - words[1].from) == "Álvaro");
  CHECK(text.substr(words[2].from, words[2].to - words[2].from) == "Sol");
  CHECK_FALSE(words[0].hyphenBehind);
  CHECK(words[1].hyphenBehind);
  CHECK_FALSE(words[2].hyphenBehind);
}

TEST_CASE("what is searched for itself is found first, then what begins with it") {
  const std::vector<std::string> texts{"Consultations for a National Conference", "National Conference, second round",
                                       "national conference", "Forum"};
  CHECK(trackloom::language::matching("National Conference", texts) == std::vector<std::size_t>{2, 1, 0});
  CHECK(trackloom::language::matching("", texts).size() == 4);
}
