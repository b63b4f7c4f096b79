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

/// Duration, else the planned span, else one day and a guess.
void setDuration(Task& task, const Element& activity, const Network& net) {
  const Date* plannedStart = activity.get(key::plannedStart);
  const Date* plannedFinish = activity.get(key::plannedFinish);
  task.workingDays = activity.is(key::dayCount, DayCount::workingDays);
  if (const Integer* days = activity.get(key::duration)) {
    task.duration = static_cast<std::int32_t>(*days);
  } else if (plannedStart && plannedFinish && plannedFinish->last() >= plannedStart->first() &&
             plannedFinish->last() - plannedStart->first() < longestLag) {
    const std::int64_t first = plannedStart->first().number;
    const std::int64_t end = plannedFinish->last().number + 1;
    task.duration = static_cast<std::int32_t>(task.workingDays ? net.calendar.days.between(first, end) : end - first);
    task.durationKnown = task.duration > 0;  // planned on rest days only
    task.duration = std::max(task.duration, 1);
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

/// Suspended, or postponed with no new day planned.
bool isStopped(const Task& task, const State& state, Day asOf) {
  if (state.is(ActivityStatus::suspended)) return true;
  if (!state.is(ActivityStatus::postponed)) return false;
  return !(task.plannedEnd && *task.plannedEnd > asOf.number) &&
         !(task.plannedStart && *task.plannedStart >= asOf.number);
}

/// The actual start, if it is known on the day.
const Date* knownStart(const Element& activity, Day day) {
  const Date* start = activity.get(key::start);
  return start && start->first() <= day ? start : nullptr;
}

std::int32_t lagOf(const Element& dependency) {
  const Integer* days = dependency.get(key::lag);
  return days ? static_cast<std::int32_t>(*days) : 0;
}

/// Stable and linear.
std::vector<Arc> sortedBy(std::uint32_t Arc::*end, std::span<const Arc> arcs, std::size_t tasks) {
  std::vector<std::uint32_t> next(tasks + 1, 0);
  for (const Arc& arc : arcs) ++next[arc.*end + 1];
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  std::vector<Arc> sorted(arcs.size());
  for (const Arc& arc : arcs) sorted[next[arc.*end]++] = arc;
  return sorted;
}

}  // namespace

Task task(const Element& activity, const StatesOnDay& states, Progress progress, const Network& net) {
  Task task;
  setDuration(task, activity, net);
  task.progress = progress;
  if (progress == Progress::leftOut) return task;
  const State state = states.of(activity);
  task.stopped = progress != Progress::finished && isStopped(task, state, states.day());
  if (progress == Progress::notStarted) return task;
  const Date* start = knownStart(activity, states.day());
  const Date* finish = activity.get(key::finish);
  if (finish && finish->last() > states.day()) finish = nullptr;
  if (task.progress == Progress::finished) setFinished(task, start, finish, state, net);
  if (task.progress == Progress::ongoing) setOngoing(task, start, state, states.day());
  return task;
}

Progress progress(const Element& activity, const StatesOnDay& states) {
  const State state = states.of(activity);
  const Progress recorded = progressOf(state);
  if (recorded != Progress::notStarted || state.is(ActivityStatus::postponed)) return recorded;
  return knownStart(activity, states.day()) ? Progress::ongoing
                                            : recorded;  // what was suspended after it began has begun
}

Network network(const Plan& plan, const StatesOnDay& states) {
  const auto activities = plan.all(KindId::activity);
  IdTable numbers(activities.size());
  for (std::uint32_t number = 0; number < activities.size(); ++number) numbers.add(activities[number]->id(), number);
  std::vector<EndNumbers> ends;
  for (const ElementPtr& dependency : plan.all(KindId::dependency))
    ends.push_back({numbers.find(dependency->ref(key::linkFrom)), numbers.find(dependency->ref(key::linkTo))});
  std::vector<Progress> all;
  for (const ElementPtr& activity : activities) all.push_back(progress(*activity, states));
  return network(plan, states, {all, ends});
}

Network network(const Plan& plan, const StatesOnDay& states, const KnownOfLinks& known) {
  Network net;
  net.asOf = states.day();
  net.calendar = planCalendar(plan);
  const auto activities = plan.all(KindId::activity);
  net.tasks.reserve(activities.size());
  for (std::size_t i = 0; i < activities.size(); ++i)
    net.tasks.push_back(task(*activities[i], states, known.progress[i], net));
  const auto dependencies = plan.all(KindId::dependency);
  net.arcs.reserve(dependencies.size());
  for (std::uint32_t link = 0; link < dependencies.size(); ++link) {
    const auto& [from, to] = known.ends[link];
    const Element& dependency = *dependencies[link];
    const auto nature = dependency.word<DependencyNature>(key::nature).value_or(DependencyNature::hard);
    if (!from || !to || nature == DependencyNature::soft) continue;
    if (net.tasks[*from].progress == Progress::leftOut || net.tasks[*to].progress == Progress::leftOut) continue;
    net.arcs.push_back({*from, *to, link, lagOf(dependency),
                        dependency.word<DependencyType>(key::type).value_or(DependencyType::FS), nature});
  }
  net.arcs = sortedBy(&Arc::from, sortedBy(&Arc::to, net.arcs, net.tasks.size()), net.tasks.size());
  indexArcs(net);
  return net;
}

void indexArcs(Network& net) {
  net.firstArc.assign(net.tasks.size() + 1, 0);
  for (const Arc& arc : net.arcs) ++net.firstArc[arc.from + 1];
  for (std::size_t i = 1; i < net.firstArc.size(); ++i) net.firstArc[i] += net.firstArc[i - 1];
}

}  // namespace trackloom::checks
