#include "cli/commands.h"
#include "cli/passphrase.h"
#include "sharing/sealed.h"

namespace trackloom::cli {
namespace {

struct Options {
  std::string file;
  std::string out;
};

ExitCode run(Shell& shell, const Options& options) {
  if (options.file != "-" && shell.areSameFile(options.file, options.out))
    throw Error(ErrorKind::usage, {tr("The open plan would replace the sealed one."), {}}, options.out,
                {tr("Name another file with -o."), {}});
  const std::string bytes = shell.readBytes(options.file).first;
  if (!isSealed(bytes) && xml::read(bytes).plan)
    throw Error(ErrorKind::unreadable, {tr("This plan is not sealed."), {}}, options.file,
                {tr("It can be read as it is."), {}});
  sharing::leaveNoCrashDumps();
  const std::string& named = shell.seals().passphraseFile();
  auto unsealed =
      sharing::unseal(bytes, named.empty() ? passphraseFromTerminal(Asked::once) : passphraseFromFile(named));
  if (!unsealed) throw sharing::cannotOpen(options.file);
  shell.saveOpenPlan(options.out, unsealed->content);
  sharing::wipe(unsealed->content);
  if (options.out != "-")
    shell.note({tr("{file} lies open now: whoever has it can read it."), {{"file", options.out}}});
  return ExitCode::fine;
}

}  // namespace

Run declareOpen(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("SEALED", options->file, tr("The sealed plan; - for the standard input."));
  arguments.requiredOption(
      "-o,--output", options->out, "OUT",
      tr("The file for the plan; - for the standard output, so that nothing is written on a disk."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
