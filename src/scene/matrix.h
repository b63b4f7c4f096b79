#pragma once

#include "scene/sheet.h"

#include <optional>
#include <string>
#include <vector>

namespace trackloom::scene {

/// What a cell of a matrix says. Each is told by a sign as well as by a colour.
enum class Mark : std::uint8_t {
  nothing,  ///< there cannot be anything
  few,
  some,
  many,
  gap,  ///< it is known that there is nothing
  met,
  short_,
  unknown,  ///< nobody can tell
  count_
};

struct MatrixCell {
  Mark mark = Mark::nothing;
  std::string text;  ///< the main figure
  std::string note;  ///< a second line
  std::string description;
};

struct MatrixHead {
  ElementId element;
  std::string name;
  std::string note;
};

struct MatrixRow {
  MatrixHead head;
  bool indented = false;
  std::vector<MatrixCell> cells;  ///< one for each column; none: a heading above the rows that follow
};

struct Matrix {
  std::string corner;  ///< what the rows are
  std::vector<MatrixHead> columns;
  std::vector<MatrixRow> rows;
  /// What the marks that are used mean here; null where the figure in the cell says it.
  std::array<const char*, static_cast<std::size_t>(Mark::count_)> meaning{};
};

/// How much a number is against the largest of its matrix. Precondition: 0 < number ≤ largest.
Mark amountMark(std::size_t number, std::size_t largest);

/// Makes the sheet as wide as the matrix must be: columns do not get narrower than their figures.
void widenFor(Sheet& sheet, const Matrix& matrix);
/// Draws the matrix below what stands on the sheet, which was widened for it, and the legend of the marks it uses.
void drawMatrix(Sheet& sheet, const Matrix& matrix);

}  // namespace trackloom::scene
