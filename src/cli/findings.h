#pragma once

#include "checks/study.h"
#include "cli/as_of.h"
#include "cli/house.h"
#include "cli/shell.h"

#include <memory>
#include <string>
#include <vector>

namespace trackloom::cli {

/// A plan with all that the rules find in it as of a day.
struct Judged {
  LoadedPlan loaded;
  std::unique_ptr<checks::Study> study;
  std::vector<checks::Finding> findings;

  const Plan& plan() const { return study->plan(); }
};

/// Notes on the standard error what could not be read as it stands. The findings hold views of the house rules.
Judged judge(const Shell& shell, const std::string& file, const AsOf& asOf, HouseRules& house);

/// The finding people name: by its id, the beginning of its id, or its rule where there is one finding of it. Null if
/// there is none; throws an `Error` of kind usage where it could be several.
const checks::Finding* findFinding(const Judged& judged, const std::string& name);
/// The same; throws where there is none, too.
const checks::Finding& needFinding(const Judged& judged, const std::string& name);

/// Saves a changed plan in its own file, or where `out` says, and says on the standard error what was done.
void saveChanged(Shell& shell, const Judged& judged, const Edit& edit, const std::string& out);

}  // namespace trackloom::cli
