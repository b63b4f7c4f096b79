#include "checks/rules/link_fixes.h"
#include "checks/rules/present.h"
#include "checks/track_links.h"

#include <map>
#include <ranges>

namespace trackloom::checks::catalogue {
namespace {

/// When a track works on an issue: from the first day of its first activity on it to the last day of its last.
struct Span {
  std::int64_t first = 0;
  std::int64_t end = 0;
  const Item* activity = nullptr;  ///< the first of them
};

using Tracks = std::map<std::uint32_t, Span>;

/// The tracks on which each issue is worked on within so many days of the as-of day.
std::vector<Tracks> handling(const Study& study, std::int64_t days) {
  std::vector<Tracks> handled(study.all(KindId::issue).size());
  for (const Item& activity : study.all(KindId::activity)) {
    const auto tracks = study.tracks(activity);
    const Times& times = study.times(activity);
    if (tracks.empty() || !times.included || times.open || !study.known(activity)) continue;
    if (times.ef < study.asOf().number - days || times.es > study.asOf().number + days) continue;
    for (const Item* issue : study.named(activity, key::issues.number)) {
      if (!issue || issue->kind() != KindId::issue) continue;
      const auto [at, added] =
          handled[issue->number()].try_emplace(tracks.front()->number(), Span{times.es, times.ef, &activity});
      if (added) continue;
      if (times.es < at->second.first) at->second.activity = &activity;
      at->second.first = std::min(at->second.first, times.es);
      at->second.end = std::max(at->second.end, times.ef);
    }
  }
  return handled;
}

/// A planned hand-over from the activity that ends first to the other, unless that is over.
void offerHandOver(const Study& study, const Item& a, const Item& b, Finding& finding) {
  const bool forth = study.times(a).ef <= study.times(b).ef;
  const Item& from = forth ? a : b;
  const Item& to = forth ? b : a;
  if (&from != &to && study.times(to).ef > study.asOf().number)
    finding.fixes.push_back(planHandOver(from.id(), to.id()));
}

/// Two tracks that work on an issue at the same time and do not reach each other.
struct Apart {
  const Item* a;
  const Item* b;
  const Span* onA;
  const Span* onB;
};

/// Pairs of tracks that nothing links and that are not kept apart on purpose.
class Pairs {
 public:
  explicit Pairs(const Study& study)
      : tracks_(study.all(KindId::track)), links_(study.links(Carrying::anything)), separations_(study) {}

  std::vector<Apart> among(const Tracks& on) const {
    std::vector<Apart> found;
    for (auto a = on.begin(); a != on.end(); ++a)
      for (auto b = std::next(a); b != on.end(); ++b) {
        const Apart pair{&tracks_[a->first], &tracks_[b->first], &a->second, &b->second};
        const bool together = pair.onA->first < pair.onB->end && pair.onB->first < pair.onA->end;
        if (together && !links_.linked(*pair.a, *pair.b) && !separations_.keepApart(*pair.a, *pair.b))
          found.push_back(pair);
      }
    return found;
  }

 private:
  std::span<const Item> tracks_;
  const LinkNetwork& links_;
  Separations separations_;
};

Finding unlinked(const Study& study, const Item& issue, const std::vector<Apart>& pairs) {
  constexpr std::size_t mostTold = 12;
  std::vector<ElementId> tracks;
  std::vector<ElementId> activities;
  const auto enter = [](std::vector<ElementId>& ids, const Item& item) {
    if (std::ranges::find(ids, item.id()) == ids.end()) ids.push_back(item.id());
  };
  for (const Apart& pair : pairs) {
    enter(tracks, *pair.a);
    enter(tracks, *pair.b);
    enter(activities, *pair.onA->activity);
    enter(activities, *pair.onB->activity);
  }
  Finding finding;
  finding.elements = {issue.id()};
  finding.elements.insert(finding.elements.end(), tracks.begin(), tracks.end());
  finding.elements.insert(finding.elements.end(), activities.begin(), activities.end());
  const Apart& first = pairs.front();
  if (tracks.size() == 2) {
    finding.message = {tr("“{issue}” is worked on at the same time on “{a}” and on “{b}”, and nothing links the two."),
                       {{"issue", issue.id()}, {"a", first.a->id()}, {"b", first.b->id()}}};
  } else {
    finding.message = {
        tr("“{issue}” is worked on at the same time on {count} {count|track|tracks} that nothing links: {tracks}."),
        {{"issue", issue.id()}, {"count", static_cast<std::int64_t>(tracks.size())}, {"tracks", tracks}}};
  }
  for (const Apart& pair : pairs | std::views::take(mostTold))
    finding.because.push_back({tr("“{a}” and “{b}” are two of the activities on it."),
                               {{"a", pair.onA->activity->id()}, {"b", pair.onB->activity->id()}}});
  if (pairs.size() > mostTold)
    finding.because.push_back({tr("There are more; only the first of them are named here."), {}});
  finding.clears = {tr("It clears when a hand-over links them, or they are recorded as kept apart on purpose."), {}};
  offerHandOver(study, *first.onA->activity, *first.onB->activity, finding);
  finding.fixes.push_back(keepApartOnPurpose(first.a->id(), first.b->id()));
  return finding;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::issue).empty() || study.all(KindId::track).size() < 2) return findings;
  const auto days = static_cast<std::int64_t>(study.threshold("GAP-ISSUE", "days"));
  const std::vector<Tracks> handled = handling(study, days);
  const Pairs tracks(study);
  constexpr std::size_t mostTracks = 40;  // an issue on more is on all
  for (const Item& issue : study.all(KindId::issue)) {
    if (study.stopped()) break;
    const Tracks& on = handled[issue.number()];
    if (on.size() < 2 || on.size() > mostTracks) continue;
    if (const auto pairs = tracks.among(on); !pairs.empty()) findings.push_back(unlinked(study, issue, pairs));
  }
  return findings;
}

}  // namespace

Rule sameIssueTwice() {
  Rule rule;
  rule.id = "GAP-ISSUE";
  rule.family = "Links";
  rule.title = "The same issue on two tracks, unlinked";
  rule.help =
      "Is an issue worked on at overlapping times on two tracks that no hand-over links, directly or over others? "
      "Activities within a number of days of the as-of day count. Tracks kept apart on purpose are not asked about.";
  rule.source = "Conciliation Resources and mediatEUr on Ukraine 2014: some twenty dialogue initiatives without links.";
  rule.clears = "A hand-over links them, or they are recorded as kept apart on purpose.";
  rule.thresholds = {{"days", 90, "days before and after the as-of day within which activities count"}};
  appendScheduleReads(rule.reads);
  appendLinkReads(rule.reads);
  appendKnownReads(rule.reads, KindId::activity);
  appendThresholdReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"issues"});
  rule.broader = "GAP-NO-LINK";
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
