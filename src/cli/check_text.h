#pragma once

#include "checks/finding.h"
#include "cli/shell.h"
#include "language/language.h"

#include <span>
#include <string>
#include <vector>

namespace trackloom::cli {

/// What `check` found in one plan.
struct CheckResult {
  LoadedPlan loaded;
  Day asOf;
  std::vector<checks::Finding> findings;
  std::size_t rulesAsked = 0;
  language::Language language = {};  ///< to say them in
};

/// The findings for people: contradictions, what to look at, questions; then what is not known, what the team has
/// accepted, and a line that counts them all.
std::string checkText(const CheckResult& result, const Terminal& terminal);

}  // namespace trackloom::cli
