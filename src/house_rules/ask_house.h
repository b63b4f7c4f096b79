#pragma once

#include "checks/study.h"
#include "house_rules/rule_file.h"
#include "process/process.h"

#include <string>
#include <vector>

namespace trackloom::house_rules {

/// How long a team's rules may take, each pattern for itself.
inline const process::Limits limits{20, 15, 1024UL << 20U, 16UL << 20U};

/// Asks a team's rules of a plan, each pattern in a process of its own, started with these words, which must call
/// `runChild`. By level, then rule, then elements. A pattern that fails or takes too long is itself reported as a
/// finding that cannot tell, and the others are still asked. The findings hold views of the rule file. Throws an
/// `Error` if no process can be started.
std::vector<checks::Finding> ask(const RuleFile& rules, const checks::Study& study,
                                 const std::vector<std::string>& command, const process::Limits& most = limits);

/// What the child process does. Gives the exit code.
int runChild(int in, int out);

}  // namespace trackloom::house_rules
