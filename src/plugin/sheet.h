#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::plugin {

// As far as a spreadsheet is read; what is larger is refused.
inline constexpr std::size_t mostSheetRows = 1'048'576;
inline constexpr std::size_t mostSheetColumns = 1'024;
inline constexpr std::size_t mostCells = 4'000'000;  ///< of a whole file, empty ones between others included
inline constexpr std::size_t mostFileBytes = 64U << 20U;

/// What the file says a cell is.
enum class CellKind : std::uint8_t {
  text,
  number,  ///< `12.5`
  day,     ///< `2026-05-14`
  failed   ///< a formula without a result, or with an error for one
};

struct Cell {
  std::string text;
  CellKind kind = CellKind::text;
  friend bool operator==(const Cell&, const Cell&) = default;
};

/// One table of a spreadsheet file: its rows from the first on, each as long as its last cell that holds something.
struct Sheet {
  std::string name;
  bool hidden = false;
  std::vector<std::vector<Cell>> rows;
  friend bool operator==(const Sheet&, const Sheet&) = default;
};

/// A column of a table that is to be written.
struct TableColumn {
  std::string head;
  bool mayChange = false;              ///< are people to fill it in?
  std::vector<std::string> choices{};  ///< what its cells may hold; empty: anything
};

/// A table that is to be written into a spreadsheet. Every row has as many cells as there are columns.
struct WrittenTable {
  std::string name;
  std::vector<std::string> lines;  ///< of text above the heads
  std::vector<TableColumn> columns;
  std::vector<std::vector<Cell>> rows;
  bool rightToLeft = false;
};

/// Puts a cell into a sheet. False if that would be more than is read; `cells` counts those of the file.
bool put(Sheet& sheet, std::size_t row, std::size_t column, Cell cell, std::size_t& cells);

/// Sheets as one run of bytes, for the way from another process; nothing for bytes that are none.
std::string packedSheets(const std::vector<Sheet>& sheets);
std::optional<std::vector<Sheet>> unpackedSheets(std::string_view bytes);

}  // namespace trackloom::plugin
