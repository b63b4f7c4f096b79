#pragma once

#include "documents/document.h"

#include <string>

namespace trackloom::documents {

/// A page of HTML turned into another format. `html` must not point outside itself.
/// DOCX and ODT: headings become heading styles one level up, the page's title the document's title, figures pictures
/// with their description. Two runs give the same bytes. Throws `Error` if the program that does it is missing or
/// fails.
std::string convert(const std::string& html, const Template& look, const DocumentRequest& request, Programs& programs);

/// The page that a result holds, in the format that was asked for; where that fails it stays a page, and the result
/// tells why.
void convertResult(DocumentResult& result, const Template& look, const DocumentRequest& request, Programs& programs);

}  // namespace trackloom::documents
