#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace trackloom::xml {

/// Appends text as it stands between the quotes of an attribute.
void appendAttributeText(std::string& out, std::string_view text);
/// Appends text as it stands inside an element.
void appendElementText(std::string& out, std::string_view text);
/// Makes what was appended to `out` from `from` on fit to stand between the quotes of an attribute.
void escapeAttributeFrom(std::string& out, std::size_t from);

}  // namespace trackloom::xml
