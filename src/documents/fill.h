#pragma once

#include "documents/node.h"

#include <string>
#include <string_view>

namespace trackloom::documents {

/// A text as it can stand between or in tags: markup characters escaped, characters that XML forbids and bytes that are
/// no UTF-8 replaced by U+FFFD.
std::string escaped(std::string_view text);

/// Fills a mustache template. Every text is escaped, whichever braces ask for it; only `Markup` goes in as it is.
/// Throws `Error` naming `where` if the template does not read.
std::string fill(const std::string& mustacheTemplate, const Node& node, const std::string& where);

}  // namespace trackloom::documents
