#include "scene/swimlane/part.h"

namespace trackloom::scene::swimlane {
namespace {

/// The links between kept items, told by their new places; counts those that lose an end.
template <class Link>
std::vector<Link> linksBetween(const std::vector<Link>& links, const std::vector<std::size_t>& place,
                               std::size_t& elsewhere) {
  std::vector<Link> kept;
  for (Link link : links) {
    const std::size_t from = place[link.from];
    const std::size_t to = place[link.to];
    if (from == nowhere && to == nowhere) continue;
    if (from == nowhere || to == nowhere) {
      ++elsewhere;
      continue;
    }
    link.from = from;
    link.to = to;
    kept.push_back(std::move(link));
  }
  return kept;
}

}  // namespace

bool falls(Span span, Span period) {
  return span.from < period.to && (span.to > period.from || (span.to == span.from && span.from >= period.from));
}

Content partOf(const Content& whole, Span period, LaneRange lanes, WithUndated undated) {
  const auto holds = [&](std::size_t lane) { return lane >= lanes.first && lane < lanes.first + lanes.count; };
  Content part;
  for (std::size_t i = lanes.first; i < lanes.first + lanes.count; ++i) part.lanes.push_back(whole.lanes[i]);
  std::vector<std::size_t> place(whole.items.size(), nowhere);
  for (std::size_t i = 0; i < whole.items.size(); ++i) {
    Item item = whole.items[i];
    const bool inside = falls(item.main(), period) || (item.planned && falls(*item.planned, period));
    if (!holds(item.lane) || !inside) continue;
    item.lane -= lanes.first;
    std::erase_if(item.alsoOn, [&](std::size_t lane) { return !holds(lane); });
    for (std::size_t& lane : item.alsoOn) lane -= lanes.first;
    place[i] = part.items.size();
    part.items.push_back(std::move(item));
  }
  part.elsewhere = 0;
  part.transfers = linksBetween(whole.transfers, place, part.elsewhere);
  part.dependencies = linksBetween(whole.dependencies, place, part.elsewhere);
  for (Stall stall : whole.stalls) {
    if (!holds(stall.lane) || (stall.item != nowhere && place[stall.item] == nowhere)) continue;
    stall.lane -= lanes.first;
    if (stall.item != nowhere) stall.item = place[stall.item];
    part.stalls.push_back(std::move(stall));
  }
  part.bands = whole.bands;
  if (undated == WithUndated::yes) {
    part.undated = whole.undated;
    part.later = whole.later;
    part.outside = whole.outside;
  }
  return part;
}

}  // namespace trackloom::scene::swimlane
