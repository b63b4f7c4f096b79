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

  /// The whole plan, with what is only suggested in it, which the study leaves out.
  const Plan& plan() const { return loaded.plan; }
};

/// Notes on the standard error what could not be read as it stands. The findings hold views of the house rules.
Judged judge(const Shell& shell, const std::string& file, const AsOf& asOf, HouseRules& house);

/// The finding people name: by its id, the beginning of its id, or its rule where there is one finding of it. Null if
/// there is none; throws an `Error` of kind usage where it could be several.
const checks::Finding* findFinding(const Judged& judged, const std::string& name);
/// The same; throws where there is none, too.
const checks::Finding& needFinding(const Judged& judged, const std::string& name);

/// Why nothing is told of an element that is only suggested.
Error onlySuggested(const ElementId& id);

/// Saves a changed plan in its own file, or where `out` says, and says on the standard error what was done.
/// What the edit touches of what is only suggested is kept by it.
void saveChanged(Shell& shell, const LoadedPlan& loaded, const Edit& edit, const std::string& out);

}  // namespace trackloom::cli
