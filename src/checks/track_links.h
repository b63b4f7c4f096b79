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

/// The elements of a plan as a network in which tracks hold together by what is handed over between them: activities
/// and bodies stand on their tracks; a hand-over ties its two ends, through its carrier where one is named; whoever is
/// the end of a hand-over ties it to the activities they take part in. Sitting in the same room is not a hand-over.
struct LinkNetwork {
  graph::TrackNetwork network;  ///< nodes as in `items`; carriers may be cut
  /// Where in `network.edges` the hand-overs stand, from → to, through the carrier where one is named.
  std::size_t firstHandOver = 0;
  std::size_t endHandOver = 0;
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

/// Worked out anew at each call; `Study::links` keeps it.
LinkNetwork linkNetwork(const Study& study, Carrying carrying);

/// What is kept apart on purpose on the as-of day: tracks, activities, bodies, actors.
class Separations {
 public:
  explicit Separations(const Study& study);
  bool keepApart(const Item& a, const Item& b) const;

 private:
  std::vector<std::vector<std::uint32_t>> of_;  // by place: the separations that name each
};

/// Not so for whoever declined, was not invited or withdrew.
bool tookPart(const Study& study, const Item& participation);

/// The fields this looks at.
void appendLinkReads(std::vector<Reads>& reads);

}  // namespace trackloom::checks
