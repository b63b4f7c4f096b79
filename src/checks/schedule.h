#pragma once

#include "checks/working_days.h"
#include "plan/message.h"
#include "plan/state.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace trackloom::checks {

/// What the dates of an activity rest on.
enum class Progress : std::uint8_t { notStarted, ongoing, finished, leftOut };

/// How long an activity takes.
struct Length {
  std::int32_t duration = 1;  ///< calendar days, or working days if `workingDays`
  bool workingDays = false;   ///< its days are working days: it begins on one and its last day is one
};

/// One activity as the schedule sees it. Days are absolute; a span of d days is half open: [start, start + d).
struct Task : Length {
  std::optional<std::int64_t> plannedStart;
  std::optional<std::int64_t> plannedEnd;  ///< the day after the planned finish; the day itself for a milestone
  std::int64_t start = 0;                  ///< fact: if ongoing or finished
  std::int64_t end = 0;                    ///< fact: if finished
  std::optional<std::int64_t>
      supposed;  ///< for a what-if: not started before this day, or if begun not ended before it
  Progress progress = Progress::notStarted;
  Precision startPrecision = Precision::day;  ///< of the actual start if it began, else of the planned one
  Precision endPrecision = Precision::day;    ///< of the actual finish
  bool durationKnown = true;
  bool assumed = false;  ///< a recorded state without its date
  bool stopped = false;  ///< not over, and recorded as suspended, or as postponed with no new day planned
};

/// One link of the schedule; `from` and `to` are numbers of activities, `link` is the number of the dependency.
struct Arc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::uint32_t link = 0;
  std::int32_t lag = 0;
  DependencyType type = DependencyType::FS;
  DependencyNature nature = DependencyNature::hard;
};

/// Activities and links as arrays, ready to be scheduled: activities and dependencies by their place in the plan.
struct Network {
  Day asOf;
  PlanCalendar calendar;
  std::vector<Task> tasks;
  std::vector<Arc> arcs;                ///< by from, to, link; soft, dangling and left-out ones are not in it
  std::vector<std::uint32_t> firstArc;  ///< arcs of task i: [firstArc[i], firstArc[i + 1])

  /// The end of what starts on a day.
  std::int64_t endFrom(const Length& length, std::int64_t start) const {
    return length.workingDays ? calendar.days.endOf(start, length.duration) : start + length.duration;
  }
  /// The first day from `day` on, and the last one up to it, on which it can start.
  std::int64_t earliestStart(const Length& length, std::int64_t day) const {
    return length.workingDays ? calendar.days.firstFrom(day) : day;
  }
  std::int64_t latestStart(const Length& length, std::int64_t day) const {
    return length.workingDays ? calendar.days.lastUntil(day) : day;
  }
  /// The earliest start with which it ends on or after `end`, and the latest with which it ends on or before it.
  std::int64_t earliestStartEnding(const Length& length, std::int64_t end) const {
    return length.workingDays ? calendar.days.earliestStartEnding(end, length.duration) : end - length.duration;
  }
  std::int64_t latestStartEnding(const Length& length, std::int64_t end) const {
    return length.workingDays ? calendar.days.latestStartEnding(end, length.duration) : end - length.duration;
  }
};

/// Whether the end of the first activity that a link waits for has come: its finish, or its start.
constexpr bool reached(DependencyType type, Progress from) {
  const bool waitsForFinish = type == DependencyType::FS || type == DependencyType::FF;
  return from == Progress::finished || (!waitsForFinish && from == Progress::ongoing);
}
inline bool reached(const Arc& arc, const Task& from) { return reached(arc.type, from.progress); }

/// What decided an earliest start or finish.
enum class Driver : std::uint8_t { asOf, plannedStart, link, record, assumption, supposition };

