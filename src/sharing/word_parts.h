#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace trackloom::sharing {

/// Looks for what is a part of longer words, in a time that grows with the word alone.
class WordParts {
 public:
  /// Looks for a part from now on, unless it is too short or too long for anybody to write it into a word.
  void add(std::u32string_view part, std::size_t number);

  /// The number of the first part that a word is longer than and has in it; short ones only where it begins or ends.
  std::optional<std::size_t> in(std::u32string_view word) const;

 private:
  struct Letter {
    std::map<char32_t, std::size_t> next;  ///< places in `letters_`
    std::optional<std::size_t> number;     ///< of the part that ends here
  };
  std::optional<std::size_t> beginningAt(std::u32string_view word, std::size_t from) const;

  std::vector<Letter> letters_{1};
};

}  // namespace trackloom::sharing
