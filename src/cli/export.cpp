#include "cli/as_of.h"
#include "cli/commands.h"
#include "cli/languages.h"
#include "plugin/formats.h"

namespace trackloom::cli {
namespace {

struct Options {
  std::string file;
  std::string to;
  std::string out;
  std::string lang;
  AsOf asOf;
};

ExitCode run(Shell& shell, const Options& options) {
  options.asOf.verify();
  plugin::PluginHost host(plugin::standardPlaces(shell.installation().executable));
  const LoadedPlan loaded = shell.loadNoting(options.file);
  const Day asOf = options.asOf.dayFor(loaded.plan, shell);
  const plugin::Exported exported =
      plugin::exportPlan(loaded.plan, asOf, options.to, host, languageFor(shell, options.lang, loaded.plan));
  for (const Message& note : exported.notes) shell.note(note, &loaded.plan);
  shell.writeOutput(options.out, exported.bytes);
  return ExitCode::fine;
}

}  // namespace

Run declareExport(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The plan; - for the standard input."));
  arguments.requiredOption("--to", options->to, "FORMAT", tr("The format; trackloom-cli formats lists them."));
  arguments.option("-o,--output", options->out, "OUT", tr("The file to write; else the standard output."));
  arguments.option("--lang", options->lang, "LANG",
                   tr("The language of a drawing: en, fr, es or ar; else the plan's own."));
  options->asOf.declare(arguments);
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
