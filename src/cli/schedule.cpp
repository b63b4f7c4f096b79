#include "checks/study.h"
#include "cli/as_of.h"
#include "cli/commands.h"
#include "cli/plain_text.h"
#include "cli/suppositions.h"
#include "documents/schedule_json.h"

#include <algorithm>
#include <tuple>

namespace trackloom::cli {
namespace {

using documents::ShownSchedule;
using documents::Side;
using documents::Table;

struct Options {
  std::string file;
  AsOf asOf;
  std::string format = "text";
  std::optional<std::string> to;
  std::vector<std::string> slips;
  std::vector<std::string> drops;
};

std::string numberCell(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}

std::string startCell(const checks::Times& times) {
  if (!times.open) return isoText(checks::firstDay(times.es));
  return plainText({tr("not before {day}"), {{"day", checks::firstDay(times.es)}}});
}

std::string finishCell(const checks::Times& times) {
  return times.open ? std::string() : isoText(checks::lastDay(times.es, times.ef));
}

std::string whyCell(const ShownSchedule& shown, std::uint32_t number) {
  const Plan& plan = shown.study.plan();
  return oneLine(plainText(whyThen(plan, shown.network, shown.schedule, number), &plan));
}

const Element& activity(const ShownSchedule& shown, std::uint32_t number) {
  return shown.study.all(KindId::activity)[number].element();
}

/// The activities in the order in which things happen.
std::vector<std::uint32_t> inTime(const ShownSchedule& shown) {
  std::vector<std::uint32_t> order = shown.activities;
  const auto& times = shown.schedule.times;
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
    return std::tie(times[a].es, times[a].ef) < std::tie(times[b].es, times[b].ef);
  });
  return order;
}

/// For people: with their words.
Table table(const ShownSchedule& shown) {
  Table table;
  table.columns = {{tr("Id")},     {tr("Activity")},          {tr("Start")},
                   {tr("Finish")}, {tr("Latest finish")},     {tr("Days in hand"), Side::right},
                   {tr("*")},      {tr("Slip"), Side::right}, {tr("Why then")}};
  for (const std::uint32_t number : inTime(shown)) {
    const checks::Times& times = shown.schedule.times[number];
    const Element& element = activity(shown, number);
    table.rows.push_back({element.id().str(), oneLine(element.title()), startCell(times), finishCell(times),
                          times.open ? "" : isoText(checks::lastDay(times.ls, times.lf)), numberCell(times.totalFloat),
                          times.critical ? "*" : "", numberCell(times.slip), whyCell(shown, number)});
  }
  return table;
}

std::string cutLinks(const ShownSchedule& shown, const Terminal& terminal) {
  std::string out;
  for (const std::uint32_t cut : shown.schedule.cutArcs) {
    const checks::Item& link = shown.study.all(KindId::dependency)[shown.network.arcs[cut].link];
    out += wrapped(
        "", plainText({tr("The dependency {id} closes a loop and is left out here."), {{"id", link.id().str()}}}), 0,
        terminal.width);
  }
  return out;
}

std::string wholeText(const ShownSchedule& shown, const Terminal& terminal) {
  const Table rows = table(shown);
  if (rows.rows.empty()) return tr("There are no activities to schedule.") + std::string(1, '\n');
  return alignedText(rows, terminal.width) + '\n' +
         wrapped("",
                 tr("* decides the last date of all. Days in hand: how far it can move without moving that date. "
                    "Slip: days later than planned."),
                 0, terminal.width);
}

std::string chainText(const ShownSchedule& shown, const Terminal& terminal) {
  Table table{{{tr("Id")}, {tr("Activity")}, {tr("Start")}, {tr("Finish")}, {tr("Why then")}}, {}};
  for (const std::uint32_t number : shown.activities) {
    const checks::Times& times = shown.schedule.times[number];
    const Element& element = activity(shown, number);
    table.rows.push_back(
        {element.id().str(), oneLine(element.title()), startCell(times), finishCell(times), whyCell(shown, number)});
  }
  const Element& last = activity(shown, shown.activities.back());
  return wrapped("",
                 plainText({tr("What decides the dates of “{activity}”: each line waits for the one above it."),
                            {{"activity", oneLine(last.title())}}}),
                 0, terminal.width) +
         '\n' + alignedText(table, terminal.width);
}

std::optional<Day> lastOfAll(const checks::Schedule& schedule) {
  std::optional<Day> last;
  for (const checks::Times& times : schedule.times)
    if (times.included && !times.open)
      last = std::max(last.value_or(Day{times.es}), checks::lastDay(times.es, times.ef));
  return last;
}

/// What moves under the suppositions.
std::string movesText(const ShownSchedule& shown, const Terminal& terminal) {
  const checks::Schedule& now = shown.study.schedule();
  Table table{{{tr("Id")},
               {tr("Activity")},
               {tr("Start now")},
               {tr("Start then")},
               {tr("Finish now")},
               {tr("Finish then")},
               {tr("Days later"), Side::right}},
              {}};
  for (const std::uint32_t number : inTime(shown)) {
    const checks::Times& before = now.times[number];
    const checks::Times& after = shown.schedule.times[number];
    if (before.es == after.es && before.ef == after.ef && before.open == after.open) continue;
    const Element& element = activity(shown, number);
    const std::string later = before.open || after.open ? "" : std::to_string(after.ef - before.ef);
    table.rows.push_back({element.id().str(), oneLine(element.title()), startCell(before), startCell(after),
                          finishCell(before), finishCell(after), later});
  }
  std::string out =
      table.rows.empty() ? tr("No date moves.") + std::string(1, '\n') : alignedText(table, terminal.width);
  const auto before = lastOfAll(now), after = lastOfAll(shown.schedule);
  if (!before || !after) return out;
  const Message last = *before == *after ? Message{tr("The last date of all stays {day}."), {{"day", *before}}}
                                         : Message{tr("The last date of all moves from {before} to {after}."),
                                                   {{"before", *before}, {"after", *after}}};
  return out + '\n' + wrapped("", plainText(last), 0, terminal.width);
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
  out += options.to         ? chainText(shown, terminal)
         : supposed.empty() ? wholeText(shown, terminal)
                            : movesText(shown, terminal);
  return out + cutLinks(shown, terminal);
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
