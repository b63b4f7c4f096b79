#include "checks/rules/link_fixes.h"
#include "checks/rules/present.h"
#include "checks/track_links.h"

#include <map>

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
    if (tracks.empty() || !times.included || times.open) continue;
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

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  if (study.all(KindId::issue).empty() || study.all(KindId::track).size() < 2) return findings;
  const auto days = static_cast<std::int64_t>(study.threshold("GAP-ISSUE", "days"));
  const std::vector<Tracks> handled = handling(study, days);
  const LinkNetwork& links = study.links(Carrying::anything);
  const Separations separations(study);
  const auto tracks = study.all(KindId::track);
  constexpr std::size_t mostTracks = 40;  // an issue on more is on all
  for (const Item& issue : study.all(KindId::issue)) {
    if (study.stopped()) break;
    const Tracks& on = handled[issue.number()];
    if (on.size() < 2 || on.size() > mostTracks) continue;
    const auto apart = [&]() -> std::optional<std::pair<Tracks::const_iterator, Tracks::const_iterator>> {
      for (auto a = on.begin(); a != on.end(); ++a)
        for (auto b = std::next(a); b != on.end(); ++b)
          if (a->second.first < b->second.end && b->second.first < a->second.end &&
              !links.linked(tracks[a->first], tracks[b->first]) &&
              !separations.keepApart(tracks[a->first], tracks[b->first]))
            return std::pair(a, b);
      return std::nullopt;
    }();
    if (!apart) continue;
    const auto& [a, b] = *apart;
    Finding finding;
    finding.elements = {issue.id(), tracks[a->first].id(), tracks[b->first].id(), a->second.activity->id(),
                        b->second.activity->id()};
    finding.message = {tr("“{issue}” is worked on at the same time on “{a}” and on “{b}”, and nothing links the two."),
                       {{"issue", issue.id()}, {"a", tracks[a->first].id()}, {"b", tracks[b->first].id()}}};
    finding.because.push_back({tr("“{a}” and “{b}” are two of the activities on it."),
                               {{"a", a->second.activity->id()}, {"b", b->second.activity->id()}}});
    if (on.size() > 2)
      finding.because.push_back(
          {tr("Tracks that work on it: {count}."), {{"count", static_cast<std::int64_t>(on.size())}}});
    finding.clears = {tr("It clears when a hand-over links them, or they are recorded as kept apart on purpose."), {}};
    offerHandOver(study, *a->second.activity, *b->second.activity, finding);
    finding.fixes.push_back(keepApartOnPurpose(tracks[a->first].id(), tracks[b->first].id()));
    findings.push_back(std::move(finding));
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
  appendThresholdReads(rule.reads);
  appendReads(rule.reads, KindId::activity, {"issues"});
  rule.broader = "GAP-NO-LINK";
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
