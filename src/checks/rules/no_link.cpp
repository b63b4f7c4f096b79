#include "checks/rules/link_fixes.h"
#include "checks/rules/reads.h"
#include "checks/track_links.h"

#include <algorithm>

namespace trackloom::checks::catalogue {
namespace {

constexpr std::size_t mostPairs = 50;  ///< so many pairs are told one by one; there may be as many as tracks squared

/// A planned hand-over from what one track did last to what the other does next, as it is and by each who could carry
/// it.
void offerTransfers(const AtWork& from, const AtWork& to, std::span<const ElementId> both, Finding& finding) {
  if (!from.latest || !to.next || from.latest == to.next) return;
  finding.fixes.push_back(planHandOver(from.latest->id(), to.next->id()));
  offerCarried(from, to, both, finding);
}

/// Looks at pairs of tracks that are both at work.
class Pairs {
 public:
  explicit Pairs(const Study& study)
      : study_(study),
        window_(static_cast<std::int64_t>(study.threshold("GAP-NO-LINK", "days"))),
        least_(static_cast<std::int64_t>(study.threshold("GAP-NO-LINK", "activities"))),
        content_(study.links(Carrying::moreThanPressure)),
        separations_(study),
        onTracks_(study) {
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
  const AtWork& at(const Item& track) const { return study_.work(track, window_); }

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
    finding.because.push_back(
        {tr("Activities within {days} {days|day|days} of {asOf}: {countA} on “{a}”, {countB} on “{b}”."),
         {{"days", window_},
          {"asOf", study_.asOf()},
          {"countA", at(a).dated},
          {"a", a.id()},
          {"countB", at(b).dated},
          {"b", b.id()}}});
    const std::vector<ElementId> both = onTracks_.inBoth(a, b);
    if (!both.empty())
      finding.because.push_back(
          {tr("In activities of both, so they could carry something: {actors}."), {{"actors", both}}});
    finding.clears = {
        tr("It clears when a hand-over between them is planned, or when they are recorded as kept apart on purpose."),
        {}};
    offerTransfers(at(b), at(a), both, finding);
    offerTransfers(at(a), at(b), both, finding);
    finding.fixes.push_back(keepApartOnPurpose(a.id(), b.id()));
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
                                  "over; {listed} {listed|pair is|pairs are} listed."),
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
  const LinkNetwork& content_;
  Separations separations_;
  mutable OnTracks onTracks_;
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
