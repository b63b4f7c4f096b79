#include "checks/rules/link_fixes.h"
#include "checks/rules/reads.h"
#include "checks/track_links.h"

#include <algorithm>
#include <set>

namespace trackloom::checks::catalogue {
namespace {

using graph::TrackCut;

/// The hand-overs that each actor carries, by number of the actor.
std::vector<std::vector<const Item*>> carriedBy(const Study& study) {
  std::vector<std::vector<const Item*>> carried(study.all(KindId::actor).size());
  for (const Item& transfer : study.all(KindId::transfer)) {
    const Item* carrier = study.target(KindId::actor, transfer, key::carrier);
    if (carrier && !study.isRefused(transfer)) carried[carrier->number()].push_back(&transfer);
  }
  return carried;
}

/// A carrier, the tracks that hold together by them, and how many pairs of tracks that makes.
struct Dependence {
  const Item* carrier;
  std::vector<std::pair<const Item*, const Item*>> pairs;
  std::int64_t count;
};

/// Without the pairs that are kept apart on purpose; nothing if none is left.
std::optional<Dependence> dependence(const LinkNetwork& links, const Separations& separations, const TrackCut& cut) {
  Dependence found{links.items[cut.node], {}, static_cast<std::int64_t>(cut.separatedCount)};
  for (const auto& [a, b] : cut.separated) {
    if (separations.keepApart(*links.items[a], *links.items[b])) {
      --found.count;
    } else {
      found.pairs.emplace_back(links.items[a], links.items[b]);
    }
  }
  return found.pairs.empty() ? std::nullopt : std::optional(std::move(found));
}

Finding told(const Dependence& on, const std::vector<const Item*>& carried, Verdict verdict) {
  constexpr std::size_t mostNamed = 8;
  Finding found;
  found.verdict = verdict;
  found.elements = {on.carrier->id()};
  std::set<ElementId> tracks;
  for (const auto& [a, b] : on.pairs) tracks.insert({a->id(), b->id()});
  found.elements.insert(found.elements.end(), tracks.begin(), tracks.end());
  const Message::Place carrier{"carrier", on.carrier->id()};
  const Message::Place a{"a", on.pairs.front().first->id()};
  const Message::Place b{"b", on.pairs.front().second->id()};
  if (verdict == Verdict::cannotTell) {
    found.message = {tr("Whether “{carrier}” is the only carrier between “{a}” and “{b}” cannot be told: other "
                        "hand-overs name no carrier."),
                     {carrier, a, b}};
  } else {
    found.message = {tr("All that passes between “{a}” and “{b}” is carried by “{carrier}”; without them the tracks "
                        "lose each other."),
                     {a, b, carrier}};
  }
  if (on.count > 1)
    found.because.push_back(
        {tr("{count} {count|pair of tracks depends|pairs of tracks depend} on this carrier."), {{"count", on.count}}});
  found.because.push_back({tr("Hand-overs carried: {count}."), {{"count", static_cast<std::int64_t>(carried.size())}}});
  for (const Item* transfer : std::span(carried).first(std::min(carried.size(), mostNamed)))
    found.because.push_back({tr("Carried: “{transfer}”."), {{"transfer", transfer->id()}}});
  found.clears = {tr("It clears when a second carrier is named on a way between the tracks."), {}};
  return found;
}

/// Hand-overs between the two tracks that name no carrier may be carried by somebody else who sits on both.
void offerNames(const Study& study, const Dependence& on, std::span<const ElementId> others, Finding& found) {
  constexpr std::size_t most = 3;
  const auto& [a, b] = on.pairs.front();
  for (const Item& transfer : study.all(KindId::transfer)) {
    const auto& [from, to] = study.ends(KindId::transfer)[transfer.number()];
    if (!from || !to || study.target(transfer, key::carrier) || study.isRefused(transfer)) continue;
    const auto leaves = study.tracks(*from);
    const auto arrives = study.tracks(*to);
    const auto on_ = [](std::span<const Item* const> tracks, const Item* track) {
      return std::find(tracks.begin(), tracks.end(), track) != tracks.end();
    };
    if (!(on_(leaves, a) && on_(arrives, b)) && !(on_(leaves, b) && on_(arrives, a))) continue;
    for (const ElementId& who : others.first(std::min(others.size(), most)))
      found.fixes.push_back({{tr("Name “{carrier}” as the one who carries what goes from “{from}” to “{to}”"),
                              {{"carrier", who}, {"from", from->id()}, {"to", to->id()}}},
                             [id = transfer.id(), who](const Plan& plan) {
                               return setField(plan, id, key::carrier.number, Value(who));
                             }});
    return;
  }
}

/// Whoever else sits on the first two of the tracks could carry something as well.
void offerOthers(const Study& study, const Dependence& on, OnTracks& onTracks, Finding& found) {
  const AtWork& a = study.work(*on.pairs.front().first, 0);
  const AtWork& b = study.work(*on.pairs.front().second, 0);
  std::vector<ElementId> others = onTracks.inBoth(*on.pairs.front().first, *on.pairs.front().second);
  std::erase(others, on.carrier->id());
  if (found.verdict == Verdict::cannotTell) offerNames(study, on, others, found);
  const bool forth = a.latest && b.next && a.latest != b.next;
  forth ? offerCarried(a, b, others, found) : offerCarried(b, a, others, found);
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  const std::vector<std::vector<const Item*>> carried = carriedBy(study);
  const bool anyCarried = std::any_of(carried.begin(), carried.end(), [](const auto& all) { return !all.empty(); });
  if (study.all(KindId::track).size() < 2 || !anyCarried) return findings;
  const Separations separations(study);
  OnTracks onTracks(study);
  const auto tell = [&](const LinkNetwork& links, const TrackCut& cut, Verdict verdict) {
    const auto on = dependence(links, separations, cut);
    if (!on) return;
    findings.push_back(told(*on, carried[on->carrier->number()], verdict));
    offerOthers(study, *on, onTracks, findings.back());
  };
  const LinkNetwork& all = study.links(Carrying::anything);
  std::set<std::uint32_t> certain;
  for (const TrackCut& cut : study.carrierCuts(Carrying::anything)) {
    certain.insert(cut.node);
    tell(all, cut, Verdict::problem);
  }
  const LinkNetwork& named = study.links(Carrying::namedCarriersOnly);
  for (const TrackCut& cut : study.carrierCuts(Carrying::namedCarriersOnly))
    if (!certain.contains(cut.node)) tell(named, cut, Verdict::cannotTell);
  return findings;
}

}  // namespace

Rule singleCarrier() {
  Rule rule;
  rule.id = "GAP-SINGLE-CARRIER";
  rule.family = "Links";
  rule.title = "One carrier holds tracks together";
  rule.help =
      "Would tracks that reach each other lose each other if one carrier were gone? Where other hand-overs name no "
      "carrier it "
      "cannot be told: it may be the same one.";
  rule.source = "Articulation points of the network of hand-overs (Hopcroft and Tarjan, 1973).";
  rule.clears = "A second carrier is named on a way between the tracks.";
  appendScheduleReads(rule.reads);
  appendLinkReads(rule.reads);
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
