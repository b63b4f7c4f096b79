#pragma once

#include "checks/study.h"
#include "cli/command.h"
#include "house_rules/rule_file.h"

#include <string>
#include <vector>

namespace trackloom::cli {

/// The files of a team's own rules that a command line names.
class HouseRules {
 public:
  void declare(Arguments& arguments);
  /// Throws an `Error` for a file that is not there or holds no rules.
  void read(const Shell& shell);
  /// How many sentences the rules can say.
  std::size_t questions() const;
  /// Adds what the rules say of a plan to what is known. The findings hold views of this.
  void addFindings(const Shell& shell, const checks::Study& study, std::vector<checks::Finding>& findings) const;

 private:
  std::vector<std::string> names_;
  std::vector<house_rules::RuleFile> files_;
};

}  // namespace trackloom::cli
