#include "checks/rules/track_work.h"

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

void enterActor(const Study& study, const ElementId& who, const Item* activity, std::vector<AtWork>& works) {
  const Item* actor = study.find(KindId::actor, who);
  if (!actor || !activity || study.progress(*activity) == Progress::leftOut) return;
  for (const Item* track : study.tracks(*activity)) works[track->number()].actors.push_back(actor->number());
}

}  // namespace

std::vector<AtWork> worksOf(const Study& study, std::int64_t window) {
  std::vector<AtWork> works(study.all(KindId::track).size());
  for (const Item& activity : study.all(KindId::activity)) {
    if (study.progress(activity) == Progress::leftOut) continue;
    for (const Item* track : study.tracks(activity)) enterActivity(study, activity, window, works[track->number()]);
    enterActor(study, activity.ref(key::lead), &activity, works);
  }
  for (const Item& participation : study.all(KindId::participation))
    if (tookPart(study, participation))
      enterActor(study, participation.ref(key::linkWho), study.target(KindId::activity, participation, key::linkIn),
                 works);
  for (AtWork& work : works) {
    std::sort(work.actors.begin(), work.actors.end());
    work.actors.erase(std::unique(work.actors.begin(), work.actors.end()), work.actors.end());
  }
  return works;
}

std::vector<ElementId> inBoth(const Study& study, const AtWork& a, const AtWork& b) {
  std::vector<std::uint32_t> both;
  std::set_intersection(a.actors.begin(), a.actors.end(), b.actors.begin(), b.actors.end(), std::back_inserter(both));
  if (both.size() > mostActors) both.resize(mostActors);
  std::vector<ElementId> ids;
  for (const std::uint32_t actor : both) ids.push_back(study.all(KindId::actor)[actor].id());
  return ids;
}

}  // namespace trackloom::checks
