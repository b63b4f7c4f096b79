#pragma once

#include "desktop/presenters/spreadsheet_import.h"

namespace trackloom::desktop {

/// What lines of an import are made from.
struct ImportShown {
  const ImportWork& work;
  const tables::Import& import;
  const Speech& speech;
  bool isForm = false;
};

/// What waits for an answer, each question once however often its word stands in the sheets.
std::vector<ImportLine> openQuestions(const ImportShown& shown);
/// What only the spreadsheet itself can settle.
std::vector<ImportLine> toMend(const ImportShown& shown);
/// Each sheet, its columns below it, and what else they may be.
std::vector<ImportLine> sheetsRead(const ImportShown& shown);
/// What words and names stand for, as it was answered.
std::vector<ImportLine> answersGiven(const ImportShown& shown);

}  // namespace trackloom::desktop
