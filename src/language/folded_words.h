#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::language {

/// A word of a text as names are compared, and where it stands.
struct FoldedWord {
  std::u32string letters;
  std::size_t from = 0;  ///< bytes of the text
  std::size_t to = 0;
  bool hyphenBehind = false;  ///< nothing but a hyphen stands between it and the next word
  bool small = false;         ///< begins with a small letter; Arabic has none
};

/// The words of a UTF-8 text with their letters folded (`letters.h`), so that one name written in several ways reads
/// alike. Apostrophes and the signs that stand for ayn and hamza in Latin script do not part a word; an English 's
/// does.
std::vector<FoldedWord> foldedWords(std::string_view text);

}  // namespace trackloom::language
