#include "checks/schedule.h"

namespace trackloom::checks {
namespace {

Message whyOpen(const Arc& arc, bool firstIsStopped, const ElementId& first, Day day) {
  const char* pattern = firstIsStopped ? tr("Open, not before {day}: it waits for “{first}”, which has been stopped.")
                        : arc.nature == DependencyNature::political
                            ? tr("Open, not before {day}: “{first}” is a political precondition that is not met.")
                            : tr("Open, not before {day}: it waits for “{first}”, which is open itself.");
  return {pattern, {{"day", day}, {"first", first}}};
}

/// Why the working days of an activity cannot be told.
Message whyNotCounted(const Plan& plan, const CalendarDoubt& doubt) {
  using Reason = CalendarDoubt::Reason;
  if (doubt.reason == Reason::noWorkingDay)
    return {
        tr("Its working days cannot be told: every day of the week is a rest day. They are taken as calendar days."),
        {}};
  if (doubt.reason == Reason::restDaysUnread)
    return {tr("Its working days cannot be told: the weekly rest days cannot all be read. Those that can be read are "
               "counted."),
            {}};
  const Message::Place pause{"pause", plan.all(KindId::pause)[doubt.pause]->id()};
  if (doubt.reason == Reason::pauseOpen)
    return {tr("Its working days cannot be told: the pause “{pause}” has no last day. Only its first day is counted."),
            {pause}};
  if (doubt.reason == Reason::pauseTooLong)
    return {tr("Its working days cannot be told: the pause “{pause}” lasts more than 100 years. It is not counted."),
            {pause}};
  return {tr("Its working days cannot be told: the days of the pause “{pause}” cannot be read."), {pause}};
}

Message whyPlanned(const Plan& plan, const Task& task, const Times& times, std::uint32_t activity) {
  const Day first = firstDay(*task.plannedStart);
  if (times.startPrecision != Precision::day) {
    const Date* planned = plan.all(KindId::activity)[activity]->get(key::plannedStart);
    if (times.es == first.number) return {tr("Planned for {date}; the first day of it counts."), {{"date", *planned}}};
    return {tr("Planned for {date}; the first working day of it counts."), {{"date", *planned}}};
  }
  if (times.es == first.number) return {tr("It starts as planned on {day}."), {{"day", first}}};
  return {tr("Planned for {day}, a rest day; {next} is the next working day."),
          {{"day", first}, {"next", firstDay(times.es)}}};
}

Message whyAsOf(const Plan& plan, const Task& task, const Times& times, Day asOf, std::uint32_t activity) {
  const Message::Place earliest{"earliest", firstDay(times.es)};
  if (task.plannedStart) {
    const Date* planned = plan.all(KindId::activity)[activity]->get(key::plannedStart);
    if (planned->last() < asOf)
      return {tr("Planned for {day}, which has passed; it can start on {earliest} at the earliest."),
              {{"day", *planned}, earliest}};
    return {tr("Planned for {day}; it can start on {earliest} at the earliest."), {{"day", *planned}, earliest}};
  }
  return {tr("No planned start is known; it can start on {earliest} at the earliest."), {earliest}};
}

Message whyLinked(const Arc& arc, const ElementId& first, bool nextWorkingDay) {
  const std::vector<Message::Place> places{{"first", first}, {"lag", std::int64_t{arc.lag}}};
  const auto said = [&](const char* then, const char* nextWorking) {
    return Message{nextWorkingDay ? nextWorking : then, places};
  };
  switch (arc.type) {
    case DependencyType::FS:
      return said(
          tr("It starts after “{first}” has finished, {lag} {lag|day|days} between."),
          tr("It starts on the first working day after “{first}” has finished and {lag} {lag|day|days} have passed."));
    case DependencyType::SS:
      return said(
          tr("It starts after “{first}” has started, {lag} {lag|day|days} between."),
          tr("It starts on the first working day after “{first}” has started and {lag} {lag|day|days} have passed."));
    case DependencyType::FF:
      return {tr("It finishes after “{first}” has finished, {lag} {lag|day|days} between."), places};
    case DependencyType::SF:
      break;
  }
  return {tr("It finishes after “{first}” has started, {lag} {lag|day|days} between."), places};
}

}  // namespace

Message whyThen(const Plan& plan, const Network& net, const Schedule& schedule, std::uint32_t activity) {
  const Times& times = schedule.times[activity];
  const Task& task = net.tasks[activity];
  const auto idOf = [&](std::uint32_t number) { return plan.all(KindId::activity)[number]->id(); };
  if (!times.included) return {tr("Left out: it is cancelled, ended without result or replaced."), {}};
  if (times.open && task.stopped)
    return {tr("Open, not before {day}: it is suspended or postponed, with no new day."),
            {{"day", firstDay(times.es)}}};
  if (times.open) {
    const Arc& arc = net.arcs[times.openArc];
    return whyOpen(arc, net.tasks[arc.from].stopped, idOf(arc.from), firstDay(times.es));
  }
  if (!times.known && task.durationKnown) return whyNotCounted(plan, net.calendar.doubt);
  switch (times.driver) {
    case Driver::record:
      return {tr("Recorded: it began on {day}."), {{"day", firstDay(times.es)}}};
    case Driver::assumption:
      return {tr("Assumed: its status is recorded, but not all of its dates."), {}};
    case Driver::plannedStart:
      return whyPlanned(plan, task, times, activity);
    case Driver::asOf:
      return whyAsOf(plan, task, times, net.asOf, activity);
    case Driver::supposition:
      return {tr("Supposed here: it slips."), {}};
    case Driver::link:
      break;
  }
  const Arc& arc = net.arcs[times.drivingArc];
  const Times& source = schedule.times[arc.from];
  const bool fromStart = arc.type == DependencyType::SS || arc.type == DependencyType::SF;
  const std::int64_t offered = (fromStart ? source.es : source.ef) + arc.lag;
  return whyLinked(arc, idOf(arc.from), times.es != offered);
}

}  // namespace trackloom::checks
