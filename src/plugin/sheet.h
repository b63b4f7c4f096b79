#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
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

}  // namespace trackloom::plugin
