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
  arguments.option(
      "--audience", audience_, "AUDIENCE",
      tr("For whom it is: public, partners, team or core, or an audience of the plan; core if nothing is said. For "
         "others, what is above their level is left out, roles stand for names and numbers for ids."));
}

ShownPlan DerivedOptions::load(const Shell& shell) const {
  asOf_.verify();
  const LoadedPlan loaded = shell.loadNoting(file_);
  const Day day = asOf_.dayFor(loaded.plan, shell);
  const Readers readers = readersNamed(audience_, loaded.plan);
  return {checks::inRoles(loaded.plan, day, readers.audience), day, suggestions(loaded.plan), readers};
}

std::string heading(const ShownPlan& shown, const checks::Study& study, const Terminal& terminal) {
  const Message title{tr("{plan}, as of {day}"),
                      {{"plan", oneLine(study.plan().root().title())}, {"day", study.asOf()}}};
  const Message level{shown.readers.audience.seesAll() ? tr("Level core: do not pass on.")
                                                       : tr("Level {level}: roles stand for names, numbers for ids."),
                      {{"level", oneLine(shown.readers.name)}}};
  return terminal.toned(Tone::heading, plainText(title)) + '\n' + plainText(level) + "\n\n";
}

}  // namespace trackloom::cli
