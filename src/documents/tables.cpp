#include "documents/tables.h"

#include <charconv>
#include <string_view>

namespace trackloom::documents {
namespace {

bool isNumber(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  double number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  return problem == std::errc() && end == text.data() + text.size();
}

/// Would a spreadsheet take the text for a formula? Some skip white space at its beginning.
bool readsAsFormula(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  const bool sign = std::string_view("=+-@").find(text[begin]) != std::string_view::npos;
  return (sign || std::string_view("\t\r").find(text[0]) != std::string_view::npos) && !isNumber(text);
}

/// Is it guarded, or would it look as if it were?
bool needsGuard(std::string_view text) {
  const std::size_t bare = text.find_first_not_of('\'');
  return bare != std::string_view::npos && readsAsFormula(text.substr(bare));
}

}  // namespace

std::string neverFormula(const std::string& cell) { return needsGuard(cell) ? "'" + cell : cell; }

namespace {

void appendCell(std::string& out, const std::string& cell) {
  const std::string text = neverFormula(cell);
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

std::string csv(const Table& table) {
  std::string out;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i) out += ',';
    appendCell(out, table.columns[i].title);
  }
  out += "\r\n";
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i) out += ',';
      appendCell(out, row[i]);
    }
    out += "\r\n";
  }
  return out;
}

std::string withoutFormulaGuard(std::string cell) {
  if (cell.starts_with('\'') && needsGuard(cell)) cell.erase(0, 1);
  return cell;
}

}  // namespace trackloom::documents
