#pragma once

#include "checks/roles.h"
#include "checks/study.h"
#include "cli/as_of.h"
#include "cli/command.h"
#include "cli/readers.h"

#include <string>
#include <vector>

namespace trackloom::cli {

/// A plan as those readers may see it for whom an answer is made, and the day.
struct ShownPlan {
  checks::RolePlan roles;
  Day asOf;
  std::vector<ElementId> suggested;  ///< which is not in it
  Readers readers;

  /// The element that a command line names. Throws an `Error` of kind usage if the plan has none.
  const checks::Item& element(const checks::Study& study, const std::string& id) const;
};

/// The title of the plan and the day, and one line that says for whom this is.
std::string heading(const ShownPlan& shown, const checks::Study& study, const Terminal& terminal);

/// What commands take whose answers follow from a whole plan and tell who matters: they are for the core team, others
/// are shown roles for names.
class DerivedOptions {
 public:
  void declare(Arguments& arguments, const std::vector<std::string>& formats);
  ShownPlan load(const Shell& shell) const;

  const std::string& format() const { return format_; }

 private:
  std::string file_;
  AsOf asOf_;
  std::string format_ = "text";
  std::string audience_ = "core";
};

}  // namespace trackloom::cli
