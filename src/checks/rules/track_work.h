#pragma once

#include "checks/study.h"

#include <vector>

namespace trackloom::checks {

/// What there is on a track, each worked out once for all pairs.
struct AtWork {
  std::int64_t dated = 0;             ///< activities within the window
  std::int64_t undated = 0;           ///< activities that may be in it: no date is known
  const Item* latest = nullptr;       ///< the last that had begun by the as-of day
  const Item* next = nullptr;         ///< the first that is not over
  std::vector<std::uint32_t> actors;  ///< who takes part, by number
};

/// What there is on each track. An activity counts on all its tracks.
std::vector<AtWork> worksOf(const Study& study, std::int64_t window);

/// Actors that take part in activities of both tracks, the first few by id: who could carry something.
std::vector<ElementId> inBoth(const Study& study, const AtWork& a, const AtWork& b);

}  // namespace trackloom::checks
