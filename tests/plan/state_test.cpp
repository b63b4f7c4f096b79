#include "plan/state.h"

#include "plan/key.h"

#include <catch2/catch.hpp>

using namespace trackloom;

namespace {

using Basis = State::Basis;
using enum ActivityStatus;

Day day(const char* text) { return *parseDay(text); }

/// An element as a file would write it: field names and texts.
Element element(KindId kind, ElementId id, const std::vector<std::pair<const char*, const char*>>& fields) {
  Element made(kind, id);
  for (const auto& [name, text] : fields) {
    const Field* field = kindOf(kind).find(std::string_view(name));
    INFO(name);
    REQUIRE(field);
    made.set(field->number, parseValue(*field, text));
  }
  return made;
}

Element event(ElementId id, const char* on, const char* sets, const char* about = "talks") {
  return element(KindId::event, id, {{"date", on}, {"status", sets}, {"about", about}});
}

struct Case {
  const char* says;
  std::vector<std::pair<const char*, const char*>> fields;
  std::vector<std::pair<const char*, const char*>> events;  // date and status
  const char* day;
  Basis basis;
  std::optional<ActivityStatus> status;
  const char* since = nullptr;
  bool unread = false;
};

const std::vector<Case> cases = {
    {"nothing is said", {}, {}, "2013-12-01", Basis::nothing, std::nullopt},
    {"only planned dates", {{"planned-start", "2013-10-25"}}, {}, "2013-12-01", Basis::nothing, std::nullopt},
    {"the field alone", {{"status", "confirmed"}}, {}, "2013-12-01", Basis::field, confirmed},
    {"the field, confirmed before",
     {{"status", "confirmed"}, {"updated", "2013-11-30"}},
     {},
     "2013-12-01",
     Basis::field,
     confirmed},
    {"the field, confirmed that day",
     {{"status", "confirmed"}, {"updated", "2013-12-01"}},
     {},
     "2013-12-01",
     Basis::field,
     confirmed},
    {"the field, confirmed after",
     {{"status", "confirmed"}, {"updated", "2013-12-02"}},
     {},
     "2013-12-01",
     Basis::nothing,
     std::nullopt},
    {"confirmed in a month not over",
     {{"status", "confirmed"}, {"updated", "2013-12"}},
     {},
     "2013-12-01",
     Basis::nothing,
     std::nullopt},
    {"the field does not read",
     {{"status", "confirmd"}},
     {},
     "2013-12-01",
     Basis::nothing,
     std::nullopt,
     nullptr,
     true},
    {"it does not read, but is of later",
     {{"status", "confirmd"}, {"updated", "2014"}},
     {},
     "2013-12-01",
     Basis::nothing,
     std::nullopt},
    {"started",
     {{"status", "planned"}, {"start", "2013-10-25"}},
     {},
     "2013-12-01",
     Basis::dates,
     ongoing,
     "2013-10-25"},
    {"started that day", {{"start", "2013-10-25"}}, {}, "2013-10-25", Basis::dates, ongoing, "2013-10-25"},
    {"starts the day after", {{"status", "planned"}, {"start", "2013-10-25"}}, {}, "2013-10-24", Basis::field, planned},
    {"started some day of a month", {{"start", "2013-10"}}, {}, "2013-10-01", Basis::dates, ongoing, "2013-10-01"},
    {"finished",
     {{"start", "2013-10-25"}, {"finish", "2014-01-27"}},
     {},
     "2014-01-27",
     Basis::dates,
     completed,
     "2014-01-27"},
    {"finishes the day after",
     {{"start", "2013-10-25"}, {"finish", "2014-01-27"}},
     {},
     "2014-01-26",
     Basis::dates,
     ongoing,
     "2013-10-25"},
    {"finished some day of a month",
     {{"start", "2013-10-25"}, {"finish", "2014-01"}},
     {},
     "2014-01-30",
     Basis::dates,
     ongoing,
     "2013-10-25"},
    {"finished the day it started",
     {{"start", "2013-10-05"}, {"finish", "2013-10-05"}},
     {},
     "2013-10-05",
     Basis::dates,
     completed,
     "2013-10-05"},
    {"a start that does not read",
     {{"status", "planned"}, {"start", "autumn"}},
     {},
     "2013-12-01",
     Basis::field,
     planned},
    {"the field tells of a start to come",
     {{"status", "ongoing"}, {"start", "2013-10-25"}},
     {},
     "2013-10-01",
     Basis::nothing,
     std::nullopt},
    {"the field tells of a rest after a start to come",
     {{"status", "suspended"}, {"start", "2013-10-25"}},
     {},
     "2013-10-01",
     Basis::nothing,
     std::nullopt},
    {"the field tells of a finish to come",
     {{"status", "completed"}, {"finish", "2014-01-27"}},
     {},
     "2013-12-01",
     Basis::nothing,
     std::nullopt},
    {"the field tells of a failure to come",
     {{"status", "failed"}, {"finish", "2014-01-27"}},
     {},
     "2013-12-01",
     Basis::nothing,
     std::nullopt},
    {"the field tells of nothing to come",
     {{"status", "cancelled"}, {"start", "2014-01-27"}},
     {},
     "2013-12-01",
     Basis::field,
     cancelled},
    {"an event",
     {{"status", "planned"}},
     {{"2013-11-04", "suspended"}},
     "2013-12-01",
     Basis::event,
     suspended,
     "2013-11-04"},
    {"an event that day",
     {{"status", "planned"}},
     {{"2013-11-04", "suspended"}},
     "2013-11-04",
     Basis::event,
     suspended,
     "2013-11-04"},
    {"an event the day after",
     {{"status", "planned"}},
     {{"2013-11-04", "suspended"}},
     "2013-11-03",
     Basis::field,
     planned},
    {"an event in a month not over",
     {{"status", "planned"}},
     {{"2013-11", "suspended"}},
     "2013-11-29",
     Basis::field,
     planned},
    {"an event in a month that is over",
     {{"status", "planned"}},
     {{"2013-11", "suspended"}},
     "2013-11-30",
     Basis::event,
     suspended,
     "2013-11-30"},
    {"the later of two events",
     {},
     {{"2013-11-14", "ongoing"}, {"2013-11-04", "suspended"}},
     "2013-12-01",
     Basis::event,
     ongoing,
     "2013-11-14"},
    {"of two events only one has come",
     {},
     {{"2013-11-14", "ongoing"}, {"2013-11-04", "suspended"}},
     "2013-11-10",
     Basis::event,
     suspended,
     "2013-11-04"},
    {"of two events on a day the last by id",
     {},
     {{"2013-11-04", "ongoing"}, {"2013-11-04", "suspended"}},
     "2013-12-01",
     Basis::event,
     suspended,
     "2013-11-04"},
    {"an event before the start",
     {{"start", "2013-10-25"}},
     {{"2013-10-05", "confirmed"}},
     "2013-12-01",
     Basis::dates,
     ongoing,
     "2013-10-25"},
    {"an event after the start",
     {{"start", "2013-10-25"}},
     {{"2013-11-04", "suspended"}},
     "2013-12-01",
     Basis::event,
     suspended,
     "2013-11-04"},
    {"an event on the day of the start",
     {{"start", "2013-10-25"}},
     {{"2013-10-25", "suspended"}},
     "2013-12-01",
     Basis::event,
     suspended,
     "2013-10-25"},
    {"an event between start and finish",
     {{"start", "2013-10-25"}, {"finish", "2014-01-27"}},
     {{"2013-11-04", "suspended"}},
     "2014-01-27",
     Basis::dates,
     completed,
     "2014-01-27"},
    {"an event that says nothing we know",
     {{"status", "planned"}},
     {{"2013-11-04", "stuck"}},
     "2013-12-01",
     Basis::event,
     std::nullopt,
     "2013-11-04",
     true},
    {"a known event after one we do not know",
     {},
     {{"2013-11-04", "stuck"}, {"2013-11-14", "ongoing"}},
     "2013-12-01",
     Basis::event,
     ongoing,
     "2013-11-14"},
    {"started, and suspended since by its field",
     {{"start", "2013-10-25"}, {"status", "suspended"}},
     {},
     "2013-12-01",
     Basis::field,
     suspended},
    {"started, and completed by its field without a finish",
     {{"start", "2013-10-25"}, {"status", "completed"}},
     {},
     "2013-12-01",
     Basis::field,
     completed},
    {"started, completed by its field, but its finish lies ahead",
     {{"start", "2013-10-25"}, {"finish", "2014-01-27"}, {"status", "completed"}},
     {},
     "2013-12-01",
     Basis::dates,
     ongoing,
     "2013-10-25"},
    {"started, and suspended by a field of a later day",
     {{"start", "2013-10-25"}, {"status", "suspended"}, {"updated", "2013-12-02"}},
     {},
     "2013-12-01",
     Basis::dates,
     ongoing,
     "2013-10-25"},
    {"started, and still planned by its field",
     {{"start", "2013-10-25"}, {"status", "planned"}},
     {},
     "2013-12-01",
     Basis::dates,
     ongoing,
     "2013-10-25"},
    {"finished, and suspended by its field",
     {{"start", "2013-10-25"}, {"finish", "2013-11-27"}, {"status", "suspended"}},
     {},
     "2013-12-01",
     Basis::dates,
     completed,
     "2013-11-27"},
    {"an event's date that does not read",
     {{"status", "planned"}},
     {{"autumn", "suspended"}},
     "2013-12-01",
     Basis::field,
     planned},
};

}  // namespace

