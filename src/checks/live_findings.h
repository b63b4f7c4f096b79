#pragma once

#include "checks/answer.h"
#include "checks/study.h"

#include <vector>

namespace trackloom::checks {

/// The findings of a plan that is being edited. After an edit only rules that read something it touched run again, and
/// those that ask each element for itself only where something changed, on a study that keeps the facts the edit did
/// not touch. The same as `check` on a new study, but sooner.
class LiveFindings {
 public:
  LiveFindings(Plan plan, Day asOf, CheckOptions options = {});

  /// Takes over the plan after an edit, or several.
  void follow(Plan plan);

  const std::vector<Finding>& all() const { return all_; }
  const Study& study() const { return study_; }

 private:
  /// What a rule says now, instead of all it said or of what it said of some elements.
  struct Renewed {
    enum class What : std::uint8_t { nothing, some, all };
    What what = What::nothing;
    std::vector<ElementId> subjects;  // of some: sorted
    std::vector<Finding> findings;
  };

  Renewed answerAgain(std::size_t rule);
  Renewed askAgain(std::size_t rule, std::span<const Item* const> asked);
  void takeOver(std::vector<Renewed> renewed);
  bool isReplaced(const Finding& finding, const Renewed& by) const;

  Study study_;
  CheckOptions options_;
  std::vector<bool> unanswered_;  // by rule: it was stopped or failed
  bool anyWent_ = false;          // with the last edit
  std::vector<Finding> all_;
};

}  // namespace trackloom::checks
