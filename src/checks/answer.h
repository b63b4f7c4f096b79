#pragma once

#include "checks/rule.h"

#include <vector>

namespace trackloom::checks {

/// What one rule says of a study.
struct Answer {
  std::vector<Finding> findings;  ///< with their ids, by elements; neither accepted nor rooted yet
  bool failed = false;            ///< the rule threw or took too long; the one finding says so
};

Answer answer(const Rule& rule, const Study& study, const CheckOptions& options);
/// What a rule that asks each element for itself says of some.
Answer answer(const Rule& rule, const Study& study, std::span<const Item* const> asked, const CheckOptions& options);

/// Sorts the findings of all rules by level, marks those that are accepted and those that follow from others.
void conclude(const Study& study, std::vector<Finding>& findings);
/// Only marks them; they are sorted.
void mark(const Study& study, std::vector<Finding>& findings);

}  // namespace trackloom::checks
