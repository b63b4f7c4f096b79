#include <algorithm>
#include <set>

#include "checks/rules/reads.h"
#include "checks/track_links.h"

namespace trackloom::checks::catalogue {
namespace {

using graph::TrackCut;

std::vector<ElementId> carriedBy(const Study& study, const ElementId& carrier) {
  std::vector<ElementId> transfers;
  for (const Item& transfer : study.all(KindId::transfer))
    if (transfer.ref(key::carrier) == carrier && !study.state(transfer).is(TransferStatus::rejected)) transfers.push_back(transfer.id());
  return transfers;
}

Finding finding(const Study& study, const LinkNetwork& links, const TrackCut& cut, Verdict verdict) {
  const Item& carrier = *links.items[cut.node];
  const auto [a, b] = cut.separated.front();
  Finding found;
  found.verdict = verdict;
  found.elements = {carrier.id()};
  std::set<ElementId> tracks;
  for (const auto& [first, second] : cut.separated) tracks.insert({links.items[first]->id(), links.items[second]->id()});
  found.elements.insert(found.elements.end(), tracks.begin(), tracks.end());
  const Message::Place carrierPlace{"carrier", carrier.id()};
  const Message::Place placeA{"a", links.items[a]->id()};
  const Message::Place placeB{"b", links.items[b]->id()};
  if (verdict == Verdict::cannotTell) {
    found.message = {tr("Whether “{carrier}” is the only carrier between “{a}” and “{b}” cannot be told: other hand-overs name no carrier."), {carrierPlace, placeA, placeB}};
  } else {
    found.message = {tr("All that passes between “{a}” and “{b}” is carried by “{carrier}”; without them the tracks lose each other."), {placeA, placeB, carrierPlace}};
  }
  if (cut.separatedCount > 1)
    found.because.push_back({tr("{count} pairs of tracks depend on this carrier."), {{"count", static_cast<std::int64_t>(cut.separatedCount)}}});
  found.because.push_back({tr("Hand-overs carried: {count}."), {{"count", static_cast<std::int64_t>(carriedBy(study, carrier.id()).size())}}});
  found.clears = {tr("It clears when a second carrier is named on a way between the tracks."), {}};
  return found;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  const bool anyCarrier = std::any_of(study.all(KindId::transfer).begin(), study.all(KindId::transfer).end(),
                                      [](const Item& transfer) { return !transfer.ref(key::carrier).empty(); });
  if (study.all(KindId::track).size() < 2 || !anyCarrier) return findings;
  const LinkNetwork all = linkNetwork(study, Carrying::anything);
  std::set<std::uint32_t> certain;
  for (const TrackCut& cut : graph::cutsBetweenTracks(all.network)) {
    certain.insert(cut.node);
    findings.push_back(finding(study, all, cut, Verdict::problem));
  }
  const LinkNetwork named = linkNetwork(study, Carrying::namedCarriersOnly);
  for (const TrackCut& cut : graph::cutsBetweenTracks(named.network))
    if (!certain.contains(cut.node)) findings.push_back(finding(study, named, cut, Verdict::cannotTell));
  return findings;
}

}  // namespace

Rule singleCarrier() {
  Rule rule;
  rule.id = "GAP-SINGLE-CARRIER";
  rule.family = "Links";
  rule.title = "One carrier holds tracks together";
  rule.help =
      "Would tracks that reach each other lose each other if one carrier were gone? Where other hand-overs name no carrier it "
      "cannot be told: it may be the same one.";
  rule.source = "Articulation points of the network of hand-overs (Hopcroft and Tarjan, 1973).";
  rule.clears = "A second carrier is named on a way between the tracks.";
  appendScheduleReads(rule.reads);
  appendLinkReads(rule.reads);
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
