#pragma once

#include "checks/ceasefires.h"
#include "checks/course.h"
#include "checks/onward.h"
#include "checks/roots.h"
#include "checks/stall.h"
#include "checks/study.h"
#include "checks/track_links.h"
#include "checks/track_work.h"

#include <algorithm>
#include <bitset>
#include <map>

namespace trackloom::checks {

// What a study keeps once it was asked for. Each fact is forgotten by `Study::forget` when something changes that it
// rests on.

struct ThresholdEntry {
  std::string_view rule;
  std::string_view name;
  ElementId track;
  double number;
};

/// A list of items for each of a number of places.
struct Study::Lists {
  std::vector<std::uint32_t> first{0};  // list i: [first[i], first[i + 1])
  std::vector<const Item*> items;
  std::bitset<kindCount> kinds;  // of the items
  bool missing = false;          // does an id lead to nothing?

  void add(const Item* item, KindId kind) {
    items.push_back(item);
    kinds.set(static_cast<std::size_t>(kind));
  }
  void addMissing() {
    items.push_back(nullptr);
    missing = true;
  }

  std::span<const Item* const> at(std::uint32_t place) const {
    if (place + 1 >= first.size()) return {};  // an item that came later, and that nothing names
    return std::span(items).subspan(first[place], first[place + 1] - first[place]);
  }
};

/// The items that differ after an edit, by place, and their kinds.
struct Study::Differs {
  std::vector<bool> places;
  std::bitset<kindCount> kinds;
};

/// A kind of which something differs: where something came or went its items have other numbers. All are sorted.
struct Study::Renumbered {
  KindId kind;
  std::vector<std::uint32_t> went;     // as they were
  std::vector<std::uint32_t> came;     // as they are
  std::vector<std::uint32_t> changed;  // as they are
};

inline bool hasUnread(const Element& element) {
  return std::ranges::any_of(element.slots(),
                             [](const Element::Slot& slot) { return std::holds_alternative<Unread>(slot.value); });
}

inline bool leavesDayOpen(const Element& element) {
  return std::ranges::any_of(element.slots(), [](const Element::Slot& slot) {
    const Date* date = std::get_if<Date>(&slot.value);
    return date && date->precision() != Precision::day;
  });
}

struct Study::Facts {
  std::array<std::optional<bool>, kindCount> anyUnread;
  std::optional<std::vector<bool>> inexact;  // by place
  std::optional<std::vector<Progress>> progress;
  std::optional<std::vector<bool>> known;            // by number of the activity
  std::optional<std::vector<State>> transferStates;  // by number
  std::optional<Network> network;
  std::optional<Course> course;  // of the network
  std::optional<Schedule> schedule;
  std::array<std::optional<Lists>, kindCount> tracks;
  std::optional<Lists> deadlines;
  std::optional<Lists> eventsAbout;
  std::optional<Lists> agreedIn;
  std::optional<std::vector<ThresholdEntry>> thresholds;
  std::optional<std::vector<bool>> waiting;
  std::optional<LinkGround> linkGround;
  std::optional<std::vector<HandOver>> handOvers;
  std::array<std::optional<LinkNetwork>, 3> links;
  std::array<std::optional<std::vector<graph::TrackCut>>, 3> carrierCuts;
  std::optional<std::vector<graph::TrackCut>> handOverCuts;
  std::optional<Ways> plannedWays;
  std::optional<Ways> handedOverWays;
  std::optional<HeldUp> heldUp;
  std::optional<std::vector<std::uint32_t>> ceasefireActivities;  // numbers
  std::optional<std::vector<Ceasefire>> ceasefires;
  std::optional<std::vector<OnTrack>> onTracks;                      // by number of the track
  std::map<std::int64_t, std::vector<std::optional<AtWork>>> works;  // by window and number of the track
  std::optional<Stalls> stalls;
  std::vector<std::uint32_t> stallsOutdated;  // numbers of the activities whose standing has to be asked again
  std::array<std::optional<std::vector<Study::Ends>>, kindCount> ends;
  // By kind and field: the numbers of the elements that name what the last edit touched, or what is not there.
  std::vector<std::optional<std::vector<std::uint32_t>>> namingOther{kindCount * fieldNames.size()};
  std::vector<std::unique_ptr<Lists>> named{kindCount * fieldNames.size()};  // by kind and field

  std::unique_ptr<Lists>& namedBy(KindId kind, FieldNumber field) {
    return named[static_cast<std::size_t>(kind) * fieldNames.size() + field.value];
  }
};

}  // namespace trackloom::checks
