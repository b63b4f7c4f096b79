#pragma once

#include "checks/study.h"

#include <vector>

namespace trackloom::checks {

/// What there is on a track.
struct AtWork {
  std::int64_t dated = 0;        ///< activities within the window
  std::int64_t undated = 0;      ///< activities that may be in it: no date is known
  const Item* latest = nullptr;  ///< the last that had begun by the as-of day
  const Item* next = nullptr;    ///< the first that is not over
};

/// The activities of a track, by id.
struct OnTrack {
  std::vector<const Item*> own;  ///< it is their primary track
  std::vector<const Item*> all;  ///< it is one of theirs
};

/// For each track, by its number; `Study::onTrack` keeps it.
std::vector<OnTrack> activitiesOnTracks(const Study& study);

/// What there is on a track within so many days around the as-of day; `Study::work` keeps it.
AtWork workOn(const Study& study, const Item& track, std::int64_t window);

/// Who takes part on each track, worked out when a finding asks for it.
class OnTracks {
 public:
  explicit OnTracks(const Study& study) : study_(study) {}
  /// Actors that take part in activities of both tracks, the first few by id: who could carry something.
  std::vector<ElementId> inBoth(const Item& a, const Item& b);

 private:
  const std::vector<std::uint32_t>& actors(const Item& track);

  const Study& study_;
  std::vector<std::optional<std::vector<std::uint32_t>>> actors_;  // by number of the track
};

}  // namespace trackloom::checks
