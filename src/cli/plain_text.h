#pragma once

#include "documents/tables.h"
#include "language/language.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace trackloom::cli {

/// How many columns of a terminal the text takes: combining marks and our own colour codes none, East
/// Asian wide characters two.
std::size_t displayWidth(std::string_view text);

/// The text on one line, fit to be shown anywhere: line ends, control characters and marks that turn the reading
/// direction around become spaces, what is not UTF-8 becomes U+FFFD.
std::string oneLine(std::string_view text);

/// A sentence in a language on one line; elements by what they are called in the plan. In English dates stay as files
/// write them, so that scripts can read them.
std::string said(const language::Language& language, const Message& message, const Plan* plan = nullptr);

/// A sentence on one line without the marks that keep texts of other languages apart, which a terminal does not need.
std::string sentenceLine(std::string sentence);

/// The text cut to so many columns, with … where something was cut off.
std::string shortened(std::string_view text, std::size_t width);

/// The text in lines of at most `width` columns (0: unlimited) that start with so many spaces; words longer than a
/// line stay whole. Ends with a line end. The first line starts with `lead` instead, then with the text.
std::string wrapped(std::string_view lead, std::string_view text, std::size_t indent, std::size_t width);

/// The table with its columns under each other, two spaces between them, no spaces at line ends. Fits `width` columns
/// (0: unlimited) by cutting the widest cells.
std::string alignedText(const documents::Table& table, std::size_t width);

}  // namespace trackloom::cli
