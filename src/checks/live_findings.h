#pragma once

#include "checks/answer.h"
#include "checks/study.h"

#include <vector>

namespace trackloom::checks {

/// The findings of a plan that is being edited. After an edit only rules that read something it touched run again, on a
/// study that keeps the facts it did not touch. The same as `check` on a new study, but sooner.
class LiveFindings {
 public:
  LiveFindings(Plan plan, Day asOf, CheckOptions options = {});

  /// Takes over the plan after an edit, or several.
  void follow(Plan plan);

  const std::vector<Finding>& all() const { return all_; }
  const Study& study() const { return study_; }

 private:
  void run();

  Study study_;
  CheckOptions options_;
  std::vector<Answer> answers_;  // by rule
  std::vector<bool> due_;        // rules that have to run
  std::vector<Finding> all_;
};

}  // namespace trackloom::checks
