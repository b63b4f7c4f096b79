#include <algorithm>
#include <set>

#include "checks/rules/reads.h"
#include "checks/track_links.h"

namespace trackloom::checks::catalogue {
namespace {

struct Count {
  std::int64_t dated = 0;    ///< activities on the track within the window
  std::int64_t undated = 0;  ///< activities that may be in it: no date is known
};

bool hasDate(const Item& activity) {
  return activity.get(key::start) || activity.get(key::finish) || activity.get(key::plannedStart) || activity.get(key::plannedFinish);
}

/// How many activities each track has within so many days of the as-of day. An activity counts on all its tracks.
std::vector<Count> activityCounts(const Study& study, std::int64_t window) {
  std::vector<Count> counts(study.all(KindId::track).size());
  for (const Item& activity : study.all(KindId::activity)) {
    const Times& times = study.times(activity);
    if (!times.included) continue;
    const bool inWindow = firstDay(times.es) <= study.asOf() + window && lastDay(times.es, times.ef) >= study.asOf() - window;
    for (const Item* track : study.tracks(activity)) {
      Count& count = counts[track->number()];
      if (!hasDate(activity)) ++count.undated;
      else if (inWindow) ++count.dated;
    }
  }
  return counts;
}

/// Actors that take part in activities of both tracks: who could carry something.
std::vector<ElementId> inBoth(const Study& study, const Item& a, const Item& b) {
  std::set<ElementId> onA;
  std::set<ElementId> onB;
  const auto enter = [&](const ElementId& who, const Item* activity) {
    if (!activity || !study.find(KindId::actor, who)) return;
    for (const Item* track : study.tracks(*activity)) {
      if (track == &a) onA.insert(who);
      if (track == &b) onB.insert(who);
    }
  };
  for (const Item& participation : study.all(KindId::participation))
    enter(participation.ref(key::linkWho), study.find(KindId::activity, participation.ref(key::linkIn)));
  for (const Item& activity : study.all(KindId::activity)) enter(activity.ref(key::lead), &activity);
  std::vector<ElementId> both;
  std::set_intersection(onA.begin(), onA.end(), onB.begin(), onB.end(), std::back_inserter(both));
  if (both.size() > 6) both.resize(6);
  return both;
}

/// The last activity of a track up to the as-of day, and its next one.
const Item* activityNear(const Study& study, const Item& track, bool latest) {
  const Item* best = nullptr;
  for (const Item& activity : study.all(KindId::activity)) {
    const auto tracks = study.tracks(activity);
    const Times& times = study.times(activity);
    if (!times.included || !hasDate(activity) || std::find(tracks.begin(), tracks.end(), &track) == tracks.end()) continue;
    if (latest ? firstDay(times.es) > study.asOf() : lastDay(times.es, times.ef) < study.asOf()) continue;
    if (!best || (latest ? times.es > study.times(*best).es : times.es < study.times(*best).es)) best = &activity;
  }
  return best;
}

/// A planned hand-over from what one track did last to what the other does next.
void offerTransfer(const Study& study, const Item& from, const Item& to, Finding& finding) {
  const Item* source = activityNear(study, from, true);
  const Item* target = activityNear(study, to, false);
  if (!source || !target || source == target) return;
  const ElementId id = ElementId::derivedFrom("transfer " + source->id().str() + ' ' + target->id().str());
  if (study.find(id)) return;
  Element transfer(KindId::transfer, id);
  transfer.set(key::linkFrom, source->id()).set(key::linkTo, target->id());
  transfer.set(key::status, Choice{static_cast<std::uint16_t>(TransferStatus::planned), {}});
  finding.fixes.push_back({{tr("Plan a hand-over from “{from}” to “{to}”"), {{"from", source->id()}, {"to", target->id()}}},
                           addElement(study.plan(), std::move(transfer))});
}

struct Networks {
  LinkNetwork content;
  LinkNetwork anything;
};

Finding gap(const Study& study, const Networks& networks, const Item& a, const Item& b) {
  Finding finding;
  finding.elements = {a.id(), b.id()};
  finding.message = networks.anything.linked(a, b)
                        ? Message{tr("Between “{a}” and “{b}” nothing but pressure passes: no proposal, text, information or person is handed over, directly or over others."), {{"a", a.id()}, {"b", b.id()}}}
                        : Message{tr("“{a}” and “{b}” do not reach each other: no hand-over between them, directly or over others, and no shared carrier."), {{"a", a.id()}, {"b", b.id()}}};
  finding.clears = {tr("It clears when a hand-over between them is planned, or when they are recorded as kept apart on purpose."), {}};
  if (const auto both = inBoth(study, a, b); !both.empty())
    finding.because.push_back({tr("In activities of both, so they could carry something: {actors}."), {{"actors", both}}});
  offerTransfer(study, b, a, finding);
  offerTransfer(study, a, b, finding);
  return finding;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  const auto tracks = study.all(KindId::track);
  if (tracks.size() < 2) return findings;
  const auto window = static_cast<std::int64_t>(study.threshold("GAP-NO-LINK", "days"));
  const auto least = static_cast<std::int64_t>(study.threshold("GAP-NO-LINK", "activities"));
  const std::vector<Count> counts = activityCounts(study, window);
  const Networks networks{linkNetwork(study, Carrying::moreThanPressure), linkNetwork(study, Carrying::anything)};
  for (const Item& a : tracks) {
    for (const Item& b : tracks.subspan(a.number() + 1)) {
      const Count& atA = counts[a.number()];
      const Count& atB = counts[b.number()];
      if (std::min(atA.dated + atA.undated, atB.dated + atB.undated) < least) continue;
      if (networks.content.linked(a, b) || separated(study, a.id(), b.id())) continue;
      Finding finding = gap(study, networks, a, b);
      if (std::min(atA.dated, atB.dated) < least) {
        finding.verdict = Verdict::cannotTell;
        finding.message = {tr("Whether “{a}” and “{b}” should be linked by now cannot be told: {count} of their activities have no date."),
                           {{"a", a.id()}, {"b", b.id()}, {"count", atA.undated + atB.undated}}};
      }
      finding.because.insert(finding.because.begin(),
                             {tr("Activities within {days} days of {asOf}: {countA} on “{a}”, {countB} on “{b}”."),
                              {{"days", window}, {"asOf", study.asOf()}, {"countA", atA.dated}, {"a", a.id()}, {"countB", atB.dated}, {"b", b.id()}}});
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace

Rule noLink() {
  Rule rule;
  rule.id = "GAP-NO-LINK";
  rule.family = "Links";
  rule.title = "Two tracks that do not reach each other";
  rule.help =
      "Do two tracks that are both at work lack any way to each other? Hand-overs count along whole paths, with their "
      "carriers; pressure alone and hand-overs that were not taken up do not. Tracks kept apart on purpose are not asked about.";
  rule.source = "Beyond the Tracks? (HD, CSS ETH Zurich, FBA, swisspeace, 2019); Çuhadar and Paffenholz, Transfer 2.0.";
  rule.clears = "A hand-over between them is planned, or they are recorded as kept apart on purpose.";
  appendScheduleReads(rule.reads);
  appendLinkReads(rule.reads);
  appendThresholdReads(rule.reads);
  rule.thresholds = {{"activities", 2, "activities on each of the two tracks from which it asks"},
                     {"days", 90, "days before and after the as-of day within which they count"}};
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
