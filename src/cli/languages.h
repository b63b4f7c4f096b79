#pragma once

#include "cli/shell.h"
#include "language/language.h"

#include <string>

namespace trackloom::cli {

/// The language that is asked for, as the plan's country writes it; without one the plan's main language. Throws
/// `Error` (usage) if it is asked for and there are no words in it.
language::Language languageFor(const Shell& shell, const std::string& asked, const Plan& plan);

}  // namespace trackloom::cli