TEST_CASE("the state of an activity on a day follows events, dates and field") {
  for (const Case& one : cases) {
    INFO(one.says);
    Plan plan = Plan().with(element(KindId::activity, "talks"_id, one.fields));
    for (std::size_t i = 0; i < one.events.size(); ++i)
      plan = plan.with(event(*ElementId::parse("e" + std::to_string(i)), one.events[i].first, one.events[i].second));
    const StatesOnDay states(plan, day(one.day));
    const State state = states.of(*plan.find("talks"_id));
    CHECK(state.basis == one.basis);
    CHECK(state.word<ActivityStatus>() == one.status);
    CHECK(state.since == (one.since ? std::optional(day(one.since)) : std::nullopt));
    CHECK(state.unread == one.unread);
    CHECK((state.event != nullptr) == (one.basis == Basis::event));
    if (one.status) CHECK(state.is(*one.status));
  }
}

TEST_CASE("the state of a hand-over follows the days it was handed over and confirmed") {
  const Plan plan =
      Plan().with(element(KindId::transfer, "t"_id,
                          {{"status", "acknowledged"}, {"delivered", "2013-11-04"}, {"acknowledged", "2013-11-20"}}));
  const auto on = [&](const char* when) { return StatesOnDay(plan, day(when)).of(*plan.find("t"_id)); };
  CHECK(on("2013-11-03").basis == Basis::nothing);
  CHECK(on("2013-11-04").is(TransferStatus::delivered));
  CHECK(on("2013-11-19").since == day("2013-11-04"));
  CHECK(on("2013-11-20").is(TransferStatus::acknowledged));
  CHECK(on("2013-11-20").basis == Basis::dates);

  const Plan rejected =
      Plan()
          .with(element(KindId::transfer, "t"_id, {{"status", "planned"}, {"delivered", "2013-11-04"}}))
          .with(event("e"_id, "2013-12-01", "rejected", "t"));
  CHECK(StatesOnDay(rejected, day("2013-10-01")).of(*rejected.find("t"_id)).is(TransferStatus::planned));
  CHECK(StatesOnDay(rejected, day("2013-12-01")).of(*rejected.find("t"_id)).is(TransferStatus::rejected));
}

