#include "checks/follow_up.h"
#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/plain_text.h"

#include <charconv>

namespace trackloom::cli {
namespace {

struct Options {
  std::string file;
  std::string finding;
  std::optional<std::string> choice;
  AsOf asOf;
  HouseRules house;
  std::string out;
};

Message numbered(const std::vector<checks::Fix>& fixes, std::size_t place, const Plan& plan) {
  return {tr("{number}: {edit}"),
          {{"number", static_cast<std::int64_t>(place + 1)}, {"edit", plainText(fixes[place].label, &plan)}}};
}

/// What can be chosen from; changes nothing.
void list(Shell& shell, const std::vector<checks::Fix>& fixes, const Plan& plan, const std::string& finding) {
  const unsigned width = shell.terminal().width;
  for (std::size_t i = 0; i < fixes.size(); ++i)
    shell.print(wrapped("", oneLine(plainText(numbered(fixes, i, plan))), 3, width));
  const Message hint{tr("Nothing is changed yet: choose one with fix … {finding} --choice N."), {{"finding", finding}}};
  shell.print(wrapped("", oneLine(plainText(hint)), 0, width));
}

const checks::Fix& chosen(const std::vector<checks::Fix>& fixes, const Plan& plan, const std::string& choice) {
  std::size_t number = 0;
  std::from_chars(choice.data(), choice.data() + choice.size(), number);
  if (number >= 1 && number <= fixes.size() && std::to_string(number) == choice) return fixes[number - 1];
  std::string all;
  for (std::size_t i = 0; i < fixes.size(); ++i) all += (i ? " " : "") + plainText(numbered(fixes, i, plan));
  throw Error(
      ErrorKind::usage,
      {tr("“{choice}” is none of its edits: {choices}"), {{"choice", oneLine(choice)}, {"choices", oneLine(all)}}}, {},
      {tr("Choose one with --choice and its number."), {}});
}

ExitCode run(Shell& shell, Options& options) {
  const Judged judged = judge(shell, options.file, options.asOf, options.house);
  const checks::Finding& finding = needFinding(judged, options.finding);
  const std::vector<checks::Fix> fixes = checks::fixesOf(finding);
  if (!options.choice) {
    list(shell, fixes, judged.plan(), finding.id);
    return ExitCode::fine;
  }
  const checks::Fix& fix = chosen(fixes, judged.plan(), *options.choice);
  Edit edit = fix.edit(judged.plan());
  edit.label = fix.label;
  saveChanged(shell, judged.loaded, edit, options.out);
  return ExitCode::fine;
}

}  // namespace

Run declareFix(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The plan; - for the standard input."));
  arguments.required("FINDING", options->finding, tr("The id of the finding, or its beginning."));
  arguments.option("--choice", options->choice, "N",
                   tr("Which of its edits; without it they are listed, and nothing is changed."));
  options->asOf.declare(arguments);
  options->house.declare(arguments);
  arguments.option("-o,--output", options->out, "OUT", tr("Where to write the plan; else back into its own file."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
