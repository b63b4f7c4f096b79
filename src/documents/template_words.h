#pragma once

#include "language/language.h"

#include <string>
#include <vector>

namespace trackloom::documents {

/// The fixed words of a template, as translators see them: what stands between two tags of HTML or two parts of
/// mustache, and what `data-gap` says. `{{since}}` is the place `{since}` in them.
std::vector<std::string> templateWords(const std::string& html);

/// The template with its fixed words in a language. Words without a translation stay as they are.
std::string templateIn(const language::Language& language, const std::string& html);

}  // namespace trackloom::documents
