#include "checks/stall.h"

#include <algorithm>

namespace trackloom::checks {
namespace {

/// Every day on which something was or is appointed to happen: planned start until begun, planned finish, deadlines.
std::vector<Day> appointments(const Study& study, const Item& activity) {
  std::vector<Day> days;
  const Progress progress = study.progress(activity);
  if (progress == Progress::finished || progress == Progress::leftOut) return days;
  const Date* start = activity.get(key::plannedStart);
  if (start && progress == Progress::notStarted) days.push_back(start->latest());
  if (const Date* finish = activity.get(key::plannedFinish)) {
    days.push_back(finish->latest());
  } else if (const Integer* length = activity.get(key::duration); start && length) {
    days.push_back(start->latest() + std::max<std::int64_t>(*length - 1, 0));
  }
  for (const std::uint32_t number : study.deadlinesOf(activity.id()))
    if (const auto day = study.deadlineDay(study.all(KindId::deadline)[number])) days.push_back(*day);
  return days;
}

bool unfinished(const Study& study, const Item& activity) {
  const Progress progress = study.progress(activity);
  return progress == Progress::notStarted || progress == Progress::ongoing;
}

const Item* primaryTrack(const Study& study, const Item& activity) {
  const auto tracks = study.tracks(activity);
  return tracks.empty() ? nullptr : tracks.front();
}

bool isSuspended(const Study& study, const Item& item) { return study.state(item).is(ActivityStatus::suspended); }

/// The day something was suspended, and the event that says so.
Standing suspendedStanding(const Study& study, const Item& item) {
  const State state = study.state(item);
  Standing standing{Standing::What::stalled, state.since, nullptr, passedAppointment(study, item)};
  if (state.event) standing.event = study.find(state.event->id());
  if (!standing.since) standing.since = study.lastMovement(item);
  return standing;
}

/// The unfinished activities of a track that are under way or due and wait for nothing, the earliest first.
const Item* leadingActivity(const Study& study, const std::vector<const Item*>& activities) {
  const Item* leading = nullptr;
  Day earliest{};
  for (const Item* activity : activities) {
    const Standing::What what = standing(study, *activity).what;
    if (what == Standing::What::waiting) continue;
    const Date* start = activity->get(key::start);
    if (!start || start->first() > study.asOf()) start = activity->get(key::plannedStart);
    std::optional<Day> day = start ? std::optional<Day>(start->first()) : passedAppointment(study, *activity);
    if (!day && isSuspended(study, *activity)) day = study.state(*activity).since.value_or(study.asOf());
    if (!day || *day > study.asOf()) continue;
    if (leading && !(*day < earliest)) continue;
    leading = activity;
    earliest = *day;
  }
  return leading;
}

/// Everything unfinished that waits, directly or over others, for one of these.
std::vector<bool> waitingBehind(const Study& study, const std::vector<const Item*>& roots) {
  const Network& net = study.network();
  std::vector<bool> behind(net.tasks.size(), false);
  std::vector<std::uint32_t> open;
  for (const Item* root : roots)
    if (root->kind() == KindId::activity) open.push_back(root->number());
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    for (std::uint32_t arc = net.firstArc[at]; arc < net.firstArc[at + 1]; ++arc) {
      const std::uint32_t to = net.arcs[arc].to;
      if (behind[to] || net.tasks[to].progress == Progress::finished) continue;
      behind[to] = true;
      open.push_back(to);
    }
  }
  return behind;
}

void collectHeld(const Study& study, const std::vector<const Item*>& onTrack, TrackStall& stall) {
  std::vector<const Item*> roots = stall.waitsOn;
  if (stall.leading) roots.push_back(stall.leading);
  const std::vector<bool> behind = waitingBehind(study, roots);
  std::vector<bool> held(behind);
  for (const Item* activity : onTrack)
    if (passedAppointment(study, *activity)) held[activity->number()] = true;
  for (const Item& activity : study.all(KindId::activity))
    if (held[activity.number()] && unfinished(study, activity)) stall.held.push_back(&activity);
}

/// What an event says a suspended track waits on: the activities and issues it is about.
void collectWaitsOn(const Study& study, TrackStall& stall) {
  if (!stall.event) {
    stall.waitsOn.push_back(stall.leading);
    return;
  }
  for (const ElementId& id : stall.event->refs(key::about))
    if (const Item* item = study.find(id); item && (item->kind() == KindId::activity || item->kind() == KindId::issue))
      stall.waitsOn.push_back(item);
  if (stall.waitsOn.empty() && stall.leading) stall.waitsOn.push_back(stall.leading);
}

std::optional<TrackStall> stallOf(const Study& study, const Item& track, const std::vector<const Item*>& onTrack) {
  if (onTrack.empty()) return std::nullopt;
  TrackStall stall;
  stall.track = &track;
  stall.leading = leadingActivity(study, onTrack);
  const bool overdue = std::any_of(onTrack.begin(), onTrack.end(),
                                   [&](const Item* activity) { return passedAppointment(study, *activity).has_value(); });
  if (isSuspended(study, track) && overdue) {
    const State state = study.state(track);
    stall.since = state.since;
    stall.event = state.event ? study.find(state.event->id()) : nullptr;
  } else if (stall.leading) {
    const Standing leading = standing(study, *stall.leading);
    if (leading.what != Standing::What::stalled) return std::nullopt;
    stall.since = leading.since;
    stall.event = leading.event;
    for (const Item& activity : study.all(KindId::activity)) {
      if (primaryTrack(study, activity) != &track || &activity == stall.leading) continue;
      const auto moved = study.lastMovement(activity);
      if (moved && stall.since && *moved > *stall.since && study.asOf() - *moved < stallDays(study, &track)) return std::nullopt;
    }
  } else {
    return std::nullopt;
  }
  collectWaitsOn(study, stall);
  collectHeld(study, onTrack, stall);
  return stall;
}

}  // namespace

