#include "checks/waivers.h"
#include "cli/commands.h"
#include "cli/findings.h"

namespace trackloom::cli {
namespace {

struct Options {
  std::string file;
  std::string finding;
  std::string reason;
  std::string who;
  std::optional<std::string> date;
  AsOf asOf;
  HouseRules house;
  std::string out;
};

Date dateOf(const Options& options, const Shell& shell) {
  if (!options.date) return Date(shell.today());
  if (const auto date = Date::parse(*options.date)) return *date;
  throw Error(ErrorKind::usage, {tr("“{date}” is no date."), {{"date", *options.date}}}, {},
              {tr("Write it as 2013-05-14."), {}});
}

ExitCode run(Shell& shell, Options& options) {
  const Date date = dateOf(options, shell);
  if (options.reason.find_first_not_of(" \t\r\n") == std::string::npos)
    throw Error(ErrorKind::usage, {tr("A finding is accepted for a reason, and the reason is empty."), {}}, {},
                {tr("Say with --reason why it is accepted; those who read the plan later will ask."), {}});
  const Judged judged = judge(shell, options.file, options.asOf, options.house);
  const checks::Finding& finding = needFinding(judged, options.finding);
  if (finding.accepted)
    throw Error(ErrorKind::usage,
                {tr("{id} is accepted already: {reason}"), {{"id", finding.id}, {"reason", finding.accepted->reason}}},
                {}, {tr("Change or remove the waiver {waiver} in the plan."), {{"waiver", finding.accepted->waiver}}});
  if (finding.elements.empty())
    throw Error(ErrorKind::usage,
                {tr("{id} is about nothing in the plan, so that it cannot be accepted."), {{"id", finding.id}}}, {},
                {plainText(finding.clears, &judged.plan()), {}});
  saveChanged(shell, judged.loaded,
              checks::accept(*judged.study, finding, {{}, options.who, date.text(), options.reason}), options.out);
  return ExitCode::fine;
}

}  // namespace

Run declareWaive(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The plan; - for the standard input."));
  arguments.required("FINDING", options->finding, tr("The id of the finding, or its beginning."));
  arguments.requiredOption("--reason", options->reason, "TEXT", tr("Why the team accepts it."));
  arguments.option("--who", options->who, "NAME", tr("Who accepts it."));
  arguments.option("--date", options->date, "DATE", tr("When; today if not given."));
  options->asOf.declare(arguments);
  options->house.declare(arguments);
  arguments.option("-o,--output", options->out, "OUT", tr("Where to write the plan; else back into its own file."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
