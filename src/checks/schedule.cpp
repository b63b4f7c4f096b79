#include "checks/schedule.h"

#include <algorithm>
#include <limits>

namespace trackloom::checks {
namespace {

constexpr std::int64_t unbound = std::numeric_limits<std::int64_t>::min();

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

/// Whether a link can still move its target: nothing moves what is finished, and only its finish what is under way.
bool binds(const Arc& arc, const Task& to) {
  if (to.progress == Progress::finished) return false;
  return to.progress == Progress::notStarted || arc.type == DependencyType::FF || arc.type == DependencyType::SF;
}

/// The earliest day the link allows for the end of `to` that it binds.
std::int64_t bound(const Arc& arc, const Times& from) {
  const bool fromFinish = arc.type == DependencyType::FS || arc.type == DependencyType::FF;
  return (fromFinish ? from.ef : from.es) + arc.lag;
}

class Passes {
 public:
  Passes(const Network& net, Schedule& result, const std::vector<bool>& cut)
      : net_(net), result_(result), cut_(cut), startBound_(net.tasks.size(), unbound), endBound_(net.tasks.size(), unbound) {}

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
      std::int64_t latest = result_.end;
      std::int64_t slack = result_.end - times.ef;
      for (std::uint32_t arc = net_.firstArc[*at]; arc < net_.firstArc[*at + 1]; ++arc)
        if (!cut_[arc]) tighten(arc, latest, slack);
      times.lf = latest;
      if (task.progress == Progress::notStarted) times.ls = times.lf - task.duration;
      times.totalFloat = times.lf - times.ef;
      times.freeFloat = slack;
      times.critical = *times.totalFloat == 0;
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
    } else if (task.progress == Progress::ongoing) {
      times.es = task.start;
      times.ef = std::max({times.es + task.duration, net_.asOf.number + 1, endBound_[i]});
      times.driver = task.assumed ? Driver::assumption : Driver::record;
      if (times.ef == endBound_[i] && endBound_[i] > std::max(times.es + task.duration, net_.asOf.number + 1))
        times.driver = Driver::link;
    } else {
      settleUnstarted(i);
    }
  }

  void settleUnstarted(std::uint32_t i) {
    const Task& task = net_.tasks[i];
    Times& times = result_.times[i];
    times.es = net_.asOf.number;
    times.driver = Driver::asOf;
    if (task.plannedStart && *task.plannedStart >= times.es) {
      times.es = *task.plannedStart;
      times.driver = Driver::plannedStart;
    }
    if (startBound_[i] > times.es) {
      times.es = startBound_[i];
      times.driver = Driver::link;
    }
    times.ef = times.es + task.duration;
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
    const bool bindsFinish = arc.type == DependencyType::FF || arc.type == DependencyType::SF;
    const std::int64_t earliest = bound(arc, source);
    std::int64_t& slot = to.progress == Progress::ongoing ? endBound_[arc.to] : startBound_[arc.to];
    const std::int64_t offered = bindsFinish && to.progress == Progress::notStarted ? earliest - to.duration : earliest;
    if (offered <= slot) return;
    slot = offered;
    target.drivingArc = number;
  }

  /// What one outgoing link leaves of the latest finish and of the slack in early dates.
  void tighten(std::uint32_t number, std::int64_t& latest, std::int64_t& slack) const {
    const Arc& arc = net_.arcs[number];
    const Task& from = net_.tasks[arc.from];
    const Times& source = result_.times[arc.from];
    const Times& target = result_.times[arc.to];
    const bool fromStart = arc.type == DependencyType::SS || arc.type == DependencyType::SF;
    if (target.open || !binds(arc, net_.tasks[arc.to]) || (fromStart && from.progress == Progress::ongoing)) return;
    const bool bindsFinish = arc.type == DependencyType::FF || arc.type == DependencyType::SF;
    latest = std::min(latest, (bindsFinish ? target.lf : target.ls) - arc.lag + (fromStart ? from.duration : 0));
    slack = std::min(slack, (bindsFinish ? target.ef : target.es) - bound(arc, source));
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

Schedule schedule(const Network& net) {
  Schedule result;
  result.times.resize(net.tasks.size());
  result.order.reserve(net.tasks.size());
  std::vector<bool> cut(net.arcs.size(), false);
  Walk(net).run(result, cut);
  Passes passes(net, result, cut);
  passes.forward();
  passes.backward();
  return result;
}

Message whyThen(const Plan& plan, const Network& net, const Schedule& schedule, std::uint32_t activity) {
  const Times& times = schedule.times[activity];
  const Task& task = net.tasks[activity];
  if (!times.included) return {tr("Left out: it is cancelled, ended without result or replaced."), {}};
  if (times.open) {
    const Arc& arc = net.arcs[times.openArc];
    const char* pattern = arc.nature == DependencyNature::political
                              ? tr("Open, not before {day}: “{first}” is a political precondition that is not met.")
                              : tr("Open, not before {day}: it waits for “{first}”, which is open itself.");
    return {pattern, {{"day", firstDay(times.es)}, {"first", plan.all(KindId::activity)[arc.from]->id()}}};
  }
  if (task.workingDays && task.progress != Progress::finished)
    return {tr("Rest days and pauses are not counted yet: its {days} working days are taken as calendar days."), {{"days", task.duration}}};
  switch (times.driver) {
    case Driver::record: return {tr("Recorded: it began on {day}."), {{"day", firstDay(times.es)}}};
    case Driver::assumption: return {tr("Assumed: its status is recorded, but not all of its dates."), {}};
    case Driver::plannedStart: return {tr("It starts as planned on {day}."), {{"day", firstDay(times.es)}}};
    case Driver::asOf: {
      if (task.plannedStart)
        return {tr("Planned for {day}, which has passed; it can start on {asOf} at the earliest."),
                {{"day", firstDay(*task.plannedStart)}, {"asOf", net.asOf}}};
      return {tr("No planned start is known; it can start on {asOf} at the earliest."), {{"asOf", net.asOf}}};
    }
    case Driver::link: break;
  }
  const Arc& arc = net.arcs[times.drivingArc];
  const ElementId& first = plan.all(KindId::activity)[arc.from]->id();
  const std::int64_t lag = arc.lag;
  switch (arc.type) {
    case DependencyType::FS: return {tr("It starts after “{first}” has finished, {lag} days between."), {{"first", first}, {"lag", lag}}};
    case DependencyType::SS: return {tr("It starts after “{first}” has started, {lag} days between."), {{"first", first}, {"lag", lag}}};
    case DependencyType::FF: return {tr("It finishes after “{first}” has finished, {lag} days between."), {{"first", first}, {"lag", lag}}};
    case DependencyType::SF: break;
  }
  return {tr("It finishes after “{first}” has started, {lag} days between."), {{"first", first}, {"lag", lag}}};
}

Day firstDay(std::int64_t start) { return {start}; }

Day lastDay(std::int64_t start, std::int64_t end) { return {end > start ? end - 1 : start}; }

}  // namespace trackloom::checks
