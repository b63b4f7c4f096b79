#pragma once

#include "checks/study.h"
#include "scene/drawing_options.h"
#include "scene/scene.h"

namespace trackloom::scene {

/// Issues by tracks: how many activities deal with each, and where it is known that none does. A track with activities
/// whose issues are not recorded cannot be told to leave an issue out. In the team's view also issues that findings of
/// GAP-ISSUE tell of.
Scene trackIssueMatrix(const checks::Study& study, const DrawingOptions& options);

/// Bodies and their components by groups: seats held of all, the target, what nobody has counted. The team's view says
/// whether targets are met; what is not known never counts as met.
Scene seatMatrix(const checks::Study& study, const DrawingOptions& options);

/// Commitments in force by theme and by how far they are carried out.
Scene commitmentMatrix(const checks::Study& study, const DrawingOptions& options);

/// Who takes part in which activity or body: by a sign whether, then with what say and as what. Of many, those with the
/// most entries; how many are not shown stands below.
Scene participationMatrix(const checks::Study& study, const DrawingOptions& options);

/// Third parties by role: in how many activities and bodies each has it, and where several have the same. Third parties
/// are those that the plan has in that layer, and whoever has a role of theirs and stands in no layer.
Scene thirdPartyMatrix(const checks::Study& study, const DrawingOptions& options);

/// The seven dimensions of human security (UNDP, Human Development Report 1994) by tracks: how many activities work on
/// each, and where it is known that none does.
Scene humanSecurityMatrix(const checks::Study& study, const DrawingOptions& options);

/// As what somebody has a place in an activity or body where no participation says it: chair, member, lead, partner, or
/// by a seat. A word.
const char* placeWithoutParticipation(const checks::Item& who, const checks::Item& in);

}  // namespace trackloom::scene
