#include "checks/study.h"
#include "cli/answer_text.h"
#include "cli/as_of.h"
#include "cli/commands.h"
#include "cli/plain_text.h"
#include "cli/suppositions.h"
#include "documents/answers.h"

namespace trackloom::cli {
namespace {

using documents::ShownSchedule;

struct Options {
  std::string file;
  AsOf asOf;
  std::string format = "text";
  std::optional<std::string> to;
  std::vector<std::string> slips;
  std::vector<std::string> drops;
};

std::string wholeText(const documents::Answer& answer, const Plan& plan, std::size_t width) {
  const std::string table = partText(answer.parts.front(), plan, width);
  if (!answer.hasRows()) return table;
  return table + '\n' +
         wrapped("",
                 tr("* decides the last date of all. Days in hand: how far it can move without moving that date. "
                    "Slip: days later than planned."),
                 0, width);
}

std::string chainText(const documents::Answer& answer, const Plan& plan, std::size_t width) {
  return sentenceText(answer.said.front(), plan, width) + '\n' + partText(answer.parts.front(), plan, width);
}

/// What moves under the suppositions.
std::string movesText(const documents::Answer& answer, const Plan& plan, std::size_t width) {
  std::string out = partText(answer.parts.front(), plan, width);
  for (const Message& sentence : answer.said) out += '\n' + sentenceText(sentence, plan, width);
  return out;
}

std::string text(const ShownSchedule& shown, const Options& options, const Suppositions& supposed,
                 const Terminal& terminal) {
  const Plan& plan = shown.study.plan();
  std::string out = terminal.toned(
      Tone::heading,
      plainText({tr("{plan}, as of {day}"), {{"plan", oneLine(plan.root().title())}, {"day", shown.study.asOf()}}}));
  out += "\n";
  for (const Message& each : supposed.told) out += wrapped("", oneLine(plainText(each, &plan)), 0, terminal.width);
  out += "\n";
  const documents::Answer answer = options.to         ? documents::chainAnswer(shown)
                                   : supposed.empty() ? documents::scheduleAnswer(shown)
                                                      : documents::movesAnswer(shown);
  out += options.to         ? chainText(answer, plan, terminal.width)
         : supposed.empty() ? wholeText(answer, plan, terminal.width)
                            : movesText(answer, plan, terminal.width);
  for (const Message& note : answer.notes) out += sentenceText(note, plan, terminal.width);
  return out;
}

documents::Json json(const ShownSchedule& shown, const Options& options, const Suppositions& supposed) {
  documents::Json json = documents::scheduleJson(shown);
  if (options.to) json.put("to", *options.to);
  if (supposed.empty()) return json;
  documents::Json told = documents::Json::array();
  for (const Message& each : supposed.told) told.add(plainText(each, &shown.study.plan()));
  json.put("supposed", std::move(told));
  return json;
}

ExitCode run(Shell& shell, const Options& options) {
  options.asOf.verify();
  const LoadedPlan loaded = shell.loadNoting(options.file);
  const checks::Study study(loaded.plan, options.asOf.dayFor(loaded.plan, shell));
  const Suppositions supposed = suppositions(study, options.slips, options.drops);
  const checks::Network network = checks::supposing(study.network(), study.schedule(), supposed.whatIf);
  const checks::Schedule schedule = checks::schedule(network);
  ShownSchedule shown{study, network, schedule, documents::includedActivities(schedule)};
  if (options.to) {
    const std::uint32_t number = scheduledActivity(study, schedule, *options.to);
    shown.activities = checks::criticalChain(network, schedule, number);
  }
  if (options.format == "json") {
    shell.print(jsonText(json(shown, options, supposed)));
  } else if (options.format == "csv") {
    shell.print(csv(documents::scheduleTable(shown)));
  } else {
    shell.print(text(shown, options, supposed, shell.terminal()));
  }
  return ExitCode::fine;
}

}  // namespace

Run declareSchedule(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The plan; - for the standard input."));
  options->asOf.declare(arguments);
  arguments.option("--to", options->to, "ID", tr("Only what decides the dates of this activity."));
  arguments.option("--slip", options->slips, "ID=DAYS",
                   tr("Suppose that an activity slips by so many days; says what moves."));
  arguments.option("--drop", options->drops, "ID",
                   tr("Suppose that an activity or a dependency is dropped; says what moves."));
  arguments.oneOf("--format", options->format, {"text", "json", "csv"}, tr("For people, programs or spreadsheets."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
