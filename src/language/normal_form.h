#pragma once

#include <string>
#include <string_view>

namespace trackloom::language {

/// The text with every letter and its accents as one sign where there is one (Unicode's form NFC), so that the same
/// word from two keyboards is the same bytes. What is no UTF-8 stays as it is.
std::string composed(std::string_view text);

}  // namespace trackloom::language
