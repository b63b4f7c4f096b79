#include "checks/rules/reads.h"
#include "checks/stall.h"

#include <algorithm>

namespace trackloom::checks::catalogue {
namespace {

constexpr std::size_t mostNamed = 10;

/// An activity that is under way or waits for nothing, of which something was recorded lately or is still to come, and
/// the numbers of its issues. None of its tracks stands still.
struct Movable {
  const Item* activity;
  std::vector<std::uint32_t> issues;
};

std::vector<std::uint32_t> issueNumbers(const Study& study, const Item& activity) {
  std::vector<std::uint32_t> numbers;
  for (const Item* issue : study.named(activity, key::issues.number))
    if (issue && issue->kind() == KindId::issue) numbers.push_back(issue->number());
  return numbers;
}

/// By number of the track.
std::vector<bool> standingStill(const Study& study) {
  std::vector<bool> still(study.all(KindId::track).size(), false);
  for (const TrackStall& stall : study.stalls().tracks) still[stall.track->number()] = true;
  return still;
}

std::vector<Movable> movable(const Study& study) {
  std::vector<Movable> found;
  const std::vector<bool> still = standingStill(study);
  for (const Item& activity : study.all(KindId::activity)) {
    const Progress progress = study.progress(activity);
    if (progress != Progress::ongoing && !(progress == Progress::notStarted && study.ready(activity))) continue;
    const Standing::What stands = study.stalls().standings[activity.number()].what;
    const auto tracks = study.tracks(activity);
    if (tracks.empty() || stands == Standing::What::stalled || stands == Standing::What::silent) continue;
    if (std::any_of(tracks.begin(), tracks.end(), [&](const Item* track) { return still[track->number()]; })) continue;
    found.push_back({&activity, issueNumbers(study, activity)});
  }
  return found;
}

/// The issues of what the track waits on and of what it holds up, by number.
std::vector<bool> issuesOf(const Study& study, const TrackStall& stall) {
  std::vector<bool> issues(study.all(KindId::issue).size(), false);
  const auto take = [&](const Item* item) {
    if (item->kind() == KindId::issue) issues[item->number()] = true;
    if (item->kind() == KindId::activity)
      for (const std::uint32_t number : issueNumbers(study, *item)) issues[number] = true;
  };
  for (const Item* item : stall.waitsOn) take(item);
  for (const Item* item : stall.holdsUp) take(item);
  return issues;
}

/// What is ready for the same issues.
struct Ready {
  std::vector<ElementId> activities;
  std::int64_t count = 0;
  bool someWithoutIssue = false;
};

Ready readyFor(const std::vector<bool>& issues, std::span<const Movable> candidates) {
  Ready ready;
  for (const auto& [activity, own] : candidates) {
    if (own.empty()) ready.someWithoutIssue = true;
    if (!std::any_of(own.begin(), own.end(), [&](std::uint32_t issue) { return issues[issue]; })) continue;
    if (++ready.count <= static_cast<std::int64_t>(mostNamed)) ready.activities.push_back(activity->id());
  }
  return ready;
}

Finding meanwhile(const TrackStall& stall, const Ready& ready, bool issuesKnown) {
  Finding finding;
  finding.level = Level::info;
  finding.elements = {stall.track->id()};
  for (const Item* item : stall.waitsOn) finding.elements.push_back(item->id());
  const Message::Place track{"track", stall.track->id()};
  if (!ready.activities.empty()) {
    finding.elements.insert(finding.elements.end(), ready.activities.begin(), ready.activities.end());
    finding.message = {
        tr("While “{track}” stands still, these could move on other tracks for the same issues: {activities}."),
        {track, {"activities", ready.activities}}};
    finding.because.push_back({tr("Activities that wait for nothing: {count}."), {{"count", ready.count}}});
  } else if (!issuesKnown || ready.someWithoutIssue) {
    finding.verdict = Verdict::cannotTell;
    finding.message = {
        tr("Whether something on another track could move while “{track}” stands still cannot be told: not "
           "all activities name their issues."),
        {track}};
    finding.because.push_back({tr("Only activities that name an issue can be matched."), {}});
  } else {
    finding.message = {
        tr("While “{track}” stands still, nothing that is planned on another track could move for the same "
           "issues. Is there something?"),
        {track}};
    finding.because.push_back(
        {tr("On tracks that do not stand still, no activity on these issues is under way or waits for nothing."), {}});
  }
  finding.clears = {tr("It clears when “{track}” moves again."), {track}};
  return finding;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  const std::vector<TrackStall>& stalls = study.stalls().tracks;
  if (stalls.empty()) return findings;
  const std::vector<Movable> candidates = movable(study);
  for (const TrackStall& stall : stalls) {
    if (study.stopped()) break;
    const std::vector<bool> issues = issuesOf(study, stall);
    const bool issuesKnown = std::find(issues.begin(), issues.end(), true) != issues.end();
    findings.push_back(meanwhile(stall, readyFor(issues, candidates), issuesKnown));
  }
  return findings;
}

}  // namespace

Rule compensation() {
  Rule rule;
  rule.id = "STALL-COMP";
  rule.family = "Stalls";
  rule.level = Level::info;
  rule.title = "What could move while a track stands still";
  rule.help =
      "While a track stands still, which activities of other tracks on the same issues wait for nothing and could "
      "move? "
      "The issues are those of what it waits on and of what it holds up. What is itself stalled or silent, or stands "
      "on a track that stands still, is not offered.";
  rule.source =
      "EU–UN meeting of mediation support entities, Brussels 2023: other tracks come to the fore when the official "
      "one stagnates.";
  rule.clears = "The track moves again.";
  rule.waits = true;
  appendStallReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"issues"});
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
