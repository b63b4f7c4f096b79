#pragma once

#include "checks/study.h"
#include "graph/track_cuts.h"

#include <vector>

namespace trackloom::checks {

/// Which hand-overs count as carrying something from one place to another.
enum class Carrying : std::uint8_t {
  anything,          ///< all but those that were not taken up
  moreThanPressure,  ///< … and are more than pressure
  namedCarriersOnly  ///< … and whose carrier is named
};

/// The kinds whose elements are nodes of it, in the order of their nodes.
inline constexpr KindId linkNodeKinds[] = {KindId::track, KindId::activity, KindId::body, KindId::actor, KindId::group};

/// What a network of links stands on, whatever is handed over: numbers are nodes of the network.
struct LinkGround {
  std::vector<bool> stands;  ///< of each node: an activity or body that something can pass over; the others all
  std::vector<graph::Edge> standing;  ///< activities and bodies on their tracks, activities of their bodies
  std::vector<std::uint32_t> parts;   ///< what hangs together by these alone: the part of each node
  std::vector<graph::Edge> roles;     ///< actors and groups, and what they take part in or lead
};

/// A hand-over that was not turned down, between ends that stand; numbers are nodes of the network.
struct HandOver {
  std::uint32_t from;
  std::uint32_t to;
  std::uint32_t carrier;   ///< 0xFFFFFFFF where none is named
  std::uint32_t transfer;  ///< the number of the transfer
  bool pressure;           ///< nothing but
};

/// The elements of a plan as a network in which tracks hold together by what is handed over between them: activities
/// and bodies stand on their tracks; a hand-over ties its two ends, through its carrier where one is named; whoever is
/// the end of a hand-over ties it to the activities they take part in. Sitting in the same room is not a hand-over.
struct LinkNetwork {
  /// Nodes as in `items`; its parts are those of the ground, carriers may be cut. First of the edges are the
  /// hand-overs, from → to, through the carrier where one is named.
  graph::TrackNetwork network;
  std::size_t handOverCount = 0;          ///< of these edges
  std::vector<std::uint32_t> transferOf;  ///< the number of the transfer of each of these
  std::uint32_t transferCount = 0;        ///< of the plan
  std::vector<const Item*> items;
  std::vector<std::uint32_t> part;       ///< the connected part each node is in
  std::vector<std::uint32_t> trackNode;  ///< node of each track

  std::array<std::uint32_t, kindCount> firstNode{};  ///< of the elements of each kind that has nodes

  std::uint32_t nodeOf(const Item& item) const {
    return firstNode[static_cast<std::size_t>(item.kind())] + item.number();
  }
  bool linked(const Item& a, const Item& b) const { return part[trackNode[a.number()]] == part[trackNode[b.number()]]; }
};

// Worked out anew at each call; `Study::linkGround`, `handOvers` and `links` keep them.
LinkGround linkGround(const Study& study);
std::vector<HandOver> handOvers(const Study& study);
LinkNetwork linkNetwork(const Study& study, Carrying carrying);
/// Does it make no difference here which hand-overs count?
bool leavesOutNone(std::span<const HandOver> handOvers, Carrying carrying);

/// What is kept apart on purpose on the as-of day: tracks, activities, bodies, actors.
class Separations {
 public:
  explicit Separations(const Study& study);
  bool keepApart(const Item& a, const Item& b) const;

 private:
  using Named = std::pair<std::uint32_t, std::uint32_t>;
  std::vector<Named> named_;  // places of items, each with the number of a separation that names it
};

/// Not so for whoever declined, was not invited or withdrew.
bool tookPart(const Study& study, const Item& participation);

/// Nothing passes over an activity that was cancelled, ended without result or was replaced, nor over what nobody could
/// know of yet.
bool standsOn(const Study& study, const Item& activityOrBody);

/// The node of an activity or body.
std::uint32_t nodeOf(const Study& study, const Item& activityOrBody);

/// The hand-overs, and whoever is an end of one without being a carrier, without which tracks lose each other.
/// Hand-overs are nodes behind all others, by their numbers.
std::vector<graph::TrackCut> cutsByHandOver(const LinkNetwork& links);

// The fields this looks at: what stands, the ground, and all of it.
void appendStandingReads(std::vector<Reads>& reads);
void appendGroundReads(std::vector<Reads>& reads);
void appendLinkReads(std::vector<Reads>& reads);

}  // namespace trackloom::checks
