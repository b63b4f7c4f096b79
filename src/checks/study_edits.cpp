#include "checks/rules/reads.h"
#include "checks/study_facts.h"
#include "checks/touched.h"
#include "plan/suggestions.h"

#include <algorithm>
#include <iterator>

namespace trackloom::checks {
namespace {

/// The fields that a fact rests on.
struct FactReads {
  std::vector<Reads> progress;
  std::vector<Reads> schedule;
  std::vector<Reads> links;
  std::vector<Reads> stalls;

  FactReads() {
    appendProgressReads(progress);
    appendScheduleReads(schedule);
    appendLinkReads(links);
    appendStallReads(stalls);
  }
};

}  // namespace

Touched Study::follow(Plan plan) {
  if (suggestions_ == Suggestions::leftOut) plan = keptPlan(plan);
  const std::vector<Change> changes = diff(plan_, plan);
  Touched touched(changes);
  std::vector<KindId> moved;  // what they hold may be the same, but stands elsewhere
  for (const Kind& kind : kinds()) {
    if (plan.all(kind.id).data() != plan_.all(kind.id).data()) moved.push_back(kind.id);
    if (plan.all(kind.id).empty() != plan_.all(kind.id).empty()) touched.addEverything();
  }
  std::vector<Change> renewing;  // what came or went
  std::ranges::copy_if(changes, std::back_inserter(renewing), [](const Change& c) { return !c.before || !c.after; });
  addMentions(renewing, touched);
  Touched lost = touched;
  addNeighbours(renewing, lost);
  plan_ = std::move(plan);
  for (const KindId kind : moved) moveItems(kind);
  for (std::size_t i = 0; i < renewing.size(); ++i)
    if (i == 0 || renewing[i].any().kind() != renewing[i - 1].any().kind()) renew(renewing[i].any().kind());
  if (hasTwins_) {
    rebuild();
    touched.addEverything();
  }
  states_ = StatesOnDay(plan_, asOf());
  forget(touched, lost);
  return touched;
}

/// The items of a kind stay, each with the element that has its place now.
void Study::moveItems(KindId kind) {
  std::vector<Item>& items = items_[static_cast<std::size_t>(kind)];
  const auto elements = plan_.all(kind);
  for (std::size_t i = 0; i < std::min(items.size(), elements.size()); ++i) items[i].element_ = elements[i].get();
}

/// Which of two twins an id leads to may have changed: nothing is kept.
void Study::rebuild() {
  for (std::vector<Item>& items : items_) items.clear();
  where_.clear();
  hasTwins_ = false;
  facts_ = std::make_unique<Facts>();
  build();
}

/// Adds the reference fields of which one, somewhere, names an item that is wanted, or what is not there.
template <class Wanted>
void Study::addNaming(Wanted wanted, Touched& fields) const {
  for (const Kind& naming : kinds()) {
    if (all(naming.id).empty()) continue;
    for (const Field& field : naming.fields) {
      if (!isReference(field) || fields.has(naming.id, field.number)) continue;
      const auto& lists = facts_->namedBy(naming.id, field.number);
      if (!lists || std::ranges::any_of(lists->items, [&](const Item* item) { return !item || wanted(*item); }))
        fields.add(naming.id, field.number);
    }
  }
}

/// The fields that name what went, or may name what came.
void Study::addMentions(std::span<const Change> renewing, Touched& touched) const {
  if (renewing.empty()) return;
  std::vector<ElementId> gone;
  for (const Change& change : renewing)
    if (!change.after) gone.push_back(change.before->id());
  std::ranges::sort(gone);
  addNaming([&](const Item& item) { return std::ranges::binary_search(gone, item.id()); }, touched);
}

/// The fields that name anything of a kind of which something came or went: its other items have other numbers now.
void Study::addNeighbours(std::span<const Change> renewing, Touched& lost) const {
  if (renewing.empty()) return;
  std::array<bool, kindCount> renewed{};
  for (const Change& change : renewing) renewed[static_cast<std::size_t>(change.any().kind())] = true;
  addNaming([&](const Item& item) { return renewed[static_cast<std::size_t>(item.kind())]; }, lost);
}

/// Forgets what rests on something touched, and what holds items of which the numbers are lost.
void Study::forget(const Touched& touched, const Touched& lost) {
  static const FactReads reads;
  if (touched.any(reads.progress)) facts_->progress.reset();
  // Where suggestions are shown the schedule rests on what is one; else the mark is on nothing.
  const bool kept = touched.has(KindId::activity, "suggested") || touched.has(KindId::dependency, "suggested");
  if (kept || touched.any(reads.schedule)) {
    facts_->network.reset();
    facts_->schedule.reset();
    facts_->waiting.reset();
  }
  if (lost.any(reads.links)) facts_->links = {};
  if (lost.any(reads.stalls)) facts_->stalls.reset();
  facts_->thresholds.reset();                                       // few, and texts of elements
  facts_->tracks[static_cast<std::size_t>(KindId::track)].reset();  // their own items, which no field names
  if (touched.has(KindId::deadline, "of")) facts_->deadlines.reset();
  if (touched.has(KindId::event, "about")) facts_->eventsAbout.reset();
  if (touched.has(KindId::agreement, "activity")) facts_->agreedIn.reset();
  for (const Kind& kind : kinds()) {
    const auto place = static_cast<std::size_t>(kind.id);
    if (lost.has(kind.id, "tracks")) facts_->tracks[place].reset();
    if (lost.has(kind.id, "from") || lost.has(kind.id, "to")) facts_->ends[place].reset();
    for (const Field& field : kind.fields)
      if (lost.has(kind.id, field.number)) facts_->namedBy(kind.id, field.number).reset();
  }
}

}  // namespace trackloom::checks
