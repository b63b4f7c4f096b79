#pragma once

#include "scene/swimlane/content.h"

#include <unordered_map>

namespace trackloom::scene::swimlane {

/// Gathers the content of a timeline, part by part.
struct Collector {
  const checks::Study& study;
  const DrawingOptions& options;
  const Words& words;
  Content content;
  Texts texts = Texts::all;
  std::unordered_map<ElementId, std::size_t> laneOfTrack;
  std::vector<std::size_t> itemOfActivity;  ///< by number of the activity

  std::vector<const checks::Item*> shown(KindId kind) const { return scene::shown(study, options, kind); }
  bool forTeam() const { return options.view == View::team; }
  std::size_t generalLane() const { return 0; }
  std::size_t noTrackLane() const { return content.lanes.size() - 1; }
  /// The lane of anything that stands on a track, directly or through what it is part of: over so many steps at most.
  std::optional<std::size_t> laneOf(const checks::Item& item, int steps = 4) const;
  /// The lane of an event: of its tracks, else of the first thing it is about that has one of a track.
  std::optional<std::size_t> laneOfEvent(const checks::Item& event, int steps) const;
  std::optional<std::size_t> laneOf(const ElementId& id) const;
  /// Counts a link that leads out of the part that is drawn.
  void countOutside(const checks::Item* from, const checks::Item* to);
  std::size_t add(Item item);
  /// Notes what has no place in time: nothing tells of its days, or only of days that lie ahead.
  enum class Why : std::uint8_t { undated, later };
  void leaveOut(const checks::Item& item, Why why);
};

/// Lanes: what concerns all tracks, the tracks in their order, what has no track yet.
void addLanes(Collector& collector);
void addActivities(Collector& collector);
/// Agreements, deadlines and events.
void addMarkers(Collector& collector);
void addTransfers(Collector& collector);
void addDependencies(Collector& collector);
void addStalls(Collector& collector);
/// Phases and pauses.
void addBands(Collector& collector);

/// An entry as it is drawn; nothing where it has no place in time.
std::optional<Item> activityItem(const Collector& collector, const checks::Item& activity);
std::optional<Item> agreementItem(const Collector& collector, const checks::Item& agreement);
std::optional<Item> deadlineItem(const Collector& collector, const checks::Item& deadline);
std::optional<Item> eventItem(const Collector& collector, const checks::Item& event);
Said saidOfTransfer(const Collector& collector, const checks::Item& transfer);
Said saidOfDependency(const Collector& collector, const checks::Item& dependency);

}  // namespace trackloom::scene::swimlane
