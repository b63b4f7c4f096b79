#include "scene/swimlane/collector.h"

#include <algorithm>

namespace trackloom::scene::swimlane {
namespace {

constexpr std::int64_t farAway = std::int64_t{1} << 30;

/// A date as far as it is known on the day: an actual one that lies ahead is not.
const Date* known(const Element& element, Key<Date> actual, Day asOf) {
  const Date* date = element.get(actual);
  return date && date->first() <= asOf ? date : nullptr;
}

/// What was, else what is planned; without an end a phase goes on, without a beginning it has no place.
std::optional<Band> phaseBand(const Element& phase, Day asOf) {
  const Date* start = known(phase, key::start, asOf);
  if (!start) start = phase.get(key::plannedStart);
  const Date* finish = known(phase, key::finish, asOf);
  if (!finish) finish = phase.get(key::plannedFinish);
  if (!start) return std::nullopt;
  Band band;
  band.days = {start->first().number, finish ? finish->last().number + 1 : farAway};
  if (band.days.to <= band.days.from) band.days.to = band.days.from + 1;
  return band;
}

std::optional<Band> pauseBand(const Element& pause) {
  const Date* from = pause.get(key::from);
  if (!from) return std::nullopt;
  const Date* until = pause.get(key::until);
  Band band;
  band.kind = Band::Kind::pause;
  band.days = {from->first().number, until ? until->last().number + 1 : farAway};
  if (band.days.to <= band.days.from) band.days.to = band.days.from + 1;
  return band;
}

std::string spanText(const Words& words, const Band& band) {
  const Day first{band.days.from}, last{band.days.to - 1};
  if (band.days.to == farAway)
    return words.say({tr("From {first}; when it ends is not recorded."), {{"first", first}}});
  return words.say({tr("From {first} to {last}."), {{"first", first}, {"last", last}}});
}

}  // namespace

void addBands(Collector& collector) {
  const Words& words = collector.words;
  for (const KindId kind : {KindId::phase, KindId::pause})
    for (const checks::Item* item : collector.shown(kind)) {
      auto band =
          kind == KindId::phase ? phaseBand(item->element(), collector.study.asOf()) : pauseBand(item->element());
      if (!band) {
        collector.content.undated.push_back({item->id(), words.name(item->element())});
        continue;
      }
      band->element = item->id();
      band->label = words.name(item->element());
      band->title =
          words.say({kind == KindId::phase ? tr("Phase: {title}") : tr("Pause: {title}"), {{"title", band->label}}});
      band->description = spanText(words, *band);
      collector.content.bands.push_back(std::move(*band));
    }
}

}  // namespace trackloom::scene::swimlane
