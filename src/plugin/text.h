#pragma once

#include <string>
#include <string_view>

namespace trackloom::plugin {

/// Is it UTF-8 without zero bytes?
bool isText(std::string_view bytes);

/// A sentence from a plugin, fit to be shown: on one line, at most 1,000 bytes, what is not text left out.
std::string shownSentence(std::string_view sentence);

}  // namespace trackloom::plugin
