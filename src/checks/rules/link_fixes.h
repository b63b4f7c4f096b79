#pragma once

#include "checks/track_work.h"

#include <span>

namespace trackloom::checks {

// Edits that answer gaps between tracks. They plan, or record what a team has decided; none says that something took
// place.

/// Plans a hand-over; who carries it stays open.
Fix planHandOver(const ElementId& from, const ElementId& to);

/// Offers, for each actor of a few, to plan that they carry something from what one track did last to what the other
/// does next. Offers nothing where there is no such activity.
void offerCarried(const AtWork& from, const AtWork& to, std::span<const ElementId> carriers, Finding& finding);

/// Records that two tracks are kept apart on purpose. The reason is for the team to write.
Fix keepApartOnPurpose(const ElementId& a, const ElementId& b);

}  // namespace trackloom::checks
