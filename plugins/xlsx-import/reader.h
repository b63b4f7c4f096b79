#pragma once

#include "archive.h"
#include "formats.h"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx_import {

/// A cell as the file has it.
struct Cell {
  enum class Is { empty, text, number, failed };
  Is is = Is::empty;
  std::string text;
  double number = 0;
  std::size_t format = 0;  ///< place in the list of cell formats
};

struct Sheet {
  std::string name;
  std::map<std::pair<std::size_t, std::size_t>, Cell> cells;  ///< by row and column
  std::size_t formulas = 0;
  std::size_t merged = 0;  ///< rows that were given the value of merged cells
};

/// What a workbook holds that is read.
struct Workbook {
  std::vector<std::unique_ptr<Sheet>> sheets;
  std::vector<Shown> formats;  ///< of cells
  Counted counted = Counted::from1900;
};

/// Reads a workbook by liborcus, and adds the cells that it passes over, by the name of their sheet. Throws `Refused`
/// for more cells than are read, and what liborcus throws.
Workbook readWorkbook(std::string_view bytes, const std::map<std::string, std::vector<PassedOver>>& passedOver);

}  // namespace xlsx_import
