#include "checks/rules/reads.h"
#include "checks/stall.h"

namespace trackloom::checks::catalogue {
namespace {

Finding stalledFinding(const Study& study, const Item& activity, const Standing& standing) {
  Finding finding;
  finding.elements = {activity.id()};
  finding.clears = {tr("It clears when movement is recorded: a start, a finish, an event, a confirmation, or a new date."), {}};
  if (!standing.since) {
    finding.message = {tr("“{activity}” is recorded as suspended; since when is not known."), {{"activity", activity.id()}}};
    return finding;
  }
  const std::int64_t days = study.asOf() - *standing.since;
  if (study.state(activity).is(ActivityStatus::suspended)) {
    finding.message = {tr("“{activity}” has been suspended since {since}, {days} days."),
                       {{"activity", activity.id()}, {"since", *standing.since}, {"days", days}}};
    if (standing.event) finding.because.push_back({tr("Recorded: “{event}”."), {{"event", standing.event->id()}}});
  } else {
    finding.message = {tr("“{activity}” should have moved by {appointment}; no movement is recorded since {since}, {days} days."),
                       {{"activity", activity.id()}, {"appointment", *standing.appointment}, {"since", *standing.since}, {"days", days}}};
  }
  if (standing.appointment)
    finding.because.push_back({tr("It was due on {appointment}, {days} days ago."),
                               {{"appointment", *standing.appointment}, {"days", study.asOf() - *standing.appointment}}});
  return finding;
}

Finding silentFinding(const Item& activity, const Standing& standing) {
  Finding finding;
  finding.level = Level::info;
  finding.verdict = Verdict::cannotTell;
  finding.elements = {activity.id()};
  finding.message = standing.since ? Message{tr("“{activity}”: no recorded movement since {since}, and no day to hold it to. Contact may be confidential."),
                                             {{"activity", activity.id()}, {"since", *standing.since}}}
                                   : Message{tr("“{activity}” is under way, but no date says since when."), {{"activity", activity.id()}}};
  finding.clears = {tr("It clears when a date is recorded or somebody confirms how it stands."), {}};
  return finding;
}

/// An event that suspends a whole track explains what is overdue on it; that is told once, for the track.
bool toldByTrack(const std::vector<TrackStall>& stalls, const Study& study, const Item& activity) {
  if (study.state(activity).is(ActivityStatus::suspended)) return false;
  const auto tracks = study.tracks(activity);
  for (const TrackStall& stall : stalls)
    if (stall.event && !tracks.empty() && tracks.front() == stall.track && stall.leading != &activity) return true;
  return false;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  const auto stalls = stalledTracks(study);
  for (const Item& activity : study.all(KindId::activity)) {
    const Standing now = standing(study, activity);
    if (now.what == Standing::What::stalled && !toldByTrack(stalls, study, activity)) findings.push_back(stalledFinding(study, activity, now));
    if (now.what == Standing::What::silent) findings.push_back(silentFinding(activity, now));
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
      "Is an activity recorded as suspended, or has a planned day or deadline passed with no recorded movement since? What "
      "waits for something else is not asked about: what it waits for is. An activity under way of which nothing is recorded "
      "for long is listed as not known, never as stalled: contact may be confidential.";
  rule.source = "Practice of process support; thresholds are the team's own.";
  rule.clears = "Movement is recorded: a start, a finish, an event, a confirmation, or a new date.";
  appendScheduleReads(rule.reads);
  appendDeadlineReads(rule.reads);
  appendThresholdReads(rule.reads);
  rule.reads.push_back({KindId::activity, "tracks"});
  rule.reads.push_back({KindId::track, "level"});
  rule.thresholds = {{"official-days", 14, "days without movement on official and semi-official tracks"},
                     {"other-days", 45, "days without movement on other tracks"}};
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
