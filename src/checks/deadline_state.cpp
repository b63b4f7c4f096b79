#include "checks/deadline_state.h"

namespace trackloom::checks {
namespace {

/// What is known of the thing a deadline holds for.
struct Outcome {
  Truth done = Truth::no;
  std::optional<Day> doneOn;    ///< at the latest
  std::optional<Day> forecast;  ///< not before this day
  bool certain = false;         ///< the forecast is more than "not before"
};

Outcome ofActivity(const Study& study, const Item& activity) {
  Outcome outcome;
  const Times& times = study.times(activity);
  const Task& task = study.network().tasks[activity.number()];
  if (task.progress == Progress::finished) {
    outcome.done = Truth::yes;
    if (!task.assumed) outcome.doneOn = lastDay(times.es, times.ef);
    return outcome;
  }
  if (study.state(activity).unread || !times.included) {
    outcome.done = times.included ? Truth::cannotTell : Truth::no;
    return outcome;
  }
  outcome.forecast = lastDay(times.es, times.ef);
  outcome.certain = times.known && finishIsForeseen(task, times) && !task.assumed;
  return outcome;
}

/// The forecast of the activity that brings something about, if there is one.
void takeForecast(Outcome& outcome, const Study& study, const Item* activity) {
  if (!activity) return;
  const Outcome through = ofActivity(study, *activity);
  outcome.forecast = through.forecast;
  outcome.certain = through.certain;
}

Outcome ofCommitment(const Study& study, const Item& commitment) {
  Outcome outcome;
  const State state = study.state(commitment);
  const auto full = findTerm(VocabularyId::implementationScore, "3");
  if (state.unread || state.term == Choice::unlisted) outcome.done = Truth::cannotTell;
  if (state.term == full) {
    outcome.done = Truth::yes;
    outcome.doneOn = state.since;
    const Date* updated = commitment.get(key::updated);
    if (!state.since && updated) outcome.doneOn = updated->last();
  }
  takeForecast(outcome, study, study.target(KindId::activity, commitment, key::activity));
  return outcome;
}

Outcome ofAgreement(const Study& study, const Item& agreement) {
  Outcome outcome;
  const Date* date = agreement.get(key::date);
  if (date && date->last() <= study.asOf()) {
    outcome.done = Truth::yes;
    outcome.doneOn = date->last();
    return outcome;
  }
  if (agreement.unread(key::date.number) || (date && date->first() <= study.asOf())) outcome.done = Truth::cannotTell;
  if (const Date* planned = agreement.get(key::planned)) {
    outcome.forecast = std::max(planned->last(), study.asOf());
    outcome.certain = true;
  } else {
    takeForecast(outcome, study, study.target(KindId::activity, agreement, key::activity));
  }
  return outcome;
}

Outcome ofProposal(const Study& study, const Item& proposal) {
  Outcome outcome;
  const std::string_view answer = proposal.wordName({"answer"});
  const Date* feedback = proposal.get(Key<Date>{"feedback"});
  if (feedback && feedback->last() <= study.asOf()) outcome.doneOn = feedback->last();
  const bool open = answer.empty() || answer == "pending" || answer == "referred" || answer == "deferred";
  outcome.done = proposal.unread("answer") ? Truth::cannotTell : open && !outcome.doneOn ? Truth::no : Truth::yes;
  return outcome;
}

Outcome outcomeOf(const Study& study, const Item& subject) {
  switch (subject.kind()) {
    case KindId::activity:
      return ofActivity(study, subject);
    case KindId::commitment:
      return ofCommitment(study, subject);
    case KindId::agreement:
      return ofAgreement(study, subject);
    case KindId::proposal:
      return ofProposal(study, subject);
    default:
      break;
  }
  Outcome outcome;
  outcome.done = Truth::cannotTell;
  return outcome;
}

DeadlineState stateOf(const Outcome& outcome, Day deadline, Day asOf) {
  using enum DeadlineState;
  if (outcome.done == Truth::yes) {
    if (outcome.doneOn) return *outcome.doneOn <= deadline ? met : missed;
    return asOf <= deadline ? met : cannotTell;
  }
  if (outcome.done == Truth::cannotTell) return cannotTell;
  if (asOf > deadline) return missed;
  if (outcome.forecast && *outcome.forecast > deadline) return atRisk;
  return outcome.forecast && outcome.certain ? onCourse : cannotTell;
}

}  // namespace

DeadlineStanding deadlineStanding(const Study& study, const Item& deadline) {
  DeadlineStanding standing;
  standing.day = study.deadlineDay(deadline);
  const Item* subject = study.target(deadline, key::of);
  if (!subject) return standing;
  const Outcome outcome = outcomeOf(study, *subject);
  standing.done = outcome.doneOn;
  if (outcome.done != Truth::yes) standing.forecast = outcome.forecast;
  if (standing.day) standing.state = stateOf(outcome, *standing.day, study.asOf());
  return standing;
}

}  // namespace trackloom::checks
