#include "cli/derived.h"

#include "cli/findings.h"
#include "cli/plain_text.h"
#include "plan/suggestions.h"

#include <algorithm>

namespace trackloom::cli {

const checks::Item& ShownPlan::element(const checks::Study& study, const std::string& id) const {
  const auto parsed = ElementId::parse(id);
  const checks::Item* item = parsed ? study.find(roles.idOf(*parsed)) : nullptr;
  if (item) return *item;
  if (parsed && std::ranges::find(suggested, *parsed) != suggested.end()) throw onlySuggested(*parsed);
  throw Error(ErrorKind::usage, {tr("There is no element {id} in the plan."), {{"id", id}}}, {},
              {tr("trackloom-cli list FILE lists what there is, with ids."), {}});
}

void DerivedOptions::declare(Arguments& arguments, const std::vector<std::string>& formats) {
  arguments.required("FILE", file_, tr("The plan; - for the standard input."));
  asOf_.declare(arguments);
  arguments.oneOf("--format", format_, formats, tr("For people, programs or spreadsheets."));
  arguments.oneOf("--audience", audience_, {"core", "team", "partners", "public"},
                  tr("For whom it is; below core, roles stand for names and numbers for ids."));
}

ShownPlan DerivedOptions::load(const Shell& shell) const {
  asOf_.verify();
  const LoadedPlan loaded = shell.loadNoting(file_);
  const Day day = asOf_.dayFor(loaded.plan, shell);
  const auto level = findTerm(VocabularyId::classification, audience_);
  return {checks::inRoles(loaded.plan, day, static_cast<Classification>(level.value_or(0))), day,
          suggestions(loaded.plan)};
}

std::string DerivedOptions::heading(const checks::Study& study, const Terminal& terminal) const {
  const Message title{tr("{plan}, as of {day}"),
                      {{"plan", oneLine(study.plan().root().title())}, {"day", study.asOf()}}};
  const Message level{audience_ == "core" ? tr("Level core: do not pass on.")
                                          : tr("Level {level}: roles stand for names, numbers for ids."),
                      {{"level", audience_}}};
  return terminal.toned(Tone::heading, plainText(title)) + '\n' + plainText(level) + "\n\n";
}

}  // namespace trackloom::cli
