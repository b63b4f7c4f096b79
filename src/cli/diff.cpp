#include "cli/as_of.h"
#include "cli/commands.h"
#include "cli/plain_text.h"
#include "cli/readers.h"
#include "cli/written_document.h"
#include "documents/wording.h"
#include "installation/catalogues.h"
#include "installation/document_templates.h"
#include "sharing/change_report.h"

namespace trackloom::cli {
namespace {

using documents::Material;
using sharing::Comparison;

struct Options {
  std::string before;
  std::string after;
  AsOf asOf;
  std::string format = "text";
  std::string audience = "core";
  std::vector<std::string> keep;
  std::string lang;
  std::string out;
};

std::string text(const Comparison& comparison, const Terminal& terminal) {
  const Material& after = comparison.after;
  std::string out =
      terminal.toned(Tone::heading,
                     sentenceLine(documents::said(
                         after, {tr("{plan}: what changed"), {{"plan", std::string(after.plan().root().title())}}}))) +
      '\n';
  const auto parts = toldParts(comparison);
  if (parts.empty()) out += '\n' + documents::said(after, tr("Nothing changed.")) + '\n';
  for (const sharing::ToldPart& part : parts) {
    out += '\n' + terminal.toned(Tone::heading, sentenceLine(part.heading)) + '\n';
    for (const sharing::ToldSentence& each : part.sentences)
      out += wrapped("  ", sentenceLine(each.text), 4, terminal.width);
  }
  return out;
}

ExitCode run(Shell& shell, const Options& options) {
  options.asOf.verify();
  refuseBinaryOnTerminal(options.format, options.out);
  const LoadedPlan before = shell.loadNoting(options.before);
  const LoadedPlan after = shell.loadNoting(options.after);
  const Day day = options.asOf.dayFor(after.plan, shell);
  const sharing::PaperReaders readers{readersOfPaper(options.audience, after.plan), day, options.keep};
  const language::Language language =
      languageFor(shell.installation(), options.lang, after.plan, readers.audience.level);
  if (const auto format = documents::formatNamed(options.format)) {
    documents::InstalledPrograms programs(shell.workPlace());
    const documents::DocumentResult report = sharing::changeReport(
        before.plan, after.plan, {readers, language, *format}, changeReportTemplate(shell.installation()), programs);
    for (const Message& note : report.notes) shell.note(note, &after.plan);
    return writeDocument(shell, report, options.out);
  }
  auto versions = sharing::versionsForPaper(before.plan, after.plan, readers);
  const sharing::SeenVersion old(std::move(versions[0]), day, language);
  const sharing::SeenVersion now(std::move(versions[1]), day, language);
  const Comparison comparison = sharing::compare(old.material, now.material, diff(old.shown, now.shown));
  const std::string said =
      options.format == "json" ? jsonText(comparisonJson(comparison)) : text(comparison, shell.terminal());
  for (const Message& note : now.paper.notes.of(said)) shell.note(note, &after.plan);
  shell.writeOutput(options.out, said);
  return ExitCode::fine;
}

}  // namespace

Run declareDiff(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("OLD", options->before, tr("The earlier version of the plan."));
  arguments.required("NEW", options->after, tr("The later one; - for the standard input."));
  options->asOf.declare(arguments);
  arguments.oneOf("--format", options->format, {"text", "json", "html", "docx", "odt", "pdf"},
                  tr("As text, for programs, or as a report to hand out."));
  arguments.option(
      "--audience", options->audience, "AUDIENCE",
      tr("For whom: public, partners, team or core, or an audience of the plan; below team nothing of what "
         "the checks say; core if nothing is said."));
  declareKept(arguments, options->keep);
  arguments.option("--lang", options->lang, "LANG",
                   tr("The language: en, fr, es or ar; else the one the plan is mainly written in."));
  arguments.option("-o,--output", options->out, "OUT", tr("The file to write; else the standard output."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
