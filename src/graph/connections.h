#pragma once

#include "graph/plan_graph.h"
#include "graph/track_cuts.h"

#include <cstdint>
#include <span>
#include <vector>

namespace trackloom::graph {

/// Why two elements are connected.
enum class Tie : std::uint8_t {
  onTrack,    ///< an activity or body stands on a track
  meetsIn,    ///< an activity is a meeting of a body
  leads,      ///< an actor leads an activity or chairs a body
  takesPart,  ///< an actor or group takes part in an activity or body, by a participation or as member of the body
  handsOver,  ///< something is handed over without a carrier: its two ends
  carries     ///< something is handed over by a carrier: the carrier with each end, the ends not with each other
};

/// Two elements, by their numbers in a `PlanGraph`, that have to do with each other, whatever the direction.
struct Connection {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  Tie tie = Tie::onTrack;
  /// The element that says so: a participation, a transfer, or the activity or body itself.
  const Element* statedBy = nullptr;
};

/// All that connects tracks, activities, bodies, actors and groups, by the kind and id of what states it. It leaves
/// nothing out: whether somebody declined, a hand-over was dropped, or a day has come is for the caller to judge.
/// References to what is not there are ignored. Precondition: the graph outlives the result.
std::vector<Connection> connections(const PlanGraph& graph);

/// The network of these connections in which the actors may be cut: two tracks are linked if they are in the same of
/// its `connectedComponents`, and hang on one actor if `cutsBetweenTracks` says so.
TrackNetwork trackNetwork(const PlanGraph& graph, std::span<const Connection> connections);

}  // namespace trackloom::graph
