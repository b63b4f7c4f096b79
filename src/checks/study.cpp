#include "checks/study_facts.h"
#include "checks/what_if.h"
#include "plan/suggestions.h"

#include <algorithm>

namespace trackloom::checks {
namespace {

/// The largest of the days that are known on the as-of day.
void takeLatest(std::optional<Day>& latest, std::optional<Day> day, Day asOf) {
  if (day && *day <= asOf && (!latest || *latest < *day)) latest = day;
}

std::optional<Day> lastDayOf(const Date* date) { return date ? std::optional<Day>(date->last()) : std::nullopt; }

/// When something began as far as is known: a partial date whose last day is still to come counts from its first.
std::optional<Day> beginOf(const Date* date, Day asOf) {
  if (!date) return std::nullopt;
  return date->last() <= asOf ? date->last() : date->first();
}

}  // namespace

std::string_view Item::wordName(Key<Choice> key) const {
  const Choice* choice = get(key);
  if (!choice) return {};
  if (choice->term == Choice::unlisted) return choice->own.text();
  return vocabulary(element_->definition().find(key.number)->vocabulary).terms[choice->term].name;
}

Study::Study(Plan plan, Day asOf, Suggestions suggestions)
    : suggestions_(suggestions),
      plan_(suggestions == Suggestions::leftOut ? keptPlan(plan) : std::move(plan)),
      states_(plan_, asOf),
      facts_(std::make_unique<Facts>()) {
  build();
}

void Study::build() {
  places_ = IdTable(plan_.size());
  where_.reserve(plan_.size());
  for (const Kind& kind : kinds()) {
    items_[static_cast<std::size_t>(kind.id)].reserve(plan_.all(kind.id).size());
    for (const ElementPtr& element : plan_.all(kind.id)) add(*element, placeFor(element->id()));
  }
}

/// The place of an id; one that was met before keeps it. As in the plan, the first kind with an id has it; a twin of
/// another kind has a place that no id leads to.
std::uint32_t Study::placeFor(const ElementId& id) {
  const auto next = static_cast<std::uint32_t>(where_.size());
  std::uint32_t place = places_.add(id, next);
  const bool twin = place != next && where_[place].number != Where::gone;
  if (twin) place = next;
  if (place == next) where_.emplace_back();
  hasTwins_ = hasTwins_ || twin;
  return place;
}

/// The next item of a kind.
void Study::add(const Element& element, std::uint32_t place) {
  std::vector<Item>& items = items_[static_cast<std::size_t>(element.kind())];
  const auto number = static_cast<std::uint32_t>(items.size());
  where_[place] = {element.kind(), number};
  items.emplace_back(element, number, place, &record_);
}

Study::~Study() = default;

const char* Stopped::what() const noexcept { return tr("something that takes longer than it may"); }

const Item* Study::find(const ElementId& id) const {
  const auto place = places_.find(id);
  if (!place || where_[*place].number == Where::gone) return nullptr;
  return &items_[static_cast<std::size_t>(where_[*place].kind)][where_[*place].number];
}

const Item* Study::find(KindId kind, const ElementId& id) const {
  const Item* item = find(id);
  return item && item->kind() == kind ? item : nullptr;
}

std::span<const Item* const> Study::named(const Item& item, FieldNumber field) const {
  return namedBy(item.kind(), field).at(item.number());
}

bool Study::namesOnly(KindId kind, FieldNumber field, KindSet targets) const {
  const Lists& lists = namedBy(kind, field);
  for (std::size_t place = 0; place < kindCount; ++place)
    if (lists.kinds[place] && !targets.has(static_cast<KindId>(place))) return false;
  return !lists.missing;
}

bool Study::anyUnread(KindId kind) const {
  std::optional<bool>& any = facts_->anyUnread[static_cast<std::size_t>(kind)];
  if (!any && !facts_->inexact) lookAtValues();
  if (!any) any = std::ranges::any_of(plan_.all(kind), [](const ElementPtr& element) { return hasUnread(*element); });
  return *any;
}

bool Study::hasInexactDate(const Item& item) const {
  if (!facts_->inexact) lookAtValues();
  return (*facts_->inexact)[item.place()];
}

/// What is asked of every value, in one walk over the plan.
void Study::lookAtValues() const {
  facts_->inexact.emplace(places(), false);
  for (const Kind& kind : kinds()) {
    bool unread = false;
    for (const Item& item : all(kind.id)) {
      (*facts_->inexact)[item.place()] = leavesDayOpen(item.element());
      unread = unread || hasUnread(item.element());
    }
    facts_->anyUnread[static_cast<std::size_t>(kind.id)] = unread;
  }
}

const Study::Lists& Study::namedBy(KindId kind, FieldNumber field) const {
  note(kind, {field});
  auto& lists = facts_->namedBy(kind, field);
  if (!lists) {
    lists = std::make_unique<Lists>();
    for (const Item& each : all(kind)) {
      addNamed(each, field, *lists);
      lists->first.push_back(static_cast<std::uint32_t>(lists->items.size()));
    }
  }
  return *lists;
}

/// What a field of an item names, as the next in a list.
void Study::addNamed(const Item& item, FieldNumber field, Lists& lists) const {
  const auto add = [&](const ElementId& id) {
    const auto place = places_.find(id);
    if (!place || where_[*place].number == Where::gone) return lists.addMissing();
    const auto [kind, number] = where_[*place];
    lists.add(&items_[static_cast<std::size_t>(kind)][number], kind);
  };
  const Value* value = item.element().find(field);
  if (!value) return;
  if (const Ref* id = std::get_if<Ref>(value)) add(*id);
  if (const Refs* ids = std::get_if<Refs>(value)) std::ranges::for_each(*ids, add);
}

std::span<const Study::Ends> Study::ends(KindId linkKind) const {
  note(linkKind, {"from", "to"});
  auto& ends = facts_->ends[static_cast<std::size_t>(linkKind)];
  if (!ends) {
    const Lists& from = namedBy(linkKind, key::linkFrom.number);
    const Lists& to = namedBy(linkKind, key::linkTo.number);
    const auto only = [](std::span<const Item* const> named) { return named.empty() ? nullptr : named.front(); };
    ends.emplace();
    ends->reserve(all(linkKind).size());
    for (const Item& link : all(linkKind)) ends->push_back({only(from.at(link.number())), only(to.at(link.number()))});
  }
  return *ends;
}

std::optional<KindId> Study::kindNamed(const ElementId& id) const {
  const Item* item = find(id);
  return item ? std::optional(item->kind()) : std::nullopt;
}

const Study::Lists& Study::eventsAbout() const {
  note(KindId::event, {"date", "about"});
  if (!facts_->eventsAbout) facts_->eventsAbout = listsBySubject(KindId::event, key::about.number);
  return *facts_->eventsAbout;
}

bool Study::isSpokenOf(const Item& item) const {
  const auto events = eventsAbout().at(item.place());
  return std::any_of(events.begin(), events.end(), [&](const Item* event) {
    const Date* date = event->get(key::date);
    return date && date->first() <= asOf();
  });
}

bool Study::known(const Item& item) const {
  if (item.kind() != KindId::activity || record_) return couldBeKnown(item);
  if (!facts_->known) {
    facts_->known.emplace();
    for (const Item& activity : all(KindId::activity)) facts_->known->push_back(couldBeKnown(activity));
  }
  return (*facts_->known)[item.number()];
}

bool Study::couldBeKnown(const Item& item) const {
  const auto knownBy = [&](Key<Date> actual, std::initializer_list<Key<Date>> plans) {
    note(item.kind(), {"date", "planned", "start", "planned-start", "planned-finish"});
    if (item.kind() == KindId::activity) note(item.kind(), {"status"});
    const Date* date = item.element().get(actual);
    return !date || date->first() <= asOf() || isSpokenOf(item) ||
           (item.kind() == KindId::activity && isMeantToCome(item.element())) ||
           std::any_of(plans.begin(), plans.end(), [&](Key<Date> plan) { return item.element().get(plan); });
  };
  switch (item.kind()) {
    case KindId::agreement:
      return knownBy(key::date, {key::planned});
    case KindId::activity:
    case KindId::body:
      return knownBy(key::start, {key::plannedStart, key::plannedFinish});
    default:
      return true;
  }
}

State Study::state(const Item& item) const {
  noteStates();
  note(item.kind(), {"status", "state", "score", "answer", "updated", "start", "finish", "delivered", "acknowledged"});
  if (item.kind() != KindId::transfer) return states_.of(item.element());
  if (!facts_->transferStates) {
    facts_->transferStates.emplace();
    for (const Item& transfer : all(KindId::transfer))
      facts_->transferStates->push_back(states_.of(transfer.element()));
  }
  return (*facts_->transferStates)[item.number()];
}

bool Study::isRefused(const Item& transfer) const { return state(transfer).is(TransferStatus::rejected); }

std::vector<const Item*> Study::statusEvents(const ElementId& subject) const {
  noteStates();
  std::vector<const Item*> events;
  for (const Element* event : states_.eventsAbout(subject))
    if (const Item* item = find(KindId::event, event->id())) events.push_back(item);
  return events;
}

namespace {

std::vector<EndNumbers> dependencyEnds(const Study& study) {
  std::vector<EndNumbers> ends;
  const auto number = [](const Item* end) {
    return end && end->kind() == KindId::activity ? std::optional(end->number()) : std::nullopt;
  };
  for (const auto& [from, to] : study.ends(KindId::dependency)) ends.push_back({number(from), number(to)});
  return ends;
}

}  // namespace

void Study::noteNetwork() const {
  noteStates();
  note(KindId::activity,
       {"status", "updated", "start", "finish", "planned-start", "planned-finish", "duration", "day-count"});
  note(KindId::dependency, {"from", "to", "type", "lag", "nature"});
  note(KindId::plan, {"rest-days"});
  note(KindId::pause, {"from", "until"});
}

const Network& Study::network() const {
  if (record_) noteNetwork();
  if (!facts_->network) facts_->network = checks::network(plan_, states_, {progress(), dependencyEnds(*this)});
  return *facts_->network;
}

std::span<const Progress> Study::progress() const {
  noteStates();
  note(KindId::activity, {"status", "updated", "start", "finish"});
  if (!facts_->progress) {
    facts_->progress.emplace();
    for (const ElementPtr& activity : plan_.all(KindId::activity))
      facts_->progress->push_back(checks::progress(*activity, states_));
  }
  return *facts_->progress;
}

const Schedule& Study::schedule() const {
  static_cast<void>(network());
  if (!facts_->schedule) facts_->schedule = workedOut();
  return *facts_->schedule;
}

Schedule Study::workedOut() const {
  const Network& net = network();
  if (!facts_->course) facts_->course.emplace(net);
  Schedule all = checks::schedule(net, *facts_->course);
  if (suggestions_ == Suggestions::leftOut) return all;
  const auto suggested = [](std::span<const Item> items) {
    std::vector<std::uint32_t> numbers;
    for (const Item& item : items)
      if (isSuggested(item.element())) numbers.push_back(item.number());
    return numbers;
  };
  const WhatIf dropped{.slips = {},
                       .droppedActivities = suggested(this->all(KindId::activity)),
                       .droppedLinks = suggested(this->all(KindId::dependency))};
  if (dropped.droppedActivities.empty() && dropped.droppedLinks.empty()) return all;
  return scheduleBeside(net, all, dropped);
}

const LinkGround& Study::linkGround() const {
  if (!facts_->linkGround) facts_->linkGround = checks::linkGround(*this);
  return *facts_->linkGround;
}

std::span<const HandOver> Study::handOvers() const {
  if (!facts_->handOvers) facts_->handOvers = checks::handOvers(*this);
  return *facts_->handOvers;
}

const LinkNetwork& Study::links(Carrying carrying) const {
  if (carrying != Carrying::anything && leavesOutNone(handOvers(), carrying)) return links(Carrying::anything);
  std::optional<LinkNetwork>& links = facts_->links[static_cast<std::size_t>(carrying)];
  if (!links) links = linkNetwork(*this, carrying);
  return *links;
}

std::span<const graph::TrackCut> Study::carrierCuts(Carrying carrying) const {
  if (carrying != Carrying::anything && leavesOutNone(handOvers(), carrying)) return carrierCuts(Carrying::anything);
  const LinkNetwork& network = links(carrying);
  auto& cuts = facts_->carrierCuts[static_cast<std::size_t>(carrying)];
  if (!cuts) cuts = graph::cutsBetweenTracks(network.network);
  return *cuts;
}

std::span<const graph::TrackCut> Study::handOverCuts() const {
  if (!facts_->handOverCuts) facts_->handOverCuts = cutsByHandOver(links(Carrying::moreThanPressure));
  return *facts_->handOverCuts;
}

Onward Study::onward() const {
  if (!facts_->plannedWays) facts_->plannedWays = checks::plannedWays(*this);
  if (!facts_->handedOverWays) facts_->handedOverWays = checks::handedOverWays(*this);
  return {*facts_->plannedWays, *facts_->handedOverWays};
}

HeldUp& Study::heldUp() const {
  if (!facts_->heldUp) facts_->heldUp.emplace(all(KindId::activity).size());
  return *facts_->heldUp;
}

std::span<const std::uint32_t> Study::ceasefireActivities() const {
  if (!facts_->ceasefireActivities) facts_->ceasefireActivities = findCeasefireActivities(*this);
  return *facts_->ceasefireActivities;
}

std::span<const Ceasefire> Study::ceasefires() const {
  if (!facts_->ceasefires) facts_->ceasefires = findCeasefires(*this);
  return *facts_->ceasefires;
}

const OnTrack& Study::onTrack(const Item& track) const {
  note(KindId::activity, {"tracks"});
  if (!facts_->onTracks) facts_->onTracks = activitiesOnTracks(*this);
  return (*facts_->onTracks)[track.number()];
}

const AtWork& Study::work(const Item& track, std::int64_t window) const {
  auto& works = facts_->works[window];
  works.resize(all(KindId::track).size());
  auto& work = works[track.number()];
  if (!work) work = workOn(*this, track, window);
  return *work;
}

const Stalls& Study::stalls() const {
  if (!facts_->stalls) {
    facts_->stalls = findStalls(*this);
  } else if (!facts_->stallsOutdated.empty()) {
    Stalls known = *std::move(facts_->stalls);
    facts_->stalls.reset();  // should it take too long, nothing half done is kept
    renewStalls(*this, facts_->stallsOutdated, known);
    facts_->stalls = std::move(known);
  }
  facts_->stallsOutdated.clear();
  return *facts_->stalls;
}

bool Study::ready(const Item& activity) const {
  const Network& net = network();
  if (!facts_->waiting) {
    facts_->waiting.emplace(net.tasks.size(), false);
    for (const Arc& arc : net.arcs)
      if (arc.from != arc.to && !reached(arc, net.tasks[arc.from])) (*facts_->waiting)[arc.to] = true;
  }
  return !(*facts_->waiting)[activity.number()];
}

std::span<const Item* const> Study::tracks(const Item& item) const {
  note(item.kind(), {"tracks"});
  std::optional<Lists>& lists = facts_->tracks[static_cast<std::size_t>(item.kind())];
  if (!lists) lists = trackLists(item.kind());
  return lists->at(item.number());
}

Study::Lists Study::trackLists(KindId kind) const {
  Lists lists;
  for (const Item& item : all(kind)) {
    if (kind == KindId::track) lists.items.push_back(&item);
    for (const Item* track : named(item, key::tracks.number))
      if (track && track->kind() == KindId::track) lists.items.push_back(track);
    lists.first.push_back(static_cast<std::uint32_t>(lists.items.size()));
  }
  return lists;
}

Study::Lists Study::listsBySubject(KindId kind, FieldNumber subject) const {
  std::vector<std::pair<std::uint32_t, const Item*>> pairs;
  const auto enter = [&](const ElementId& id, const Item& item) {
    if (const Item* named = find(id)) pairs.emplace_back(named->place(), &item);
  };
  for (const Item& item : all(kind)) {
    enter(item.element().ref(Key<Ref>{subject}), item);
    for (const ElementId& id : item.element().refs(Key<Refs>{subject})) enter(id, item);
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Lists lists;
  lists.first.assign(places() + 1, 0);
  for (const auto& [place, item] : pairs) {
    ++lists.first[place + 1];
    lists.items.push_back(item);
  }
  for (std::size_t i = 1; i < lists.first.size(); ++i) lists.first[i] += lists.first[i - 1];
  return lists;
}

std::optional<Day> Study::deadlineDay(const Item& deadline) const {
  if (const Date* date = deadline.get(key::date)) return date->last();
  const Item* anchor = find(deadline.ref(key::anchor));
  const Integer* offset = deadline.get(key::offset);
  if (!anchor || !offset) return std::nullopt;
  const bool fromStart = deadline.word<AnchorEnd>(key::anchorEnd).value_or(AnchorEnd::finish) == AnchorEnd::start;
  if (anchor->kind() == KindId::activity) {
    const Times& dates = times(*anchor);
    const Task& task = network().tasks[anchor->number()];
    if (!(fromStart ? startIsForeseen(task, dates) : finishIsForeseen(task, dates))) return std::nullopt;
    return (fromStart ? firstDay(dates.es) : lastDay(dates.es, dates.ef)) + *offset;
  }
  const Date* date = anchor->get(key::date);
  if (date && date->last() > asOf()) date = nullptr;  // not known yet on the day
  if (!date && anchor->kind() == KindId::agreement) date = anchor->get(key::planned);
  if (!date) return std::nullopt;
  return (fromStart ? date->first() : date->last()) + *offset;
}

std::span<const Item* const> Study::deadlinesOf(const Item& subject) const {
  note(KindId::deadline, {"of"});
  if (!facts_->deadlines) facts_->deadlines = listsBySubject(KindId::deadline, key::of.number);
  return facts_->deadlines->at(subject.place());
}

std::optional<Day> Study::lastMovement(const Item& activity) const {
  std::optional<Day> latest;
  takeLatest(latest, beginOf(activity.get(key::start), asOf()), asOf());
  takeLatest(latest, lastDayOf(activity.get(key::finish)), asOf());
  takeLatest(latest, lastDayOf(activity.get(key::updated)), asOf());
  for (const Item* event : eventsAbout().at(activity.place()))
    takeLatest(latest, lastDayOf(event->get(key::date)), asOf());
  note(KindId::agreement, {"activity"});
  if (!facts_->agreedIn) facts_->agreedIn = listsBySubject(KindId::agreement, key::activity.number);
  for (const Item* agreement : facts_->agreedIn->at(activity.place()))
    takeLatest(latest, lastDayOf(agreement->get(key::date)), asOf());
  return latest;
}

namespace {

/// What a number counts: the last word of its name, `days` of `official-days`.
std::string_view counted(const ThresholdDefault& number) { return number.name.substr(number.name.rfind('-') + 1); }

/// Do all numbers of a rule count the same, so that one without a name can stand for them?
bool countsOneThing(const Rule& rule) {
  return std::ranges::all_of(rule.thresholds, [&](const ThresholdDefault& number) {
    return counted(number) == counted(rule.thresholds.front());
  });
}

}  // namespace

double Study::threshold(std::string_view rule, std::string_view name, const ElementId& track) const {
  note(KindId::threshold, {"rule", "name", "track", "number"});
  if (!facts_->thresholds) {
    facts_->thresholds.emplace();
    for (const Item& item : all(KindId::threshold))
      if (const Number* number = item.element().get(key::number); number && *number >= 0 && *number <= 1e6)
        facts_->thresholds->push_back(
            {item.element().text(key::rule), item.element().text(key::name), item.element().ref(key::track), *number});
  }
  const Rule* const found = findRule(rule);
  const bool nameless = found && countsOneThing(*found);
  std::optional<double> general;
  for (const ThresholdEntry& entry : *facts_->thresholds) {
    if (entry.rule != rule || (entry.name != name && !(entry.name.empty() && nameless))) continue;
    if (!entry.track.empty() && entry.track == track) return entry.number;
    if (entry.track.empty() && !general) general = entry.number;
  }
  if (general) return *general;
  if (found)
    for (const ThresholdDefault& fallback : found->thresholds)
      if (fallback.name == name) return fallback.value;
  return 0;
}

}  // namespace trackloom::checks
