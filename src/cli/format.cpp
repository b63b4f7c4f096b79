#include "cli/commands.h"
#include "xml/write.h"

namespace trackloom::cli {
namespace {

struct Options {
  std::string file;
  std::string out;
};

ExitCode run(Shell& shell, const Options& options) {
  const LoadedPlan loaded = shell.loadNoting(options.file);
  const bool inPlace =
      loaded.stamp && !options.out.empty() && options.out != "-" && shell.areSameFile(options.file, options.out);
  shell.savePlan(options.out, xml::write(loaded.plan), inPlace ? loaded.stamp : std::nullopt);
  return ExitCode::fine;
}

}  // namespace

Run declareFormat(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The plan; - for the standard input."));
  arguments.option("-o,--output", options->out, "OUT",
                   tr("Where to write it, the same file if you like; else to the standard output."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
