#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/plain_text.h"
#include "documents/list_table.h"
#include "plan/suggestions.h"

namespace trackloom::cli {
namespace {

struct Options {
  std::string file;
  std::vector<std::string> ids;
  bool all = false;
  bool drop = false;
  std::string out;
};

/// What is only suggested, by id; changes nothing.
void list(Shell& shell, const Plan& plan) {
  const std::vector<ElementId> ids = suggestions(plan);
  if (ids.empty()) {
    shell.print(plainText({tr("Nothing in this plan is only suggested."), {}}) + '\n');
    return;
  }
  documents::Table table{{{"id"}, {tr("Kind")}, {tr("Suggested")}}, {}};
  for (const ElementId& id : ids) {
    const Element& element = *plan.find(id);
    table.rows.push_back(
        {id.str(), std::string(element.definition().label), oneLine(documents::listTitle(plan, element))});
  }
  shell.print(alignedText(table, shell.terminal().width) + '\n');
  shell.print(wrapped("", oneLine(plainText(aboutSuggestions(plan))), 0, shell.terminal().width));
}

std::vector<ElementId> named(const Plan& plan, const std::vector<std::string>& words) {
  std::vector<ElementId> ids;
  for (const std::string& word : words) {
    const auto id = ElementId::parse(word);
    const Element* element = id ? plan.find(*id) : nullptr;
    if (!element || !isSuggested(*element))
      throw Error(ErrorKind::usage,
                  {element ? tr("{id} is kept already.") : tr("There is no element {id} in the plan."),
                   {{"id", oneLine(word)}}},
                  {}, {tr("trackloom-cli keep FILE lists what is only suggested, with ids."), {}});
    ids.push_back(*id);
  }
  return ids;
}

ExitCode run(Shell& shell, const Options& options) {
  if (!options.ids.empty() && (options.all || options.drop))
    throw Error(ErrorKind::usage, {tr("Ids say what is kept; --all and --drop mean everything."), {}}, {},
                {tr("Leave out one of the two."), {}});
  const LoadedPlan loaded = shell.loadNoting(options.file);
  const Plan& plan = loaded.plan;
  if (options.ids.empty() && !options.all && !options.drop) {
    list(shell, plan);
    return ExitCode::fine;
  }
  const Edit edit = options.drop  ? dropSuggestions(plan)
                    : options.all ? keepAllSuggestions(plan)
                                  : keepSuggestions(plan, named(plan, options.ids));
  saveChanged(shell, loaded, edit, options.out);
  return ExitCode::fine;
}

}  // namespace

Run declareKeep(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The plan; - for the standard input."));
  arguments.optional("ID", options->ids,
                     tr("What to keep, with all that it names; without ids, what is only suggested is listed."));
  arguments.flag("--all", options->all, tr("Keep everything that is suggested."), "what");
  arguments.flag("--drop", options->drop, tr("Remove what is suggested and was not kept."), "what");
  arguments.option("-o,--output", options->out, "OUT", tr("Where to write the plan; else back into its own file."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
