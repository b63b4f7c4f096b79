#include "checks/schedule.h"
#include "plan/id_table.h"

#include <algorithm>

namespace trackloom::checks {
namespace {

constexpr std::int64_t longestLag = 36525;

Progress progressOf(const State& state) {
  switch (state.word<ActivityStatus>().value_or(ActivityStatus::planned)) {
    case ActivityStatus::completed:
      return Progress::finished;
    case ActivityStatus::ongoing:
      return Progress::ongoing;
    case ActivityStatus::cancelled:
    case ActivityStatus::failed:
    case ActivityStatus::superseded:
      return Progress::leftOut;
    default:
      return Progress::notStarted;
  }
}

/// A date that is known on the day, or null.
const Date* knownBy(const Date* date, Day known, Day day) { return date && known <= day ? date : nullptr; }

/// Duration, else the planned span, else one day and a guess.
void setDuration(Task& task, const Element& activity, const Network& net) {
  const Date* plannedStart = activity.get(key::plannedStart);
  const Date* plannedFinish = activity.get(key::plannedFinish);
  task.workingDays = activity.is(key::dayCount, DayCount::workingDays);
  if (const Integer* days = activity.get(key::duration)) {
    task.duration = *days;
  } else if (plannedStart && plannedFinish && plannedFinish->last() >= plannedStart->first() &&
             plannedFinish->last() - plannedStart->first() < longestLag) {
    const std::int64_t first = plannedStart->first().number;
    const std::int64_t end = plannedFinish->last().number + 1;
    task.duration = task.workingDays ? net.calendar.days.between(first, end) : end - first;
    task.durationKnown = task.duration > 0;  // planned on rest days only
    task.duration = std::max<std::int64_t>(task.duration, 1);
  } else {
    task.durationKnown = false;
  }
  if (plannedStart) {
    task.plannedStart = plannedStart->first().number;
    task.startPrecision = plannedStart->precision();
  }
  if (plannedFinish) {
    task.plannedEnd = plannedFinish->last().number + (task.duration > 0 ? 1 : 0);
  } else if (plannedStart && task.durationKnown) {
    task.plannedEnd = net.endFrom(task, net.earliestStart(task, *task.plannedStart));
  }
}

void setFinished(Task& task, const Date* start, const Date* finish, const State& state, const Network& net) {
  const Day asOf = net.asOf;
  task.assumed = !finish && state.basis != State::Basis::event;
  const bool milestone = task.duration == 0 && !(start && finish && start->first() < finish->last());
  const std::int64_t day = milestone ? 0 : 1;
  if (finish) {
    task.end = finish->last().number + day;
  } else if (state.basis == State::Basis::event) {
    task.end = state.since->number + day;
  } else if (task.plannedEnd && *task.plannedEnd <= asOf.number + day) {
    task.end = *task.plannedEnd;
  } else {
    task.end = asOf.number + day;
  }
  task.start = start ? start->first().number : net.latestStartEnding(task, task.end);
  task.end = std::max(task.end, task.start + day);
  task.startPrecision = start ? start->precision() : Precision::day;
  task.endPrecision = finish ? finish->precision() : Precision::day;
}

void setOngoing(Task& task, const Date* start, const State& state, Day asOf) {
  task.assumed = start == nullptr;
  if (start || state.since || !task.plannedStart) task.startPrecision = start ? start->precision() : Precision::day;
  if (start) {
    task.start = start->first().number;
  } else if (state.since) {
    task.start = state.since->number;
  } else {
    task.start = std::min(task.plannedStart.value_or(asOf.number), asOf.number);
  }
}

Task taskOf(const Element& activity, const StatesOnDay& states, const Network& net) {
  Task task;
  setDuration(task, activity, net);
  const State state = states.of(activity);
  const Date* start = activity.get(key::start);
  const Date* finish = activity.get(key::finish);
  start = knownBy(start, start ? start->first() : Day{}, states.day());
  finish = knownBy(finish, finish ? finish->last() : Day{}, states.day());
  task.progress = progressOf(state);
  // A suspended activity that had begun has begun.
  if (task.progress == Progress::notStarted && start && !state.is(ActivityStatus::postponed))
    task.progress = Progress::ongoing;
  if (task.progress == Progress::finished) setFinished(task, start, finish, state, net);
  if (task.progress == Progress::ongoing) setOngoing(task, start, state, states.day());
  return task;
}

std::int32_t lagOf(const Element& dependency) {
  const Integer* days = dependency.get(key::lag);
  return days ? static_cast<std::int32_t>(*days) : 0;
}

}  // namespace

std::int64_t Network::endFrom(const Task& task, std::int64_t start) const {
  return task.workingDays ? calendar.days.endOf(start, task.duration) : start + task.duration;
}

std::int64_t Network::earliestStart(const Task& task, std::int64_t day) const {
  return task.workingDays ? calendar.days.firstFrom(day) : day;
}

std::int64_t Network::latestStart(const Task& task, std::int64_t day) const {
  return task.workingDays ? calendar.days.lastUntil(day) : day;
}

std::int64_t Network::earliestStartEnding(const Task& task, std::int64_t end) const {
  return task.workingDays ? calendar.days.earliestStartEnding(end, task.duration) : end - task.duration;
}

std::int64_t Network::latestStartEnding(const Task& task, std::int64_t end) const {
  return task.workingDays ? calendar.days.latestStartEnding(end, task.duration) : end - task.duration;
}

Network network(const Plan& plan, const StatesOnDay& states) {
  const auto activities = plan.all(KindId::activity);
  IdTable numbers(activities.size());
  for (std::uint32_t number = 0; number < activities.size(); ++number) numbers.add(activities[number]->id(), number);
  std::vector<EndNumbers> ends;
  for (const ElementPtr& dependency : plan.all(KindId::dependency))
    ends.push_back({numbers.find(dependency->ref(key::linkFrom)), numbers.find(dependency->ref(key::linkTo))});
  return network(plan, states, ends);
}

Network network(const Plan& plan, const StatesOnDay& states, std::span<const EndNumbers> ends) {
  Network net;
  net.asOf = states.day();
  net.calendar = planCalendar(plan);
  const auto activities = plan.all(KindId::activity);
  net.tasks.reserve(activities.size());
  for (const ElementPtr& activity : activities) net.tasks.push_back(taskOf(*activity, states, net));
  const auto dependencies = plan.all(KindId::dependency);
  net.arcs.reserve(dependencies.size());
  for (std::uint32_t link = 0; link < dependencies.size(); ++link) {
    const auto& [from, to] = ends[link];
    const Element& dependency = *dependencies[link];
    const auto nature = dependency.word<DependencyNature>(key::nature).value_or(DependencyNature::hard);
    if (!from || !to || nature == DependencyNature::soft) continue;
    if (net.tasks[*from].progress == Progress::leftOut || net.tasks[*to].progress == Progress::leftOut) continue;
    net.arcs.push_back({*from, *to, link, lagOf(dependency),
                        dependency.word<DependencyType>(key::type).value_or(DependencyType::FS), nature});
  }
  std::sort(net.arcs.begin(), net.arcs.end(), [](const Arc& a, const Arc& b) {
    return a.from != b.from ? a.from < b.from : a.to != b.to ? a.to < b.to : a.link < b.link;
  });
  indexArcs(net);
  return net;
}

void indexArcs(Network& net) {
  net.firstArc.assign(net.tasks.size() + 1, 0);
  for (const Arc& arc : net.arcs) ++net.firstArc[arc.from + 1];
  for (std::size_t i = 1; i < net.firstArc.size(); ++i) net.firstArc[i] += net.firstArc[i - 1];
}

}  // namespace trackloom::checks
