#pragma once

#include "checks/study.h"

#include <vector>

namespace trackloom::checks {

/// How what one element or track has to say can reach another: over hand-overs in their direction, through their
/// carriers, and along the tracks that activities and bodies stand on (as `linkNetwork` has them). The two ends also
/// speak and hear where they, or for a group those who come from it, sit.
struct Channels {
  std::vector<std::vector<const Item*>> paths;  ///< with both ends; they share nothing in between
  std::vector<const Item*> cut;                 ///< the fewest in between without which none is left
  bool direct = false;                          ///< one channel has nothing in between, so nothing cuts it
};

/// Whether channels can begin or end there: tracks, activities, bodies, actors and groups.
bool canBeEnd(const Item& item);

/// What channels may run over.
enum class Over : std::uint8_t {
  everything,
  handOvers  ///< not along the tracks that both stand on; a body and its sessions and parts speak for each other
};

/// Precondition: two different items that can be ends.
Channels channels(const Study& study, const Item& from, const Item& to, Over over = Over::everything);

}  // namespace trackloom::checks
