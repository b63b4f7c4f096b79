#include "tables/spreadsheet.h"

#include "plan/error.h"

namespace trackloom::tables {
namespace {

constexpr std::string_view zipMark = "PK\x03\x04";
constexpr std::string_view oldOfficeMark = "\xD0\xCF\x11\xE0";

Error tooLarge(const std::string& where) {
  return {ErrorKind::unreadable,
          {tr("The file is larger than what is read."), {}},
          where,
          {tr("Leave out what does not belong into the plan, or import it in parts."), {}}};
}

/// Messages of plugins do not know where the file is.
ReadFile readWorkbook(std::string_view bytes, const std::string& where, plugin::PluginHost& host) {
  for (const plugin::PluginEntry& plugin : host.plugins()) {
    if (plugin.kind != plugin::PluginEntry::importer || plugin.extension != "xlsx" || !plugin.usable()) continue;
    try {
      if (bytes.size() > plugin::mostFileBytes) throw tooLarge(where);
      plugin::Tables tables = host.readTables(plugin, bytes);
      return {std::move(tables.sheets), std::move(tables.notes)};
    } catch (const Error& error) {
      throw Error(error.kind(), error.message(), where, error.toDo());
    }
  }
  throw Error(ErrorKind::unreadable, {tr("No plugin reads such spreadsheets."), {}}, where,
              {tr("Save it as CSV in UTF-8, and import that."), {}});
}

}  // namespace

ReadFile readSpreadsheet(std::string_view bytes, const std::string& where, const CsvForm& form,
                         plugin::PluginHost& host) {
  if (bytes.starts_with(oldOfficeMark))
    throw Error(ErrorKind::unreadable,
                {tr("The file is a spreadsheet of an old form (.xls), or one that a password protects."), {}}, where,
                {tr("Open it in your office program, save it as .xlsx without a password, and import that."), {}});
  if (bytes.starts_with(zipMark)) return readWorkbook(bytes, where, host);
  return readCsv(bytes, form, where);
}

ReadFile readSpreadsheetFile(Files& files, const std::string& path, const CsvForm& form, plugin::PluginHost& host) {
  if (const auto state = files.state(path); state && state->size > plugin::mostFileBytes) throw tooLarge(path);
  return readSpreadsheet(files.read(path), path, form, host);
}

std::string writeSpreadsheet(const std::vector<plugin::WrittenTable>& tables, Day made, plugin::PluginHost& host) {
  for (const plugin::PluginEntry& plugin : host.plugins())
    if (plugin.kind == plugin::PluginEntry::exporter && plugin.extension == "xlsx" && plugin.usable() &&
        plugin.origin == plugin::Origin::installation)
      return host.writeTables(plugin, tables, made).bytes;
  throw Error(ErrorKind::unwritable, {tr("No plugin writes spreadsheets."), {}}, {},
              {tr("Check that Trackloom is installed completely."), {}});
}

}  // namespace trackloom::tables