/// The dates of one activity, in absolute days, half open.
struct Times {
  std::int64_t es = 0, ef = 0, ls = 0, lf = 0;
  std::optional<std::int64_t> totalFloat, freeFloat, slip;
  std::uint32_t drivingArc = 0;  ///< place in `Network::arcs`, if the driver is a link
  std::uint32_t openArc = 0;     ///< the link that keeps it open, if it is and is not stopped itself
  Driver driver = Driver::asOf;
  /// How exactly the earliest dates are known: what rests on "May 2014" is no more exact than that, and the first day
  /// of it counts.
  Precision startPrecision = Precision::day, endPrecision = Precision::day;
  bool included = false;  ///< false: cancelled, failed or superseded
  bool critical = false;
  /// Not begun, and stopped, or waits behind what is or behind an unmet political precondition: no forecast, `es` is
  /// only "not before".
  bool open = false;
  bool undated = false;  ///< nothing but the as-of day says when it is: no planned start, or it waits for one without
  bool known = true;     ///< false: its duration is a guess, or its working days cannot be told
  friend bool operator==(const Times&, const Times&) = default;
};

struct Schedule {
  std::vector<Times> times;            ///< by number of the activity
  std::vector<std::uint32_t> cutArcs;  ///< links that close a loop and are left out, by place in `Network::arcs`
  std::vector<std::uint32_t> order;    ///< included activities, each after all it waits for
  std::int64_t start = 0;              ///< day 0: the earlier of the as-of day and the earliest start
  std::int64_t end = 0;                ///< the latest forecast finish
};

/// The activities at the two ends of a dependency by their places in the plan; nothing where there is none.
struct EndNumbers {
  std::optional<std::uint32_t> from;
  std::optional<std::uint32_t> to;
};

/// The activities and dependencies of a plan as known on a day.
Network network(const Plan& plan, const StatesOnDay& states);
/// What is known already of activities and dependencies, by their places in the plan.
struct KnownOfLinks {
  std::span<const Progress> progress;
  std::span<const EndNumbers> ends;
};
Network network(const Plan& plan, const StatesOnDay& states, const KnownOfLinks& known);
/// An activity as a network sees it.
Task task(const Element& activity, const StatesOnDay& states, Progress progress, const Network& network);
/// How far an activity has come.
Progress progress(const Element& activity, const StatesOnDay& states);
/// Makes `firstArc` fit the sorted arcs again.
void indexArcs(Network& network);

/// Can it be said when an activity of a schedule begins, and when it ends? By a record, or by what is planned and what
/// it waits for; never for what is left out.
bool startIsForeseen(const Task& task, const Times& times);
bool finishIsForeseen(const Task& task, const Times& times);

/// Earliest and latest dates by the critical path method, generalised to four kinds of links with lags (precedence
/// diagramming). Loops are cut at the link that closes them in a depth-first walk from the smallest id. Linear time,
/// but for a search among the pauses at each activity in working days.
///
/// A working-day activity starts on the earliest working day that meets all bounds and ends the day after the last of
/// its working days; links and lags count calendar days. Its latest start is the latest working day from which it ends
/// in time and all that waits for it still meets its own latest dates; its latest finish is the end from there. So
/// days in hand, which are calendar days, are 0 where the next working start would be too late. One that has begun
/// keeps its start whatever day that was, and the other rules of those under way.
Schedule schedule(const Network& network);

/// Why an activity starts (or ends) when it does, in one sentence.
Message whyThen(const Plan& plan, const Network& network, const Schedule& schedule, std::uint32_t activity);

/// What decides the dates of an activity: from a fact, a planned date or the as-of day over one link after the other
/// to the activity itself, which is last. For one without a forecast: what keeps it open.
std::vector<std::uint32_t> criticalChain(const Network& network, const Schedule& schedule, std::uint32_t activity);

/// First and last day as people count them; a milestone has the same twice.
Day firstDay(std::int64_t start);
Day lastDay(std::int64_t start, std::int64_t end);

}  // namespace trackloom::checks
