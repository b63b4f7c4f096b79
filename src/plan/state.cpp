#include "plan/state.h"

#include <algorithm>

namespace trackloom {
namespace {

constexpr FieldNumber statusFields[] = {"status", "state", "score", "answer"};

struct Fact {
  Day day;
  std::uint16_t term;
};

template <class Enum>
Fact fact(Day day, Enum word) {
  return {day, static_cast<std::uint16_t>(word)};
}

/// The latest thing that actual dates up to the day tell of an element.
std::optional<Fact> datedFact(const Element& element, Day day) {
  std::optional<Fact> latest;
  const auto take = [&](const Date* date, Day known, auto word) {
    if (date && known <= day && (!latest || latest->day <= known)) latest = fact(known, word);
  };
  if (element.kind() == KindId::activity) {
    const Date* start = element.get(key::start);
    const Date* finish = element.get(key::finish);
    take(start, start ? start->first() : Day{}, ActivityStatus::ongoing);
    take(finish, finish ? finish->last() : Day{}, ActivityStatus::completed);
  } else if (element.kind() == KindId::transfer) {
    const Date* delivered = element.get(key::delivered);
    const Date* acknowledged = element.get(key::acknowledged);
    take(delivered, delivered ? delivered->last() : Day{}, TransferStatus::delivered);
    take(acknowledged, acknowledged ? acknowledged->last() : Day{}, TransferStatus::acknowledged);
  } else if (element.kind() == KindId::commitment) {
    const Date* given = element.get(key::updated);  // the day of the score itself
    const Choice* score = element.get(key::score);
    if (given && given->last() <= day && score) latest = Fact{given->last(), score->term};
  }
  return latest;
}

/// Does the status field tell of something that, by the actual dates beside it, happened only after the day?
bool tellsOfLater(const Element& element, std::uint16_t term, Day day) {
  const auto after = [&](Key<Date> key) {
    const Date* date = element.get(key);
    return date && date->first() > day;
  };
  if (element.kind() == KindId::activity) {
    const auto status = static_cast<ActivityStatus>(term);
    if (status == ActivityStatus::completed || status == ActivityStatus::failed)
      return after(key::finish) || after(key::start);
    return (status == ActivityStatus::ongoing || status == ActivityStatus::suspended) && after(key::start);
  }
  if (element.kind() != KindId::transfer) return false;
  const auto status = static_cast<TransferStatus>(term);
  if (status == TransferStatus::planned) return false;
  return after(key::delivered) || (status != TransferStatus::delivered && after(key::acknowledged));
}

State fieldState(const Element& element, Day day) {
  State state;
  const Date* updated = element.get(key::updated);
  if (updated && updated->last() > day) return state;
  for (const FieldNumber field : statusFields) {
    const Value* value = element.find(field);
    if (!value) continue;
    if (std::holds_alternative<Unread>(*value)) state.unread = true;
    const Choice* choice = std::get_if<Choice>(value);
    if (!choice || tellsOfLater(element, choice->term, day)) break;
    state.basis = State::Basis::field;
    state.term = choice->term;
    break;
  }
  return state;
}

/// Does a status field tell more than the dates beside it, without contradicting them? A start says "ongoing"; that it
/// was suspended or ended since then only the field may say.
bool tellsMore(KindId kind, std::uint16_t term, std::uint16_t dated) {
  if (kind == KindId::activity) {
    const auto status = static_cast<ActivityStatus>(term);
    return static_cast<ActivityStatus>(dated) == ActivityStatus::ongoing &&
           (status == ActivityStatus::suspended || status == ActivityStatus::completed ||
            status == ActivityStatus::cancelled || status == ActivityStatus::failed ||
            status == ActivityStatus::superseded);
  }
  return kind == KindId::transfer && term != Choice::unlisted && term > dated;
}

}  // namespace

bool isMeantToCome(const Element& activity) {
  const auto status = activity.word<ActivityStatus>(key::status);
  return status && *status <= ActivityStatus::confirmed;
}

VocabularyId statusVocabulary(KindId kind) {
  if (kind == KindId::track) return VocabularyId::activityStatus;
  for (const FieldNumber number : statusFields)
    if (const Field* field = kindOf(kind).find(number); field && field->type == FieldType::choice)
      return field->vocabulary;
  return VocabularyId::none;
}

std::span<const VocabularyId> statusVocabularies() {
  static const std::vector<VocabularyId> all = [] {
    std::vector<VocabularyId> found;
    for (const Kind& kind : kinds())
      if (const VocabularyId id = statusVocabulary(kind.id);
          id != VocabularyId::none && std::ranges::find(found, id) == found.end())
        found.push_back(id);
    return found;
  }();
  return all;
}

bool namesStatus(const Field& field) {
  return field.number == key::eventStatus.number && field.type == FieldType::text;
}

StatesOnDay::StatesOnDay(const Plan& plan, Day day) : day_(day), ownTerms_(plan) {
  for (const ElementPtr& event : plan.all(KindId::event)) {
    const Date* date = event->get(key::date);
    if (!date || date->last() > day || !event->has(key::eventStatus.number)) continue;
    for (const ElementId& subject : event->refs(key::about)) entries_.push_back({subject, date->last(), event.get()});
  }
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return a.subject != b.subject ? a.subject < b.subject : a.day < b.day;
  });
}

std::vector<const Element*> StatesOnDay::eventsAbout(const ElementId& subject) const {
  std::vector<const Element*> events;
  auto at = std::lower_bound(entries_.begin(), entries_.end(), subject,
                             [](const Entry& entry, const ElementId& id) { return entry.subject < id; });
  for (; at != entries_.end() && at->subject == subject; ++at) events.push_back(at->event);
  return events;
}

State StatesOnDay::of(const Element& element) const {
  const auto dated = datedFact(element, day_);
  const auto end = std::upper_bound(entries_.begin(), entries_.end(), element.id(),
                                    [](const ElementId& id, const Entry& entry) { return id < entry.subject; });
  if (end != entries_.begin() && (end - 1)->subject == element.id() && (!dated || (end - 1)->day >= dated->day)) {
    const Entry& latest = *(end - 1);
    State state{State::Basis::event, Choice::unlisted, latest.day, latest.event, false};
    const VocabularyId words = statusVocabulary(element.kind());
    const std::string_view name = latest.event->text(key::eventStatus);
    if (const auto term = findTerm(words, name)) {
      state.term = *term;
    } else {
      const Choice own = ownTerms_.find(words, name);
      state.term = own.term;
      state.unread = own.own.empty();
    }
    return state;
  }
  State field = fieldState(element, day_);
  if (dated && !(field.term != Choice::unlisted && tellsMore(element.kind(), field.term, dated->term)))
    return {State::Basis::dates, dated->term, dated->day, nullptr, false};
  return field;
}

}  // namespace trackloom
