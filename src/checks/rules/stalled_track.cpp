#include "checks/rules/reads.h"
#include "checks/stall.h"

#include <algorithm>

namespace trackloom::checks::catalogue {
namespace {

constexpr std::size_t mostNamed = 8;

std::vector<ElementId> ids(const std::vector<const Item*>& items) {
  std::vector<ElementId> list;
  for (const Item* item : items) list.push_back(item->id());
  return list;
}

Message headline(const Study& study, const TrackStall& stall) {
  const ElementId track = stall.track->id();
  const std::vector<ElementId> waitsOn = ids(stall.waitsOn);
  const std::string_view reason = stall.event ? stall.event->text(key::reason) : std::string_view();
  const bool named = !waitsOn.empty();
  if (!stall.since)
    return {tr("“{track}” is stalled; since when is not known. It waits on: {what}."),
            {{"track", track}, {"what", waitsOn}}};
  const std::int64_t days = study.asOf() - *stall.since;
  if (!reason.empty() && !named)
    return {tr("“{track}” has been stalled since {since}, {days} {days|day|days}. It waits on: {reason}."),
            {{"track", track}, {"since", *stall.since}, {"days", days}, {"reason", std::string(reason)}}};
  if (!reason.empty())
    return {tr("“{track}” has been stalled since {since}, {days} {days|day|days}. It waits on: {what} ({reason})."),
            {{"track", track},
             {"since", *stall.since},
             {"days", days},
             {"what", waitsOn},
             {"reason", std::string(reason)}}};
  if (!named)
    return {tr("“{track}” has been stalled since {since}, {days} {days|day|days}. What it waits on is not recorded."),
            {{"track", track}, {"since", *stall.since}, {"days", days}}};
  return {tr("“{track}” has been stalled since {since}, {days} {days|day|days}. It waits on: {what}."),
          {{"track", track}, {"since", *stall.since}, {"days", days}, {"what", waitsOn}}};
}

/// What is overdue or will be, behind the stall, the earliest day first.
void tellHeld(const Study& study, const std::vector<const Item*>& activities, std::span<const Appointments> all,
              Finding& finding) {
  struct Held {
    Day day;
    const Item* activity;
  };
  std::vector<Held> held;
  std::int64_t undated = 0;
  for (const Item* activity : activities) {
    const Appointments& due = all[activity->number()];
    if (due.passed || due.next) {
      held.push_back({due.passed ? *due.passed : *due.next, activity});
    } else {
      ++undated;
    }
  }
  const std::size_t named = std::min(held.size(), mostNamed);
  std::partial_sort(held.begin(), held.begin() + static_cast<std::ptrdiff_t>(named), held.end(),
                    [](const Held& a, const Held& b) {
                      return a.day != b.day ? a.day < b.day : a.activity->number() < b.activity->number();
                    });
  for (const auto& [day, activity] : std::span(held).first(named))
    finding.because.push_back(
        day < study.asOf()
            ? Message{tr("Held up: “{activity}”, due on {day}, {days} {days|day|days} ago."),
                      {{"activity", activity->id()}, {"day", day}, {"days", study.asOf() - day}}}
            : Message{tr("Held up: “{activity}”, due on {day}."), {{"activity", activity->id()}, {"day", day}}});
  if (held.size() > named)
    finding.because.push_back({tr("{count} more with a date {count|is|are} held up."),
                               {{"count", static_cast<std::int64_t>(held.size() - named)}}});
  if (undated > 0)
    finding.because.push_back({tr("{count} more without a date {count|is|are} held up."), {{"count", undated}}});
}

/// Days between consecutive signed texts of one process, after a text of a stage: median and third quartile over
/// 1,697 gaps in 164 processes of the PA-X database. Context only, never a threshold.
struct Gaps {
  AgreementStage stage;
  std::int64_t median;
  std::int64_t thirdQuartile;
};
constexpr Gaps gaps[] = {{AgreementStage::ceasefire, 23, 95},
                         {AgreementStage::preNegotiation, 44, 133},
                         {AgreementStage::partial, 68, 294},
                         {AgreementStage::implementation, 55, 321},
                         {AgreementStage::comprehensive, 157, 426}};

const Item* latestAgreement(const Study& study) {
  const Item* latest = nullptr;
  for (const Item& agreement : study.all(KindId::agreement)) {
    const Date* date = agreement.get(key::date);
    if (!date || date->last() > study.asOf()) continue;
    if (!latest || latest->get(key::date)->last() <= date->last()) latest = &agreement;
  }
  return latest;
}

void tellContext(const Item& agreement, const TrackStall& stall, Finding& finding) {
  if (!stall.track->is(key::level, TrackLevel::official)) return;
  const auto stage = agreement.word<AgreementStage>(key::stage);
  for (const Gaps& row : gaps)
    if (stage == row.stage)
      finding.because.push_back(
          {tr("For comparison: after a text of the stage of “{agreement}” half of all processes had their next signed "
              "text within {median} {median|day|days}, three in four within {quartile}."),
           {{"agreement", agreement.id()}, {"median", row.median}, {"quartile", row.thirdQuartile}}});
}

Finding unclearFinding(const Study& study, const UnclearTrack& unclear) {
  const ElementId track = unclear.track->id();
  Finding finding;
  finding.verdict = Verdict::cannotTell;
  finding.elements = {track, unclear.stopped->id(), unclear.begun->id()};
  finding.message = {
      tr("Whether “{track}” stands still cannot be told: “{stopped}” was stopped on {since} and has not "
         "gone on; what began since, “{begun}”, does not say that the talks go on."),
      {{"track", track}, {"stopped", unclear.stopped->id()}, {"since", unclear.since}, {"begun", unclear.begun->id()}}};
  if (const Item* event = study.stalls().standings[unclear.stopped->number()].event)
    finding.because.push_back({tr("Recorded: “{event}”."), {{"event", event->id()}}});
  finding.clears = {
      tr("It clears when an event records that “{track}” goes on, or that “{stopped}” does or has ended."),
      {{"track", track}, {"stopped", unclear.stopped->id()}}};
  return finding;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  const Stalls& stalls = study.stalls();
  for (const UnclearTrack& unclear : stalls.unclear) findings.push_back(unclearFinding(study, unclear));
  if (stalls.tracks.empty()) return findings;
  const Item* context = latestAgreement(study);
  for (const TrackStall& stall : stalls.tracks) {
    Finding finding;
    finding.elements = {stall.track->id()};
    for (const Item* item : stall.waitsOn) finding.elements.push_back(item->id());
    finding.message = headline(study, stall);
    if (stall.event) finding.because.push_back({tr("Recorded: “{event}”."), {{"event", stall.event->id()}}});
    tellHeld(study, stall.holdsUp, stalls.appointments, finding);
    if (context) tellContext(*context, stall, finding);
    finding.clears =
        stall.event
            ? Message{tr("It clears when an event records that “{track}” goes on, or when what it waits on is done."),
                      {{"track", stall.track->id()}}}
            : Message{
                  tr("It clears when movement is recorded on “{track}”: a start, a finish, an event, or a new date."),
                  {{"track", stall.track->id()}}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

Rule stalledTrack() {
  Rule rule;
  rule.id = "STALL-TRACK";
  rule.family = "Stalls";
  rule.title = "A track that stands still";
  rule.help =
      "Does a whole track stand still: suspended by an event while something on it is overdue, or its leading "
      "unfinished "
      "activity stalled and nothing else on it moving? What was suspended holds the track until it goes on, an event "
      "says "
      "that the track does, or talks begin on it; a ceasefire in force is no movement. Says since when, on which "
      "activity, decision or issue it waits, "
      "which deadlines it holds up. Days without movement are counted as for a single activity.";
  rule.source =
      "EU–UN meeting of mediation support entities, Brussels 2023: other tracks come to the fore when the official one "
      "stagnates; PA-X Peace Agreements Database for comparison.";
  rule.clears = "An event records that the track goes on, or what it waits on is done.";
  appendStallReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"issues"});
  appendReads(rule.reads, KindId::event, {"reason"});
  appendReads(rule.reads, KindId::agreement, {"stage"});
  rule.holdsUp = true;
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
