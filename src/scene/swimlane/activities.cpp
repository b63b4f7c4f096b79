#include "plan/suggestions.h"
#include "scene/swimlane/collector.h"

#include <algorithm>

namespace trackloom::scene::swimlane {
namespace {

using checks::Progress;

Sign signOf(std::optional<ActivityStatus> status) {
  if (!status) return Sign::none;
  switch (*status) {
    case ActivityStatus::idea:
    case ActivityStatus::planned:
      return Sign::none;
    case ActivityStatus::invited:
      return Sign::invited;
    case ActivityStatus::confirmed:
      return Sign::confirmed;
    case ActivityStatus::ongoing:
      return Sign::ongoing;
    case ActivityStatus::suspended:
      return Sign::suspended;
    case ActivityStatus::postponed:
      return Sign::postponed;
    case ActivityStatus::completed:
      return Sign::completed;
    case ActivityStatus::cancelled:
    case ActivityStatus::failed:
    case ActivityStatus::superseded:
      return Sign::ended;
  }
  return Sign::none;
}

std::optional<Span> plannedSpan(const checks::Network& net, const checks::Task& task) {
  if (!task.plannedStart && !task.plannedEnd) return std::nullopt;
  const std::int64_t start = task.plannedStart ? *task.plannedStart : net.latestStartEnding(task, *task.plannedEnd);
  const std::int64_t end = task.plannedEnd ? *task.plannedEnd : net.endFrom(task, start);
  return Span{start, std::max(start, end)};
}

/// What is recorded of an activity that was cancelled, failed or was superseded.
std::optional<Span> recordedSpan(const Element& activity, Day asOf) {
  const Date* start = activity.get(key::start);
  const Date* finish = activity.get(key::finish);
  if (start && start->first() > asOf) start = nullptr;
  if (finish && finish->last() > asOf) finish = nullptr;
  if (!start && !finish) return std::nullopt;
  const std::int64_t from = start ? start->first().number : finish->first().number;
  const std::int64_t to = finish ? finish->last().number + 1 : from + 1;
  return Span{from, std::max(from + 1, to)};
}

bool hasRecord(const checks::Task& task, const Element& activity, const State& state) {
  return !task.assumed || activity.has(key::start.number) || activity.has(key::finish.number) || state.since;
}

void setSpans(Item& item, const checks::Item& activity, const State& state, const Collector& collector) {
  const checks::Task& task = collector.study.network().tasks[activity.number()];
  const checks::Times& times = collector.study.times(activity);
  const std::int64_t asOf = collector.study.asOf().number;
  item.planned = plannedSpan(collector.study.network(), task);
  switch (task.progress) {
    case Progress::leftOut:
      item.leftOut = true;
      item.actual = recordedSpan(activity.element(), collector.study.asOf());
      break;
    case Progress::finished:
      if (item.planned || hasRecord(task, activity.element(), state)) item.actual = Span{times.es, times.ef};
      break;
    case Progress::ongoing:
      if (!item.planned && !hasRecord(task, activity.element(), state)) break;
      item.actual = Span{times.es, std::max(times.es, std::min(times.ef, asOf + 1))};
      if (collector.forTeam() && !task.stopped && times.ef > asOf + 1) item.forecast = Span{asOf + 1, times.ef};
      break;
    case Progress::notStarted:
      if (!collector.forTeam()) break;
      if (times.undated && !isSuggested(activity.element())) break;
      item.forecast = Span{times.es, times.ef};
      item.openEnded = times.open;
      break;
  }
}

Message spanMessage(const char* days, const char* moment, Span span) {
  if (span.to - span.from <= 1) return {moment, {{"day", Day{span.from}}}};
  return {days, {{"first", Day{span.from}}, {"last", Day{span.to - 1}}}};
}

void describe(Item& item, const State& state, const Collector& collector) {
  const Words& words = collector.words;
  const Choice status{state.term, {}};
  const std::string statusWord = words.word(&status, VocabularyId::activityStatus);
  item.title = statusWord.empty()
                   ? item.label
                   : words.say({tr("{title} ({status})"), {{"title", item.label}, {"status", statusWord}}});
  std::vector<Message> sentences;
  if (item.actual) sentences.push_back(spanMessage(tr("From {first} to {last}."), tr("On {day}."), *item.actual));
  if (item.openEnded) {
    sentences.push_back({tr("Waits for something stopped or for a political precondition: not before {day}."),
                         {{"day", Day{item.forecast->from}}}});
  } else if (item.forecast) {
    sentences.push_back(spanMessage(tr("Forecast from {first} to {last}."), tr("Forecast for {day}."), *item.forecast));
  }
  if (item.planned)
    sentences.push_back(spanMessage(tr("Planned from {first} to {last}."), tr("Planned for {day}."), *item.planned));
  if (!item.alsoOn.empty()) {
    std::vector<ElementId> others;
    for (const std::size_t lane : item.alsoOn) others.push_back(collector.content.lanes[lane].track);
    sentences.push_back({tr("Also on: {tracks}."), {{"tracks", others}}});
  }
  for (const Message& sentence : sentences)
    item.description += (item.description.empty() ? "" : " ") + words.say(sentence);
}

/// Is nothing known of it yet but what happened after the day?
bool toldOfLater(const Element& activity, Day asOf) {
  if (isMeantToCome(activity)) return false;
  const Date* start = activity.get(key::start);
  const Date* finish = activity.get(key::finish);
  return (start && start->first() > asOf) || (finish && finish->last() > asOf);
}

}  // namespace

std::optional<Item> activityItem(const Collector& collector, const checks::Item& activity) {
  const Element& element = activity.element();
  Item item;
  item.element = activity.id();
  item.suggested = isSuggested(element);
  item.lane = collector.noTrackLane();
  for (const checks::Item* track : collector.study.tracks(activity)) {
    const auto lane = collector.laneOfTrack.find(track->id());
    if (lane == collector.laneOfTrack.end()) continue;
    if (item.lane == collector.noTrackLane())
      item.lane = lane->second;
    else if (lane->second != item.lane)
      item.alsoOn.push_back(lane->second);
  }
  const State state = collector.study.state(activity);
  item.sign = signOf(state.word<ActivityStatus>());
  setSpans(item, activity, state, collector);
  if (!item.actual && !item.forecast && !item.planned) return std::nullopt;
  item.label = collector.words.name(element);
  if (collector.texts == Texts::all) describe(item, state, collector);
  return item;
}

void addActivities(Collector& collector) {
  const checks::Study& study = collector.study;
  collector.itemOfActivity.assign(study.all(KindId::activity).size(), nowhere);
  for (const checks::Item* activity : collector.shown(KindId::activity)) {
    if (auto item = activityItem(collector, *activity))
      collector.itemOfActivity[activity->number()] = collector.add(std::move(*item));
    else
      collector.leaveOut(
          *activity, toldOfLater(activity->element(), study.asOf()) ? Collector::Why::later : Collector::Why::undated);
  }
}

}  // namespace trackloom::scene::swimlane
