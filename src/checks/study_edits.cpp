#include "checks/rules/reads.h"
#include "checks/study_facts.h"
#include "checks/touched.h"
#include "plan/suggestions.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace trackloom::checks {
namespace {

/// The fields that a fact rests on.
struct FactReads {
  std::vector<Reads> progress;
  std::vector<Reads> schedule;
  std::vector<Reads> scheduleButActivities;
  std::vector<Reads> standing;
  std::vector<Reads> linkGround;  // beside what stands
  std::vector<Reads> onward;      // beside what was left out
  std::vector<Reads> transfers;
  std::vector<Reads> links;
  std::vector<Reads> ceasefires;
  std::vector<Reads> states;
  std::vector<Reads> spokenOf;
  std::vector<Reads> stalls;

  FactReads() {
    appendProgressReads(progress);
    appendScheduleReads(schedule);
    std::ranges::copy_if(schedule, std::back_inserter(scheduleButActivities),
                         [](const Reads& each) { return each.kind != KindId::activity; });
    appendStandingReads(standing);
    const auto beside = [](std::vector<Reads>& all, std::vector<Reads>& others) {
      std::erase_if(all, [&](const Reads& each) { return std::ranges::find(others, each) != others.end(); });
    };
    appendGroundReads(linkGround);
    beside(linkGround, standing);
    appendLinkReads(links);
    beside(links, standing);
    appendOnwardReads(onward);
    beside(onward, progress);
    appendTransferReads(transfers);
    appendCeasefireReads(ceasefires);
    appendStallReads(stalls);
    appendEventReads(states);
    appendReads(spokenOf, KindId::event, {"date", "about"});
  }
};

const FactReads& factReads() {
  static const FactReads reads;
  return reads;
}

std::bitset<kindCount> kindsOf(std::span<const Change> changes) {
  std::bitset<kindCount> found;
  for (const Change& change : changes) found.set(static_cast<std::size_t>(change.any().kind()));
  return found;
}

}  // namespace

Touched Study::follow(Plan plan) {
  std::vector<Change> changes = diff(plan_, plan);
  const bool anySuggested =
      std::ranges::any_of(changes, [](const Change& c) { return c.after && isSuggested(*c.after); });
  if (suggestions_ == Suggestions::leftOut && anySuggested) {
    plan = keptPlan(plan);
    changes = diff(plan_, plan);
  }
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
  std::vector<Renumbered> renumbered = numbersBefore(changes);
  plan_ = std::move(plan);
  for (const KindId kind : moved) moveItems(kind);
  const std::bitset<kindCount> renewed = kindsOf(renewing);
  for (const Renumbered& kind : renumbered)
    if (renewed[static_cast<std::size_t>(kind.kind)] && !hasTwins_) renew(kind, renewing);
  if (hasTwins_) {
    rebuild();
    touched.addEverything();
  }
  states_ = StatesOnDay(plan_, asOf());
  updateKnown(changes, touched);
  updateInexact(changes);
  std::optional<Schedule> before;
  if (touched.any(factReads().schedule)) before = std::exchange(facts_->schedule, std::nullopt);
  const bool sameProgress = updateDates(changes, touched);
  if (lost.any(factReads().stalls)) forgetStandings(changes, sameProgress);
  for (Renumbered& kind : renumbered) addNumbersAfter(changes, kind);
  updateTransferStates(touched, renumbered, std::ranges::find(moved, KindId::event) != moved.end());
  forget(touched, lost, changes, renumbered);
  addPlaces(changes, touched);
  if (before) addMoved(*before, touched);
  forgetWorks(touched);
  return touched;
}

/// The items of a kind stay, each with the element that has its place now.
void Study::moveItems(KindId kind) {
  std::vector<Item>& items = items_[static_cast<std::size_t>(kind)];
  const auto elements = plan_.all(kind);
  for (std::size_t i = 0; i < std::min(items.size(), elements.size()); ++i) items[i].element_ = elements[i].get();
}

/// Gives a kind its items anew, of which some came or went; the others keep their places.
void Study::renew(const Renumbered& kind, std::span<const Change> renewing) {
  std::vector<Item>& items = items_[static_cast<std::size_t>(kind.kind)];
  const std::vector<Item> before = std::exchange(items, {});
  for (const std::uint32_t number : kind.went) where_[before[number].place()].number = Where::gone;
  items.reserve(plan_.all(kind.kind).size());
  auto next = renewing.begin();
  std::uint32_t was = 0;
  for (const ElementPtr& element : plan_.all(kind.kind)) {
    while (std::ranges::binary_search(kind.went, was)) ++was;
    while (next != renewing.end() && (next->any().kind() != kind.kind || !next->after)) ++next;
    const bool came = next != renewing.end() && next->after->id() == element->id();
    add(*element, came ? placeFor(element->id()) : before[was++].place());
    if (came) ++next;
  }
}

