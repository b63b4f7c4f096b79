#include "checks/study.h"

#include <algorithm>

namespace trackloom::checks {
namespace {

/// The largest of the days that are known on the as-of day.
void takeLatest(std::optional<Day>& latest, std::optional<Day> day, Day asOf) {
  if (day && *day <= asOf && (!latest || *latest < *day)) latest = day;
}

std::optional<Day> lastDayOf(const Date* date) { return date ? std::optional<Day>(date->last()) : std::nullopt; }

struct ThresholdEntry {
  std::string_view rule;
  std::string_view name;
  ElementId track;
  double number;
};

}  // namespace

struct Study::Facts {
  std::optional<Network> network;
  std::optional<Schedule> schedule;
  std::optional<std::map<ElementId, std::vector<std::uint32_t>>> deadlines;
  std::optional<std::map<ElementId, std::vector<const Item*>>> eventsAbout;
  std::optional<std::vector<ThresholdEntry>> thresholds;
  std::optional<std::vector<bool>> waiting;
};

std::string_view Item::wordName(Key<Choice> key) const {
  const Choice* choice = get(key);
  if (!choice) return {};
  if (choice->term == Choice::unlisted) return choice->own.text();
  return vocabulary(element_->definition().find(key.number)->vocabulary).terms[choice->term].name;
}

Study::Study(Plan plan, Day asOf) : plan_(std::move(plan)), states_(plan_, asOf), facts_(std::make_unique<Facts>()) {
  std::size_t capacity = 16;
  while (capacity < plan_.size() * 2) capacity *= 2;
  slots_.assign(capacity, nullptr);
  for (std::size_t kind = 0; kind < kindCount; ++kind) {
    const auto elements = plan_.all(static_cast<KindId>(kind));
    items_[kind].reserve(elements.size());
    for (const ElementPtr& element : elements) {
      items_[kind].emplace_back(*element, static_cast<std::uint32_t>(items_[kind].size()), &record_);
      slots_[slotOf(element->id())] = &items_[kind].back();
    }
  }
}

Study::~Study() = default;

std::uint32_t Study::slotOf(const ElementId& id) const {
  std::size_t slot = id.hash() & (slots_.size() - 1);
  while (slots_[slot] && !(slots_[slot]->id() == id)) slot = (slot + 1) & (slots_.size() - 1);
  return static_cast<std::uint32_t>(slot);
}

const Item* Study::find(const ElementId& id) const { return slots_[slotOf(id)]; }

const Item* Study::find(KindId kind, const ElementId& id) const {
  const Item* item = find(id);
  return item && item->kind() == kind ? item : nullptr;
}

void Study::note(KindId kind, std::initializer_list<FieldNumber> fields) const {
  if (!record_) return;
  for (const FieldNumber field : fields)
    if (kindOf(kind).find(field)) record_->note(kind, field);
}

State Study::state(const Item& item) const {
  note(KindId::event, {"date", "about", "status"});
  note(item.kind(), {"status", "state", "score", "updated", "start", "finish", "delivered", "acknowledged"});
  return states_.of(item.element());
}

std::vector<const Item*> Study::statusEvents(const ElementId& subject) const {
  note(KindId::event, {"date", "about", "status"});
  std::vector<const Item*> events;
  for (const Element* event : states_.eventsAbout(subject)) events.push_back(find(event->id()));
  return events;
}

const Network& Study::network() const {
  note(KindId::event, {"date", "about", "status"});
  note(KindId::activity, {"status", "updated", "start", "finish", "planned-start", "planned-finish", "duration"});
  note(KindId::dependency, {"from", "to", "type", "lag", "nature"});
  if (!facts_->network) facts_->network = checks::network(plan_, states_);
  return *facts_->network;
}

const Schedule& Study::schedule() const {
  const Network& net = network();
  if (!facts_->schedule) facts_->schedule = checks::schedule(net);
  return *facts_->schedule;
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

std::vector<const Item*> Study::tracks(const Item& item) const {
  std::vector<const Item*> tracks;
  for (const ElementId& id : item.refs(key::tracks))
    if (const Item* track = find(KindId::track, id)) tracks.push_back(track);
  return tracks;
}

std::optional<Day> Study::deadlineDay(const Item& deadline) const {
  if (const Date* date = deadline.get(key::date)) return date->last();
  const Item* anchor = find(deadline.ref(key::anchor));
  const Integer* offset = deadline.get(key::offset);
  if (!anchor || !offset) return std::nullopt;
  const bool fromStart = deadline.word<AnchorEnd>(key::anchorEnd).value_or(AnchorEnd::finish) == AnchorEnd::start;
  if (anchor->kind() == KindId::activity) {
    const Times& dates = times(*anchor);
    if (!dates.included || dates.open) return std::nullopt;
    return (fromStart ? firstDay(dates.es) : lastDay(dates.es, dates.ef)) + *offset;
  }
  const Date* date = anchor->get(key::date);
  if (!date) return std::nullopt;
  return (fromStart ? date->first() : date->last()) + *offset;
}

std::span<const std::uint32_t> Study::deadlinesOf(const ElementId& subject) const {
  note(KindId::deadline, {"of"});
  if (!facts_->deadlines) {
    facts_->deadlines.emplace();
    for (const Item& deadline : all(KindId::deadline))
      (*facts_->deadlines)[deadline.element().ref(key::of)].push_back(deadline.number());
  }
  const auto found = facts_->deadlines->find(subject);
  return found == facts_->deadlines->end() ? std::span<const std::uint32_t>() : std::span<const std::uint32_t>(found->second);
}

std::optional<Day> Study::lastMovement(const Item& activity) const {
  note(KindId::event, {"date", "about"});
  if (!facts_->eventsAbout) {
    facts_->eventsAbout.emplace();
    for (const Item& event : all(KindId::event))
      for (const ElementId& subject : event.element().refs(key::about)) (*facts_->eventsAbout)[subject].push_back(&event);
  }
  std::optional<Day> latest;
  for (const Key<Date> key : {key::start, key::finish, key::updated})
    takeLatest(latest, lastDayOf(activity.get(key)), asOf());
  if (const auto events = facts_->eventsAbout->find(activity.id()); events != facts_->eventsAbout->end())
    for (const Item* event : events->second) takeLatest(latest, lastDayOf(event->get(key::date)), asOf());
  return latest;
}

double Study::threshold(std::string_view rule, std::string_view name, const ElementId& track) const {
  note(KindId::threshold, {"rule", "name", "track", "number"});
  if (!facts_->thresholds) {
    facts_->thresholds.emplace();
    for (const Item& item : all(KindId::threshold))
      if (const Number* number = item.element().get(key::number))
        facts_->thresholds->push_back(
            {item.element().text(key::rule), item.element().text(key::name), item.element().ref(key::track), *number});
  }
  std::optional<double> general;
  for (const ThresholdEntry& entry : *facts_->thresholds) {
    if (entry.rule != rule || (!entry.name.empty() && entry.name != name)) continue;
    if (!entry.track.empty() && entry.track == track) return entry.number;
    if (entry.track.empty() && !general) general = entry.number;
  }
  if (general) return *general;
  if (const Rule* found = findRule(rule))
    for (const ThresholdDefault& fallback : found->thresholds)
      if (fallback.name == name) return fallback.value;
  return 0;
}

}  // namespace trackloom::checks
