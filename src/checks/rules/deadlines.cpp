#include "checks/deadline_state.h"
#include "checks/rules/reads.h"
#include "checks/stall.h"

namespace trackloom::checks::catalogue {
namespace {

/// Commitments have a rule of their own, and what stands still is told as that.
bool isToldElsewhere(const Study& study, const Item& subject) {
  if (subject.kind() == KindId::commitment) return true;
  if (subject.kind() != KindId::activity) return false;
  const Standing::What what = study.stalls().standings[subject.number()].what;
  return what == Standing::What::stalled || what == Standing::What::unreadable;
}

template <class Take>
void eachOpen(const Study& study, Take take) {
  for (const Item& deadline : study.all(KindId::deadline)) {
    if (study.stopped()) return;
    const Item* subject = study.target(deadline, key::of);
    if (!subject || !deadline.element().definition().find(key::of.number)->targets.has(subject->kind())) continue;
    if (subject->kind() == KindId::activity && study.progress(*subject) == Progress::leftOut) continue;
    const DeadlineStanding standing = deadlineStanding(study, deadline);
    if (!standing.done) take(deadline, *subject, standing);
  }
}

std::vector<Finding> checkMissed(const Study& study) {
  std::vector<Finding> findings;
  eachOpen(study, [&](const Item& deadline, const Item& subject, const DeadlineStanding& standing) {
    const bool missed = standing.state == DeadlineState::missed;
    const bool unknown = standing.state == DeadlineState::cannotTell && standing.day && *standing.day < study.asOf();
    if ((!missed && !unknown) || isToldElsewhere(study, subject)) return;
    Finding finding;
    if (!missed) finding.verdict = Verdict::cannotTell;
    finding.elements = {deadline.id(), subject.id()};
    finding.message = {missed
                           ? tr("“{deadline}” was for {day}, {days} {days|day|days} ago, and “{subject}” is not done.")
                           : tr("“{deadline}” was for {day}; whether “{subject}” was done by then cannot be told."),
                       {{"deadline", deadline.id()},
                        {"day", *standing.day},
                        {"days", study.asOf() - *standing.day},
                        {"subject", subject.id()}}};
    finding.because.push_back({tr("Nothing up to {day} records that it was done."), {{"day", study.asOf()}}});
    finding.clears = {tr("It clears when it is recorded as done, or another day is set."), {}};
    findings.push_back(std::move(finding));
  });
  return findings;
}

Finding dayUnknown(const Study& study, const Item& deadline, const Item& subject) {
  Finding finding;
  finding.verdict = Verdict::cannotTell;
  finding.elements = {deadline.id(), subject.id()};
  finding.message = {tr("By which day “{subject}” should be done cannot be told: “{deadline}” has no day that could be "
                        "counted."),
                     {{"subject", subject.id()}, {"deadline", deadline.id()}}};
  if (const Item* anchor = study.target(deadline, key::anchor))
    finding.because.push_back({tr("It counts from “{anchor}”, of which no day is known, or no number of days is set."),
                               {{"anchor", anchor->id()}}});
  else
    finding.because.push_back({tr("Neither a day stands there nor what it counts from."), {}});
  finding.clears = {tr("It clears when the day is set, or that of what it counts from."), {}};
  return finding;
}

std::vector<Finding> checkRisk(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::deadline).empty()) return findings;
  std::vector<const Item*> stoppedOnes;
  for (const Item& activity : study.all(KindId::activity))
    if (study.stalls().standings[activity.number()].stopped) stoppedOnes.push_back(&activity);
  const auto behind = waitingFor(study, stoppedOnes);
  eachOpen(study, [&](const Item& deadline, const Item& subject, const DeadlineStanding& standing) {
    if (!standing.day && subject.kind() != KindId::commitment) findings.push_back(dayUnknown(study, deadline, subject));
    if (!standing.day || *standing.day < study.asOf() || subject.kind() == KindId::commitment) return;
    const bool risky = standing.state == DeadlineState::atRisk;
    const bool activity = subject.kind() == KindId::activity;
    const bool open = standing.state == DeadlineState::cannotTell && activity && study.times(subject).open;
    const Item* stopped = activity ? behind[subject.number()] : nullptr;
    if (!risky && !open && !stopped) return;
    Finding finding;
    if (!risky) finding.verdict = Verdict::cannotTell;
    finding.elements = {deadline.id(), subject.id()};
    const std::vector<Message::Place> places{
        {"deadline", deadline.id()}, {"day", *standing.day}, {"subject", subject.id()}};
    finding.message = {risky ? tr("“{deadline}” is for {day}, and “{subject}” is foreseen for later.")
                       : stopped
                           ? tr("Whether “{subject}” can meet “{deadline}” on {day} cannot be told: it waits for what "
                                "has been stopped.")
                           : tr("Whether “{subject}” can meet “{deadline}” on {day} cannot be told: it waits behind a "
                                "political precondition."),
                       places};
    if (risky && standing.forecast)
      finding.because.push_back({tr("Foreseen for {day}, {days} {days|day|days} later."),
                                 {{"day", *standing.forecast}, {"days", *standing.forecast - *standing.day}}});
    if (stopped)
      finding.because.push_back(
          {tr("Suspended or postponed, with no new day: “{activity}”."), {{"activity", stopped->id()}}});
    else if (activity)
      finding.because.push_back(whyThen(study.plan(), study.network(), study.schedule(), subject.number()));
    if (finding.because.empty()) finding.because.push_back({tr("Its forecast is not known."), {}});
    finding.clears = {tr("It clears when what it waits for comes sooner, or another day is set."), {}};
    findings.push_back(std::move(finding));
  });
  return findings;
}

Rule base() {
  Rule rule;
  rule.family = "Deadlines";
  rule.waits = true;
  appendScheduleReads(rule.reads);
  appendDeadlineStandingReads(rule.reads);
  return rule;
}

}  // namespace

Rule deadlineMissed() {
  Rule rule = base();
  rule.id = "DEADLINE-MISSED";
  rule.title = "A deadline has passed";
  rule.help =
      "Has the day of a deadline passed while nothing records that what it holds for is done? Commitments and what "
      "stands still are told by rules of their own.";
  rule.source = "Roadmap practice: deadlines counted from an event, as in Tunisia 2013 and Libya 2015.";
  rule.clears = "It is recorded as done, or another day is set.";
  appendStallReads(rule.reads);
  rule.check = checkMissed;
  return rule;
}

Rule deadlineAtRisk() {
  Rule rule = base();
  rule.id = "DEADLINE-RISK";
  rule.title = "A deadline that the forecast does not meet";
  rule.help =
      "Does the forecast of what a deadline holds for lie after its day? Behind a political precondition that is not "
      "met, "
      "or behind what is suspended, or postponed with no new day, it cannot be told.";
  rule.source = "Critical path method (precedence diagramming).";
  rule.clears = "What it waits for comes sooner, or another day is set.";
  appendStallReads(rule.reads);
  rule.check = checkRisk;
  return rule;
}

}  // namespace trackloom::checks::catalogue
