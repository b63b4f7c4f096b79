#pragma once

#include "checks/study.h"
#include "language/language.h"
#include "plan/terms.h"

#include <vector>

namespace trackloom::documents {

/// What a document is made from: what its audience may see of a plan, looked at as of a day.
struct Material {
  const checks::Study& study;  ///< of the plan as the audience may see it
  Classification audience;
  std::vector<checks::Finding> findings = {};  ///< empty unless for the team's own eyes
  language::Language language = {};            ///< of all that is said
  bool theseOnly = false;                      ///< it holds what others of their level may not see

  const Plan& plan() const { return study.plan(); }
  /// Whether what is for the team's own levels only may go in.
  bool forTeam() const { return audience >= Classification::team; }
};

}  // namespace trackloom::documents
