#include "checks/course.h"
#include "checks/fetch.h"

#include <algorithm>
#include <limits>

namespace trackloom::checks {
namespace {

constexpr std::int64_t unbound = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();

constexpr bool isFromStart(DependencyType type) { return type == DependencyType::SS || type == DependencyType::SF; }
constexpr bool isToFinish(DependencyType type) { return type == DependencyType::FF || type == DependencyType::SF; }

/// What a pass knows of an activity: as much as the processor fetches at once, since most of the time of a pass over a
/// large network is waiting for memory.
struct alignas(64) Stage : Length {
  Progress progress = Progress::notStarted;
  Driver driver = Driver::asOf;
  bool open : 1 = false;
  bool stopped : 1 = false;
  bool undated : 1 = false;       ///< its start rests on nothing but the as-of day
  bool boundUndated : 1 = false;  ///< what binds it most does
  bool supposed : 1 = false;      ///< the task has a day that is only supposed
  std::int64_t es = 0, ef = 0, ls = 0, lf = 0;
  std::int64_t bound = unbound;  ///< the earliest day that links allow for its start; if it is ongoing, for its end
  std::uint32_t drivingArc = 0;  ///< the link that binds it most
  std::uint32_t openArc = 0;
  std::uint32_t activity = 0;
  Precision startPrecision = Precision::day;
  Precision endPrecision = Precision::day;
  Precision boundPrecision = Precision::day;
};
static_assert(sizeof(Stage) == 64);

/// Whether a link can still move its target: nothing moves what is finished, and only its finish what is under way.
bool binds(const Course::Way& way, const Stage& to) {
  if (to.progress == Progress::finished) return false;
  return to.progress == Progress::notStarted || isToFinish(way.type);
}

/// The earliest day the link allows for the end of its target that it binds.
std::int64_t bound(const Course::Way& way, const Stage& from) {
  return (isFromStart(way.type) ? from.es : from.ef) + way.lag;
}

/// How far the start and the end of an activity may move.
struct Room {
  std::int64_t start = unlimited;
  std::int64_t end = unlimited;
};

/// The passes along a course: forward to the earliest dates, back to the latest ones.
class Passes {
 public:
  Passes(const Network& net, const Course& course) : net_(net), course_(course), freeFloats_(net.tasks.size(), 0) {
    stages_.reserve(course.order.size() + 1);
    for (std::size_t place = 0; place < course.order.size(); ++place) {
      if (place + ahead < course.order.size()) fetch(net.tasks[course.order[place + ahead]]);
      enter(course.order[place]);
    }
    stages_.emplace_back().progress = Progress::finished;  // nothing moves the end
  }

  void forward() {
    start_ = net_.asOf.number;
    end_ = unbound;
    for (std::size_t place = 0; place < course_.end(); ++place) {
      Stage& at = stages_[place];
      settle(at);
      start_ = std::min(start_, at.es);
      if (!at.open) end_ = std::max(end_, at.ef);
      for (std::uint32_t way = course_.firstWay[place]; way < course_.firstWay[place + 1]; ++way) {
        if (way + ahead < course_.ways.size()) fetch(stages_[course_.ways[way + ahead].to]);
        push(at, course_.ways[way]);
      }
    }
    if (end_ == unbound) end_ = net_.asOf.number;
  }

  void backward() {
    for (std::size_t place = course_.end(); place-- > 0;) {
      Stage& at = stages_[place];
      at.ls = at.es;
      at.lf = at.ef;
      if (at.progress == Progress::finished || at.open) continue;
      Room latest{unlimited, end_};
      Room slack{unlimited, end_ - at.ef};
      for (const Course::Way& way : waysFrom(place)) tighten(at, way, latest, slack);
      settleLatest(at, latest, slack);
    }
  }

  Schedule result() const {
    Schedule result;
    result.times.reserve(net_.tasks.size());
    for (std::uint32_t i = 0; i < net_.tasks.size(); ++i) {
      const std::size_t next = i + ahead;
      if (next < net_.tasks.size() && course_.placeOf[next] != Course::none) fetch(stages_[course_.placeOf[next]]);
      tell(i, result.times.emplace_back());
    }
    result.order = course_.order;
    result.cutArcs = course_.cutArcs;
    result.start = start_;
    result.end = end_;
    return result;
  }

