#pragma once

#include "documents/material.h"
#include "documents/node.h"
#include "plan/levels.h"

#include <vector>

namespace trackloom::documents {

/// The plan as an outward audience may see it: what `visibleTo` leaves, and below the team's own levels no assessments,
/// relations of discord, separations, waivers, comments and maps, no reasons of those who were not invited, and nothing
/// of findings or of who has to be hidden.
Plan shownTo(const Plan& plan, const Audience& audience, Day asOf);

/// The same plan without what tells whose paper it is: who keeps it, and which actors are the team itself.
Plan withoutAuthors(const Plan& plan);

/// What the checks say about the plan as the audience may see it, as far as it also holds for the whole plan.
/// Nothing below the team's own levels.
std::vector<checks::Finding> findingsFor(const Plan& whole, const checks::Study& shown, Classification audience);

/// Whether a field tells readers of papers anything; others only say how the plan is kept.
bool forReaders(const Field& field);

/// What stands on every paper: `title`, `language` and `direction`, `as-of`, `audience`, `for-team`, `not-known`.
void addCover(Node& root, const Material& material);

/// An element as templates ask for it: `id`, `title`, `kind-label`, `state`, each field under its file name as people
/// read it (prose also as `<name>-paragraphs`), and `fields`, a list of `label` and `value` of what is filled in.
Node elementNode(const Material& material, const checks::Item& item);

/// Everything a template can ask for: `plan`, each kind's elements under the name of its section (`activities`) with
/// `has-activities` and `count-activities`, the tables and sentences derived from them, and the figures.
/// docs/templates.md lists the names.
Node context(const Material& material);

}  // namespace trackloom::documents
