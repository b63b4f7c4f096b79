#include "checks/schedule.h"

#include <algorithm>
#include <limits>

namespace trackloom::checks {
namespace {

constexpr std::int64_t unbound = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();

/// Puts the activities in an order in which each comes after all it waits for; a link back onto the path of the walk
/// closes a loop and is cut.
class Walk {
 public:
  explicit Walk(const Network& net) : net_(net), colour_(net.tasks.size(), white), next_(net.firstArc) {}

  void run(Schedule& result, std::vector<bool>& cut) {
    std::vector<std::uint32_t> path;
    for (std::uint32_t root = 0; root < net_.tasks.size(); ++root) {
      if (colour_[root] != white || net_.tasks[root].progress == Progress::leftOut) continue;
      colour_[root] = grey;
      path.push_back(root);
      while (!path.empty()) step(path, result, cut);
    }
    std::reverse(result.order.begin(), result.order.end());
    std::sort(result.cutArcs.begin(), result.cutArcs.end());
  }

 private:
  enum Colour : std::uint8_t { white, grey, black };

  void step(std::vector<std::uint32_t>& path, Schedule& result, std::vector<bool>& cut) {
    const std::uint32_t at = path.back();
    if (next_[at] == net_.firstArc[at + 1]) {
      colour_[at] = black;
      result.order.push_back(at);
      path.pop_back();
      return;
    }
    const std::uint32_t arc = next_[at]++;
    const std::uint32_t to = net_.arcs[arc].to;
    if (colour_[to] == grey) {
      cut[arc] = true;
      result.cutArcs.push_back(arc);
    } else if (colour_[to] == white) {
      colour_[to] = grey;
      path.push_back(to);
    }
  }

  const Network& net_;
  std::vector<Colour> colour_;
  std::vector<std::uint32_t> next_;
};

bool fromStart(const Arc& arc) { return arc.type == DependencyType::SS || arc.type == DependencyType::SF; }
bool toFinish(const Arc& arc) { return arc.type == DependencyType::FF || arc.type == DependencyType::SF; }

/// Whether a link can still move its target: nothing moves what is finished, and only its finish what is under way.
bool binds(const Arc& arc, const Task& to) {
  if (to.progress == Progress::finished) return false;
  return to.progress == Progress::notStarted || toFinish(arc);
}

/// The earliest day the link allows for the end of `to` that it binds.
std::int64_t bound(const Arc& arc, const Times& from) { return (fromStart(arc) ? from.es : from.ef) + arc.lag; }

/// How far the start and the end of an activity may move.
struct Room {
  std::int64_t start = unlimited;
  std::int64_t end = unlimited;
};

class Passes {
 public:
  Passes(const Network& net, Schedule& result, const std::vector<bool>& cut)
      : net_(net),
        result_(result),
        cut_(cut),
        startBound_(net.tasks.size(), unbound),
        endBound_(net.tasks.size(), unbound) {}

  void forward() {
    result_.start = net_.asOf.number;
    result_.end = unbound;
    for (const std::uint32_t i : result_.order) {
      settle(i);
      Times& times = result_.times[i];
      result_.start = std::min(result_.start, times.es);
      if (!times.open) result_.end = std::max(result_.end, times.ef);
      for (std::uint32_t arc = net_.firstArc[i]; arc < net_.firstArc[i + 1]; ++arc)
        if (!cut_[arc]) push(arc);
    }
    if (result_.end == unbound) result_.end = net_.asOf.number;
  }

  void backward() {
    for (auto at = result_.order.rbegin(); at != result_.order.rend(); ++at) {
      Times& times = result_.times[*at];
      const Task& task = net_.tasks[*at];
      times.ls = times.es;
      times.lf = times.ef;
      if (task.plannedEnd && !times.open) times.slip = times.ef - *task.plannedEnd;
      if (task.progress == Progress::finished || times.open) continue;
      Room latest{unlimited, result_.end};
      Room slack{unlimited, result_.end - times.ef};
      for (std::uint32_t arc = net_.firstArc[*at]; arc < net_.firstArc[*at + 1]; ++arc)
        if (!cut_[arc]) tighten(arc, latest, slack);
      settleLatest(task, times, latest, slack);
    }
  }

