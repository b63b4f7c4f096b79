#pragma once

#include <map>
#include <string>

namespace trackloom::documents {

/// Parts of pages that several templates share, by their names.
using Pieces = std::map<std::string, std::string, std::less<>>;

/// The template with `{{>name}}` replaced by the piece of that name, in pieces as well. Throws `Error` naming `where`
/// for a piece that is not there, pieces that ask for each other, and a page that becomes too long.
std::string withPieces(const std::string& html, const Pieces& pieces, const std::string& where);

}  // namespace trackloom::documents
