#include "archive.h"
#include "plugin/trackloom_plugin.h"
#include "reader.h"

#include <cmath>
#include <exception>

namespace xlsx_import {
namespace {

/// A cell for the host: its text and what it is.
std::pair<std::string, TrackloomCell> told(const Cell& cell, const Workbook& book) {
  if (cell.is == Cell::Is::failed) return {cell.text, TRACKLOOM_FAILED};
  if (cell.is != Cell::Is::number) return {cell.text, TRACKLOOM_TEXT};
  if (!std::isfinite(cell.number)) return {"#NUM!", TRACKLOOM_FAILED};  // some programs write nan for nothing
  const Shown shown = cell.format < book.formats.size() ? book.formats[cell.format] : Shown::number;
  if (shown == Shown::percent) return {numberText(cell.number * 100) + "%", TRACKLOOM_TEXT};
  if (shown == Shown::day || shown == Shown::month || shown == Shown::year)
    if (auto date = dateText(cell.number, shown, book.counted)) return {*std::move(date), TRACKLOOM_DAY};
  return {numberText(cell.number), TRACKLOOM_NUMBER};
}

void tell(const TrackloomHost& host, TrackloomJob* job, const Sheet& sheet) {
  if (sheet.formulas > 0)
    host.note(job, ("Formulas in “" + sheet.name +
                    "”, of which the results count that were saved with them: " + std::to_string(sheet.formulas) + ".")
                       .c_str());
  if (sheet.merged > 0)
    host.note(job, ("Rows in “" + sheet.name +
                    "” that were given what cells merged over several rows hold: " + std::to_string(sheet.merged) + ".")
                       .c_str());
}

int handOver(const TrackloomHost& host, TrackloomJob* job, const Workbook& book, const std::set<std::string>& hidden) {
  for (const auto& sheet : book.sheets) {
    if (!host.beginTable(job, sheet->name.c_str(), hidden.contains(sheet->name) ? 1 : 0)) return 0;
    for (const auto& [place, cell] : sheet->cells) {
      if (cell.is == Cell::Is::empty) continue;
      const auto [text, is] = told(cell, book);
      if (!text.empty() && !host.putCell(job, place.first, place.second, is, text.c_str())) return 0;
    }
    tell(host, job, *sheet);
  }
  return 1;
}

int readTables(const TrackloomHost* host, TrackloomJob* job) {
  try {
    size_t size = 0;
    const char* const file = host->input(job, &size);
    const std::string_view bytes(file, size);
    verifyArchive(bytes);
    const auto passedOver = verifyParts(bytes);
    return handOver(*host, job, readWorkbook(bytes, passedOver), hiddenSheets(bytes));
  } catch (const Refused& refused) {
    host->fail(job, refused.sentence().c_str());
  } catch (const std::exception&) {
    host->fail(job, "The spreadsheet is damaged, or larger than there is memory for.");
  }
  return 0;
}

constexpr TrackloomPlugin plugin = {sizeof(TrackloomPlugin), TRACKLOOM_PLUGIN_ABI, 3, nullptr, readTables, nullptr};

}  // namespace
}  // namespace xlsx_import

const TrackloomPlugin* trackloom_plugin(void) { return &xlsx_import::plugin; }
