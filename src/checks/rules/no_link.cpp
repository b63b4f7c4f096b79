#include "checks/rules/reads.h"
#include "checks/track_links.h"

#include <algorithm>
#include <iterator>

namespace trackloom::checks::catalogue {
namespace {

constexpr std::size_t mostPairs = 50;  ///< so many pairs are told one by one; there may be as many as tracks squared
constexpr std::size_t mostActors = 6;

/// What there is on a track, each worked out once for all pairs.
struct AtWork {
  std::int64_t dated = 0;             ///< activities within the window
  std::int64_t undated = 0;           ///< activities that may be in it: no date is known
  const Item* latest = nullptr;       ///< the last that had begun by the as-of day
  const Item* next = nullptr;         ///< the first that is not over
  std::vector<std::uint32_t> actors;  ///< who takes part, by number
};

bool hasDate(const Item& activity) {
  return activity.get(key::start) || activity.get(key::finish) || activity.get(key::plannedStart) ||
         activity.get(key::plannedFinish);
}

void enterActivity(const Study& study, const Item& activity, std::int64_t window, AtWork& work) {
  if (!hasDate(activity)) {
    ++work.undated;
    return;
  }
  const Times& times = study.times(activity);
  const Day first = firstDay(times.es);
  const Day last = lastDay(times.es, times.ef);
  if (first <= study.asOf() + window && last >= study.asOf() - window) ++work.dated;
  if (first <= study.asOf() && (!work.latest || times.es > study.times(*work.latest).es)) work.latest = &activity;
  if (last >= study.asOf() && (!work.next || times.es < study.times(*work.next).es)) work.next = &activity;
}

void enterActor(const Study& study, const ElementId& who, const Item* activity, std::vector<AtWork>& works) {
  const Item* actor = study.find(KindId::actor, who);
  if (!actor || !activity || study.progress(*activity) == Progress::leftOut) return;
  for (const Item* track : study.tracks(*activity)) works[track->number()].actors.push_back(actor->number());
}

/// What there is on each track. An activity counts on all its tracks.
std::vector<AtWork> worksOf(const Study& study, std::int64_t window) {
  std::vector<AtWork> works(study.all(KindId::track).size());
  for (const Item& activity : study.all(KindId::activity)) {
    if (study.progress(activity) == Progress::leftOut) continue;
    for (const Item* track : study.tracks(activity)) enterActivity(study, activity, window, works[track->number()]);
    enterActor(study, activity.ref(key::lead), &activity, works);
  }
  for (const Item& participation : study.all(KindId::participation))
    if (tookPart(study, participation))
      enterActor(study, participation.ref(key::linkWho), study.target(KindId::activity, participation, key::linkIn),
                 works);
  for (AtWork& work : works) {
    std::sort(work.actors.begin(), work.actors.end());
    work.actors.erase(std::unique(work.actors.begin(), work.actors.end()), work.actors.end());
  }
  return works;
}

/// Actors that take part in activities of both tracks: who could carry something.
std::vector<ElementId> inBoth(const Study& study, const AtWork& a, const AtWork& b) {
  std::vector<std::uint32_t> both;
  std::set_intersection(a.actors.begin(), a.actors.end(), b.actors.begin(), b.actors.end(), std::back_inserter(both));
  if (both.size() > mostActors) both.resize(mostActors);
  std::vector<ElementId> ids;
  for (const std::uint32_t actor : both) ids.push_back(study.all(KindId::actor)[actor].id());
  return ids;
}

Edit plannedTransfer(const Plan& plan, const ElementId& from, const ElementId& to) {
  const ElementId id = ElementId::derivedFrom("transfer " + from.str() + ' ' + to.str());
  if (plan.find(id)) return {};
  Element transfer(KindId::transfer, id);
  transfer.set(key::linkFrom, from).set(key::linkTo, to);
  transfer.set(key::status, Choice{static_cast<std::uint16_t>(TransferStatus::planned), {}});
  return addElement(plan, std::move(transfer));
}

/// A planned hand-over from what one track did last to what the other does next.
void offerTransfer(const AtWork& from, const AtWork& to, Finding& finding) {
  if (!from.latest || !to.next || from.latest == to.next) return;
  const ElementId source = from.latest->id();
  const ElementId target = to.next->id();
  finding.fixes.push_back({{tr("Plan a hand-over from “{from}” to “{to}”"), {{"from", source}, {"to", target}}},
                           [source, target](const Plan& plan) { return plannedTransfer(plan, source, target); }});
}

/// Looks at pairs of tracks that are both at work.
class Pairs {
 public:
  explicit Pairs(const Study& study)
      : study_(study),
        window_(static_cast<std::int64_t>(study.threshold("GAP-NO-LINK", "days"))),
        least_(static_cast<std::int64_t>(study.threshold("GAP-NO-LINK", "activities"))),
        works_(worksOf(study, window_)),
        content_(study.links(Carrying::moreThanPressure)),
        separations_(study) {
    for (const Item& track : study.all(KindId::track)) {
      const AtWork& work = at(track);
      if (work.dated + work.undated >= least_) tracks_.push_back(&track);
    }
  }

