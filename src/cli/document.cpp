#include "documents/document.h"

#include "cli/as_of.h"
#include "cli/commands.h"
#include "cli/document_set.h"
#include "cli/readers.h"
#include "cli/written_document.h"
#include "installation/catalogues.h"
#include "installation/document_templates.h"
#include "sharing/paper_plan.h"

namespace trackloom::cli {
namespace {

using documents::Attribution;
using documents::Completeness;
using documents::DocumentFormat;

struct Options {
  std::string file;
  std::string templateId;
  std::string to;
  std::string out;
  std::string all;
  std::string templates;
  std::string audience;
  std::vector<std::string> keep;
  std::string since;
  std::string about;
  std::string reference;
  std::string lang;
  bool draft = false;
  bool final = false;
  bool nonPaper = false;
  AsOf asOf;
};

/// Either one document or all of them.
void verify(const Options& options) {
  options.asOf.verify();
  if (options.templateId.empty() == options.all.empty())
    throw Error(ErrorKind::usage,
                {tr("Name one template with --template, or a folder for all of them with --all."), {}}, {},
                {tr("trackloom-cli templates lists the templates."), {}});
  if (!options.all.empty() && !options.out.empty())
    throw Error(ErrorKind::usage, {tr("--all names the files itself; -o is for one document."), {}}, {},
                {tr("Leave out -o."), {}});
  if (options.all.empty() && !options.reference.empty() && options.to != "docx" && options.to != "odt")
    throw Error(ErrorKind::usage, {tr("Only DOCX and ODT take the look of a reference document."), {}}, {},
                {tr("Say --to docx or --to odt, or leave out --reference."), {}});
  if (options.all.empty()) refuseBinaryOnTerminal(options.to, options.out);
}

ElementId aboutId(const Options& options) {
  if (options.about.empty()) return {};
  if (const auto id = ElementId::parse(options.about)) return *id;
  throw Error(ErrorKind::usage, {tr("{text} is no id of an activity."), {{"text", options.about}}}, {},
              {tr("trackloom-cli list activity shows the ids."), {}});
}

documents::DocumentRequest requestOf(const Options& options, Shell& shell, const LoadedPlan& loaded) {
  documents::DocumentRequest request;
  request.templateId = options.templateId;
  request.format = documents::formatNamed(options.to).value_or(DocumentFormat::html);
  request.completeness = options.draft   ? Completeness::draft
                         : options.final ? Completeness::final
                                         : Completeness::plain;
  request.asOf = options.asOf.dayFor(loaded.plan, shell);
  request.attribution = options.nonPaper ? Attribution::nonPaper : Attribution::named;
  if (!options.audience.empty()) request.audience = readersOfPaper(options.audience, loaded.plan);
  request.since = dayBehind("--since", options.since);
  request.about = aboutId(options);
  if (!options.reference.empty()) request.reference = shell.files().read(options.reference);
  return request;
}

ExitCode run(Shell& shell, const Options& options) {
  verify(options);
  const documents::TemplateList templates = documentTemplates(shell.installation(), options.templates);
  for (const Error& problem : templates.problems) shell.report(problem);
  const LoadedPlan loaded = shell.loadNoting(options.file);
  documents::DocumentRequest request = requestOf(options, shell, loaded);
  if (!options.all.empty())
    return writeAll(shell, loaded, request, {options.all, options.to, templates, options.keep, options.lang});
  documents::InstalledPrograms programs(shell.workPlace());
  const documents::Template* look = templates.find(options.templateId);
  const Audience audience = request.audience.value_or(look ? look->audience : Classification::open);
  request.language = languageFor(shell.installation(), options.lang, loaded.plan, audience);
  const sharing::PaperPlan paper = sharing::planForPaper(loaded.plan, {audience, request.asOf, options.keep});
  request.audience = paper.audience;
  request.about = paper.ids.of(request.about);
  const documents::DocumentResult result = makeDocument(paper.plan, request, templates, programs);
  for (const Message& note : paper.notes.of(result.said)) shell.note(note, &loaded.plan);
  for (const Message& note : result.notes) shell.note(note, &paper.plan);
  return writeDocument(shell, result, options.out);
}

void declareLook(Arguments& arguments, Options& options) {
  arguments.flag("--draft", options.draft, tr("Mark openly what is empty and what belongs there."), "Completeness");
  arguments.flag("--final", options.final, tr("Leave empty sections out, and list them on the standard error."),
                 "Completeness");
  arguments.flag("--non-paper", options.nonPaper,
                 tr("Without logo, author, name of a program, or anything else that tells where it comes from."));
  arguments.option(
      "--audience", options.audience, "AUDIENCE",
      tr("For whom, if for fewer eyes than the template's own audience: public, partners, team or core, or "
         "an audience of the plan."));
  declareKept(arguments, options.keep);
  arguments.option("--lang", options.lang, "LANG",
                   tr("The language: en, fr, es or ar; else the one the plan is mainly written in."));
  arguments.option("--reference", options.reference, "DOCX|ODT",
                   tr("A document of your organisation whose styles and letterhead it takes."));
}

}  // namespace

Run declareDocument(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The plan; - for the standard input."));
  arguments.option("--template", options->templateId, "TEMPLATE",
                   tr("The document; trackloom-cli templates lists them."));
  arguments.option("--all", options->all, "DIR",
                   tr("Every document, into this folder; in every format unless --to names one."));
  arguments.oneOf("--to", options->to, {"html", "docx", "odt", "pdf"}, tr("As what; html if nothing is said."));
  arguments.option("-o,--output", options->out, "OUT", tr("The file to write; else the standard output."));
  arguments.option("--templates", options->templates, "DIR", tr("Also the templates in the folders of this one."));
  arguments.option("--since", options->since, "DAY",
                   tr("The day from which on changes are told; else the last 30 days."));
  arguments.option("--about", options->about, "ACTIVITY",
                   tr("The activity a paper about one is for; else the next that is planned."));
  declareLook(arguments, *options);
  options->asOf.declare(arguments);
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
