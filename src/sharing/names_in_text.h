#pragma once

#include <cstddef>
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

/// Looks for names in texts, however they are spelt: case, accents, vowel signs, hamza forms, taa marbuta and alif
/// maqsura make no difference, nor does the Arabic article in either script, a plural or a genitive behind the last
/// word, or what Arabic writes onto the front of a word (and, with, for, like).
class NameSearch {
 public:
  /// Looks for a name from now on. False if it is too short to be told from other words, and so is not looked for.
  bool add(std::string_view name, std::size_t number);

  /// Where names stand, from left to right; where several could be meant the longest, then the one added first.
  std::vector<FoundName> find(std::string_view text) const;

 private:
  struct Name {
    std::vector<std::u32string> words;
    std::size_t number = 0;
  };
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

/// The name, and where part of it stands in brackets what is left without, and what stands in them if that is an
/// abbreviation: "General Command (LNA)" is also called General Command, and LNA.
std::vector<std::string> waysToCall(std::string_view name);

/// The last word of a name of several, by which people are often called; empty if it is too short to say who is meant,
/// and for the name of an office.
std::string calledBy(std::string_view name);

}  // namespace trackloom::sharing
