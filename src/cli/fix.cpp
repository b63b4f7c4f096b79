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

std::string choices(const std::vector<checks::Fix>& fixes, const Plan& plan) {
  std::string list;
  for (std::size_t i = 0; i < fixes.size(); ++i)
    list += (i ? " " : "") + std::to_string(i + 1) + ": " + plainText(fixes[i].label, &plan);
  return list;
}

const checks::Fix& chosen(const std::vector<checks::Fix>& fixes, const Plan& plan, const Options& options) {
  if (!options.choice) return fixes.front();
  std::size_t number = 0;
  std::from_chars(options.choice->data(), options.choice->data() + options.choice->size(), number);
  if (number >= 1 && number <= fixes.size() && std::to_string(number) == *options.choice) return fixes[number - 1];
  throw Error(ErrorKind::usage,
              {tr("“{choice}” is none of its edits: {choices}"),
               {{"choice", oneLine(*options.choice)}, {"choices", oneLine(choices(fixes, plan))}}},
              {}, {tr("Choose one with --choice and its number."), {}});
}

ExitCode run(Shell& shell, Options& options) {
  const Judged judged = judge(shell, options.file, options.asOf, options.house);
  const checks::Finding& finding = needFinding(judged, options.finding);
  const std::vector<checks::Fix> fixes = checks::fixesOf(finding);
  const checks::Fix& fix = chosen(fixes, judged.plan(), options);
  Edit edit = fix.edit(judged.plan());
  edit.label = fix.label;
  saveChanged(shell, judged, edit, options.out);
  return ExitCode::fine;
}

}  // namespace

Run declareFix(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The plan; - for the standard input."));
  arguments.required("FINDING", options->finding, tr("The id of the finding, or its beginning."));
  arguments.option("--choice", options->choice, "N",
                   tr("Which of its edits, the first if not given; explain lists them."));
  options->asOf.declare(arguments);
  options->house.declare(arguments);
  arguments.option("-o,--output", options->out, "OUT", tr("Where to write the plan; else back into its own file."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
