#pragma once

#include "documents/template_list.h"
#include "installation/installation.h"

#include <string>

namespace trackloom {

/// The document templates that come with the program, the user's own, and those in a further folder if one is named.
/// Its problems tell of each that could not be taken. Throws `Error` (usage) for a folder that is not there.
documents::TemplateList documentTemplates(const Installation& installation, const std::string& folder);

/// The page, style and reference documents that reports of changes are made of.
documents::Template changeReportTemplate(const Installation& installation);

}  // namespace trackloom
