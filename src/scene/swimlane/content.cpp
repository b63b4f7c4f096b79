#include "scene/swimlane/content.h"

#include "plan/suggestions.h"
#include "scene/swimlane/collector.h"
#include "scene/track_order.h"

#include <algorithm>
#include <tuple>

namespace trackloom::scene::swimlane {
namespace {

Span joined(Span a, Span b) { return {std::min(a.from, b.from), std::max(a.to, b.to)}; }

std::optional<Day> daySaid(const Message& message, std::string_view place) {
  for (const auto& [name, value] : message.places) {
    if (name != place) continue;
    if (const Day* day = std::get_if<Day>(&value)) return *day;
    if (const Date* date = std::get_if<Date>(&value)) return date->first();
  }
  return std::nullopt;
}

/// Lanes without anything in them go, unless they are tracks; what refers to lanes follows.
void dropEmptyLanes(Content& content) {
  std::vector<bool> used(content.lanes.size());
  for (const Item& item : content.items) used[item.lane] = true;
  std::vector<std::size_t> place(content.lanes.size(), nowhere);
  std::vector<Lane> kept;
  for (std::size_t i = 0; i < content.lanes.size(); ++i) {
    if (content.lanes[i].kind != Lane::Kind::track && !used[i]) continue;
    place[i] = kept.size();
    kept.push_back(std::move(content.lanes[i]));
  }
  content.lanes = std::move(kept);
  for (Item& item : content.items) {
    item.lane = place[item.lane];
    for (std::size_t& lane : item.alsoOn) lane = place[lane];
  }
  for (Stall& stall : content.stalls) stall.lane = place[stall.lane];
}

}  // namespace

Span Item::main() const {
  if (actual && forecast) return joined(*actual, *forecast);
  if (actual) return *actual;
  return forecast ? *forecast : planned.value_or(Span{});
}

Span Item::whole() const { return planned ? joined(main(), *planned) : main(); }

std::optional<std::size_t> Collector::laneOf(const checks::Item& item, int steps) const {
  if (steps == 0) return std::nullopt;                  // commitment, agreement, activity, track
  for (const checks::Item* track : study.tracks(item))  // the first that has a lane
    if (const auto lane = laneOfTrack.find(track->id()); lane != laneOfTrack.end()) return lane->second;
  const Element& element = item.element();
  ElementId next;
  switch (item.kind()) {
    case KindId::activity:
      return noTrackLane();
    case KindId::event:
      return laneOfEvent(item, steps);
    case KindId::proposal:
      next = element.ref(key::tabledIn);
      break;
    case KindId::body:
      next = element.ref(key::parent);
      break;
    case KindId::deadline:
      next = element.ref(key::of);
      break;
    case KindId::commitment:
    case KindId::agreement:
      next = element.ref(key::activity);
      if (next.empty() && item.kind() == KindId::commitment) next = element.ref(key::agreement);
      break;
    default:
      break;
  }
  const checks::Item* of = next.empty() ? nullptr : study.find(next);
  return of ? laneOf(*of, steps - 1) : std::nullopt;
}

std::optional<std::size_t> Collector::laneOfEvent(const checks::Item& event, int steps) const {
  std::optional<std::size_t> first;
  for (const ElementId& id : event.element().refs(key::about)) {
    const checks::Item* about = study.find(id);
    if (!about || about->kind() == KindId::event) continue;
    const auto lane = laneOf(*about, steps - 1);
    if (lane && lane != noTrackLane()) return lane;
    if (!first) first = lane;
  }
  return first;
}

std::optional<std::size_t> Collector::laneOf(const ElementId& id) const {
  const checks::Item* item = id.empty() ? nullptr : study.find(id);
  return item ? laneOf(*item) : std::nullopt;
}

void Collector::countOutside(const checks::Item* from, const checks::Item* to) {
  if (from && to && isShown(*from, options) != isShown(*to, options)) ++content.outside;
}

std::size_t Collector::add(Item item) {
  content.items.push_back(std::move(item));
  return content.items.size() - 1;
}

void Collector::leaveOut(const checks::Item& item, Why why) {
  if (why == Why::later)
    ++content.later;
  else
    content.undated.push_back({item.id(), words.name(item.element())});
}

void addLanes(Collector& collector) {
  const Words& words = collector.words;
  auto& lanes = collector.content.lanes;
  lanes.push_back({Lane::Kind::general, {}, words.say({tr("Across the tracks"), {}}), {}, neutralHue()});
  const auto hues = trackHues(collector.study);
  for (const checks::Item* item : tracksInOrder(collector.study, collector.options)) {
    const Element* track = &item->element();
    collector.laneOfTrack.emplace(track->id(), lanes.size());
    lanes.push_back({Lane::Kind::track, track->id(), words.name(*track),
                     words.word(track->get(key::level), VocabularyId::trackLevel), hues.at(item)});
  }
  const char* others = collector.options.scope.tracks.empty() ? tr("No track yet") : tr("Other tracks");
  lanes.push_back({Lane::Kind::noTrack, {}, words.say({others, {}}), {}, neutralHue()});
}

/// Activities of a lane that stand still since the same day share one label. Precondition: they stand side by side.
void labelTogether(Collector& collector) {
  std::vector<Stall>& stalls = collector.content.stalls;
  for (std::size_t first = 0, end = 0; first < stalls.size(); first = end) {
    const auto same = [&](const Stall& other) {
      return other.item != nowhere && other.lane == stalls[first].lane && other.days.from == stalls[first].days.from;
    };
    for (end = first + 1; end < stalls.size() && stalls[first].item != nowhere && same(stalls[end]);) ++end;
    if (end - first < 2) continue;
    const std::string label = collector.words.say(
        {tr("{count} {count|activity|activities}: stalled since {day}"),
         {{"count", static_cast<std::int64_t>(end - first)}, {"day", Day{stalls[first].days.from}}}});
    for (std::size_t i = first; i < end; ++i) stalls[i].label = label;
  }
}

void addStalls(Collector& collector) {
  if (!collector.forTeam()) return;
  const Day asOf = collector.study.asOf();
  for (const checks::Finding& finding : collector.options.findings) {
    const bool ofTrack = finding.rule == "STALL-TRACK";
    if ((!ofTrack && finding.rule != "STALL-ACT") || finding.verdict != checks::Verdict::problem) continue;
    const auto since = daySaid(finding.message, "since");
    if (!since || *since > asOf || finding.elements.empty()) continue;
    const checks::Item* subject = collector.study.find(finding.elements.front());
    if (!subject || subject->kind() != (ofTrack ? KindId::track : KindId::activity)) continue;
    Stall stall;
    stall.element = subject->id();
    const auto lane = collector.laneOf(*subject);
    if (!lane) continue;
    stall.lane = *lane;
    if (!ofTrack) stall.item = collector.itemOfActivity[subject->number()];
    if (!ofTrack && stall.item == nowhere) continue;
    stall.days = {since->number, asOf.number + 1};
    stall.title =
        collector.words.say({tr("{subject}: stalled since {day}"), {{"subject", subject->id()}, {"day", *since}}});
    stall.label = ofTrack ? collector.words.say({tr("stalled since {day}"), {{"day", *since}}}) : stall.title;
    collector.content.stalls.push_back(std::move(stall));
  }
  std::sort(collector.content.stalls.begin(), collector.content.stalls.end(), [](const Stall& a, const Stall& b) {
    return std::tuple(a.item != nowhere, a.lane, a.days.from, a.element) <
           std::tuple(b.item != nowhere, b.lane, b.days.from, b.element);
  });
  labelTogether(collector);
}

Content contentOf(const checks::Study& study, const DrawingOptions& options, const Words& words, Texts texts) {
  Collector collector{study, options, words, {}, texts, {}, {}};
  addLanes(collector);
  addActivities(collector);
  addMarkers(collector);
  addTransfers(collector);
  addDependencies(collector);
  addStalls(collector);
  addBands(collector);
  dropEmptyLanes(collector.content);
  return std::move(collector.content);
}

Said saidOf(const checks::Study& study, const DrawingOptions& options, const Words& words, const checks::Item& item) {
  Collector collector{study, options, words, {}, Texts::all, {}, {}};
  addLanes(collector);
  std::optional<Item> drawn;
  switch (item.kind()) {
    case KindId::transfer:
      return saidOfTransfer(collector, item);
    case KindId::dependency:
      return saidOfDependency(collector, item);
    case KindId::activity:
      drawn = activityItem(collector, item);
      break;
    case KindId::agreement:
      drawn = agreementItem(collector, item);
      break;
    case KindId::deadline:
      drawn = deadlineItem(collector, item);
      break;
    case KindId::event:
      drawn = eventItem(collector, item);
      break;
    default:
      break;
  }
  return drawn ? Said{std::move(drawn->title), std::move(drawn->description)} : Said{};
}

}  // namespace trackloom::scene::swimlane
