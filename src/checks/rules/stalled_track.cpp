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
    return {tr("“{track}” has been stalled since {since}, {days} days. It waits on: {reason}."),
            {{"track", track}, {"since", *stall.since}, {"days", days}, {"reason", std::string(reason)}}};
  if (!reason.empty())
    return {tr("“{track}” has been stalled since {since}, {days} days. It waits on: {what} ({reason})."),
            {{"track", track},
             {"since", *stall.since},
             {"days", days},
             {"what", waitsOn},
             {"reason", std::string(reason)}}};
  if (!named)
    return {tr("“{track}” has been stalled since {since}, {days} days. What it waits on is not recorded."),
            {{"track", track}, {"since", *stall.since}, {"days", days}}};
  return {tr("“{track}” has been stalled since {since}, {days} days. It waits on: {what}."),
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
            ? Message{tr("Held up: “{activity}”, due on {day}, {days} days ago."),
                      {{"activity", activity->id()}, {"day", day}, {"days", study.asOf() - day}}}
            : Message{tr("Held up: “{activity}”, due on {day}."), {{"activity", activity->id()}, {"day", day}}});
  if (held.size() > named)
    finding.because.push_back(
        {tr("{count} more with a date are held up."), {{"count", static_cast<std::int64_t>(held.size() - named)}}});
  if (undated > 0) finding.because.push_back({tr("{count} more without a date are held up."), {{"count", undated}}});
}

/// An activity that is under way or waits for nothing, of which something was recorded lately or is still to come, and
/// the numbers of its issues.
struct Movable {
  const Item* activity;
  std::vector<std::uint32_t> issues;
};

std::vector<std::uint32_t> issueNumbers(const Study& study, const Item& activity) {
  std::vector<std::uint32_t> numbers;
  for (const ElementId& id : activity.refs(key::issues))
    if (const Item* issue = study.find(KindId::issue, id)) numbers.push_back(issue->number());
  return numbers;
}

std::vector<Movable> movable(const Study& study) {
  std::vector<Movable> found;
  for (const Item& activity : study.all(KindId::activity)) {
    const Progress progress = study.progress(activity);
    if (progress != Progress::ongoing && !(progress == Progress::notStarted && study.ready(activity))) continue;
    const Standing::What stands = standing(study, activity).what;
    if (study.tracks(activity).empty() || stands == Standing::What::stalled || stands == Standing::What::silent) continue;
    found.push_back({&activity, issueNumbers(study, activity)});
  }
  return found;
}

/// The issues of what the track waits on and of what it holds up, by number.
std::vector<bool> issuesOf(const Study& study, const TrackStall& stall, const std::vector<const Item*>& held) {
  std::vector<bool> issues(study.all(KindId::issue).size(), false);
  const auto take = [&](const Item* item) {
    if (item->kind() == KindId::issue) issues[item->number()] = true;
    if (item->kind() == KindId::activity)
      for (const std::uint32_t number : issueNumbers(study, *item)) issues[number] = true;
  };
  for (const Item* item : stall.waitsOn) take(item);
  for (const Item* item : held) take(item);
  return issues;
}

/// Activities of other tracks on the same issues that wait for nothing: what could move while this one stands.
void tellWhatCouldMove(const Study& study, const TrackStall& stall, const std::vector<bool>& issues,
                       std::span<const Movable> candidates, Finding& finding) {
  std::vector<ElementId> ready;
  bool someWithoutIssue = false;
  for (const auto& [activity, own] : candidates) {
    const auto tracks = study.tracks(*activity);
    if (std::find(tracks.begin(), tracks.end(), stall.track) != tracks.end()) continue;
    if (own.empty()) someWithoutIssue = true;
    if (ready.size() < mostNamed &&
        std::any_of(own.begin(), own.end(), [&](std::uint32_t issue) { return issues[issue]; }))
      ready.push_back(activity->id());
  }
  const bool issuesKnown = std::find(issues.begin(), issues.end(), true) != issues.end();
  if (!ready.empty()) {
    finding.because.push_back(
        {tr("Could move meanwhile, on other tracks and the same issues: {activities}."), {{"activities", ready}}});
  } else if (!issuesKnown || someWithoutIssue) {
    finding.because.push_back({tr("Whether something on another track could move meanwhile cannot be told: not all "
                                  "activities name their issues."),
                               {}});
  } else {
    finding.because.push_back(
        {tr("Nothing that is planned on another track for the same issues could move meanwhile."), {}});
  }
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
              "text within {median} days, three in four within {quartile}."),
           {{"agreement", agreement.id()}, {"median", row.median}, {"quartile", row.thirdQuartile}}});
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  const std::vector<TrackStall> stalls = stalledTracks(study);
  if (stalls.empty()) return findings;
  std::vector<Appointments> due;
  for (const Item& activity : study.all(KindId::activity)) due.push_back(appointments(study, activity));
  const std::vector<Movable> candidates = movable(study);
  const Item* context = latestAgreement(study);
  for (const TrackStall& stall : stalls) {
    if (study.stopped()) break;
    const std::vector<const Item*> held = heldBy(study, stall, due);
    Finding finding;
    finding.elements = {stall.track->id()};
    for (const Item* item : stall.waitsOn) finding.elements.push_back(item->id());
    finding.message = headline(study, stall);
    if (stall.event) finding.because.push_back({tr("Recorded: “{event}”."), {{"event", stall.event->id()}}});
    tellHeld(study, held, due, finding);
    tellWhatCouldMove(study, stall, issuesOf(study, stall, held), candidates, finding);
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
      "activity stalled and nothing else on it moving? Says since when, on which activity, decision or issue it waits, "
      "which "
      "deadlines it holds up, and what could move on other tracks meanwhile. Days without movement are those of "
      "STALL-ACT.";
  rule.source =
      "EU–UN meeting of mediation support entities, Brussels 2023: other tracks come to the fore when the official one "
      "stagnates; PA-X Peace Agreements Database for comparison.";
  rule.clears = "An event records that the track goes on, or what it waits on is done.";
  appendScheduleReads(rule.reads);
  appendDeadlineReads(rule.reads);
  appendThresholdReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"tracks", "issues"});
  appendReads(rule.reads, KindId::track, {"level"});
  appendReads(rule.reads, KindId::event, {"reason"});
  appendReads(rule.reads, KindId::agreement, {"stage"});
  rule.holdsUp = true;
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
