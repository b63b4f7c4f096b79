#include "checks/rules/reads.h"
#include "checks/study_facts.h"
#include "checks/touched.h"

#include <algorithm>

namespace trackloom::checks {
namespace {

/// The fields that a fact rests on.
struct FactReads {
  std::vector<Reads> schedule;
  std::vector<Reads> links;
  std::vector<Reads> stalls;

  FactReads() {
    appendScheduleReads(schedule);
    appendLinkReads(links);
    appendStallReads(stalls);
  }
};

}  // namespace

Touched Study::follow(Plan plan) {
  const std::vector<Change> changes = diff(plan_, plan);
  Touched touched(changes);
  std::vector<KindId> moved;  // what they hold may be the same, but stands elsewhere
  for (const Kind& kind : kinds()) {
    if (plan.all(kind.id).data() != plan_.all(kind.id).data()) moved.push_back(kind.id);
    if (plan.all(kind.id).empty() != plan_.all(kind.id).empty()) touched.addEverything();
  }
  std::vector<KindId> renewed;
  for (const Change& change : changes)
    if (!(change.before && change.after) && (renewed.empty() || renewed.back() != change.any().kind()))
      renewed.push_back(change.any().kind());
  for (const KindId kind : renewed) touchMentions(kind, touched);
  plan_ = std::move(plan);
  for (const KindId kind : moved) moveItems(kind);
  for (const KindId kind : renewed) renew(kind);
  if (hasTwins_) {
    rebuild();
    touched.addEverything();
  }
  states_ = StatesOnDay(plan_, asOf());
  forget(touched);
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

/// Mentions of what came or went, even where such a thing should not be named.
void Study::touchMentions(KindId kind, Touched& touched) const {
  for (const Kind& naming : kinds()) {
    if (all(naming.id).empty()) continue;
    for (const Field& field : naming.fields) {
      if (!isReference(field) || touched.has(naming.id, field.number)) continue;
      const auto& lists = facts_->namedBy(naming.id, field.number);
      const bool mentioned = !lists || std::ranges::any_of(lists->items, [kind](const Item* item) {
        return !item || item->kind() == kind;
      });
      if (mentioned) touched.add(naming.id, field.number);
    }
  }
}

void Study::forget(const Touched& touched) {
  static const FactReads reads;
  if (touched.any(reads.schedule)) {
    facts_->network.reset();
    facts_->schedule.reset();
    facts_->waiting.reset();
  }
  if (touched.any(reads.links)) facts_->links = {};
  if (touched.any(reads.stalls)) facts_->stalls.reset();
  facts_->thresholds.reset();  // few, and texts of elements
  if (touched.has(KindId::deadline, "of")) facts_->deadlines.reset();
  if (touched.has(KindId::event, "about")) facts_->eventsAbout.reset();
  if (touched.has(KindId::agreement, "activity")) facts_->agreedIn.reset();
  for (const Kind& kind : kinds()) {
    const auto place = static_cast<std::size_t>(kind.id);
    if (touched.has(kind.id, "tracks")) facts_->tracks[place].reset();
    if (touched.has(kind.id, "from") || touched.has(kind.id, "to")) facts_->ends[place].reset();
    for (const Field& field : kind.fields)
      if (touched.has(kind.id, field.number)) facts_->namedBy(kind.id, field.number).reset();
  }
}

}  // namespace trackloom::checks