std::int64_t stallDays(const Study& study, const Item* track) {
  const auto level = track ? track->word<TrackLevel>(key::level) : std::nullopt;
  const bool official = level == TrackLevel::official || level == TrackLevel::semiOfficial;
  return static_cast<std::int64_t>(study.threshold("STALL-ACT", official ? "official-days" : "other-days", track ? track->id() : ElementId()));
}

std::optional<Day> passedAppointment(const Study& study, const Item& activity) {
  std::optional<Day> first;
  for (const Day day : appointments(study, activity))
    if (day < study.asOf() && (!first || day < *first)) first = day;
  return first;
}

std::optional<Day> nextAppointment(const Study& study, const Item& activity) {
  std::optional<Day> next;
  for (const Day day : appointments(study, activity))
    if (day >= study.asOf() && (!next || day < *next)) next = day;
  return next;
}

Standing standing(const Study& study, const Item& activity) {
  if (!unfinished(study, activity)) return {};
  if (isSuspended(study, activity)) return suspendedStanding(study, activity);
  if (study.progress(activity) == Progress::notStarted && !study.ready(activity)) return {Standing::What::waiting, {}, nullptr, {}};
  const Item* track = primaryTrack(study, activity);
  const auto moved = study.lastMovement(activity);
  const auto appointment = passedAppointment(study, activity);
  if (appointment) {
    const Day since = moved ? std::max(*appointment, *moved) : *appointment;
    if (study.asOf() - since >= stallDays(study, track)) return {Standing::What::stalled, since, nullptr, appointment};
    return {};
  }
  if (study.progress(activity) != Progress::ongoing || nextAppointment(study, activity)) return {};
  if (!moved || study.asOf() - *moved >= stallDays(study, track)) return {Standing::What::silent, moved, nullptr, {}};
  return {};
}

std::vector<TrackStall> stalledTracks(const Study& study) {
  const auto tracks = study.all(KindId::track);
  std::vector<std::vector<const Item*>> onTrack(tracks.size());
  for (const Item& activity : study.all(KindId::activity)) {
    const Item* track = primaryTrack(study, activity);
    if (track && unfinished(study, activity)) onTrack[track->number()].push_back(&activity);
  }
  std::vector<TrackStall> stalls;
  for (const Item& track : tracks)
    if (auto stall = stallOf(study, track, onTrack[track.number()])) stalls.push_back(*std::move(stall));
  return stalls;
}

}  // namespace trackloom::checks
