#pragma once

#include "sharing/branch.h"
#include "sharing/merge.h"

#include <map>
#include <vector>

namespace trackloom::sharing {

/// Sees to it that no id stands for two things in the two sides, which came to share it by chance. Of two elements of
/// different kinds the one whose kind comes later gets another id. Of two of one kind that both sides added and that
/// are called differently, or tie different things together, the later one by name gets another, and whether they are
/// one thing is a conflict. What its side says of an element follows it.
std::vector<Conflict> partClashes(const Plan& base, Branches& sides);

/// The plan with other ids for some elements, wherever it names them. Names that thereby stand twice in a list stand
/// once.
Plan renamed(const Plan& plan, const std::map<ElementId, ElementId>& ids);

}  // namespace trackloom::sharing
