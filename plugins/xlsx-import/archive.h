#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx_import {

/// Says why a file is not read: one whole sentence for the user.
class Refused {
 public:
  explicit Refused(std::string sentence) : sentence_(std::move(sentence)) {}
  const std::string& sentence() const { return sentence_; }

 private:
  std::string sentence_;
};

/// Looks at the list of parts at the end of a ZIP file (APPNOTE 4.3.12) before anything is unpacked. Throws `Refused`
/// for what is no ZIP file, is encrypted, holds macros, is no workbook, or unpacks to more than is read.
void verifyArchive(std::string_view bytes);

/// A cell that the library that reads workbooks passes over: its text stands in the sheet itself, or it failed.
struct PassedOver {
  std::size_t row;
  std::size_t column;
  std::string text;
  bool failed;
};

/// Takes every part that is XML apart by a parser that withstands damaged ones, as the library that reads workbooks
/// does not: it reads on behind the end of some. Throws `Refused` if one does not read. Gives, by the name of the
/// sheet, the cells that the library passes over. Precondition: `verifyArchive`.
std::map<std::string, std::vector<PassedOver>> verifyParts(std::string_view bytes);

/// The names of hidden sheets, by the part that lists them; empty if it cannot be read.
std::set<std::string> hiddenSheets(std::string_view bytes);

}  // namespace xlsx_import
