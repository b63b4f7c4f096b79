#pragma once

#include "cli/shell.h"
#include "documents/document.h"

#include <string>
#include <vector>

namespace trackloom::cli {

/// Where all documents of a plan go.
struct DocumentSet {
  std::string folder;
  std::string format;  ///< one of the formats; empty for all
  const documents::TemplateList& templates;
  std::vector<std::string> keep;  ///< names that may stand in texts
  std::string language;           ///< as it was asked for; empty for the plan's own
};

/// Writes a document from every template that is for the asked audience into a folder, `<template>.<format>`. What
/// cannot be made is told in one sentence each, once for a program that is missing, and the rest is written all the
/// same. On a terminal the standard error tells how far it is.
ExitCode writeAll(Shell& shell, const LoadedPlan& loaded, const documents::DocumentRequest& request,
                  const DocumentSet& set);

}  // namespace trackloom::cli
