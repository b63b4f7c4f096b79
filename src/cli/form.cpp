#include "tables/form.h"

#include "cli/as_of.h"
#include "cli/commands.h"
#include "cli/readers.h"
#include "installation/catalogues.h"
#include "tables/known_names.h"

namespace trackloom::cli {
namespace {

struct Options {
  std::string file;
  std::string organisation;
  std::string out;
  std::string audience = "partners";
  std::string lang;
  AsOf asOf;
};

/// The actor that a command line names, by id or name.
ElementId organisationNamed(const std::string& text, const Plan& plan) {
  if (const auto id = ElementId::parse(text); id && plan.find(KindId::actor, *id)) return *id;
  const auto found = tables::KnownNames(plan).called({KindId::actor}, text);
  if (found.size() == 1) return found.front();
  throw Error(
      ErrorKind::usage,
      {found.empty() ? tr("The plan has no actor “{text}”.") : tr("The plan has several actors called “{text}”."),
       {{"text", text}}},
      {}, {tr("trackloom-cli list FILE --kind actor shows their ids."), {}});
}

ExitCode run(Shell& shell, const Options& options) {
  options.asOf.verify();
  if (options.out == "-")
    throw Error(ErrorKind::usage, {tr("A spreadsheet cannot be shown here."), {}}, {},
                {tr("Name a file with -o."), {}});
  const LoadedPlan loaded = shell.loadNoting(options.file);
  const Audience audience = readersOfPaper(options.audience, loaded.plan);
  const ElementId organisation = organisationNamed(options.organisation, loaded.plan);
  const Day day = options.asOf.dayFor(loaded.plan, shell);
  const tables::PartnerForm form =
      tables::partnerForm(loaded.plan, {organisation, audience, day},
                          languageFor(shell.installation(), options.lang, loaded.plan, audience));
  const auto hidden = static_cast<std::int64_t>(form.notShown);
  if (const auto nothing = tables::nothingToFill(form, organisation))
    throw Error(ErrorKind::usage, withNames(nothing->why, loaded.plan), {}, nothing->toDo);
  plugin::PluginHost host(plugin::standardPlaces(shell.installation().executable));
  shell.writeOutput(options.out, tables::formFile(form, options.out, day, host));
  for (const Message& note : form.notes) shell.note(note, &loaded.plan);
  shell.note({hidden == 0
                  ? tr("{file} has {count} activities to fill in. When it comes back: trackloom-cli import {file} "
                       "--to {plan}")
                  : tr("{file} has {count} activities to fill in; {hidden} more these readers may not see. When "
                       "it comes back: trackloom-cli import {file} --to {plan}"),
              {{"file", options.out},
               {"count", static_cast<std::int64_t>(form.rows)},
               {"hidden", hidden},
               {"plan", options.file}}});
  return ExitCode::fine;
}

}  // namespace

Run declareForm(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("PLAN", options->file, tr("The plan; - for the standard input."));
  arguments.requiredOption("--for", options->organisation, "ACTOR", tr("Whose activities: an actor's id or name."));
  arguments.requiredOption("-o,--output", options->out, "OUT", tr("The spreadsheet to write: OUT.xlsx, or OUT.csv."));
  arguments.option("--audience", options->audience, "AUDIENCE",
                   tr("What they may see: public, partners, team or core, or an audience of the plan; partners if "
                      "nothing is said."));
  arguments.option("--lang", options->lang, "LANG",
                   tr("The language: en, fr, es or ar; else the one the plan is mainly written in."));
  options->asOf.declare(arguments);
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
