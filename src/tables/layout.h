#pragma once

#include "tables/import.h"
#include "tables/words.h"

#include <map>

namespace trackloom::tables {

/// One column as it is read for one kind.
struct LaidColumn {
  std::size_t index = 0;  ///< from 0
  std::string head;
  ColumnUse use;
  std::string currency{};            ///< that the head names in brackets
  std::vector<ColumnUse> couldBe{};  ///< several: somebody must say
  bool known = true;
};

/// Where the heads of a sheet stand, which kind its rows are and what its columns hold.
struct Layout {
  const Sheet* sheet = nullptr;
  std::size_t headRow = 0;  ///< from 0
  bool asWritten = false;   ///< has the heads that Trackloom writes
  std::optional<KindId> kind{};
  KindBy kindBy = KindBy::fit;
  std::optional<std::size_t> kindColumn{};
  std::map<KindId, std::vector<LaidColumn>> columns{};  ///< by the kinds of its rows
  std::vector<KindId> couldBe{};                        ///< several or none: nothing is read
  bool leftOut = false;
  bool empty = false;

  const LaidColumn* column(KindId of, ColumnUse::Is is) const;
};

Layout layOut(const Sheet& sheet, const ImportRequest& request, const Words& words);

bool isBlank(std::string_view text);

}  // namespace trackloom::tables
