#include "checks/track_work.h"

#include "checks/track_links.h"

#include <algorithm>
#include <iterator>

namespace trackloom::checks {
namespace {

constexpr std::size_t mostActors = 6;

bool hasDate(const Item& activity) {
  return activity.get(key::start) || activity.get(key::finish) || activity.get(key::plannedStart) ||
         activity.get(key::plannedFinish);
}

void enterActivity(const Study& study, const Item& activity, std::int64_t window, AtWork& work) {
  if (!hasDate(activity)) {
    ++work.undated;
    return;
  }
  const Times& times = study.times(activity);
  const Day first = firstDay(times.es);
  const Day last = lastDay(times.es, times.ef);
  if (first <= study.asOf() + window && last >= study.asOf() - window) ++work.dated;
  if (first <= study.asOf() && (!work.latest || times.es > study.times(*work.latest).es)) work.latest = &activity;
  if (last >= study.asOf() && (!work.next || times.es < study.times(*work.next).es)) work.next = &activity;
}

/// The numbers of the actors that take part in activities of a track, each once, in order.
std::vector<std::uint32_t> actorsOn(const Study& study, const Item& track) {
  std::vector<bool> here(study.all(KindId::actor).size(), false);
  const auto enter = [&](const Item* who, const Item* activity) {
    if (!who || who->kind() != KindId::actor || here[who->number()] || !activity ||
        activity->kind() != KindId::activity || study.progress(*activity) == Progress::leftOut)
      return;
    const auto tracks = study.tracks(*activity);
    here[who->number()] = std::find(tracks.begin(), tracks.end(), &track) != tracks.end();
  };
  for (const Item& activity : study.all(KindId::activity)) enter(study.target(activity, key::lead), &activity);
  for (const Item& participation : study.all(KindId::participation))
    if (tookPart(study, participation))
      enter(study.target(participation, key::linkWho), study.target(participation, key::linkIn));
  std::vector<std::uint32_t> actors;
  for (std::uint32_t actor = 0; actor < here.size(); ++actor)
    if (here[actor]) actors.push_back(actor);
  return actors;
}

}  // namespace

std::vector<OnTrack> activitiesOnTracks(const Study& study) {
  std::vector<OnTrack> onTracks(study.all(KindId::track).size());
  for (const Item& activity : study.all(KindId::activity)) {
    const auto tracks = study.tracks(activity);
    if (!tracks.empty()) onTracks[tracks.front()->number()].own.push_back(&activity);
    for (const Item* track : tracks) onTracks[track->number()].all.push_back(&activity);
  }
  return onTracks;
}

AtWork workOn(const Study& study, const Item& track, std::int64_t window) {
  AtWork work;
  for (const Item* activity : study.onTrack(track).all)
    if (study.progress(*activity) != Progress::leftOut) enterActivity(study, *activity, window, work);
  return work;
}

const std::vector<std::uint32_t>& OnTracks::actors(const Item& track) {
  if (actors_.empty()) actors_.resize(study_.all(KindId::track).size());
  auto& own = actors_[track.number()];
  if (!own) own = actorsOn(study_, track);
  return *own;
}

std::vector<ElementId> OnTracks::inBoth(const Item& a, const Item& b) {
  const std::vector<std::uint32_t>& onA = actors(a);
  const std::vector<std::uint32_t>& onB = actors(b);
  std::vector<std::uint32_t> both;
  std::set_intersection(onA.begin(), onA.end(), onB.begin(), onB.end(), std::back_inserter(both));
  if (both.size() > mostActors) both.resize(mostActors);
  std::vector<ElementId> ids;
  for (const std::uint32_t actor : both) ids.push_back(study_.all(KindId::actor)[actor].id());
  return ids;
}

}  // namespace trackloom::checks
