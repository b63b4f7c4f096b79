#pragma once

#include "cli/command.h"
#include "plan/levels.h"

#include <string>
#include <vector>

namespace trackloom::cli {

/// Readers as a command line names them: a level, or an audience of the plan.
struct Readers {
  Audience audience;
  ElementId element;  ///< empty for a level
  std::string name;
};

/// Throws an `Error` of kind usage for what is neither a level nor the id of an audience.
Readers readersNamed(const std::string& text, const Plan& plan);

/// The same for papers, which have names and dates as they are. Throws also for readers who are not to see these so.
Audience readersOfPaper(const std::string& text, const Plan& plan);

/// `--keep`: the names that may stand in texts of papers although their readers may not see whose they are.
void declareKept(Arguments& arguments, std::vector<std::string>& keep);

}  // namespace trackloom::cli
