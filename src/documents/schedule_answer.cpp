#include "documents/answers.h"

#include <algorithm>
#include <tuple>

namespace trackloom::documents {
namespace {

AnswerCell numberCell(const std::optional<std::int64_t>& number) { return number ? cellOf(*number) : AnswerCell{}; }

AnswerCell startCell(const checks::Times& times) {
  const Day day = checks::firstDay(times.es);
  return times.open ? cellOf(Message{tr("not before {day}"), {{"day", day}}}) : cellOf(day);
}

AnswerCell finishCell(const checks::Times& times) {
  return times.open ? AnswerCell{} : cellOf(checks::lastDay(times.es, times.ef));
}

AnswerCell whyCell(const ShownSchedule& shown, std::uint32_t number) {
  return cellOf(whyThen(shown.study.plan(), shown.network, shown.schedule, number));
}

const ElementId& idOf(const ShownSchedule& shown, std::uint32_t number) {
  return shown.study.all(KindId::activity)[number].id();
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

std::vector<Message> cutLinks(const ShownSchedule& shown) {
  std::vector<Message> notes;
  for (const std::uint32_t cut : shown.schedule.cutArcs)
    notes.push_back({tr("The dependency {id} closes a loop and is left out here."),
                     {{"id", shown.study.all(KindId::dependency)[shown.network.arcs[cut].link].id().str()}}});
  return notes;
}

std::optional<Day> lastOfAll(const checks::Schedule& schedule) {
  std::optional<Day> last;
  for (const checks::Times& times : schedule.times)
    if (times.included && !times.open)
      last = std::max(last.value_or(Day{times.es}), checks::lastDay(times.es, times.ef));
  return last;
}

/// Of what has no forecast, the one that is open for longest.
std::optional<std::uint32_t> lastOpen(const checks::Schedule& schedule) {
  std::optional<std::uint32_t> last;
  for (std::uint32_t number = 0; number < schedule.times.size(); ++number) {
    const checks::Times& times = schedule.times[number];
    if (times.included && times.open && (!last || schedule.times[*last].es < times.es)) last = number;
  }
  return last;
}

}  // namespace

Answer scheduleAnswer(const ShownSchedule& shown) {
  AnswerPart part;
  part.columns = {{tr("Activity")},
                  {tr("Start")},
                  {tr("Finish")},
                  {tr("Latest finish")},
                  {tr("Days in hand"), Side::right},
                  {"*", Side::left, tr("Decides the last date")},
                  {tr("Slip"), Side::right},
                  {tr("Why then")}};
  part.none = {tr("There are no activities to schedule."), {}};
  for (const std::uint32_t number : inTime(shown)) {
    const checks::Times& times = shown.schedule.times[number];
    const ElementId& id = idOf(shown, number);
    part.rows.push_back(
        {id,
         {cellOf(id), startCell(times), finishCell(times),
          times.open ? AnswerCell{} : cellOf(checks::lastDay(times.ls, times.lf)), numberCell(times.totalFloat),
          times.critical ? cellOf(std::string("*")) : AnswerCell{}, numberCell(times.slip), whyCell(shown, number)}});
  }
  Answer answer{{}, {std::move(part)}, cutLinks(shown)};
  if (const auto last = lastOfAll(shown.schedule))
    answer.said.push_back({tr("The last date foreseen is {day}."), {{"day", *last}}});
  const auto open = std::ranges::count_if(shown.activities, [&](auto i) { return shown.schedule.times[i].open; });
  if (open > 0)
    answer.said.push_back(
        {tr("Without a forecast, as something is stopped or a political precondition is not met: {count}."),
         {{"count", open}}});
  return answer;
}

Answer chainAnswer(const ShownSchedule& shown) {
  AnswerPart part;
  part.columns = {{tr("Activity")}, {tr("Start")}, {tr("Finish")}, {tr("Why then")}};
  for (const std::uint32_t number : shown.activities) {
    const checks::Times& times = shown.schedule.times[number];
    const ElementId& id = idOf(shown, number);
    part.rows.push_back({id, {cellOf(id), startCell(times), finishCell(times), whyCell(shown, number)}});
  }
  return {{{tr("What decides the dates of “{activity}”: each line waits for the one above it."),
            {{"activity", idOf(shown, shown.activities.back())}}}},
          {std::move(part)},
          cutLinks(shown)};
}

Answer movesAnswer(const ShownSchedule& shown) {
  const checks::Schedule& now = shown.study.schedule();
  AnswerPart part;
  part.columns = {{tr("Activity")},   {tr("Start now")},   {tr("Start then")},
                  {tr("Finish now")}, {tr("Finish then")}, {tr("Days later"), Side::right}};
  part.none = {tr("No date moves."), {}};
  for (const std::uint32_t number : inTime(shown)) {
    const checks::Times& before = now.times[number];
    const checks::Times& after = shown.schedule.times[number];
    if (before.es == after.es && before.ef == after.ef && before.open == after.open) continue;
    const ElementId& id = idOf(shown, number);
    part.rows.push_back({id,
                         {cellOf(id), startCell(before), startCell(after), finishCell(before), finishCell(after),
                          before.open || after.open ? AnswerCell{} : cellOf(after.ef - before.ef)}});
  }
  Answer answer{{}, {std::move(part)}, cutLinks(shown)};
  const auto before = lastOfAll(now), after = lastOfAll(shown.schedule);
  if (before && after)
    answer.said.push_back(*before == *after ? Message{tr("The last date of all stays {day}."), {{"day", *before}}}
                                            : Message{tr("The last date of all moves from {before} to {after}."),
                                                      {{"before", *before}, {"after", *after}}});
  if (const auto last = lastOpen(shown.schedule);
      last && after && checks::firstDay(shown.schedule.times[*last].es) > *after)
    answer.said.push_back(
        {tr("Something later is open: “{activity}”, not before {day}."),
         {{"activity", idOf(shown, *last)}, {"day", checks::firstDay(shown.schedule.times[*last].es)}}});
  return answer;
}

}  // namespace trackloom::documents
