#pragma once

#include "documents/programs.h"

#include <string>
#include <vector>

namespace trackloom::documents {

/// A page as pandoc reads it best, with its figures as files beside it, and what pandoc does not carry over.
struct OfficePage {
  std::string html;
  std::vector<TaskFile> figures;
  std::vector<std::string> descriptions;  ///< of each figure, escaped
  bool across = false;                    ///< the body has the class `across`: the sheet lies on its long side
  bool rightToLeft = false;
  std::string level;  ///< for whom it is, escaped: `data-level` of its title; empty where it has none
};

OfficePage officePage(const std::string& html);

/// The text of a DOCX with what pandoc leaves out: tables that run from right to left, the sheet on its long side.
std::string docxText(std::string document, const OfficePage& page);

/// Footers with the words for whom the paper is in the place of `@level`: pages are parted and copied.
std::string footersWithLevel(std::string footer, const OfficePage& page);

/// The text of an ODT with what pandoc leaves out: descriptions of pictures, lines between the rows of tables, tables
/// that run from right to left.
std::string odtContent(std::string content, const OfficePage& page);

/// The page layouts of an ODT, turned on their long side or to run from right to left where the page asks for it, and
/// their footers.
std::string odtStyles(std::string styles, const OfficePage& page);

}  // namespace trackloom::documents
