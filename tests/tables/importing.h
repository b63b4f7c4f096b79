#pragma once

#include "documents/list_table.h"
#include "support/plan_text.h"
#include "tables/import.h"
#include "tables/report.h"

#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

namespace trackloom::tables::testing {

/// English and the catalogues that were compiled.
inline const std::vector<language::Language>& languages() {
  static const std::vector<language::Language> all = [] {
    std::vector<language::Language> list{language::Language()};
    for (const std::string code : {"fr", "es", "ar"}) {
      std::ifstream file(TRACKLOOM_BINARY_DIR "/lib/trackloom/locale/" + code + ".mo", std::ios::binary);
      REQUIRE(file);
      list.emplace_back(code, std::string(std::istreambuf_iterator<char>(file), {}));
    }
    return list;
  }();
  return all;
}

inline Import imported(const Plan& plan, std::string_view csv, const ImportRequest& request = {},
                       const std::string& name = "sheet.csv") {
  const ReadFile file = readCsv(csv, {}, name);
  return importSheets(plan, file.sheets, request, languages());
}

inline std::string exported(const Plan& plan, const Kind* only = nullptr) {
  std::vector<const Kind*> all;
  for (const Kind& kind : kinds())
    if (only ? only == &kind : !plan.all(kind.id).empty()) all.push_back(&kind);
  return documents::csv(documents::listTable(plan, all));
}

/// What was not understood, a line each: where, why.
inline std::vector<std::string> said(const Import& import) {
  std::vector<std::string> lines;
  for (const Problem& problem : import.problems)
    lines.push_back(plainText(whereOf(problem.place)) + ": " + plainText(problem.why, &import.plan));
  return lines;
}

}  // namespace trackloom::tables::testing
