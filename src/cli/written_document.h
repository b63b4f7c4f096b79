#pragma once

#include "cli/shell.h"
#include "documents/document.h"

#include <string>

namespace trackloom::cli {

/// A terminal shows nothing of such bytes but disorder: throws an `Error` (usage) where they would go to one.
void refuseBinaryOnTerminal(const std::string& format, const std::string& out);

/// Writes a document where it is wanted; what could only be made as HTML is kept beside, and the reason told.
ExitCode writeDocument(Shell& shell, const documents::DocumentResult& result, const std::string& out);

}  // namespace trackloom::cli
