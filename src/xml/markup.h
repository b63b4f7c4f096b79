#pragma once

#include "plan/message.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trackloom::xml {

// A look at the tags of a file before anything is built from them: constant memory, no recursion.

/// A place in a file and what is wrong there, with what to do about it.
struct Refusal {
  Message what;
  Message toDo;
  std::size_t at = 0;  ///< offset in the text
};

/// What a file is made of, as far as its tags tell.
struct Outline {
  std::size_t elements = 0;
  std::vector<std::pair<std::size_t, std::size_t>> doctypes;  ///< from, to
  std::optional<Refusal> refusal;  ///< limits exceeded, tags that are not closed, text outside the root
};

Outline outlineOf(std::string_view text);

/// The end of the element, comment or instruction that begins at `at`. Precondition: its tags are closed.
std::size_t endOfNode(std::string_view text, std::size_t at);

/// A piece of a file as it stands, but with what no XML may hold escaped and line ends as '\n'.
std::string asWellFormed(std::string_view piece);

/// Can this stand between double quotes exactly as it is?
bool isCanonicalAttributeText(std::string_view raw);

}  // namespace trackloom::xml
