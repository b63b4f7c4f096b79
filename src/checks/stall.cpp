#include "checks/stall.h"

#include "checks/ceasefires.h"
#include "checks/track_work.h"

#include <algorithm>
#include <map>

namespace trackloom::checks {
namespace {

/// Every day on which something was or is appointed to happen: planned start until begun, planned finish, deadlines.
/// Of a day that is not exact the last it may be.
template <class Take>
void eachAppointment(const Study& study, const Item& activity, Take take) {
  const Progress progress = study.progress(activity);
  if (progress == Progress::finished || progress == Progress::leftOut) return;
  const Date* start = activity.get(key::plannedStart);
  if (start && progress == Progress::notStarted) take(start->latest());
  if (const Date* finish = activity.get(key::plannedFinish)) {
    take(finish->latest());
  } else if (const Integer* length = activity.get(key::duration); start && length) {
    take(start->latest() + std::max<std::int64_t>(*length - 1, 0));
  }
  for (const Item* deadline : study.deadlinesOf(activity)) {
    const Date* fixed = deadline->get(key::date);
    if (const auto day = fixed ? std::optional<Day>(fixed->latest()) : study.deadlineDay(*deadline)) take(*day);
  }
}

Appointments appointmentsOf(const Study& study, const Item& activity) {
  Appointments found;
  eachAppointment(study, activity, [&](Day day) {
    std::optional<Day>& first = day < study.asOf() ? found.passed : found.next;
    if (!first || day < *first) first = day;
  });
  return found;
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

/// The day something was suspended or postponed, and the event that says so.
Standing stoppedStanding(const Study& study, const Item& item, const State& state, const Appointments& due) {
  Standing standing{Standing::What::stalled, true, state.since, nullptr, due.passed};
  if (state.event) standing.event = study.find(KindId::event, state.event->id());
  if (!standing.since) standing.since = study.lastMovement(item);
  return standing;
}

Standing standingOf(const Study& study, const Item& activity, const Appointments& due, std::optional<Day> moved) {
  if (!unfinished(study, activity)) return {};
  const State state = study.state(activity);
  if (study.network().tasks[activity.number()].stopped) return stoppedStanding(study, activity, state, due);
  if (study.progress(activity) == Progress::notStarted && !study.ready(activity))
    return {Standing::What::waiting, false, {}, nullptr, {}};
  const Item* track = primaryTrack(study, activity);
  if (due.passed) {
    const Day since = moved ? std::max(*due.passed, *moved) : *due.passed;
    if (study.asOf() - since < stallDays(study, track)) return {};
    return {state.unread ? Standing::What::unreadable : Standing::What::stalled, false, since, nullptr, due.passed};
  }
  if (study.progress(activity) != Progress::ongoing || due.next) return {};
  if (!moved || study.asOf() - *moved >= stallDays(study, track))
    return {Standing::What::silent, false, moved, nullptr, {}};
  return {};
}

/// The day from which an unfinished activity that waits for nothing is under way or due; nothing for others.
std::optional<Day> dueFrom(const Study& study, const Item& activity, const Appointments& due,
                           const Standing& standing) {
  if (!unfinished(study, activity) || standing.what == Standing::What::waiting) return std::nullopt;
  const Date* start = activity.get(key::start);
  if (!start || start->first() > study.asOf()) start = activity.get(key::plannedStart);
  std::optional<Day> day = start ? std::optional<Day>(start->first()) : due.passed;
  if (!day && standing.stopped) day = study.state(activity).since.value_or(study.asOf());
  return day && *day <= study.asOf() ? day : std::nullopt;
}

/// Types of activities in which those who should agree meet or hear each other.
constexpr std::string_view talks[] = {"back-channel",
                                      "bilateral-meeting",
                                      "community-dialogue",
                                      "dialogue-plenary",
                                      "informal-retreat",
                                      "insider-mediation",
                                      "mediation-session",
                                      "military-technical-talks",
                                      "negotiation-round",
                                      "problem-solving-workshop",
                                      "proximity-talks",
                                      "shuttle",
                                      "society-led-dialogue",
                                      "summit",
                                      "sustained-dialogue",
                                      "talks-about-talks",
                                      "technical-committee",
                                      "working-group-session",
                                      "local-peace-committee-session"};

bool holdsTalks(const Item& activity) {
  return std::ranges::find(talks, activity.wordName(key::type)) != std::end(talks);
}

/// What began last on a track, ceasefires apart.
class Begun {
 public:
  Begun(const Study& study, const std::vector<const Item*>& onTrack) {
    for (const Item* activity : onTrack) {
      const Date* start = activity->get(key::start);
      if (!start || start->first() > study.asOf() || isCeasefire(*activity)) continue;
      const Day day = start->first();
      if (!last_ || day_ < day) last_ = activity, day_ = day;
      if (holdsTalks(*activity)) raise(talks_, day);
      if (const std::string_view type = activity->wordName(key::type); !type.empty()) raise(byType_[type], day);
    }
  }

  /// Talks, or more of the same; beside a ceasefire anything.
  bool goesOnAfter(const Item& stopped, Day since) const {
    const auto same = byType_.find(stopped.wordName(key::type));
    return (talks_ && since < *talks_) || (same != byType_.end() && since < *same->second) ||
           (isCeasefire(stopped) && lastAfter(since));
  }
  const Item* lastAfter(Day since) const { return last_ && since < day_ ? last_ : nullptr; }

 private:
  static void raise(std::optional<Day>& latest, Day day) {
    if (!latest || *latest < day) latest = day;
  }

  const Item* last_ = nullptr;
  Day day_{};
  std::optional<Day> talks_;
  std::map<std::string_view, std::optional<Day>> byType_;
};

bool saidToGoOn(const Study& study, const Item& track, Day since) {
  const State now = study.state(track);
  return now.is(ActivityStatus::ongoing) && now.since && since < *now.since;
}

/// The activity that a track stands or falls with.
struct Leading {
  const Item* activity = nullptr;
  std::optional<UnclearTrack> unclear;  ///< whether the track went on without one that was stopped before
};

/// Of the unfinished activities that are under way or due and wait for nothing, the earliest. One that was stopped
/// before something else began, or before an event says that the track goes on, does not lead any more, nor does a
/// ceasefire that is in force.
Leading leadingActivity(const Study& study, const Stalls& known, const Item& track,
                        const std::vector<const Item*>& onTrack) {
  Leading leading;
  Day earliest{};
  std::optional<Begun> begun;
  const auto leftBehind = [&](const Item& stopped) {
    const std::optional<Day> since = study.state(stopped).since;
    if (!since) return false;
    if (!begun) begun.emplace(study, onTrack);
    if (saidToGoOn(study, track, *since) || begun->goesOnAfter(stopped, *since)) return true;
    const Item* last = begun->lastAfter(*since);
    if (last && !leading.unclear) leading.unclear = UnclearTrack{&track, &stopped, *since, last};
    return last != nullptr;
  };
  for (const Item* activity : onTrack) {
    const std::optional<Day>& day = known.due[activity->number()];
    if (!day || (leading.activity && !(*day < earliest))) continue;
    const bool stopped = known.standings[activity->number()].stopped;
    const bool inForce = !stopped && isCeasefire(*activity) && study.progress(*activity) == Progress::ongoing;
    if (inForce || (stopped && leftBehind(*activity))) continue;
    leading.activity = activity;
    earliest = *day;
  }
  return leading;
}

/// What an event says a suspended track waits on: the activities and issues it is about.
void collectWaitsOn(const Study& study, TrackStall& stall) {
  if (!stall.event) {
    stall.waitsOn.push_back(stall.leading);
    return;
  }
  for (const ElementId& id : stall.event->refs(key::about))
    if (const Item* item = study.find(id); item && (item->kind() == KindId::activity || item->kind() == KindId::issue))
      if (std::find(stall.waitsOn.begin(), stall.waitsOn.end(), item) == stall.waitsOn.end())
        stall.waitsOn.push_back(item);
  if (stall.waitsOn.empty() && stall.leading) stall.waitsOn.push_back(stall.leading);
}

/// The last movement of anything else on the track after the leading activity stopped, ceasefires apart.
std::optional<Day> othersMoved(const Stalls& known, const TrackStall& stall, const OnTrack& onTrack) {
  std::optional<Day> latest;
  for (const Item* activity : onTrack.all) {
    if (activity == stall.leading || isCeasefire(*activity)) continue;
    const auto moved = known.moved[activity->number()];
    if (moved && (!stall.since || *moved > *stall.since) && (!latest || *moved > *latest)) latest = moved;
  }
  return latest;
}

std::optional<TrackStall> stallOf(const Study& study, const Stalls& known, const Item& track, const OnTrack& onTrack,
                                  const Leading& leads) {
  if (onTrack.own.empty()) return std::nullopt;
  TrackStall stall;
  stall.track = &track;
  stall.leading = leads.activity;
  const bool overdue = std::any_of(onTrack.own.begin(), onTrack.own.end(), [&](const Item* activity) {
    return known.appointments[activity->number()].passed.has_value();
  });
  if (isSuspended(study, track) && overdue) {
    const State state = study.state(track);
    stall.since = state.since;
    stall.event = state.event ? study.find(KindId::event, state.event->id()) : nullptr;
  } else {
    if (!stall.leading) return std::nullopt;
    const Standing& leading = known.standings[stall.leading->number()];
    if (leading.what != Standing::What::stalled) return std::nullopt;
    stall.since = leading.since;
    stall.event = leading.event;
    if (const auto moved = othersMoved(known, stall, onTrack)) {
      if (study.asOf() - *moved < stallDays(study, &track)) return std::nullopt;
      stall.since = moved;
    }
  }
  collectWaitsOn(study, stall);
  return stall;
}

std::vector<const Item*> heldBy(const Study& study, const Stalls& known, const TrackStall& stall) {
  std::vector<const Item*> roots = stall.waitsOn;
  if (stall.leading) roots.push_back(stall.leading);
  const auto behind = waitingFor(study, roots);
  std::vector<bool> overdue(behind.size(), false);
  for (const Item* activity : study.onTrack(*stall.track).own)
    overdue[activity->number()] = known.appointments[activity->number()].passed.has_value();
  std::vector<const Item*> held;
  for (const Item& activity : study.all(KindId::activity))
    if ((overdue[activity.number()] || behind[activity.number()]) && unfinished(study, activity))
      held.push_back(&activity);
  return held;
}

void findStalledTracks(const Study& study, Stalls& found) {
  found.tracks.clear();
  found.unclear.clear();
  for (const Item& track : study.all(KindId::track)) {
    const OnTrack& onTrack = study.onTrack(track);
    const Leading leading = leadingActivity(study, found, track, onTrack.own);
    if (auto stall = stallOf(study, found, track, onTrack, leading)) {
      found.tracks.push_back(*std::move(stall));
    } else if (leading.unclear) {
      found.unclear.push_back(*leading.unclear);
    }
  }
  for (TrackStall& stall : found.tracks) {
    if (study.stopped()) throw Stopped();
    stall.holdsUp = heldBy(study, found, stall);
  }
}

}  // namespace

std::int64_t stallDays(const Study& study, const Item* track) {
  const auto level = track ? track->word<TrackLevel>(key::level) : std::nullopt;
  const bool official = level == TrackLevel::official || level == TrackLevel::semiOfficial;
  return static_cast<std::int64_t>(
      study.threshold("STALL-ACT", official ? "official-days" : "other-days", track ? track->id() : ElementId()));
}

Stalls findStalls(const Study& study) {
  Stalls found;
  for (const Item& activity : study.all(KindId::activity)) {
    found.moved.push_back(study.lastMovement(activity));
    found.appointments.push_back(appointmentsOf(study, activity));
    found.standings.push_back(standingOf(study, activity, found.appointments.back(), found.moved.back()));
    found.due.push_back(dueFrom(study, activity, found.appointments.back(), found.standings.back()));
  }
  findStalledTracks(study, found);
  return found;
}

void renewStalls(const Study& study, std::span<const std::uint32_t> activities, Stalls& known) {
  const auto renew = [&](const Item& activity) {
    const std::uint32_t number = activity.number();
    known.moved[number] = study.lastMovement(activity);
    known.appointments[number] = appointmentsOf(study, activity);
    known.standings[number] = standingOf(study, activity, known.appointments[number], known.moved[number]);
    known.due[number] = dueFrom(study, activity, known.appointments[number], known.standings[number]);
  };
  for (const std::uint32_t number : activities) renew(study.all(KindId::activity)[number]);
  for (const Item& deadline : study.all(KindId::deadline))
    if (!deadline.get(key::date))
      if (const Item* of = study.target(KindId::activity, deadline, key::of)) renew(*of);
  findStalledTracks(study, known);
}

std::vector<const Item*> waitingFor(const Study& study, std::span<const Item* const> roots) {
  const Network& net = study.network();
  std::vector<const Item*> waiting(net.tasks.size(), nullptr);
  std::vector<std::uint32_t> open;
  for (const Item* root : roots) {
    if (root->kind() != KindId::activity) continue;
    open.push_back(root->number());
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      for (std::uint32_t arc = net.firstArc[at]; arc < net.firstArc[at + 1]; ++arc) {
        const std::uint32_t to = net.arcs[arc].to;
        if (waiting[to] || net.tasks[to].progress == Progress::finished) continue;
        waiting[to] = root;
        open.push_back(to);
      }
    }
  }
  return waiting;
}

}  // namespace trackloom::checks
