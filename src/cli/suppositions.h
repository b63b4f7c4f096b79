#pragma once

#include "checks/study.h"
#include "checks/what_if.h"

#include <string>
#include <vector>

namespace trackloom::cli {

/// What a command line asks to suppose, and each of it in a sentence.
struct Suppositions {
  checks::WhatIf whatIf;
  std::vector<Message> told;

  bool empty() const { return told.empty(); }
};

/// Reads `--slip ID=14` and `--drop ID`. Throws an `Error` of kind usage for what cannot be supposed.
Suppositions suppositions(const checks::Study& study, const std::vector<std::string>& slips,
                          const std::vector<std::string>& drops);

/// The number of an activity that the schedule includes. Throws an `Error` of kind usage if there is none.
std::uint32_t scheduledActivity(const checks::Study& study, const checks::Schedule& schedule, const std::string& id);

}  // namespace trackloom::cli