 private:
  /// An activity as if nothing bound it. Made where it stays: copying what was just written takes longer.
  void enter(std::uint32_t activity) {
    const Task& task = net_.tasks[activity];
    Stage& at = stages_.emplace_back();
    static_cast<Length&>(at) = task;
    at.progress = task.progress;
    at.activity = activity;
    at.supposed = task.supposed.has_value();
    at.stopped = task.stopped;
    if (task.progress == Progress::notStarted) {
      at.open = task.stopped;
      at.undated = !task.plannedStart;
      at.es = net_.earliestStart(task, net_.asOf.number);
      const std::int64_t planned = task.plannedStart ? net_.earliestStart(task, *task.plannedStart) : unbound;
      if (task.plannedStart) at.startPrecision = task.startPrecision;
      if (planned < at.es) return;
      at.es = planned;
      at.driver = Driver::plannedStart;
      return;
    }
    at.es = task.start;
    at.driver = task.assumed ? Driver::assumption : Driver::record;
    at.startPrecision = at.endPrecision = task.startPrecision;
    if (task.progress == Progress::finished) {
      at.ef = task.end;
      at.endPrecision = task.endPrecision;
      return;
    }
    at.ef = net_.endFrom(task, task.start);
    if (net_.asOf.number < at.ef) return;
    at.ef = net_.asOf.number + 1;
    at.endPrecision = Precision::day;
  }

  /// All that bounds the activity is known: its earliest dates follow.
  void settle(Stage& at) const {
    if (at.progress == Progress::finished) return;
    const bool ongoing = at.progress == Progress::ongoing;
    const auto notBefore = [&](std::int64_t earliest, Driver driver, Precision precision) {
      std::int64_t& day = ongoing ? at.ef : at.es;
      if (earliest <= day) return;
      day = earliest;
      at.driver = driver;
      if (!ongoing) at.undated = driver == Driver::link && at.boundUndated;
      (ongoing ? at.endPrecision : at.startPrecision) = precision;
    };
    notBefore(at.bound, Driver::link, at.boundPrecision);
    if (at.supposed) {
      const std::int64_t supposed = *net_.tasks[at.activity].supposed;
      notBefore(ongoing ? supposed : net_.earliestStart(at, supposed), Driver::supposition, Precision::day);
    }
    if (ongoing) return;
    at.ef = net_.endFrom(at, at.es);
    at.endPrecision = at.startPrecision;
  }

  /// The latest dates and the free float, from how late its ends may lie and how far they may move.
  void settleLatest(Stage& at, const Room& latest, const Room& slack) {
    std::int64_t& freeFloat = freeFloats_[at.activity];
    if (at.progress == Progress::ongoing) {
      at.lf = latest.end;
      freeFloat = slack.end;
    } else {
      at.ls = latestStart(at, latest);
      at.lf = net_.endFrom(at, at.ls);
      const Room moved{slack.start == unlimited ? unlimited : at.es + slack.start, at.ef + slack.end};
      freeFloat = net_.endFrom(at, latestStart(at, moved)) - at.ef;
    }
  }

  std::int64_t latestStart(const Stage& at, const Room& room) const {
    const std::int64_t start = net_.latestStartEnding(at, room.end);
    return room.start >= start ? start : net_.latestStart(at, room.start);
  }

  std::span<const Course::Way> waysFrom(std::size_t place) const {
    const std::uint32_t first = course_.firstWay[place];
    return std::span(course_.ways).subspan(first, course_.firstWay[place + 1] - first);
  }

