#include "scene/track_order.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace trackloom::scene {
namespace {

Integer placeOf(const checks::Item& item) {
  const Integer* order = item.get(key::order);
  return order ? *order : std::numeric_limits<Integer>::max();
}

}  // namespace

std::vector<const checks::Item*> tracksInOrder(const checks::Study& study, const DrawingOptions& options) {
  std::vector<const checks::Item*> tracks = shown(study, options, KindId::track);
  const auto rank = [](const checks::Item* track) {
    const Choice* level = track->get(key::level);
    return std::tuple(placeOf(*track), level ? level->term : Choice::unlisted, track->id());
  };
  std::sort(tracks.begin(), tracks.end(), [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
  return tracks;
}

std::map<const checks::Item*, Hue> trackHues(const checks::Study& study) {
  std::map<const checks::Item*, Hue> hues;
  for (const checks::Item* track : tracksInOrder(study, {}))
    hues.emplace(track, laneHue(hues.size(), parseRgb(track->text(key::colour))));
  return hues;
}

std::vector<const checks::Item*> inOrder(const checks::Study& study, const DrawingOptions& options, KindId kind) {
  std::vector<const checks::Item*> items = shown(study, options, kind);
  std::stable_sort(items.begin(), items.end(), [](const auto* a, const auto* b) { return placeOf(*a) < placeOf(*b); });
  return items;
}

}  // namespace trackloom::scene