/// Which of two twins an id leads to may have changed: nothing is kept.
void Study::rebuild() {
  for (std::vector<Item>& items : items_) items.clear();
  where_.clear();
  hasTwins_ = false;
  facts_ = std::make_unique<Facts>();
  build();
}

/// The kinds of which something differs, with the numbers that what went had.
std::vector<Study::Renumbered> Study::numbersBefore(std::span<const Change> changes) const {
  std::vector<Renumbered> all;
  for (const Change& change : changes) {
    const KindId kind = change.any().kind();
    if (all.empty() || all.back().kind != kind) all.push_back({kind, {}, {}, {}});
    const Item* item = change.after ? nullptr : find(kind, change.before->id());
    if (item) all.back().went.push_back(item->number());
  }
  return all;
}

/// And the numbers that what came and what changed has.
void Study::addNumbersAfter(std::span<const Change> changes, Renumbered& kind) const {
  for (const Change& change : changes) {
    const Item* item = change.after ? find(kind.kind, change.after->id()) : nullptr;
    if (item) (change.before ? kind.changed : kind.came).push_back(item->number());
  }
}

/// The same list for the items of a kind as they are numbered now.
Study::Lists Study::renumberedLists(const Lists& before, const Renumbered& kind, FieldNumber field) const {
  Lists lists;
  const auto isOneOf = [](const std::vector<std::uint32_t>& numbers, std::uint32_t number) {
    return std::ranges::binary_search(numbers, number);
  };
  std::uint32_t was = 0;
  for (const Item& item : all(kind.kind)) {
    while (isOneOf(kind.went, was)) ++was;
    const bool came = isOneOf(kind.came, item.number());
    if (came || isOneOf(kind.changed, item.number())) {
      addNamed(item, field, lists);
    } else {
      for (const Item* named : before.at(was)) lists.add(named, named->kind());
    }
    lists.first.push_back(static_cast<std::uint32_t>(lists.items.size()));
    if (!came) ++was;
  }
  return lists;
}

/// Adds the reference fields of which one, somewhere, names an item of some kinds that is wanted, or what is not there.
template <class Wanted>
void Study::addNaming(const std::bitset<kindCount>& wantedKinds, Wanted wanted, Touched& fields) const {
  for (const Kind& naming : kinds()) {
    if (all(naming.id).empty()) continue;
    for (const Field& field : naming.fields) {
      if (!isReference(field) || fields.has(naming.id, field.number)) continue;
      const auto& lists = facts_->namedBy(naming.id, field.number);
      if (!lists || lists->missing ||
          ((lists->kinds & wantedKinds).any() &&
           std::ranges::any_of(lists->items, [&](const Item* item) { return wanted(*item); })))
        fields.add(naming.id, field.number);
    }
  }
}

/// The fields that name what went, or may name what came.
void Study::addMentions(std::span<const Change> renewing, Touched& touched) const {
  if (renewing.empty()) return;
  std::vector<ElementId> gone;
  std::bitset<kindCount> kindsGone;
  for (const Change& change : renewing) {
    if (change.after) continue;
    gone.push_back(change.before->id());
    kindsGone.set(static_cast<std::size_t>(change.before->kind()));
  }
  std::ranges::sort(gone);
  addNaming(
      kindsGone, [&](const Item& item) { return std::ranges::binary_search(gone, item.id()); }, touched);
}

/// The fields that name anything of a kind of which something came or went: its other items have other numbers now.
void Study::addNeighbours(std::span<const Change> renewing, Touched& lost) const {
  if (renewing.empty()) return;
  const std::bitset<kindCount> renewed = kindsOf(renewing);
  addNaming(
      renewed, [&](const Item& item) { return renewed[static_cast<std::size_t>(item.kind())]; }, lost);
}

/// Brings up to date which activities could be known of where nothing but fields of some changed; else that goes.
void Study::updateKnown(std::span<const Change> changes, const Touched& touched) {
  if (touched.renewed(KindId::activity) || touched.any(factReads().spokenOf)) facts_->known.reset();
  if (!facts_->known) return;
  for (const Change& change : changes) {
    if (change.any().kind() != KindId::activity) continue;
    const Item* activity = find(change.after->id());
    (*facts_->known)[activity->number()] = couldBeKnown(*activity);
  }
}

/// The states of hand-overs stay where no event tells otherwise.
void Study::updateTransferStates(const Touched& touched, std::span<const Renumbered> renumbered, bool eventsMoved) {
  if (touched.any(factReads().states) || eventsMoved) facts_->transferStates.reset();
  const auto kind = std::ranges::find(renumbered, KindId::transfer, &Renumbered::kind);
  if (!facts_->transferStates || kind == renumbered.end()) return;
  std::vector<State>& states = *facts_->transferStates;
  const auto stateOf = [&](std::uint32_t number) { return states_.of(all(KindId::transfer)[number].element()); };
  std::uint32_t at = 0;
  std::erase_if(states, [&](const State&) { return std::ranges::binary_search(kind->went, at++); });
  for (const std::uint32_t number : kind->came) states.insert(states.begin() + number, stateOf(number));
  for (const std::uint32_t number : kind->changed) states[number] = stateOf(number);
}