TEST_CASE("events set the states of every kind that has some") {
  const Plan plan = Plan()
                        .with(element(KindId::consent, "c"_id, {{"actor", "a"}, {"state", "given"}}))
                        .with(element(KindId::commitment, "d"_id, {{"score", "1"}, {"updated", "2013-06-01"}}))
                        .with(Element(KindId::track, "t"_id))
                        .with(Element(KindId::actor, "a"_id))
                        .with(event("e1"_id, "2013-11-04", "withdrawn", "c"))
                        .with(event("e2"_id, "2013-11-04", "suspended", "t a"));
  const StatesOnDay before(plan, day("2013-11-03"));
  const StatesOnDay after(plan, day("2013-11-04"));
  CHECK(before.of(*plan.find("c"_id)).term == findTerm(VocabularyId::consentState, "given"));
  CHECK(after.of(*plan.find("c"_id)).term == findTerm(VocabularyId::consentState, "withdrawn"));
  CHECK(before.of(*plan.find("d"_id)).term == findTerm(VocabularyId::implementationScore, "1"));
  CHECK(StatesOnDay(plan, day("2013-05-31")).of(*plan.find("d"_id)).basis == Basis::nothing);
  CHECK(before.of(*plan.find("t"_id)).basis == Basis::nothing);
  CHECK(after.of(*plan.find("t"_id)).is(ActivityStatus::suspended));
  CHECK(after.of(*plan.find("a"_id)).unread);  // actors have no status
  CHECK(after.day() == day("2013-11-04"));
}

