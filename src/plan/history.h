#pragma once

#include "plan/edits.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace trackloom {

/// What was done to a plan, in order, with a mark where it was last saved. Keeps differences, never whole plans.
class History {
 public:
  /// Remembers an edit; what had been undone is forgotten. Joins the edit before it if both have the same merge key
  /// and nothing was undone or saved between them.
  void record(Edit edit);
  /// The edit to apply to go one step back or forward, or null.
  std::optional<Edit> undo();
  std::optional<Edit> redo();

  /// Labels of the next undo and redo, or null.
  const Message* undoLabel() const { return done_ ? &edits_[done_ - 1].label : nullptr; }
  const Message* redoLabel() const { return done_ < edits_.size() ? &edits_[done_].label : nullptr; }
  std::size_t undoSteps() const { return done_; }
  /// What was done, and behind that what was taken back, oldest first.
  const Message& label(std::size_t step) const { return edits_[step].label; }
  std::size_t redoSteps() const { return edits_.size() - done_; }

  void markSaved();
  /// Whether the plan differs from what was last saved.
  bool modified() const { return savedAt_ != done_; }

 private:
  std::vector<Edit> edits_;
  std::size_t done_ = 0;
  std::optional<std::size_t> savedAt_ = 0;  // nothing once the saved state can no longer be reached
  bool mayMerge_ = false;
};

/// An open plan: the plan as it stands, how it came to be so, and where it is kept.
class Document {
 public:
  explicit Document(Plan plan, std::string path = {}) : plan_(std::move(plan)), path_(std::move(path)) {}

  const Plan& plan() const { return plan_; }
  const History& history() const { return history_; }
  /// Where it is kept; empty for a plan that was never saved.
  const std::string& path() const { return path_; }

  /// Carries out and remembers an edit; one without changes is not remembered.
  void perform(Edit edit);
  bool undo();
  bool redo();
  void savedAs(std::string path);

 private:
  Plan plan_;
  History history_;
  std::string path_;
};

}  // namespace trackloom
