#pragma once

#include "plan/terms.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::documents {

/// A kind of document: a folder with `manifest.xml`, `template.html`, and where wanted `style.css`, `reference.docx`
/// and `reference.odt` (an organisation's own letterhead and styles).
struct Template {
  std::string id;
  std::string title;
  std::string help;
  Classification audience = Classification::open;  ///< for whose eyes: nothing above this level goes in
  std::string html;                                ///< mustache
  std::string style;                               ///< CSS, set into the page
  std::string referenceDocx;                       ///< bytes; empty for plain styles
  std::string referenceOdt;
};

/// Templates by id.
struct TemplateList {
  std::vector<Template> templates;
  const Template* find(std::string_view id) const;
};

/// Reads the templates in the folders of a directory. Throws `Error` for a folder whose manifest does not read or does
/// not say for whom its documents are; folders without a manifest are passed over.
TemplateList readTemplates(const std::filesystem::path& directory);

}  // namespace trackloom::documents
