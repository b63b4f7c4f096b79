#pragma once

#include "cli/shell.h"
#include "documents/template_list.h"

#include <string>

namespace trackloom::cli {

/// The document templates that come with the program, the user's own, and those in a further folder if one is named.
/// Each that could not be taken is told in one sentence on the standard error. Throws `Error` (usage) for a folder that
/// is not there.
documents::TemplateList documentTemplates(const Shell& shell, const std::string& folder);

}  // namespace trackloom::cli
