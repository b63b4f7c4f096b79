#include "checks/deadline_state.h"
#include "checks/outward.h"
#include "plan/suggestions.h"
#include "scene/swimlane/collector.h"

#include <algorithm>

namespace trackloom::scene::swimlane {
namespace {

Span moment(const Date& date) { return {date.first().number, date.first().number}; }

/// Does a deadline that has passed or lies ahead look like it? What is forecast is for the team only.
Outcome outcomeOf(checks::DeadlineState state, bool past) {
  if (state == checks::DeadlineState::met) return Outcome::met;
  if (state == checks::DeadlineState::missed) return Outcome::missed;
  return past ? Outcome::unclear : Outcome::open;
}

const char* outcomeSaid(Outcome outcome, checks::DeadlineState state, bool forTeam) {
  if (outcome == Outcome::met) return tr("The deadline was met.");
  if (outcome == Outcome::missed) return tr("The day passed before it was done.");
  if (outcome == Outcome::unclear) return tr("Nothing recorded tells whether it was met.");
  if (forTeam && state == checks::DeadlineState::atRisk)
    return tr("The deadline is still ahead; what is foreseen comes later.");
  if (forTeam && state == checks::DeadlineState::cannotTell)
    return tr("The deadline is still ahead; whether it can be met cannot be told.");
  return tr("The deadline is still ahead.");
}

/// Is it known on the day, as far as its date tells?
bool isLater(const Collector& collector, const checks::Item& marker) {
  const Date* date = marker.element().get(key::date);
  return date && date->first() > collector.study.asOf();
}

Item marker(const Collector& collector, const checks::Item& of, ItemKind kind) {
  Item item;
  item.element = of.id();
  item.kind = kind;
  item.suggested = isSuggested(of.element());
  item.lane = collector.laneOf(of).value_or(collector.generalLane());
  return item;
}

}  // namespace

std::optional<Item> agreementItem(const Collector& collector, const checks::Item& agreement) {
  const Words& words = collector.words;
  const Element& element = agreement.element();
  const Date* date = isLater(collector, agreement) ? nullptr : element.get(key::date);
  const Date* planned = element.get(key::planned);
  if (!date && !planned) return std::nullopt;
  Item item = marker(collector, agreement, ItemKind::agreement);
  if (date) item.actual = moment(*date);
  if (planned) item.planned = moment(*planned);
  item.label = words.name(element);
  const std::string stage = words.word(element.get(key::stage), VocabularyId::agreementStage);
  if (!stage.empty()) item.label = words.say({tr("{title} ({stage})"), {{"title", item.label}, {"stage", stage}}});
  if (collector.texts == Texts::names) return item;
  item.title = item.label;
  item.description = date ? words.say({tr("Agreed on {day}."), {{"day", *date}}})
                          : words.say({tr("Planned for {day}."), {{"day", *planned}}});
  return item;
}

std::optional<Item> deadlineItem(const Collector& collector, const checks::Item& deadline) {
  const Words& words = collector.words;
  const checks::Study& study = collector.study;
  const auto day = collector.forTeam() ? study.deadlineDay(deadline) : checks::outwardDay(study, deadline);
  if (!day) return std::nullopt;
  Item item = marker(collector, deadline, ItemKind::deadline);
  item.actual = Span{day->number, day->number};
  item.label = words.name(deadline.element());
  const checks::DeadlineState state = checks::deadlineStanding(study, deadline).state;
  item.outcome = outcomeOf(state, *day < study.asOf());
  if (collector.texts == Texts::names) return item;
  const Message::Place title{"title", item.label}, when{"day", *day};
  item.title = checks::outwardDay(study, deadline)
                   ? words.say({tr("Deadline: {title}, {day}"), {title, when}})
                   : words.say({tr("Deadline: {title}, {day} (forecast)"), {title, when}});
  item.description = words.say({outcomeSaid(item.outcome, state, collector.forTeam()), {}});
  return item;
}

std::optional<Item> eventItem(const Collector& collector, const checks::Item& event) {
  const Words& words = collector.words;
  const Date* date = event.element().get(key::date);
  if (!date || isLater(collector, event)) return std::nullopt;
  Item item = marker(collector, event, ItemKind::event);
  item.actual = moment(*date);
  item.label = words.name(event.element());
  if (collector.texts == Texts::names) return item;
  item.title = words.say({tr("{title}, {day}"), {{"title", item.label}, {"day", *date}}});
  item.description = words.word(event.element().get(key::type), VocabularyId::eventType);
  return item;
}

void addMarkers(Collector& collector) {
  const auto add = [&](KindId kind, std::optional<Item> (*itemOf)(const Collector&, const checks::Item&)) {
    for (const checks::Item* shown : collector.shown(kind)) {
      if (auto item = itemOf(collector, *shown))
        collector.add(std::move(*item));
      else
        collector.leaveOut(*shown, kind != KindId::deadline && isLater(collector, *shown) ? Collector::Why::later
                                                                                          : Collector::Why::undated);
    }
  };
  add(KindId::agreement, agreementItem);
  add(KindId::deadline, deadlineItem);
  add(KindId::event, eventItem);
}

}  // namespace trackloom::scene::swimlane
