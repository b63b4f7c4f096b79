#include "tables/read_file.h"

#include "plan/error.h"

namespace trackloom::tables {
namespace {

constexpr std::string_view zipMark = "PK\x03\x04";
constexpr std::string_view oldOfficeMark = "\xD0\xCF\x11\xE0";

}  // namespace

ReadFile readSpreadsheet(std::string_view bytes, const std::string& where, const CsvForm& form, plugin::PluginHost&) {
  if (bytes.starts_with(oldOfficeMark))
    throw Error(ErrorKind::unreadable,
                {tr("The file is a spreadsheet of an old form (.xls), or one that a password protects."), {}}, where,
                {tr("Open it in your office program, save it as .xlsx without a password, and import that."), {}});
  if (bytes.starts_with(zipMark))
    throw Error(ErrorKind::unreadable, {tr("No plugin reads such spreadsheets."), {}}, where,
                {tr("Save it as CSV in UTF-8, and import that."), {}});
  return readCsv(bytes, form, where);
}

}  // namespace trackloom::tables
