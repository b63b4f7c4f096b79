#pragma once

#include "sharing/comparison.h"
#include "tables/import.h"

namespace trackloom::tables {

/// Where something stands: “Partners, row 4, column C “Start””.
Message whereOf(const Place& place);
/// What a sheet was taken for and why, and how many of its rows did what.
Message summaryOf(const SheetReport& report);
/// One column and what it was taken for: “C “Début prévu”: Planned start”.
Message columnText(const ReadColumn& column, const SheetReport& report);
/// What a column holds, in words: “Planned start”, “Title (ar)”. `field`: the one that it is, if it is one.
Message meaningOf(const ColumnUse& use, const Field* field);
/// Whether a name is the same as one that sounds like it.
Message questionOf(const SpellingQuestion& question);

/// `A`, `B`, …, `AA`: a column, from 1, as spreadsheets name it.
std::string columnName(std::size_t column);

/// What an import changes, in sentences of the language, by tracks.
std::vector<sharing::ToldPart> toldChanges(const Plan& before, const Plan& after, Day asOf,
                                           const language::Language& language);

/// All of it: `{"complete", "sheets", "problems", "moreProblems", "spellings", "changes"}`; docs/manual tells its
/// members.
documents::Json importJson(const Import& import, const std::vector<sharing::ToldPart>& changes);

}  // namespace trackloom::tables
