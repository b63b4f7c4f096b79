#include "checks/study.h"
#include "cli/as_of.h"
#include "cli/commands.h"
#include "cli/plain_text.h"
#include "documents/schedule_json.h"

#include <algorithm>
#include <tuple>

namespace trackloom::cli {
namespace {

using documents::Side;
using documents::Table;

struct Options {
  std::string file;
  AsOf asOf;
  std::string format = "text";
};

std::string numberCell(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}

std::vector<std::string> cells(const checks::Study& study, std::uint32_t number) {
  const checks::Times& times = study.schedule().times[number];
  const Element& activity = study.all(KindId::activity)[number].element();
  const std::string notBefore = plainText({tr("not before {day}"), {{"day", checks::firstDay(times.es)}}});
  return {activity.id().str(),
          oneLine(activity.title()),
          times.open ? notBefore : isoText(checks::firstDay(times.es)),
          times.open ? "" : isoText(checks::lastDay(times.es, times.ef)),
          times.open ? "" : isoText(checks::lastDay(times.ls, times.lf)),
          numberCell(times.totalFloat),
          times.critical ? "*" : "",
          numberCell(times.slip),
          oneLine(plainText(whyThen(study.plan(), study.network(), study.schedule(), number), &study.plan()))};
}

/// For people: in the order in which things happen, with their words.
Table table(const checks::Study& study) {
  const auto& times = study.schedule().times;
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < times.size(); ++i)
    if (times[i].included) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
    return std::tie(times[a].es, times[a].ef) < std::tie(times[b].es, times[b].ef);
  });
  Table table;
  table.columns = {{tr("Id")},     {tr("Activity")},          {tr("Start")},
                   {tr("Finish")}, {tr("Latest finish")},     {tr("Days in hand"), Side::right},
                   {tr("*")},      {tr("Slip"), Side::right}, {tr("Why then")}};
  for (const std::uint32_t number : order) table.rows.push_back(cells(study, number));
  return table;
}

std::string text(const checks::Study& study, const Terminal& terminal) {
  const Plan& plan = study.plan();
  std::string out = terminal.toned(
      Tone::heading,
      plainText({tr("{plan}, as of {day}"), {{"plan", oneLine(plan.root().title())}, {"day", study.asOf()}}}));
  out += "\n\n";
  const Table rows = table(study);
  if (rows.rows.empty()) return out + tr("There are no activities to schedule.") + '\n';
  out += alignedText(rows, terminal.width);
  out += '\n';
  out += wrapped("",
                 tr("* decides the last date of all. Days in hand: how far it can move without moving that date. "
                    "Slip: days later than planned."),
                 0, terminal.width);
  for (const std::uint32_t cut : study.schedule().cutArcs) {
    const checks::Item& link = study.all(KindId::dependency)[study.network().arcs[cut].link];
    out += wrapped(
        "", plainText({tr("The dependency {id} closes a loop and is left out here."), {{"id", link.id().str()}}}), 0,
        terminal.width);
  }
  return out;
}

ExitCode run(Shell& shell, const Options& options) {
  options.asOf.verify();
  const LoadedPlan loaded = shell.loadNoting(options.file);
  const checks::Study study(loaded.plan, options.asOf.dayFor(loaded.plan, shell));
  if (options.format == "json") {
    shell.print(jsonText(documents::scheduleJson(study)));
  } else if (options.format == "csv") {
    shell.print(csv(documents::scheduleTable(study)));
  } else {
    shell.print(text(study, shell.terminal()));
  }
  return ExitCode::fine;
}

}  // namespace

Run declareSchedule(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.required("FILE", options->file, tr("The plan; - for the standard input."));
  options->asOf.declare(arguments);
  arguments.oneOf("--format", options->format, {"text", "json", "csv"}, tr("For people, programs or spreadsheets."));
  return [options](Shell& shell) { return run(shell, *options); };
}

}  // namespace trackloom::cli
