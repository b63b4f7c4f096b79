#pragma once

#include <string>

namespace trackloom::documents {

// What files tell of themselves. A non-paper says neither who wrote it, nor when, nor with what; its title and language
// stay, which people who have it read to them need.

std::string docxWithoutMetadata(const std::string& docx);
std::string odtWithoutMetadata(const std::string& odt);
/// The places in the file stay as they are, so blanks take the place of what goes.
std::string pdfWithoutMetadata(std::string pdf);

}  // namespace trackloom::documents
