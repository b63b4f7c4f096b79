#pragma once

#include "plan/plan.h"

#include <string>

namespace trackloom::xml {

/// As many revisions as a file keeps; the oldest fall out.
inline constexpr std::size_t mostRevisions = 64;

/// The name of a plan's state: the first 32 hexadecimal digits of the SHA-256 of its canonical file without revisions.
std::string revisionOf(const Plan& plan);

/// The edited plan as it goes into a file: with the revision it was made from and its own behind those it had. The
/// first gives a plan that came from elsewhere, or was changed by hand, a state that two copies of it share. A plan
/// that holds nothing new keeps its revisions as they are.
Plan withRevision(const Plan& before, const Plan& edited);

/// The plan without its revisions, for readers who may not learn what it was.
Plan withoutRevisions(const Plan& plan);

}  // namespace trackloom::xml
