#include "cli/commands.h"

#include <array>

namespace trackloom::cli {

std::span<const Command> commands() {
  static constexpr auto list = std::to_array<Command>({
      {"new", tr("Begin a plan from a template."), declareNew, Reads::noPlans},
      {"keep", tr("Keep what a template suggests: from then on it is checked and handed out."), declareKeep},
      {"check", tr("Say where plans contradict themselves, where they are stuck and what is not linked."),
       declareCheck},
      {"explain", tr("Say all about a finding, an element or a rule: why, since when, on what it rests."),
       declareExplain},
      {"fix", tr("List the safe edits that a finding offers, or apply one."), declareFix},
      {"waive", tr("Accept a finding on behalf of the team, with the reason."), declareWaive},
      {"schedule", tr("Work out the earliest and latest dates of every activity."), declareSchedule},
      {"network", tr("Show how actors, hand-overs or activities hang together, and what holds them together."),
       declareNetwork},
      {"paths", tr("Say over how many independent channels input reaches the table, and what would cut them."),
       declarePaths},
      {"impact", tr("Say what depends on an element, and what changes without it or if it is late."), declareImpact},
      {"match", tr("Match experts to the activities that lack their expertise."), declareMatch},
      {"list", tr("List what is in a plan."), declareList},
      {"import", tr("Take the rows of a spreadsheet into a plan."), declareImport},
      {"form", tr("Make a spreadsheet for a partner to fill in, for import."), declareForm},
      {"diff", tr("Say in sentences what changed from one version of a plan to another."), declareDiff},
      {"merge", tr("Make one plan of two versions of it, and say what is to be decided."), declareMerge},
      {"history", tr("Show earlier versions of a plan that this machine keeps, and bring one back."), declareHistory},
      {"git-setup", tr("Let git compare and merge plans in a folder by Trackloom."), declareGitSetup, Reads::noPlans},
      {"format", tr("Write a plan in its canonical form."), declareFormat},
      {"validate", tr("List what in a plan could not be read as it stands."), declareValidate},
      {"schema", tr("Print the XML Schema of the file format."), declareSchema, Reads::noPlans},
      {"export", tr("Write a plan in another format, such as a calendar or a drawing."), declareExport},
      {"document", tr("Make a document from a plan, such as the design of the process."), declareDocument},
      {"redact", tr("Make a copy of a plan that holds nothing its readers may not see."), declareRedact},
      {"seal", tr("Put a plan under a passphrase, for travel if you like: then nothing else of it stays here."),
       declareSeal},
      {"open", tr("Open a sealed plan, and write it as it was."), declareOpen},
      {"kinds", tr("List the kinds of elements, their fields and the words these take."), declareKinds, Reads::noPlans},
      {"rules", tr("List the rules of check."), declareRules, Reads::noPlans},
      {"formats", tr("List the formats of export."), declareFormats, Reads::noPlans},
      {"templates", tr("List what new and document begin with."), declareTemplates, Reads::noPlans},
      {"plugins", tr("List the plugins, and allow those from outside the installation."), declarePlugins,
       Reads::noPlans},
      {"plugin-run", tr("Run one plugin, within limits. Other programs call this."), declarePluginRun, Reads::noPlans},
      {"rules-run", tr("Ask a team's rules, within limits. Other programs call this."), declareRulesRun,
       Reads::noPlans},
  });
  return list;
}

}  // namespace trackloom::cli
