#pragma once

#include "language/folded_words.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace trackloom::sharing {

/// A place of a text where a name stands.
struct FoundName {
  std::size_t from = 0;  ///< bytes of the text
  std::size_t to = 0;
  std::size_t name = 0;  ///< the number the name was added under
};

/// The words of a text as names are compared: an article belongs to the word it stands before, and percent escapes
/// stand for what they mean.
std::vector<language::FoldedWord> nameWords(std::string_view text);

bool isArabic(std::u32string_view word);

/// The letters of a word of a name as they are looked for: without an article, “Alhouthi” as “al-Houthi”.
std::u32string lettersLookedFor(const std::u32string& word);

/// Where a name counts as one.
enum class Stands {
  anywhere,
  capital,   ///< where it does not begin with a small letter
  addressed  ///< behind a form of address: "Mr Wu"
};

/// The words of a name written as one, with and without articles, the last also in front: "zarquntestperson" and
/// "testpersonzarqun". None where that is too short to be told from other words, and for a single word.
std::vector<std::u32string> joinedSpellings(std::string_view name);

/// Looks for names in texts, however they are spelt: case, accents, vowel signs, hamza forms, taa marbuta and alif
/// maqsura make no difference, nor does the Arabic article in either script, a plural or a genitive behind the last
/// word, or what Arabic writes onto the front of a word (and, with, for, like). Names are found with their words joined
/// ("ZarqunTestperson", also between other words with capitals), with figures before or behind a word, and where a
/// hyphen breaks a word, also at the end of a line.
class NameSearch {
 public:
  /// Looks for a name from now on. False if it is too short to be told from other words, and so is not looked for.
  bool add(std::string_view name, std::size_t number, Stands stands = Stands::anywhere);

  /// Where names stand, from left to right; where several could be meant the longest, then the one added first.
  std::vector<FoundName> find(std::string_view text) const;

 private:
  struct Name {
    std::vector<std::u32string> words;
    std::size_t number = 0;
    Stands stands = Stands::anywhere;
  };
  using Words = std::vector<language::FoldedWord>;
  void addSpelling(std::vector<std::u32string> words, std::size_t number, Stands stands);
  bool says(std::span<const language::FoldedWord> words, std::size_t at, const Name& name) const;
  const Name* longestAt(const Words& words, std::size_t at) const;
  void findIn(const Words& words, std::string_view text, std::vector<FoundName>& found) const;
  std::size_t findBroken(const Words& words, std::size_t at, std::string_view text,
                         std::vector<FoundName>& found) const;

  std::vector<Name> names_;
  std::unordered_multimap<std::u32string, std::size_t> byFirstWord_;  // places in `names_`
};

/// The text with something else in each of the places.
template <class Replacement>
std::string replaced(std::string_view text, const std::vector<FoundName>& places, Replacement replacement) {
  std::string out;
  std::size_t at = 0;
  for (const FoundName& place : places) {
    out.append(text.substr(at, place.from - at)).append(replacement(place));
    at = place.to;
  }
  return out.append(text.substr(at));
}

}  // namespace trackloom::sharing
