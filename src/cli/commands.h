#pragma once

#include "cli/command.h"

#include <span>

namespace trackloom::cli {

// Each command stands in the file of its name.

Run declareNew(Arguments& arguments);
Run declareKeep(Arguments& arguments);
Run declareCheck(Arguments& arguments);
Run declareExplain(Arguments& arguments);
Run declareFix(Arguments& arguments);
Run declareWaive(Arguments& arguments);
Run declareSchedule(Arguments& arguments);
Run declareNetwork(Arguments& arguments);
Run declarePaths(Arguments& arguments);
Run declareImpact(Arguments& arguments);
Run declareMatch(Arguments& arguments);
Run declareList(Arguments& arguments);
Run declareImport(Arguments& arguments);
Run declareForm(Arguments& arguments);
Run declareDiff(Arguments& arguments);
Run declareMerge(Arguments& arguments);
Run declareHistory(Arguments& arguments);
Run declareGitSetup(Arguments& arguments);
Run declareFormat(Arguments& arguments);
Run declareValidate(Arguments& arguments);
Run declareSchema(Arguments& arguments);
Run declareExport(Arguments& arguments);
Run declareDocument(Arguments& arguments);
Run declareRedact(Arguments& arguments);
Run declareSeal(Arguments& arguments);
Run declareOpen(Arguments& arguments);
Run declareKinds(Arguments& arguments);
Run declareRules(Arguments& arguments);
Run declareFormats(Arguments& arguments);
Run declareTemplates(Arguments& arguments);
Run declarePlugins(Arguments& arguments);
Run declarePluginRun(Arguments& arguments);
Run declareRulesRun(Arguments& arguments);

/// All commands, in the order of the help.
std::span<const Command> commands();

}  // namespace trackloom::cli
