#include "plan/history.h"

#include <map>

namespace trackloom {
namespace {

/// Adds the changes of a later edit to those of an earlier one: before from the first, after from the last.
void join(std::vector<Change>& first, std::vector<Change> later) {
  const auto key = [](const Change& change) { return std::pair(change.any().kind(), change.any().id()); };
  std::map<std::pair<KindId, ElementId>, std::size_t> places;
  for (std::size_t place = 0; place < first.size(); ++place) places.emplace(key(first[place]), place);
  for (Change& change : later) {
    const auto [at, isNew] = places.emplace(key(change), first.size());
    if (isNew) {
      first.push_back(std::move(change));
    } else {
      first[at->second].after = std::move(change.after);
    }
  }
  std::erase_if(first, [](const Change& change) { return !change.before && !change.after; });
}

}  // namespace

void History::record(Edit edit) {
  if (savedAt_ && *savedAt_ > done_) savedAt_.reset();
  edits_.resize(done_);
  if (mayMerge_ && done_ > 0 && !edit.mergeKey.empty() && edits_.back().mergeKey == edit.mergeKey) {
    join(edits_.back().changes, std::move(edit.changes));
  } else {
    edits_.push_back(std::move(edit));
    done_ = edits_.size();
  }
  mayMerge_ = true;
}

std::optional<Edit> History::undo() {
  mayMerge_ = false;
  if (done_ == 0) return std::nullopt;
  return inverse(edits_[--done_]);
}

std::optional<Edit> History::redo() {
  mayMerge_ = false;
  if (done_ == edits_.size()) return std::nullopt;
  return edits_[done_++];
}

void History::markSaved() {
  savedAt_ = done_;
  mayMerge_ = false;
}

void Document::perform(Edit edit) {
  if (edit.changes.empty()) return;
  plan_ = std::move(plan_).with(edit.changes);
  history_.record(std::move(edit));
}

bool Document::undo() {
  const auto edit = history_.undo();
  if (edit) plan_ = std::move(plan_).with(edit->changes);
  return edit.has_value();
}

bool Document::redo() {
  const auto edit = history_.redo();
  if (edit) plan_ = std::move(plan_).with(edit->changes);
  return edit.has_value();
}

void Document::savedAs(std::string path) {
  path_ = std::move(path);
  history_.markSaved();
}

}  // namespace trackloom
