#pragma once

#include "tables/undertaking.h"

namespace trackloom::tables {

/// A row of a sheet that stands for one element.
struct RowEntry {
  const Layout* layout = nullptr;
  std::size_t sheet = 0;
  std::size_t row = 0;  ///< from 0
  KindId kind{};
  const std::vector<LaidColumn>* columns = nullptr;
  ElementPtr before{};  ///< null for something new
  ElementId id{};       ///< empty where only its content will tell
  bool foundByTitle = false;
  std::vector<OtherSpelling> spellings{};  ///< of its own name and of what it names
  bool refused = false;
  ElementPtr after{};

  const Cell& cell(const LaidColumn& column) const;
  const LaidColumn* column(ColumnUse::Is is) const;
  const LaidColumn* column(FieldNumber field) const;
  Place place(const LaidColumn* column = nullptr) const;
};

/// The rows that hold something, each with its kind, and by their ids and titles the elements they stand for. What is
/// wrong with a row is reported, and the row marked as refused; rows whose kind does not read are counted in `refused`
/// by sheet.
struct Rows {
  std::vector<RowEntry> entries;
  std::vector<std::size_t> refused;
};
Rows rowsOf(Undertaking& undertaking, std::span<const Layout> layouts);

}  // namespace trackloom::tables
