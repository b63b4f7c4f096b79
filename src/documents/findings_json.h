#pragma once

#include "checks/finding.h"
#include "documents/json.h"
#include "plan/plan.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace trackloom::documents {

/// How many findings there are: problems by level, what cannot be told, and what the team has accepted.
struct FindingCounts {
  std::size_t error = 0;
  std::size_t warning = 0;
  std::size_t info = 0;
  std::size_t cannotTell = 0;
  std::size_t accepted = 0;
};

FindingCounts countFindings(std::span<const checks::Finding> findings);

/// `error`, `warning` or `info`, as programs read it.
std::string_view levelName(checks::Level level);

/// The findings of a plan as of a day: `{"plan", "asOf", "findings": […], "summary": {…}}`. The summary also counts
/// what is only suggested in the plan, of which no finding speaks.
Json findingsJson(const Plan& plan, Day asOf, std::span<const checks::Finding> findings);

}  // namespace trackloom::documents
