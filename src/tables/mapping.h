#pragma once

#include "plan/plan.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trackloom::tables {

/// What a column of a sheet holds.
struct ColumnUse {
  enum class Is : std::uint8_t { leftOut, id, kind, called, field };
  Is is = Is::leftOut;
  FieldNumber field{};     ///< if it is a field
  std::string language{};  ///< of a translation; empty for the main language
  friend bool operator==(const ColumnUse&, const ColumnUse&) = default;
};

/// As mapping files write it: `-`, `id`, `kind`, `planned-start`, `title:ar`.
std::string textOf(const ColumnUse& use);
std::optional<ColumnUse> columnUseNamed(std::string_view text);

/// What somebody said of one sheet.
struct SheetMapping {
  std::optional<KindId> kind{};
  bool leftOut = false;
  std::vector<std::pair<std::string, ColumnUse>> columns{};  ///< by their heads
  friend bool operator==(const SheetMapping&, const SheetMapping&) = default;
};

/// What a name in a sheet stands for.
struct NameMeaning {
  ElementId element{};           ///< empty: something that the plan does not have yet
  std::optional<KindId> kind{};  ///< of something new; nothing: as its place allows
  std::string sameAs{};          ///< another name of the spreadsheet that this one is a spelling of
  friend bool operator==(const NameMeaning&, const NameMeaning&) = default;
};

/// The answers to what an import asks, kept in a small text file beside the spreadsheet (docs/manual tells its form).
struct Mapping {
  std::vector<std::pair<std::string, SheetMapping>> sheets{};
  std::map<std::string, NameMeaning> names{};
  std::map<std::string, std::string> words{};  ///< words of lists as the plan writes them
  friend bool operator==(const Mapping&, const Mapping&) = default;

  const SheetMapping* forSheet(const std::string& name) const;
  SheetMapping& sheet(const std::string& name);
};

/// Where the answers about a spreadsheet are kept for the next time: beside it.
std::string mappingFileOf(const std::string& spreadsheet);

/// Throws an `Error` of kind unreadable for a line that is none of a mapping.
Mapping readMapping(std::string_view text, const std::string& where);
std::string mappingText(const Mapping& mapping);

}  // namespace trackloom::tables
