#pragma once

#include <cstddef>
#include <string>

namespace trackloom::xml {

/// Makes room for so many bytes. Where that is much, the system is asked to provide it in large pages: each page costs
/// a wait when it is first written to, and usual ones come to a third of the time that writing a large plan takes.
void reserveLarge(std::string& text, std::size_t bytes);

}  // namespace trackloom::xml
