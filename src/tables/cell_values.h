#pragma once

#include "tables/undertaking.h"

#include <variant>

namespace trackloom::tables {

using ReadValue = std::variant<Value, Unclear>;

/// Which way round the days of a column are written: what only one of its cells can mean holds for all of them.
enum class DayOrder : std::uint8_t { dayFirst, monthFirst };

/// The text of a cell without white space and invisible signs around it.
std::string trimmedCell(std::string_view text);

/// Does a cell hold what was written into it for a value, whatever a spreadsheet makes of line ends, invisible signs
/// and texts that are too long for it?
bool holds(const Cell& cell, std::string_view written);

/// Of a date in figures with strokes, points or hyphens: does it name the month first, or could it?
bool mustBeMonthFirst(std::string_view text);
bool couldBeEither(std::string_view text);

/// Reads what cells say, in the words of several languages. References are read elsewhere.
class CellReader {
 public:
  /// The words and the mapping must outlive this; `terms` are the own words of the plan.
  CellReader(const Words& words, const Mapping& mapping, const Plan& plan);

  /// The text of a cell as plan files write the field; `Unread` if it is not written so.
  Value strictly(const Cell& cell, const Field& field) const { return parseValue(field, cell.text, &terms_); }
  /// A cell that is not blank as the value of a field.
  ReadValue read(const Cell& cell, const Field& field, const LaidColumn& column, DayOrder order) const;

 private:
  ReadValue readDate(const Cell& cell, DayOrder order) const;
  ReadValue readNumber(const Cell& cell, const Field& field) const;
  ReadValue readMoney(const Cell& cell, const Field& field, const LaidColumn& column) const;
  std::variant<std::string, Unclear> word(const std::string& text, const Field& field) const;
  Message::Argument proposed(const Vocabulary& list, const std::string& text) const;
  ReadValue readTerms(const std::string& text, const Field& field) const;

  const Words& words_;
  const Mapping& mapping_;
  PlanTerms terms_;
  std::multimap<std::pair<VocabularyId, std::string>, std::string> ownWords_;  // by list and compared label
};

}  // namespace trackloom::tables
