#pragma once

#include "documents/programs.h"

#include <string>

namespace trackloom::documents {

/// A page as weasyprint sets it right. It sets the text of drawings letter by letter, which no script that joins its
/// letters or runs from right to left survives: such drawings are turned into outlines first, which stay vectors.
std::string pdfPage(const std::string& page, Day day, Programs& programs);

/// What Python is to run before weasyprint: it lets text from right to left be searched and read aloud.
TaskFile pdfLetters();

}  // namespace trackloom::documents
