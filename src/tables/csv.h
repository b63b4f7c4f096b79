#pragma once

#include "language/encoding.h"
#include "plan/message.h"
#include "plugin/sheet.h"

#include <optional>
#include <string_view>
#include <vector>

namespace trackloom::tables {

using plugin::Cell;
using plugin::CellKind;
using plugin::Sheet;

/// What is known of a file of separated values beforehand; nothing: it is found out.
struct CsvForm {
  std::optional<language::Encoding> encoding{};
  std::optional<char> separator{};  ///< `,` `;` or a tab
};

/// The tables of a spreadsheet file, and how it was read, as sentences.
struct ReadFile {
  std::vector<Sheet> sheets;
  std::vector<Message> notes;
};

/// Reads comma-, semicolon- or tab-separated values (RFC 4180; also with the line `sep=;` that Excel writes). The
/// apostrophe that keeps a text from being a formula, as `documents::csv` sets it, is taken away. Throws an `Error` of
/// kind unreadable for what is no such file, or larger than is read; `where` is the file in it.
ReadFile readCsv(std::string_view bytes, const CsvForm& form, const std::string& where);

}  // namespace trackloom::tables
