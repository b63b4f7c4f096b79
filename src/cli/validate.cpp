#include "cli/commands.h"
#include "cli/problems.h"

namespace trackloom::cli {
namespace {

ExitCode run(Shell& shell, const std::string& file) {
  const LoadedPlan loaded = shell.load(file);
  if (loaded.problemCount() != 0) {
    for (const std::string& line : problemLines(loaded)) shell.print(line + '\n');
    return ExitCode::findings;
  }
  const auto count = static_cast<std::int64_t>(loaded.plan.size());
  shell.print(plainText({tr("{file}: all of it was read; {count} {count|element|elements}."),
                         {{"file", loaded.file}, {"count", count}}}) +
              '\n');
  return ExitCode::fine;
}

}  // namespace

Run declareValidate(Arguments& arguments) {
  const auto file = std::make_shared<std::string>();
  arguments.required("FILE", *file, tr("The plan; - for the standard input."));
  return [file](Shell& shell) { return run(shell, *file); };
}

}  // namespace trackloom::cli