  std::vector<Finding> findings() const {
    std::vector<Finding> found;
    for (std::size_t i = 0; i < tracks_.size(); ++i) {
      if (study_.stopped()) return found;
      for (std::size_t j = i + 1; j < tracks_.size(); ++j) {
        if (content_.linked(*tracks_[i], *tracks_[j]) || separations_.keepApart(*tracks_[i], *tracks_[j])) continue;
        if (found.size() == mostPairs) {
          found.push_back(rest());
          return found;
        }
        found.push_back(gap(*tracks_[i], *tracks_[j]));
      }
    }
    return found;
  }

 private:
  const AtWork& at(const Item& track) const { return works_[track.number()]; }

  Message told(const Item& a, const Item& b) const {
    const Message::Place placeA{"a", a.id()};
    const Message::Place placeB{"b", b.id()};
    if (study_.links(Carrying::anything).linked(a, b))
      return {tr("Between “{a}” and “{b}” nothing but pressure passes: no proposal, text, information or person is "
                 "handed over, directly or over others."),
              {placeA, placeB}};
    return {tr("“{a}” and “{b}” do not reach each other: no hand-over between them, directly or over others, and no "
               "shared carrier."),
            {placeA, placeB}};
  }

  Finding gap(const Item& a, const Item& b) const {
    Finding finding;
    finding.elements = {a.id(), b.id()};
    finding.message = told(a, b);
    if (std::min(at(a).dated, at(b).dated) < least_) {
      finding.verdict = Verdict::cannotTell;
      finding.message = {tr("Whether “{a}” and “{b}” should be linked by now cannot be told: {count} of their "
                            "activities have no date."),
                         {{"a", a.id()}, {"b", b.id()}, {"count", at(a).undated + at(b).undated}}};
    }
    finding.because.push_back({tr("Activities within {days} days of {asOf}: {countA} on “{a}”, {countB} on “{b}”."),
                               {{"days", window_},
                                {"asOf", study_.asOf()},
                                {"countA", at(a).dated},
                                {"a", a.id()},
                                {"countB", at(b).dated},
                                {"b", b.id()}}});
    if (const auto both = inBoth(study_, at(a), at(b)); !both.empty())
      finding.because.push_back(
          {tr("In activities of both, so they could carry something: {actors}."), {{"actors", both}}});
    finding.clears = {
        tr("It clears when a hand-over between them is planned, or when they are recorded as kept apart on purpose."),
        {}};
    offerTransfer(at(b), at(a), finding);
    offerTransfer(at(a), at(b), finding);
    return finding;
  }

  /// In a plan with very many tracks: that more pairs were not told one by one.
  Finding rest() const {
    std::vector<std::uint32_t> parts;
    for (const Item* track : tracks_) parts.push_back(content_.part[content_.trackNode[track->number()]]);
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    Finding finding;
    finding.message = {tr("More pairs of tracks do not reach each other than are listed here."), {}};
    finding.because.push_back({tr("The {tracks} tracks at work fall into {parts} parts between which nothing is handed "
                                  "over; {listed} pairs are listed."),
                               {{"tracks", static_cast<std::int64_t>(tracks_.size())},
                                {"parts", static_cast<std::int64_t>(parts.size())},
                                {"listed", static_cast<std::int64_t>(mostPairs)}}});
    finding.clears = {tr("It clears when hand-overs between these parts are planned, or when they are recorded as kept "
                         "apart on purpose."),
                      {}};
    return finding;
  }

  const Study& study_;
  std::int64_t window_;
  std::int64_t least_;
  std::vector<AtWork> works_;
  const LinkNetwork& content_;
  Separations separations_;
  std::vector<const Item*> tracks_;  // those at work
};

std::vector<Finding> check(const Study& study) {
  if (study.all(KindId::track).size() < 2) return {};
  return Pairs(study).findings();
}

}  // namespace

Rule noLink() {
  Rule rule;
  rule.id = "GAP-NO-LINK";
  rule.family = "Links";
  rule.title = "Two tracks that do not reach each other";
  rule.help =
      "Do two tracks that are both at work lack any way to each other? Hand-overs count along whole paths, with their "
      "carriers; pressure alone and hand-overs that were not taken up do not. Tracks kept apart on purpose are not "
      "asked about.";
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