TEST_CASE("an event may use a word of the plan's own") {
  const Plan plan =
      Plan()
          .with(Element(KindId::activity, "talks"_id))
          .with(element(KindId::term, "w1"_id,
                        {{"vocabulary", "activity-status"}, {"name", "resting"}, {"like", "suspended"}}))
          .with(element(KindId::term, "w2"_id, {{"vocabulary", "activity-status"}, {"name", "dreamt-of"}}))
          .with(event("e1"_id, "2013-11-04", "resting"))
          .with(event("e2"_id, "2013-11-14", "dreamt-of"));
  const State resting = StatesOnDay(plan, day("2013-11-04")).of(*plan.find("talks"_id));
  CHECK(resting.is(ActivityStatus::suspended));
  CHECK_FALSE(resting.unread);
  const State dreamt = StatesOnDay(plan, day("2013-11-14")).of(*plan.find("talks"_id));
  CHECK(dreamt.basis == Basis::event);
  CHECK(dreamt.term == Choice::unlisted);
  CHECK_FALSE(dreamt.unread);
}

TEST_CASE("events about an element come oldest first, and only those up to the day") {
  const Plan plan = Plan()
                        .with(Element(KindId::activity, "talks"_id))
                        .with(event("e1"_id, "2013-11-14", "ongoing"))
                        .with(event("e2"_id, "2013-11-04", "suspended"))
                        .with(event("e3"_id, "2013-11-04", "ongoing", "others"))
                        .with(event("e4"_id, "2014-01-27", "completed"))
                        .with(element(KindId::event, "e5"_id, {{"date", "2013-11-05"}, {"about", "talks"}}));
  const StatesOnDay states(plan, day("2013-12-01"));
  const auto events = states.eventsAbout("talks"_id);
  REQUIRE(events.size() == 2);
  CHECK(events[0]->id() == "e2"_id);
  CHECK(events[1]->id() == "e1"_id);
  CHECK(states.eventsAbout("nobody"_id).empty());
}

TEST_CASE("kinds whose status events set have a vocabulary for it") {
  CHECK(statusVocabulary(KindId::activity) == VocabularyId::activityStatus);
  CHECK(statusVocabulary(KindId::track) == VocabularyId::activityStatus);
  CHECK(statusVocabulary(KindId::transfer) == VocabularyId::transferStatus);
  CHECK(statusVocabulary(KindId::participation) == VocabularyId::participationStatus);
  CHECK(statusVocabulary(KindId::consent) == VocabularyId::consentState);
  CHECK(statusVocabulary(KindId::commitment) == VocabularyId::implementationScore);
  CHECK(statusVocabulary(KindId::actor) == VocabularyId::none);
  CHECK(statusVocabulary(KindId::event) == VocabularyId::none);
}
