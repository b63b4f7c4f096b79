#pragma once

#include "checks/finding.h"
#include "checks/impact.h"
#include "checks/study.h"
#include "plan/history.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace trackloom::desktop {

/// What is different since panes last looked.
struct Changes {
  bool plan = false;  ///< the plan, or the day it is looked at
  bool selection = false;
  bool findings = false;
};

/// Dates and findings of what is tried out beside those of the plan as it stands.
struct Comparison {
  std::vector<checks::DateShift> dates;
  checks::FindingsChange findings;
};

/// The open plan as all panes share it: the plan and its history, the day it is looked at, one selection, and what the
/// checks last said of it. Knows no window and no disk.
class OpenPlan {
 public:
  OpenPlan(Plan plan, Day asOf);

  /// The plan that is shown and worked on: what is being tried out, if anything is.
  const Plan& plan() const { return document().plan(); }
  const Document& document() const { return scratch_ ? *scratch_ : document_; }
  /// The plan as it will be saved, without what is only tried out.
  const Document& real() const { return document_; }
  /// Of `plan()`, as of `asOf()`, with what is only suggested. Items of it are good until the next change.
  const checks::Study& study() const { return *study_; }
  /// The same without what is only suggested: what the checks look at.
  const checks::Study& kept() const;
  bool hasSuggestions() const;
  Day asOf() const { return study_->asOf(); }
  /// Grows with every change of the plan or the day.
  std::uint64_t version() const { return version_; }

  /// Makes an edit. Suggestions that it changes or links to are kept by it.
  void perform(Edit edit);
  bool undo();
  bool redo();
  void savedAs(const std::string& path);
  void lookAsOf(Day day);

  /// The elements that are chosen, in the order they were chosen in. Those that are gone are not among them.
  const std::vector<ElementId>& selection() const { return selection_; }
  /// The one that is chosen, or null if none or several are.
  const Element* selected() const;
  void select(std::vector<ElementId> ids);
  bool isSelected(const ElementId& id) const;

  /// What the checks said last, maybe of an earlier version.
  const std::vector<checks::Finding>& findings() const { return findings_; }
  bool findingsAreCurrent() const { return findingsVersion_ == version_; }
  /// Takes what the checks say of a version. What is older than what is known already is not taken.
  void takeFindings(std::vector<checks::Finding> findings, std::uint64_t version);

  bool isTryingOut() const { return scratch_.has_value(); }
  /// From now on edits change a copy, until it is kept or discarded.
  void tryOut();
  /// Makes what was tried out one edit of the plan.
  void keep();
  void discard();
  /// What the tried-out plan changes; nothing while nothing is tried out.
  std::optional<Comparison> comparison() const;

  /// Called after each change.
  std::function<void(Changes)> onChange;

 private:
  Document& worked() { return scratch_ ? *scratch_ : document_; }
  void follow(Changes changes);
  void tell(Changes changes) const {
    if (onChange) onChange(changes);
  }

  Document document_;
  std::optional<Document> scratch_;
  std::unique_ptr<checks::Study> study_;
  mutable std::optional<bool> hasSuggestions_;   // of this version, once it is asked
  mutable std::unique_ptr<checks::Study> kept_;  // made when it is asked for, where anything is suggested
  std::vector<ElementId> selection_;
  std::vector<std::vector<ElementId>> selectionBefore_;  // of each step that can be undone
  std::vector<checks::Finding> findings_;
  std::uint64_t version_ = 1;
  std::uint64_t findingsVersion_ = 0;
};

}  // namespace trackloom::desktop
