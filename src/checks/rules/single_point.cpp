#include "checks/rules/reads.h"
#include "checks/track_links.h"

#include <algorithm>
#include <ranges>
#include <set>

namespace trackloom::checks::catalogue {
namespace {

using graph::TrackCut;

using TrackPair = std::pair<const Item*, const Item*>;

/// The pairs of tracks that a cut parts, without those that are kept apart on purpose.
std::vector<TrackPair> parted(const LinkNetwork& links, const Separations& separations, const TrackCut& cut) {
  std::vector<TrackPair> pairs;
  for (const auto& [a, b] : cut.separated)
    if (!separations.keepApart(*links.items[a], *links.items[b])) pairs.emplace_back(links.items[a], links.items[b]);
  return pairs;
}

Finding told(const Item& point, const std::vector<TrackPair>& pairs) {
  Finding found;
  found.elements = {point.id()};
  std::set<ElementId> tracks;
  for (const auto& [a, b] : pairs) tracks.insert({a->id(), b->id()});
  found.elements.insert(found.elements.end(), tracks.begin(), tracks.end());
  const std::vector<Message::Place> places{
      {"point", point.id()}, {"a", pairs.front().first->id()}, {"b", pairs.front().second->id()}};
  if (point.kind() == KindId::transfer) {
    found.message = {tr("“{a}” and “{b}” are linked by one hand-over only: “{point}”."), places};
    found.clears = {tr("It clears when another hand-over is planned on a way between the tracks."), {}};
  } else {
    found.message = {tr("All that links “{a}” and “{b}” comes from or goes to “{point}”."), places};
    found.clears = {tr("It clears when a hand-over between the tracks starts or ends with somebody else too."), {}};
  }
  found.because.push_back({tr("Without it no way over hand-overs, shared activities or bodies is left."), {}});
  if (pairs.size() > 1)
    found.because.push_back({tr("{count} {count|pair of tracks depends|pairs of tracks depend} on it."),
                             {{"count", static_cast<std::int64_t>(pairs.size())}}});
  return found;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  const auto transfers = study.all(KindId::transfer);
  if (study.all(KindId::track).size() < 2 || transfers.empty()) return findings;
  const LinkNetwork& links = study.links(Carrying::moreThanPressure);
  const Separations separations(study);
  std::set<TrackPair> told_;
  const auto tell = [&](const Item& point, const TrackCut& cut) {
    const std::vector<TrackPair> pairs = parted(links, separations, cut);
    const bool news = std::any_of(pairs.begin(), pairs.end(), [&](const TrackPair& p) { return !told_.contains(p); });
    if (!news) return;
    told_.insert(pairs.begin(), pairs.end());
    findings.push_back(told(point, pairs));
  };
  // Hand-overs first: where one is all there is, its ends need not be told.
  for (const TrackCut& cut : study.handOverCuts() | std::views::reverse)
    tell(cut.node < links.items.size() ? *links.items[cut.node] : transfers[cut.node - links.items.size()], cut);
  return findings;
}

}  // namespace

Rule singlePoint() {
  Rule rule;
  rule.id = "SPOF";
  rule.family = "Links";
  rule.title = "One link holds tracks together";
  rule.help =
      "Would tracks that reach each other lose each other if one hand-over, or one actor that hand-overs start or end "
      "with, were gone? Carriers are asked about by a rule of their own, and pressure alone is no link.";
  rule.source = "Articulation points of the network of hand-overs (Hopcroft and Tarjan, 1973).";
  rule.clears = "Something else links the tracks too.";
  rule.broader = "GAP-SINGLE-CARRIER";
  appendLinkReads(rule.reads);
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
