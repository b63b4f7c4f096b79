#pragma once

#include "checks/study.h"

#include <vector>

namespace trackloom::checks {

/// Somebody, an actor or a group, who has a place in an activity or body.
struct Sitting {
  const Item* who = nullptr;
  const Item* in = nullptr;
};

/// Who sits where: by participations that were not declined, as lead or partner of an activity, as member or chair of a
/// body, by seats they hold. Activities that were cancelled or replaced seat nobody. By place, then by person, each
/// pair once.
std::vector<Sitting> sittings(const Study& study);

/// For each actor the track on which most of their places are, of several the first by id; null without any.
std::vector<const Item*> homeTracks(const Study& study, const std::vector<Sitting>& sittings);

}  // namespace trackloom::checks
