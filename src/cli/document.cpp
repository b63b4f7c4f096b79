#include "documents/document.h"

#include "cli/as_of.h"
#include "cli/commands.h"

#include <filesystem>

#include <unistd.h>

namespace trackloom::cli {
namespace {

using documents::Completeness;
using documents::DocumentFormat;

struct Options {
  std::string file;
  std::string templateId;
  std::string to = "html";
  std::string out;
  bool draft = false;
  bool final = false;
  AsOf asOf;
};

/// A terminal shows nothing of such bytes but disorder.
void refuseBinaryOnTerminal(const Options& options) {
  const bool toOutput = options.out.empty() || options.out == "-";
  if (options.to == "html" || !toOutput || !::isatty(STDOUT_FILENO)) return;
  throw Error(ErrorKind::usage, {tr("A document as {format} cannot be shown here."), {{"format", options.to}}}, {},
              {tr("Name a file for it with -o."), {}});
}

/// What the wanted format could not be made of is kept beside as HTML.
std::string htmlBeside(const std::string& out) {
  if (out.empty() || out == "-") return out;
  return std::filesystem::path(out).replace_extension("html").string();
}

ExitCode run(Shell& shell, const Options& options) {
  options.asOf.verify();
  refuseBinaryOnTerminal(options);
  const documents::TemplateList templates = documents::readTemplates(shell.installation().templates / "documents");
  const LoadedPlan loaded = shell.loadNoting(options.file);
  documents::DocumentRequest request;
  request.templateId = options.templateId;
  request.format = documents::formatNamed(options.to).value_or(DocumentFormat::html);
  request.completeness = options.draft   ? Completeness::draft
                         : options.final ? Completeness::final
                                         : Completeness::plain;
  request.asOf = options.asOf.dayFor(loaded.plan, shell);
  documents::InstalledPrograms programs;
  const documents::DocumentResult result = makeDocument(loaded.plan, request, templates, programs);
  for (const Message& note : result.notes) shell.note(note, &loaded.plan);
  if (!result.failure) {
    shell.writeOutput(options.out, result.bytes);
    return ExitCode::fine;
  }
  const std::string html = htmlBeside(options.out);
  shell.writeOutput(html, result.bytes);
  const ExitCode code = shell.report(*result.failure);
  if (html != "-" && !html.empty()) shell.note({tr("The document stands in {file} as HTML."), {{"file", html}}});
  return code;
}

}  // namespace

Run declareDocument(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The plan; - for the standard input."));
  arguments.requiredOption("--template", options->templateId, "TEMPLATE",
                           tr("The document; trackloom-cli templates lists them."));
  arguments.oneOf("--to", options->to, {"html", "docx", "odt", "pdf"}, tr("As what."));
  arguments.option("-o,--output", options->out, "OUT", tr("The file to write; else the standard output."));
  arguments.flag("--draft", options->draft, tr("Mark openly what is empty and what belongs there."), "Completeness");
  arguments.flag("--final", options->final, tr("Leave empty sections out, and list them on the standard error."),
                 "Completeness");
  options->asOf.declare(arguments);
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