  void push(const Stage& from, const Course::Way& way) {
    Stage& to = stages_[way.to];
    if (!binds(way, to)) return;
    const bool unmet = (way.nature == DependencyNature::political || from.stopped) && !reached(way.type, from.progress);
    if ((from.open || unmet) && to.progress == Progress::notStarted && !to.open) {
      to.open = true;
      to.openArc = way.arc;
    }
    const std::int64_t earliest = bound(way, from);
    const std::int64_t offered = to.progress == Progress::ongoing ? earliest
                                 : isToFinish(way.type)           ? net_.earliestStartEnding(to, earliest)
                                                                  : net_.earliestStart(to, earliest);
    if (offered <= to.bound) return;
    to.bound = offered;
    to.boundPrecision = isFromStart(way.type) ? from.startPrecision : from.endPrecision;
    to.boundUndated = from.undated;
    to.drivingArc = way.arc;
  }

  /// What one outgoing link leaves of the latest dates and of the slack in early dates.
  void tighten(const Stage& from, const Course::Way& way, Room& latest, Room& slack) const {
    const Stage& to = stages_[way.to];
    const bool fromStart = isFromStart(way.type);
    const bool toFinish = isToFinish(way.type);
    if (to.open || !binds(way, to) || (fromStart && from.progress == Progress::ongoing)) return;
    const auto less = [](std::int64_t& limit, std::int64_t other) { limit = std::min(limit, other); };
    less(fromStart ? latest.start : latest.end, (toFinish ? to.lf : to.ls) - way.lag);
    less(fromStart ? slack.start : slack.end, (toFinish ? to.ef : to.es) - bound(way, from));
  }

  void tell(std::uint32_t activity, Times& times) const {
    if (course_.placeOf[activity] == Course::none) return;
    const Task& task = net_.tasks[activity];
    const Stage& at = stages_[course_.placeOf[activity]];
    times.es = at.es;
    times.ef = at.ef;
    times.ls = at.ls;
    times.lf = at.lf;
    times.drivingArc = at.drivingArc;
    times.openArc = at.openArc;
    times.driver = at.driver;
    times.startPrecision = at.startPrecision;
    times.endPrecision = at.endPrecision;
    times.included = true;
    times.open = at.open;
    times.undated = at.undated;
    const bool finished = at.progress == Progress::finished;
    times.known = task.durationKnown && (finished || !at.workingDays || at.ef <= net_.calendar.doubt.from);
    if (task.plannedEnd && !at.open) times.slip = at.ef - *task.plannedEnd;
    if (finished || at.open) return;
    times.totalFloat = at.lf - at.ef;
    times.freeFloat = freeFloats_[activity];
    times.critical = *times.totalFloat == 0;
  }

  const Network& net_;
  const Course& course_;
  std::vector<Stage> stages_;             // by place
  std::vector<std::int64_t> freeFloats_;  // by activity
  std::int64_t start_ = 0;
  std::int64_t end_ = 0;
};

}  // namespace

Schedule schedule(const Network& net, const Course& course) {
  Passes passes(net, course);
  passes.forward();
  passes.backward();
  return passes.result();
}

Schedule schedule(const Network& net) { return schedule(net, Course(net)); }

bool startIsForeseen(const Task& task, const Times& times) {
  return times.included && (task.progress != Progress::notStarted || !(times.open || times.undated));
}

bool finishIsForeseen(const Task& task, const Times& times) { return startIsForeseen(task, times) && !task.stopped; }

std::vector<std::uint32_t> criticalChain(const Network& net, const Schedule& schedule, std::uint32_t activity) {
  std::vector<std::uint32_t> chain{activity};
  while (true) {
    const Times& times = schedule.times[chain.back()];
    if (!times.included || !(times.open || times.driver == Driver::link)) break;
    if (times.open && net.tasks[chain.back()].stopped) break;
    const Arc& arc = net.arcs[times.open ? times.openArc : times.drivingArc];
    chain.push_back(arc.from);
    if (isFromStart(arc.type) && net.tasks[arc.from].progress != Progress::notStarted) break;  // its start is a fact
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

Day firstDay(std::int64_t start) { return {start}; }

Day lastDay(std::int64_t start, std::int64_t end) { return {end > start ? end - 1 : start}; }

}  // namespace trackloom::checks
