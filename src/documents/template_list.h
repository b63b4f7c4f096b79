#pragma once

#include "plan/error.h"
#include "plan/terms.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trackloom::documents {

/// A kind of document: a folder with `manifest.xml`, `template.html`, and where wanted a `style.css`, `reference.docx`
/// and `reference.odt` (letterhead and styles) of its own instead of the shared ones.
struct Template {
  std::string id;
  std::string title;
  std::string help;
  Classification audience = Classification::open;  ///< for whose eyes: nothing above this level goes in
  Classification least = Classification::open;     ///< below this level there would be nothing to tell
  std::string html;                                ///< mustache, with the shared pieces it asks for set in
  std::string style;                               ///< CSS, set into the page
  std::string referenceDocx;                       ///< bytes; empty for plain styles
  std::string referenceOdt;

  /// Is it about one activity, which can be chosen?
  bool isAboutActivity() const;
  /// Does it tell what changed since a day, which can be chosen?
  bool tellsChanges() const;
};

/// Templates by id, and what is wrong with the folders that could not be taken.
struct TemplateList {
  std::vector<Template> templates;
  std::vector<Error> problems = {};

  const Template* find(std::string_view id) const;
};

/// Reads the templates in the folders of some directories. A template takes the place of one with the same id in an
/// earlier directory. Folders without a manifest are passed over; the folder `shared` holds pieces, a style and
/// reference documents for the templates beside it and in later directories. Never throws for what lies there.
TemplateList readTemplates(std::span<const std::filesystem::path> directories);

}  // namespace trackloom::documents
