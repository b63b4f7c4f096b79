#pragma once

#include "plan/plan.h"

#include <optional>
#include <string>
#include <vector>

namespace trackloom::xml {

/// As many revisions as a file keeps; the oldest fall out.
inline constexpr std::size_t mostRevisions = 64;

/// The name of a plan's state: the first 32 hexadecimal digits of the SHA-256 of its canonical file without revisions.
std::string revisionOf(const Plan& plan);

/// The edited plan as it goes into a file: with the revision it was made from and its own behind those that either had,
/// each once. The first gives a plan that came from elsewhere, or was changed by hand, a state that two copies of it
/// share. A plan that holds nothing new adds none.
Plan withRevision(const Plan& before, const Plan& edited);

/// The merged plan as it goes into a file: with the revisions of both sides, their own ones, and its own.
/// One that holds nothing new to our side stays as it is.
Plan withMergedRevisions(const Plan& ours, const Plan& theirs, const Plan& merged);

/// An earlier version as it goes back into the file of the current one: with the revisions of that, and with what it
/// notes of copies that somebody received since; for whom they were prepared is left out where the earlier version has
/// no such audience.
Plan withPastOf(const Plan& current, const Plan& earlier);

/// The states a plan was in and is in, in the order in which it came into them.
std::vector<std::string> pastOf(const Plan& plan);

/// The newest state that both plans know to have come from, be it one of them as it stands; nothing if there is none.
std::optional<std::string> commonRevision(const Plan& ours, const Plan& theirs);

/// The plan without its revisions, for readers who may not learn what it was.
Plan withoutRevisions(const Plan& plan);

}  // namespace trackloom::xml
