#pragma once

#include "checks/channels.h"
#include "checks/experts.h"
#include "checks/impact.h"
#include "checks/ties.h"
#include "documents/answer.h"
#include "documents/schedule_json.h"

namespace trackloom::documents {

/// In which order those in a network stand: what hangs together one after the other, or who stands between most first.
enum class NetworkOrder : std::uint8_t { byPart, byShareOfWays };

/// A network with where each stands in it.
struct MeasuredTies {
  const checks::Ties& ties;
  const checks::TieMeasures& measures;
  checks::TieKind kind;
};

/// Who stands where in a network. No lines for an empty one.
Answer networkAnswer(const MeasuredTies& network, NetworkOrder order);

/// Which independent ways lead from one end to the other, a line each, and what would cut them.
Answer channelsAnswer(const checks::Item& from, const checks::Item& to, const checks::Channels& channels);

/// Experts for activities that lack expertise; which stay without; which were too many to look at.
Answer expertsAnswer(const checks::ExpertMatch& match);

/// What changes in a plan without an element, or if it is so many days late.
struct Impact {
  const checks::Study& before;
  const checks::Item& element;
  std::optional<std::int64_t> days;
  std::vector<checks::Dependent> dependents;
  std::vector<checks::DateShift> shifts;
  checks::FindingsChange findings;
};

/// Works it out: a check of the plan before and after. Throws an `Error` of kind usage for the plan itself, and where
/// the element cannot end later. Precondition: 1 ≤ days ≤ 36,525.
Impact impactOf(const checks::Study& study, const checks::Item& element, std::optional<std::int64_t> days);

/// Four parts: what depends on it, the dates that move, the findings that appear, those that go. Lines of findings hold
/// their rule and what they say.
Answer impactAnswer(const Impact& impact);

/// The dates of all activities as they follow each other in time, and why then.
Answer scheduleAnswer(const ShownSchedule& shown);
/// What decides the dates of the last of the activities, each line waiting for the one above.
Answer chainAnswer(const ShownSchedule& shown);
/// Which dates of the plan move in a supposed schedule.
Answer movesAnswer(const ShownSchedule& shown);

}  // namespace trackloom::documents
