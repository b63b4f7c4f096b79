#pragma once

#include "plugin/host.h"
#include "tables/csv.h"
#include "xml/files.h"

namespace trackloom::tables {

/// Reads a spreadsheet file by what its bytes are: a workbook by the plugin for it, in a process of its own; else
/// separated values. Throws an `Error` that says what is wrong with it; `where` is the file in it.
ReadFile readSpreadsheet(std::string_view bytes, const std::string& where, const CsvForm& form,
                         plugin::PluginHost& host);

/// The same of a file on the disk; one that is larger than is read is not even begun.
ReadFile readSpreadsheetFile(Files& files, const std::string& path, const CsvForm& form, plugin::PluginHost& host);

/// Writes tables into a workbook by the plugin for it. Throws an `Error` where there is none, or it fails.
std::string writeSpreadsheet(const std::vector<plugin::WrittenTable>& tables, Day made, plugin::PluginHost& host);

}  // namespace trackloom::tables
