#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace trackloom::documents {

/// On which side the texts of a column stand.
enum class Side : std::uint8_t { left, right };

struct Column {
  std::string title;
  Side side = Side::left;
};

/// Rows of texts under column titles. Every row has as many cells as there are columns.
struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

/// A text that spreadsheets would take for a formula with an apostrophe before it, and so one that already stands
/// behind apostrophes; others, and numbers, as they are.
std::string neverFormula(const std::string& cell);

/// Comma-separated values after RFC 4180: a header row, lines ending in CR LF, cells in quotes where they need them.
/// Each cell is as `neverFormula` has it.
std::string csv(const Table& table);

/// A cell of `csv` as the text that was put into it: without that apostrophe.
std::string withoutFormulaGuard(std::string cell);

}  // namespace trackloom::documents
