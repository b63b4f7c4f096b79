#pragma once

#include <string>
#include <string_view>

namespace trackloom::xml {

/// Appends the text of an element: references to characters in place, line ends as '\n'. What is no reference that
/// every XML reader knows stays as it stands.
void appendDecodedText(std::string& out, std::string_view raw);
/// Appends the value of an attribute: the same, but tabs and line ends become spaces.
void appendDecodedValue(std::string& out, std::string_view raw);
/// Appends text with its line ends as '\n'.
void appendWithPlainLineEnds(std::string& out, std::string_view raw);

/// A well-formed piece of a file as it stands, but with every `&` that is no known reference escaped, and line ends as
/// '\n'.
std::string verbatim(std::string_view piece);
/// Can this stand between double quotes exactly as it is?
bool isCanonicalValue(std::string_view raw);

}  // namespace trackloom::xml
