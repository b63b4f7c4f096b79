#include "checks/rules/reads.h"
#include "checks/stall.h"

namespace trackloom::checks::catalogue {
namespace {

Finding stalledFinding(const Study& study, const Item& activity, const Standing& standing) {
  Finding finding;
  finding.elements = {activity.id()};
  finding.clears = {
      tr("It clears when movement is recorded: a start, a finish, an event, a confirmation, or a new date."), {}};
  const bool postponed = study.state(activity).is(ActivityStatus::postponed);
  if (!standing.since) {
    finding.message = {postponed ? tr("“{activity}” is recorded as postponed, and no new day is set.")
                                 : tr("“{activity}” is recorded as suspended; since when is not known."),
                       {{"activity", activity.id()}}};
    return finding;
  }
  const std::int64_t days = study.asOf() - *standing.since;
  if (standing.stopped) {
    finding.message = {
        postponed ? tr("“{activity}” was postponed on {since}, {days} {days|day|days} ago, and no new day is set.")
                  : tr("“{activity}” has been suspended since {since}, {days} {days|day|days}."),
        {{"activity", activity.id()}, {"since", *standing.since}, {"days", days}}};
    if (standing.event) finding.because.push_back({tr("Recorded: “{event}”."), {{"event", standing.event->id()}}});
  } else {
    finding.message = {tr("“{activity}” should have moved by {appointment}; no movement is recorded since {since}, "
                          "{days} {days|day|days}."),
                       {{"activity", activity.id()},
                        {"appointment", *standing.appointment},
                        {"since", *standing.since},
                        {"days", days}}};
  }
  if (standing.appointment)
    finding.because.push_back(
        {tr("It was due on {appointment}, {days} {days|day|days} ago."),
         {{"appointment", *standing.appointment}, {"days", study.asOf() - *standing.appointment}}});
  return finding;
}

/// The number the answer rests on.
Message threshold(const Study& study, const Item& activity) {
  const auto tracks = study.tracks(activity);
  const std::int64_t days = stallDays(study, tracks.empty() ? nullptr : tracks.front());
  if (tracks.empty())
    return {tr("This is asked after {days} {days|day|days} without recorded movement; it stands on no track."),
            {{"days", days}}};
  return {tr("On “{track}” this is asked after {days} {days|day|days} without recorded movement."),
          {{"days", days}, {"track", tracks.front()->id()}}};
}

Finding unreadableFinding(const Item& activity) {
  Finding finding;
  finding.verdict = Verdict::cannotTell;
  finding.elements = {activity.id()};
  finding.message = {tr("Whether “{activity}” stands still cannot be told: what is recorded of its status is no word "
                        "Trackloom knows."),
                     {{"activity", activity.id()}}};
  finding.clears = {tr("It clears when its status is one of the known words."), {}};
  return finding;
}

Finding silentFinding(const Item& activity, const Standing& standing) {
  Finding finding;
  finding.level = Level::info;
  finding.verdict = Verdict::cannotTell;
  finding.elements = {activity.id()};
  finding.message = standing.since ? Message{tr("“{activity}”: no recorded movement since {since}, and no day to hold "
                                                "it to. Contact may be confidential."),
                                             {{"activity", activity.id()}, {"since", *standing.since}}}
                                   : Message{tr("“{activity}” is under way, but no date says since when."),
                                             {{"activity", activity.id()}}};
  finding.clears = {tr("It clears when a date is recorded or somebody confirms how it stands."), {}};
  return finding;
}

/// An event that suspends a whole track explains what is overdue on it; that is told once, for the track.
bool toldByTrack(const std::vector<const TrackStall*>& stallOf, const Study& study, const Item& activity) {
  const auto tracks = study.tracks(activity);
  if (tracks.empty() || study.stalls().standings[activity.number()].stopped) return false;
  const TrackStall* stall = stallOf[tracks.front()->number()];
  return stall && stall->leading != &activity && study.state(*stall->track).is(ActivityStatus::suspended);
}

std::optional<Finding> findingOf(const Study& study, const Item& activity,
                                 const std::vector<const TrackStall*>& stallOf) {
  const Standing& now = study.stalls().standings[activity.number()];
  switch (now.what) {
    case Standing::What::stalled:
      if (toldByTrack(stallOf, study, activity)) return std::nullopt;
      return stalledFinding(study, activity, now);
    case Standing::What::silent:
      return silentFinding(activity, now);
    case Standing::What::unreadable:
      return unreadableFinding(activity);
    default:
      return std::nullopt;
  }
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  const Stalls& stalls = study.stalls();
  std::vector<const TrackStall*> stallOf(study.all(KindId::track).size(), nullptr);
  for (const TrackStall& stall : stalls.tracks) stallOf[stall.track->number()] = &stall;
  for (const Item& activity : study.all(KindId::activity)) {
    auto finding = findingOf(study, activity, stallOf);
    if (!finding) continue;
    if (!stalls.standings[activity.number()].stopped)
      finding->because.push_back(threshold(study, activity));
    else if (finding->because.empty())
      finding->because.push_back({tr("Its status says so; no event is recorded for it."), {}});
    findings.push_back(*std::move(finding));
  }
  return findings;
}

}  // namespace

Rule stalledActivity() {
  Rule rule;
  rule.id = "STALL-ACT";
  rule.family = "Stalls";
  rule.title = "An activity that does not move";
  rule.help =
      "Is an activity recorded as suspended, or has a planned day or deadline passed with no recorded movement since? "
      "What "
      "waits for something else is not asked about: what it waits for is. An activity under way of which nothing is "
      "recorded "
      "for long is listed as not known, never as stalled: contact may be confidential.";
  rule.source = "Practice of process support; thresholds are the team's own.";
  rule.clears = "Movement is recorded: a start, a finish, an event, a confirmation, or a new date.";
  appendStallReads(rule.reads);
  rule.thresholds = {{"official-days", 14, "days without movement on official and semi-official tracks"},
                     {"other-days", 45, "days without movement on other tracks"}};
  rule.holdsUp = true;
  rule.waits = true;
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
