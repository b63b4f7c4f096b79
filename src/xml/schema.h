#pragma once

#include <string>

namespace trackloom::xml {

/// The W3C XML Schema of the file format, generated from the table of kinds.
std::string schema();

}  // namespace trackloom::xml
