#include <algorithm>

#include "checks/rules/reads.h"
#include "checks/stall.h"

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
  if (!stall.since) return {tr("“{track}” is stalled; since when is not known. It waits on: {what}."), {{"track", track}, {"what", waitsOn}}};
  const std::int64_t days = study.asOf() - *stall.since;
  if (!reason.empty())
    return {tr("“{track}” has been stalled since {since}, {days} days. It waits on: {what} ({reason})."),
            {{"track", track}, {"since", *stall.since}, {"days", days}, {"what", waitsOn}, {"reason", std::string(reason)}}};
  if (waitsOn.empty())
    return {tr("“{track}” has been stalled since {since}, {days} days. What it waits on is not recorded."),
            {{"track", track}, {"since", *stall.since}, {"days", days}}};
  return {tr("“{track}” has been stalled since {since}, {days} days. It waits on: {what}."),
          {{"track", track}, {"since", *stall.since}, {"days", days}, {"what", waitsOn}}};
}

/// What is overdue or will be, behind the stall, the earliest day first.
void tellHeld(const Study& study, const TrackStall& stall, Finding& finding) {
  struct Held { Day day; const Item* activity; };
  std::vector<Held> held;
  std::int64_t undated = 0;
  for (const Item* activity : stall.held) {
    auto day = passedAppointment(study, *activity);
    if (!day) day = nextAppointment(study, *activity);
    if (day) {
      held.push_back({*day, activity});
    } else {
      ++undated;
    }
  }
  std::stable_sort(held.begin(), held.end(), [](const Held& a, const Held& b) { return a.day < b.day; });
  for (std::size_t i = 0; i < held.size() && i < mostNamed; ++i) {
    const auto& [day, activity] = held[i];
    finding.because.push_back(day < study.asOf()
                                  ? Message{tr("Held up: “{activity}”, due on {day}, {days} days ago."),
                                            {{"activity", activity->id()}, {"day", day}, {"days", study.asOf() - day}}}
                                  : Message{tr("Held up: “{activity}”, due on {day}."), {{"activity", activity->id()}, {"day", day}}});
  }
  if (held.size() > mostNamed)
    finding.because.push_back({tr("{count} more with a date are held up."), {{"count", static_cast<std::int64_t>(held.size() - mostNamed)}}});
  if (undated > 0) finding.because.push_back({tr("{count} more without a date are held up."), {{"count", undated}}});
}

bool shareIssue(const Item& activity, const std::vector<ElementId>& issues) {
  const auto own = activity.refs(key::issues);
  return std::any_of(own.begin(), own.end(), [&](const ElementId& id) { return std::find(issues.begin(), issues.end(), id) != issues.end(); });
}

/// The issues of what the track waits on and of what it holds up.
std::vector<ElementId> issuesOf(const TrackStall& stall) {
  std::vector<ElementId> issues;
  const auto take = [&](const Item* item) {
    if (item->kind() == KindId::issue) issues.push_back(item->id());
    if (item->kind() == KindId::activity)
      for (const ElementId& id : item->refs(key::issues)) issues.push_back(id);
  };
  for (const Item* item : stall.waitsOn) take(item);
  for (const Item* item : stall.held) take(item);
  return issues;
}

/// Activities of other tracks on the same issues that wait for nothing: what could move while this one stands.
void tellWhatCouldMove(const Study& study, const TrackStall& stall, Finding& finding) {
  const std::vector<ElementId> issues = issuesOf(stall);
  std::vector<ElementId> ready;
  std::int64_t withoutIssue = 0;
  for (const Item& activity : study.all(KindId::activity)) {
    const Progress progress = study.progress(activity);
    const auto tracks = study.tracks(activity);
    if (tracks.empty() || std::find(tracks.begin(), tracks.end(), stall.track) != tracks.end()) continue;
    if (progress != Progress::ongoing && !(progress == Progress::notStarted && study.ready(activity))) continue;
    if (study.state(activity).is(ActivityStatus::suspended)) continue;
    if (activity.refs(key::issues).empty()) ++withoutIssue;
    if (shareIssue(activity, issues)) ready.push_back(activity.id());
  }
  if (ready.size() > mostNamed) ready.resize(mostNamed);
  if (!ready.empty()) {
    finding.because.push_back({tr("Could move meanwhile, on other tracks and the same issues: {activities}."), {{"activities", ready}}});
  } else if (issues.empty() || withoutIssue > 0) {
    finding.because.push_back({tr("Whether something on another track could move meanwhile cannot be told: not all activities name their issues."), {}});
  } else {
    finding.because.push_back({tr("Nothing that is planned on another track for the same issues could move meanwhile."), {}});
  }
}

