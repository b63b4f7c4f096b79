#include "desktop/presenters/open_plan.h"

#include "checks/touched.h"
#include "plan/suggestions.h"

#include <algorithm>

namespace trackloom::desktop {

OpenPlan::OpenPlan(Plan plan, Day asOf)
    : document_(std::move(plan)),
      study_(std::make_unique<checks::Study>(document_.plan(), asOf, checks::Suggestions::shown)) {}

const checks::Study& OpenPlan::kept() const {
  if (!hasSuggestions()) return *study_;
  if (!kept_) kept_ = std::make_unique<checks::Study>(plan(), asOf());
  return *kept_;
}

bool OpenPlan::hasSuggestions() const {
  if (!hasSuggestions_) hasSuggestions_ = !suggestions(plan()).empty();
  return *hasSuggestions_;
}

void OpenPlan::follow(Changes changes) {
  study_->follow(plan());
  kept_.reset();
  hasSuggestions_.reset();
  ++version_;
  const auto gone = std::remove_if(selection_.begin(), selection_.end(),
                                   [&](const ElementId& id) { return plan().find(id) == nullptr; });
  if (gone != selection_.end()) changes.selection = true;
  selection_.erase(gone, selection_.end());
  // Until the checks answer again, what they said of something that is gone is no longer said.
  std::erase_if(findings_, [&](const checks::Finding& finding) {
    return std::ranges::any_of(finding.elements, [&](const ElementId& id) { return plan().find(id) == nullptr; });
  });
  changes.plan = true;
  tell(changes);
}

void OpenPlan::perform(Edit edit) {
  const std::size_t stepsBefore = worked().history().undoSteps();
  const std::uint64_t before = version_;
  worked().perform(hasSuggestions() ? keepingWhatItTouches(plan(), std::move(edit)) : std::move(edit));
  const std::size_t steps = worked().history().undoSteps();
  if (steps > stepsBefore || selectionBefore_.size() > steps) {
    selectionBefore_.resize(std::min(stepsBefore, steps));
    selectionBefore_.resize(steps, selection_);
  }
  if (version_ == before) follow({});
}

bool OpenPlan::undo() {
  if (!worked().undo()) return false;
  const std::size_t step = worked().history().undoSteps();
  const bool known = step < selectionBefore_.size();
  if (known) std::swap(selection_, selectionBefore_[step]);
  follow({.selection = known});
  return true;
}

bool OpenPlan::redo() {
  const std::size_t step = worked().history().undoSteps();
  if (!worked().redo()) return false;
  const bool known = step < selectionBefore_.size();
  if (known) std::swap(selection_, selectionBefore_[step]);
  follow({.selection = known});
  return true;
}

void OpenPlan::savedAs(const std::string& path) {
  document_.savedAs(path);
  tell({});
}

void OpenPlan::lookAsOf(Day day) {
  if (day == asOf()) return;
  study_ = std::make_unique<checks::Study>(plan(), day, checks::Suggestions::shown);
  kept_.reset();
  hasSuggestions_.reset();
  ++version_;
  tell({.plan = true});
}

const Element* OpenPlan::selected() const { return selection_.size() == 1 ? plan().find(selection_.front()) : nullptr; }

void OpenPlan::select(std::vector<ElementId> ids) {
  std::erase_if(ids, [&](const ElementId& id) { return plan().find(id) == nullptr; });
  if (ids == selection_) return;
  selection_ = std::move(ids);
  tell({.selection = true});
}

bool OpenPlan::isSelected(const ElementId& id) const {
  return std::find(selection_.begin(), selection_.end(), id) != selection_.end();
}

void OpenPlan::takeFindings(std::vector<checks::Finding> findings, std::uint64_t version) {
  if (version < findingsVersion_) return;
  findings_ = std::move(findings);
  findingsVersion_ = version;
  tell({.findings = true});
}

void OpenPlan::tryOut() {
  if (scratch_) return;
  scratch_.emplace(document_.plan());
  selectionBefore_.clear();
  tell({});
}

void OpenPlan::keep() {
  if (!scratch_) return;
  Edit edit{{tr("Keep what was tried out"), {}}, diff(document_.plan(), scratch_->plan()), {}};
  scratch_.reset();
  selectionBefore_.clear();
  document_.perform(std::move(edit));
  follow({});
}

void OpenPlan::discard() {
  if (!scratch_) return;
  scratch_.reset();
  selectionBefore_.clear();
  follow({});
}

std::optional<Comparison> OpenPlan::comparison() const {
  if (!scratch_) return std::nullopt;
  const checks::Study before(document_.plan(), asOf());
  const checks::Study after(scratch_->plan(), asOf());
  Comparison comparison{checks::dateShifts(before, after), checks::findingsChange(before, after)};
  for (checks::DateShift& shift : comparison.dates) shift.activity = study_->find(shift.activity->id());
  std::erase_if(comparison.dates, [](const checks::DateShift& shift) { return !shift.activity; });
  return comparison;
}

}  // namespace trackloom::desktop
