#include "checks/outward.h"
#include "scene/swimlane/collector.h"

#include <algorithm>

namespace trackloom::scene::swimlane {
namespace {

Span moment(const Date& date) { return {date.first().number, date.first().number}; }

void addAgreements(Collector& collector) {
  const Words& words = collector.words;
  const Day asOf = collector.study.asOf();
  for (const checks::Item* shown : collector.shown(KindId::agreement)) {
    const checks::Item& agreement = *shown;
    const Element& element = agreement.element();
    Item item;
    item.element = agreement.id();
    item.kind = ItemKind::agreement;
    item.lane = collector.laneOf(agreement).value_or(collector.generalLane());
    const Date* date = element.get(key::date);
    const Date* planned = element.get(key::planned);
    const bool known = date && date->first() <= asOf;
    if (known) item.actual = moment(*date);
    if (planned) item.planned = moment(*planned);
    if (!item.actual && !item.planned) {
      if (date)
        ++collector.content.later;
      else
        collector.content.undated.push_back({agreement.id(), words.name(element)});
      continue;
    }
    item.label = words.name(element);
    const std::string stage = words.word(element.get(key::stage), VocabularyId::agreementStage);
    if (!stage.empty()) item.label = words.say({tr("{title} ({stage})"), {{"title", item.label}, {"stage", stage}}});
    item.title = item.label;
    item.description = known ? words.say({tr("Agreed on {day}."), {{"day", *date}}})
                             : words.say({tr("Planned for {day}."), {{"day", *planned}}});
    collector.add(std::move(item));
  }
}

/// The last day of what a deadline holds for, if that is over; nothing while it is not, or nobody can tell.
struct Fulfilment {
  bool canTell = false;
  std::optional<Day> day;
};

Fulfilment fulfilmentOf(const checks::Study& study, const checks::Item* subject) {
  for (int step = 0; subject && step < 3; ++step) {
    const Element& element = subject->element();
    if (subject->kind() == KindId::activity) {
      const checks::Times& times = study.times(*subject);
      const checks::Progress progress = study.progress(*subject);
      if (progress == checks::Progress::finished) return {true, checks::lastDay(times.es, times.ef)};
      return {progress != checks::Progress::leftOut, std::nullopt};
    }
    if (subject->kind() == KindId::agreement) {
      const Date* date = element.get(key::date);
      if (date && date->first() <= study.asOf()) return {true, date->first()};
      return {true, std::nullopt};
    }
    if (subject->kind() != KindId::commitment) return {};
    const ElementId activity = element.ref(key::activity);
    subject = activity.empty() ? nullptr : study.find(activity);
  }
  return {};
}

void addDeadlines(Collector& collector) {
  const Words& words = collector.words;
  for (const checks::Item* shown : collector.shown(KindId::deadline)) {
    const checks::Item& deadline = *shown;
    const auto day =
        collector.forTeam() ? collector.study.deadlineDay(deadline) : checks::outwardDay(collector.study, deadline);
    if (!day) {
      collector.content.undated.push_back({deadline.id(), words.name(deadline.element())});
      continue;
    }
    Item item;
    item.element = deadline.id();
    item.kind = ItemKind::deadline;
    item.lane = collector.laneOf(deadline).value_or(collector.generalLane());
    item.actual = Span{day->number, day->number};
    item.label = words.name(deadline.element());
    const Fulfilment done = fulfilmentOf(collector.study, collector.study.find(deadline.element().ref(key::of)));
    const bool past = *day < collector.study.asOf();
    if (done.day)
      item.outcome = *done.day <= *day ? Outcome::met : Outcome::missed;
    else if (past && done.canTell)
      item.outcome = Outcome::missed;
    item.title = words.say({tr("Deadline: {title}, {day}"), {{"title", item.label}, {"day", *day}}});
    const char* said = item.outcome == Outcome::met      ? tr("The deadline was met.")
                       : item.outcome == Outcome::missed ? tr("The day passed before it was done.")
                       : past                            ? tr("Nothing recorded tells whether it was met.")
                                                         : tr("The deadline is still ahead.");
    item.description = words.say({said, {}});
    collector.add(std::move(item));
  }
}

void addEvents(Collector& collector) {
  const Words& words = collector.words;
  for (const checks::Item* shown : collector.shown(KindId::event)) {
    const checks::Item& event = *shown;
    const Date* date = event.element().get(key::date);
    if (date && date->first() > collector.study.asOf()) {
      ++collector.content.later;
      continue;
    }
    if (!date) {
      collector.content.undated.push_back({event.id(), words.name(event.element())});
      continue;
    }
    Item item;
    item.element = event.id();
    item.kind = ItemKind::event;
    item.lane = collector.laneOf(event).value_or(collector.generalLane());
    item.actual = moment(*date);
    item.label = words.name(event.element());
    item.title = words.say({tr("{title}, {day}"), {{"title", item.label}, {"day", *date}}});
    item.description = words.word(event.element().get(key::type), VocabularyId::eventType);
    collector.add(std::move(item));
  }
}

}  // namespace

void addMarkers(Collector& collector) {
  addAgreements(collector);
  addDeadlines(collector);
  addEvents(collector);
}

}  // namespace trackloom::scene::swimlane