void Study::updateInexact(std::span<const Change> changes) {
  if (!facts_->inexact) return;
  facts_->inexact->resize(places(), false);
  for (const Change& change : changes)
    if (const Item* item = change.after ? find(change.after->id()) : nullptr)
      (*facts_->inexact)[item->place()] = leavesDayOpen(item->element());
}

/// Brings progress and the network up to date where nothing but fields of activities changed; else they go. Says
/// whether every activity has come as far as before.
bool Study::updateDates(std::span<const Change> changes, const Touched& touched) {
  // Where suggestions are shown the schedule rests on what is one; else the mark is on nothing.
  const bool kept = touched.has(KindId::activity, "suggested") || touched.has(KindId::dependency, "suggested");
  if (!kept && !touched.any(factReads().schedule)) return true;
  facts_->schedule.reset();
  if (kept || touched.renewed(KindId::activity) || touched.any(factReads().scheduleButActivities) || !facts_->network) {
    forgetDates();
    return false;
  }
  bool same = true;
  for (const Change& change : changes) {
    if (change.any().kind() != KindId::activity) continue;
    const Element& activity = *change.after;
    const std::uint32_t number = find(activity.id())->number();
    const Progress now = checks::progress(activity, states_);
    Progress& known = (*facts_->progress)[number];
    if ((now == Progress::leftOut) != (known == Progress::leftOut)) {
      forgetDates();
      return false;
    }
    if (now != known) forgetWaiting();
    same = same && now == known;
    known = now;
    facts_->network->tasks[number] = task(activity, states_, now, *facts_->network);
  }
  return same;
}

/// Where nothing but fields of activities changed, and none has come further, no other activity stands otherwise.
void Study::forgetStandings(std::span<const Change> changes, bool sameProgress) {
  const bool kept = sameProgress && std::ranges::all_of(changes, [](const Change& change) {
                      return change.any().kind() == KindId::activity && change.before && change.after;
                    });
  if (!kept || !facts_->stalls) {
    facts_->stalls.reset();
    facts_->stallsOutdated.clear();
    return;
  }
  for (const Change& change : changes) facts_->stallsOutdated.push_back(find(change.after->id())->number());
}

void Study::forgetDates() {
  facts_->progress.reset();
  facts_->network.reset();
  facts_->course.reset();
  facts_->schedule.reset();
  forgetWaiting();
}

/// What waits for what rests on links and on how far activities have come.
void Study::forgetWaiting() {
  facts_->waiting.reset();
  facts_->heldUp.reset();
}

/// Does all that links stand on stand as before, as far as that is soon seen?
bool Study::sameStanding(std::span<const Change> changes) const {
  if (!facts_->linkGround) return false;
  const LinkGround& ground = *facts_->linkGround;
  return std::ranges::all_of(changes, [&](const Change& change) {
    const KindId kind = change.any().kind();
    if (kind == KindId::event || kind == KindId::term) return false;
    if (kind != KindId::activity && kind != KindId::body) return true;
    const Item* item = change.before && change.after ? find(change.after->id()) : nullptr;
    return item && standsOn(*this, *item) == ground.stands[nodeOf(*this, *item)];
  });
}

/// Items that came or changed, and the subjects of events that did or went.
void Study::addPlaces(std::span<const Change> changes, Touched& touched) const {
  const auto add = [&](const ElementId& id) {
    if (const Item* item = find(id)) touched.addPlace(item->place());
  };
  for (const Change& change : changes) {
    if (change.after) add(change.after->id());
    if (change.any().kind() != KindId::event) continue;
    for (const ElementPtr& event : {change.before, change.after})
      if (event) std::ranges::for_each(event->refs(key::about), add);
  }
}

/// Activities whose dates by the schedule are others than before.
void Study::addMoved(const Schedule& before, Touched& touched) const {
  const auto& now = schedule().times;
  if (now.size() != before.times.size() || touched.renewed(KindId::activity)) return touched.addEverything();
  for (const Item& activity : all(KindId::activity))
    if (!(now[activity.number()] == before.times[activity.number()])) touched.addPlace(activity.place());
}

/// Forgets what there is on tracks of which an activity changed or has other dates.
void Study::forgetWorks(const Touched& touched) {
  if (touched.renewed(KindId::activity)) facts_->works.clear();
  if (facts_->works.empty()) return;
  for (const std::uint32_t place : touched.places()) {
    const auto [kind, number] = where_[place];
    if (kind != KindId::activity || number == Where::gone) continue;
    for (const Item* track : tracks(all(kind)[number]))
      for (auto& [window, works] : facts_->works) works[track->number()].reset();
  }
}

