#include "checks/outward.h"

#include <algorithm>

namespace trackloom::checks {
namespace {

std::optional<OutwardSpan> plannedSpan(const Network& network, const Task& task, const Element& activity) {
  if (!task.plannedStart && !task.plannedEnd) return std::nullopt;
  const std::int64_t from = task.plannedStart ? *task.plannedStart : network.latestStartEnding(task, *task.plannedEnd);
  std::int64_t to = task.plannedEnd ? *task.plannedEnd : network.endFrom(task, from);
  const Date* start = activity.get(key::plannedStart);
  // A duration counted from the first day of "May 2014" is no more than a guess.
  if (start && start->precision() != Precision::day && !activity.has(key::plannedFinish.number))
    to = start->last().number + 1;
  return OutwardSpan{from, std::max(from, to)};
}

}  // namespace

std::optional<OutwardSpan> outwardSpan(const Study& study, const Item& activity) {
  const Network& network = study.network();
  const Task& task = network.tasks[activity.number()];
  const auto planned = plannedSpan(network, task, activity.element());
  if (task.progress == Progress::leftOut) return std::nullopt;
  if (task.progress == Progress::notStarted) return planned;
  if (task.assumed && !planned && !activity.has("start") && !activity.has("finish")) return std::nullopt;
  const Times& times = study.times(activity);
  if (task.progress == Progress::finished) return OutwardSpan{times.es, times.ef};
  return OutwardSpan{times.es, std::max(times.es, std::min(times.ef, study.asOf().number + 1))};
}

std::optional<Day> outwardDay(const Study& study, const Item& deadline) {
  if (!deadline.has("date")) {
    const Item* anchor = study.find(deadline.ref(key::anchor));
    if (!anchor) return std::nullopt;
    if (anchor->kind() == KindId::activity) {
      const Progress progress = study.progress(*anchor);
      const bool started = deadline.is(key::anchorEnd, AnchorEnd::start) && progress == Progress::ongoing;
      if (!started && progress != Progress::finished) return std::nullopt;
    }
  }
  return study.deadlineDay(deadline);
}

}  // namespace trackloom::checks