 private:
  /// All that bounds the activity is known: its earliest dates follow.
  void settle(std::uint32_t i) {
    const Task& task = net_.tasks[i];
    Times& times = result_.times[i];
    times.included = true;
    times.known = task.durationKnown;
    if (task.progress == Progress::finished) {
      times.es = task.start;
      times.ef = task.end;
      times.driver = task.assumed ? Driver::assumption : Driver::record;
      times.startPrecision = task.startPrecision;
      times.endPrecision = task.endPrecision;
    } else if (task.progress == Progress::ongoing) {
      settleOngoing(i);
    } else {
      settleUnstarted(i);
    }
    if (task.workingDays && task.progress != Progress::finished && times.ef > net_.calendar.doubt.from)
      times.known = false;
  }

  void settleOngoing(std::uint32_t i) {
    const Task& task = net_.tasks[i];
    Times& times = result_.times[i];
    times.es = task.start;
    times.ef = net_.endFrom(task, task.start);
    times.startPrecision = times.endPrecision = task.startPrecision;
    times.driver = task.assumed ? Driver::assumption : Driver::record;
    const auto later = [&times](std::int64_t end, Driver driver, Precision precision) {
      if (end <= times.ef) return;
      times.ef = end;
      times.driver = driver;
      times.endPrecision = precision;
    };
    later(net_.asOf.number + 1, times.driver, Precision::day);
    if (endBound_[i] != unbound) later(endBound_[i], Driver::link, linkPrecision(times));
    if (task.supposed) later(*task.supposed, Driver::supposition, Precision::day);
  }

  void settleUnstarted(std::uint32_t i) {
    const Task& task = net_.tasks[i];
    Times& times = result_.times[i];
    times.es = net_.earliestStart(task, net_.asOf.number);
    times.driver = Driver::asOf;
    const std::int64_t planned = task.plannedStart ? net_.earliestStart(task, *task.plannedStart) : unbound;
    if (planned >= times.es) {
      times.es = planned;
      times.driver = Driver::plannedStart;
      times.startPrecision = task.startPrecision;
    }
    if (startBound_[i] > times.es) {
      times.es = startBound_[i];
      times.driver = Driver::link;
      times.startPrecision = linkPrecision(times);
    }
    if (task.supposed && net_.earliestStart(task, *task.supposed) > times.es) {
      times.es = net_.earliestStart(task, *task.supposed);
      times.driver = Driver::supposition;
      times.startPrecision = Precision::day;
    }
    times.ef = net_.endFrom(task, times.es);
    times.endPrecision = times.startPrecision;
  }

  /// How exactly the end of the driving link is known that moves the activity.
  Precision linkPrecision(const Times& times) const {
    const Arc& arc = net_.arcs[times.drivingArc];
    const Times& source = result_.times[arc.from];
    return fromStart(arc) ? source.startPrecision : source.endPrecision;
  }

  /// The latest dates and floats, from how late its ends may lie and how far they may move.
  void settleLatest(const Task& task, Times& times, const Room& latest, const Room& slack) const {
    if (task.progress == Progress::ongoing) {
      times.lf = latest.end;
      times.freeFloat = slack.end;
    } else {
      times.ls = latestStart(task, latest);
      times.lf = net_.endFrom(task, times.ls);
      const Room moved{slack.start == unlimited ? unlimited : times.es + slack.start, times.ef + slack.end};
      times.freeFloat = net_.endFrom(task, latestStart(task, moved)) - times.ef;
    }
    times.totalFloat = times.lf - times.ef;
    times.critical = *times.totalFloat == 0;
  }

  std::int64_t latestStart(const Task& task, const Room& room) const {
    const std::int64_t start = net_.latestStartEnding(task, room.end);
    return room.start >= start ? start : net_.latestStart(task, room.start);
  }