/// Forgets what rests on something touched, and what holds items of which the numbers are lost.
void Study::forget(const Touched& touched, const Touched& lost, std::span<const Change> changes,
                   std::span<const Renumbered> renumbered) {
  const FactReads& reads = factReads();
  for (const Change& change : changes) {
    std::optional<bool>& any = facts_->anyUnread[static_cast<std::size_t>(change.any().kind())];
    if (any && (*any || (change.after && hasUnread(*change.after)))) any.reset();
  }
  const bool nodes = std::ranges::any_of(linkNodeKinds, [&](KindId kind) { return touched.renewed(kind); });
  const bool otherGround = nodes || (lost.any(reads.standing) && !sameStanding(changes));
  if (otherGround || lost.any(reads.linkGround)) facts_->linkGround.reset();
  if (otherGround || lost.any(reads.links)) {
    facts_->handOvers.reset();
    facts_->links = {};
    facts_->carrierCuts = {};
    facts_->handOverCuts.reset();
  }
  const bool otherWays = !facts_->network || nodes;
  if (otherWays || lost.any(reads.onward)) facts_->plannedWays.reset();
  if (otherWays || lost.any(reads.transfers)) facts_->handedOverWays.reset();
  if (touched.has(KindId::activity, "type") || touched.has(KindId::activity, "ceasefire-type"))
    facts_->ceasefireActivities.reset();
  if (lost.any(reads.ceasefires)) facts_->ceasefires.reset();
  if (touched.renewed(KindId::track) || lost.has(KindId::activity, "tracks")) {
    facts_->onTracks.reset();
    facts_->heldUp.reset();
    facts_->works.clear();
  }
  std::ranges::fill(facts_->namingOther, std::nullopt);
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
      if (lost.has(kind.id, field.number)) forgetNamed(kind.id, field.number, renumbered);
  }
}

/// What a field names stays where items of its kind only have other numbers now, and what it names has the same.
void Study::forgetNamed(KindId kind, FieldNumber field, std::span<const Renumbered> renumbered) {
  std::unique_ptr<Lists>& lists = facts_->namedBy(kind, field);
  const auto now = std::ranges::find(renumbered, kind, &Renumbered::kind);
  std::bitset<kindCount> others;
  for (const Renumbered& each : renumbered)
    if (!each.went.empty() || !each.came.empty()) others.set(static_cast<std::size_t>(each.kind));
  if (lists && now != renumbered.end() && !lists->missing && (lists->kinds & others).none()) {
    *lists = renumberedLists(*lists, *now, field);
  } else {
    lists.reset();
  }
}

/// The numbers of the elements that name something that differs, or is not there. Worked out once for all rules.
const std::vector<std::uint32_t>& Study::namingOther(KindId kind, FieldNumber field, const Differs& differs) const {
  auto& numbers = facts_->namingOther[static_cast<std::size_t>(kind) * fieldNames.size() + field.value];
  if (numbers) return *numbers;
  numbers.emplace();
  const Lists& lists = namedBy(kind, field);
  const auto isOther = [&](const Item* named) { return !named || differs.places[named->place()]; };
  if (lists.missing || (lists.kinds & differs.kinds).any())
    for (const Item& item : all(kind))
      if (std::ranges::any_of(lists.at(item.number()), isOther)) numbers->push_back(item.number());
  return *numbers;
}

std::vector<const Item*> Study::toAskAgain(const Rule& rule, const Touched& touched) const {
  Differs differs{std::vector<bool>(places(), false), {}};
  for (const std::uint32_t place : touched.places()) {
    differs.places[place] = true;
    differs.kinds.set(static_cast<std::size_t>(where_[place].kind));
  }
  std::vector<const Item*> again;
  for (const KindId kind : rule.asked) {
    std::vector<std::uint32_t> asked;
    for (const std::uint32_t place : touched.places())
      if (where_[place].kind == kind && where_[place].number != Where::gone) asked.push_back(where_[place].number);
    for (const Reads& read : rule.reads) {
      const Field* field = read.kind == kind ? kindOf(kind).find(read.field) : nullptr;
      if (!field || !isReference(*field)) continue;
      const std::vector<std::uint32_t>& naming = namingOther(kind, read.field, differs);
      asked.insert(asked.end(), naming.begin(), naming.end());
    }
    std::ranges::sort(asked);
    const auto twice = std::ranges::unique(asked);
    asked.erase(twice.begin(), twice.end());
    for (const std::uint32_t number : asked) again.push_back(&all(kind)[number]);
  }
  return again;
}

}  // namespace trackloom::checks
