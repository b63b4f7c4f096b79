#include "plugin/sheet.h"

#include "process/process.h"

#include <array>
#include <charconv>

namespace trackloom::plugin {
namespace {

constexpr std::size_t mostSheets = 256;

void appendNumber(std::string& out, std::size_t number) { out.append(std::to_string(number)).append(" "); }

/// Each cell as its row, column, kind and size, then its text.
std::string packedCells(const Sheet& sheet) {
  std::string bytes;
  for (std::size_t row = 0; row < sheet.rows.size(); ++row)
    for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
      const Cell& cell = sheet.rows[row][column];
      if (cell.text.empty()) continue;
      for (const std::size_t number : {row, column, static_cast<std::size_t>(cell.kind), cell.text.size()})
        appendNumber(bytes, number);
      bytes += cell.text;
    }
  return bytes;
}

bool takeCells(Sheet& sheet, std::string_view bytes, std::size_t& cells) {
  while (!bytes.empty()) {
    std::array<std::size_t, 4> numbers{};
    for (std::size_t& number : numbers) {
      const auto [stop, problem] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), number);
      if (problem != std::errc() || stop == bytes.data() + bytes.size() || *stop != ' ') return false;
      bytes.remove_prefix(static_cast<std::size_t>(stop - bytes.data()) + 1);
    }
    const auto [row, column, kind, size] = numbers;
    if (size > bytes.size() || kind > static_cast<std::size_t>(CellKind::failed)) return false;
    if (!put(sheet, row, column, {std::string(bytes.substr(0, size)), static_cast<CellKind>(kind)}, cells))
      return false;
    bytes.remove_prefix(size);
  }
  return true;
}

}  // namespace

bool put(Sheet& sheet, std::size_t row, std::size_t column, Cell cell, std::size_t& cells) {
  if (row >= mostSheetRows || column >= mostSheetColumns) return false;
  const std::size_t rows = sheet.rows.size();
  if (row >= rows) {
    cells += row + 1 - rows;
    if (cells > mostCells) return false;
    sheet.rows.resize(row + 1);
  }
  std::vector<Cell>& there = sheet.rows[row];
  if (column >= there.size()) {
    cells += column + 1 - there.size();
    if (cells > mostCells) return false;
    there.resize(column + 1);
  }
  there[column] = std::move(cell);
  return true;
}

std::string packedSheets(const std::vector<Sheet>& sheets) {
  std::vector<std::string> bodies;
  for (const Sheet& sheet : sheets) bodies.push_back(packedCells(sheet));
  std::vector<std::string_view> texts;
  for (std::size_t i = 0; i < sheets.size(); ++i)
    for (const std::string_view text :
         {std::string_view(sheets[i].name), std::string_view(sheets[i].hidden ? "hidden" : ""),
          std::string_view(bodies[i])})
      texts.push_back(text);
  return process::packed(texts);
}

std::optional<std::vector<Sheet>> unpackedSheets(std::string_view bytes) {
  const auto texts = process::unpacked(bytes);
  if (!texts || texts->size() % 3 != 0 || texts->size() > 3 * mostSheets) return std::nullopt;
  std::vector<Sheet> sheets;
  std::size_t cells = 0;
  for (std::size_t i = 0; i < texts->size(); i += 3) {
    Sheet& sheet = sheets.emplace_back();
    sheet.name = texts->at(i);
    sheet.hidden = texts->at(i + 1) == "hidden";
    if (!takeCells(sheet, texts->at(i + 2), cells)) return std::nullopt;
  }
  return sheets;
}

}  // namespace trackloom::plugin