  void push(std::uint32_t number) {
    const Arc& arc = net_.arcs[number];
    const Task& to = net_.tasks[arc.to];
    Times& target = result_.times[arc.to];
    const Times& source = result_.times[arc.from];
    if (!binds(arc, to)) return;
    const bool unmet = arc.nature == DependencyNature::political && !reached(arc, net_.tasks[arc.from]);
    if ((source.open || unmet) && to.progress == Progress::notStarted && !target.open) {
      target.open = true;
      target.openArc = number;
    }
    const bool ongoing = to.progress == Progress::ongoing;
    const std::int64_t earliest = bound(arc, source);
    std::int64_t& slot = ongoing ? endBound_[arc.to] : startBound_[arc.to];
    const std::int64_t offered = ongoing         ? earliest
                                 : toFinish(arc) ? net_.earliestStartEnding(to, earliest)
                                                 : net_.earliestStart(to, earliest);
    if (offered <= slot) return;
    slot = offered;
    target.drivingArc = number;
  }

  /// What one outgoing link leaves of the latest dates and of the slack in early dates.
  void tighten(std::uint32_t number, Room& latest, Room& slack) const {
    const Arc& arc = net_.arcs[number];
    const Times& target = result_.times[arc.to];
    const bool started = net_.tasks[arc.from].progress == Progress::ongoing;
    if (target.open || !binds(arc, net_.tasks[arc.to]) || (fromStart(arc) && started)) return;
    const auto less = [](std::int64_t& limit, std::int64_t other) { limit = std::min(limit, other); };
    less(fromStart(arc) ? latest.start : latest.end, (toFinish(arc) ? target.lf : target.ls) - arc.lag);
    less(fromStart(arc) ? slack.start : slack.end,
         (toFinish(arc) ? target.ef : target.es) - bound(arc, result_.times[arc.from]));
  }

  const Network& net_;
  Schedule& result_;
  const std::vector<bool>& cut_;
  std::vector<std::int64_t> startBound_;
  std::vector<std::int64_t> endBound_;
};

}  // namespace

bool reached(const Arc& arc, const Task& from) {
  const bool waitsForFinish = arc.type == DependencyType::FS || arc.type == DependencyType::FF;
  return from.progress == Progress::finished || (!waitsForFinish && from.progress == Progress::ongoing);
}

namespace {

void workOut(const Network& net, Schedule& result, const std::vector<bool>& cut) {
  Passes passes(net, result, cut);
  passes.forward();
  passes.backward();
}

}  // namespace

Schedule schedule(const Network& net) {
  Schedule result;
  result.times.resize(net.tasks.size());
  result.order.reserve(net.tasks.size());
  std::vector<bool> cut(net.arcs.size(), false);
  Walk(net).run(result, cut);
  workOut(net, result, cut);
  return result;
}

Schedule reschedule(const Network& net, Schedule before) {
  before.times.assign(net.tasks.size(), Times());
  std::vector<bool> cut(net.arcs.size(), false);
  for (const std::uint32_t arc : before.cutArcs) cut[arc] = true;
  workOut(net, before, cut);
  return before;
}

std::vector<std::uint32_t> criticalChain(const Network& net, const Schedule& schedule, std::uint32_t activity) {
  std::vector<std::uint32_t> chain{activity};
  while (true) {
    const Times& times = schedule.times[chain.back()];
    if (!times.included || !(times.open || times.driver == Driver::link)) break;
    const Arc& arc = net.arcs[times.open ? times.openArc : times.drivingArc];
    chain.push_back(arc.from);
    if (fromStart(arc) && net.tasks[arc.from].progress != Progress::notStarted) break;  // its start is a fact
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

Day firstDay(std::int64_t start) { return {start}; }

Day lastDay(std::int64_t start, std::int64_t end) { return {end > start ? end - 1 : start}; }

}  // namespace trackloom::checks
