#pragma once

#include "desktop/presenters/speech.h"

#include <string>
#include <vector>

namespace trackloom::desktop {

/// A column of a table of elements: a field, or what the element is called.
struct Column {
  FieldNumber field;
  std::string heading;
};

struct TableRow {
  ElementId element;
  std::vector<std::string> cells;
};

/// What of a kind a table shows, and in which order.
struct TableView {
  KindId kind = KindId::activity;
  std::vector<FieldNumber> columns;  ///< empty: those a kind begins with
  std::string filter;
  std::size_t sortColumn = 0;
  enum class Order : std::uint8_t { ascending, descending } order = Order::ascending;
};

/// All elements of one kind, a row each.
struct ElementTable {
  std::vector<Column> columns;
  std::vector<TableRow> rows;
};

ElementTable elementTable(const OpenPlan& open, const Speech& speech, const TableView& view);

/// The fields a table of a kind begins with, eight at most: what has to or should be given, dates, then the others. Of
/// an activity how far it is and when it was planned and took place.
std::vector<FieldNumber> firstColumns(const Kind& kind);

/// Rows as spreadsheets take them from the clipboard: cells between tabs, rows on lines, the headings first.
std::string tabSeparated(const ElementTable& table, const std::vector<ElementId>& rows);

/// The edit that adds rows copied from a spreadsheet to a kind, or changes those of the same name: the first line names
/// the columns. Throws an `Error` of kind usage that names the first line and column it cannot take.
Edit pastedRows(const OpenPlan& open, const Speech& speech, KindId kind, const std::string& text);

}  // namespace trackloom::desktop