/// Days between consecutive signed texts of one process, after a text of a stage: median and third quartile over
/// 1,697 gaps in 164 processes of the PA-X database. Context only, never a threshold.
struct Gaps { AgreementStage stage; std::int64_t median; std::int64_t thirdQuartile; };
constexpr Gaps gaps[] = {{AgreementStage::ceasefire, 23, 95}, {AgreementStage::preNegotiation, 44, 133}, {AgreementStage::partial, 68, 294},
                         {AgreementStage::implementation, 55, 321}, {AgreementStage::comprehensive, 157, 426}};

void tellContext(const Study& study, const TrackStall& stall, Finding& finding) {
  if (!stall.track->is(key::level, TrackLevel::official)) return;
  const Item* latest = nullptr;
  for (const Item& agreement : study.all(KindId::agreement)) {
    const Date* date = agreement.get(key::date);
    if (!date || date->last() > study.asOf()) continue;
    if (!latest || latest->get(key::date)->last() <= date->last()) latest = &agreement;
  }
  if (!latest) return;
  const auto stage = latest->word<AgreementStage>(key::stage);
  for (const Gaps& row : gaps)
    if (stage == row.stage)
      finding.because.push_back({tr("For comparison: after a text of the stage of “{agreement}” half of all processes had their next signed text within {median} days, three in four within {quartile}."),
                                 {{"agreement", latest->id()}, {"median", row.median}, {"quartile", row.thirdQuartile}}});
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  for (const TrackStall& stall : stalledTracks(study)) {
    Finding finding;
    finding.elements = {stall.track->id()};
    for (const Item* item : stall.waitsOn) finding.elements.push_back(item->id());
    finding.message = headline(study, stall);
    if (stall.event) finding.because.push_back({tr("Recorded: “{event}”."), {{"event", stall.event->id()}}});
    tellHeld(study, stall, finding);
    tellWhatCouldMove(study, stall, finding);
    tellContext(study, stall, finding);
    finding.clears = stall.event ? Message{tr("It clears when an event records that “{track}” goes on, or when what it waits on is done."), {{"track", stall.track->id()}}}
                                 : Message{tr("It clears when movement is recorded on “{track}”: a start, a finish, an event, or a new date."), {{"track", stall.track->id()}}};
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
      "Does a whole track stand still: suspended by an event while something on it is overdue, or its leading unfinished "
      "activity stalled and nothing else on it moving? Says since when, on which activity, decision or issue it waits, which "
      "deadlines it holds up, and what could move on other tracks meanwhile. Days without movement are those of STALL-ACT.";
  rule.source =
      "EU–UN meeting of mediation support entities, Brussels 2023: other tracks come to the fore when the official one "
      "stagnates; PA-X Peace Agreements Database for comparison.";
  rule.clears = "An event records that the track goes on, or what it waits on is done.";
  appendScheduleReads(rule.reads);
  appendDeadlineReads(rule.reads);
  appendThresholdReads(rule.reads);
  for (const FieldNumber field : {FieldNumber("tracks"), FieldNumber("issues")}) rule.reads.push_back({KindId::activity, field});
  rule.reads.push_back({KindId::track, "level"});
  rule.reads.push_back({KindId::event, "reason"});
  rule.reads.push_back({KindId::agreement, "stage"});
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
