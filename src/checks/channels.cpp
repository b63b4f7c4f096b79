#include "checks/channels.h"

#include "checks/sittings.h"
#include "checks/track_links.h"
#include "graph/disjoint_paths.h"

#include <algorithm>

namespace trackloom::checks {
namespace {

/// Where an end speaks and hears: where it sits, and for a group where those sit who come from it.
std::vector<const Item*> placesOf(const Item& end, const std::vector<Sitting>& all) {
  std::vector<const Item*> places;
  for (const Sitting& sitting : all) {
    const auto groups =
        sitting.who->kind() == KindId::actor ? sitting.who->refs(key::groups) : std::span<const ElementId>();
    if (sitting.who == &end || std::find(groups.begin(), groups.end(), end.id()) != groups.end())
      places.push_back(sitting.in);
  }
  return places;
}

/// Ties a body to its sessions, and to the body it is part of or reports to.
template <class Tie>
void tieBodies(const Study& study, Tie tie) {
  for (const Item& activity : study.all(KindId::activity))
    if (const Item* body = study.target(KindId::body, activity, key::body)) tie(activity, *body);
  for (const Item& body : study.all(KindId::body)) {
    if (const Item* parent = study.target(KindId::body, body, key::parent)) tie(body, *parent);
    for (const Item* above : study.named(body, key::reportsTo.number))
      if (above && canBeEnd(*above)) tie(body, *above);
  }
}

}  // namespace

bool canBeEnd(const Item& item) {
  constexpr KindSet ends{KindId::track, KindId::activity, KindId::body, KindId::actor, KindId::group};
  return ends.has(item.kind());
}

Channels channels(const Study& study, const Item& from, const Item& to, Over over) {
  const LinkNetwork& links = study.links(Carrying::anything);
  std::vector<graph::Arc> arcs;
  const auto bothWays = [&](std::uint32_t a, std::uint32_t b) {
    arcs.push_back({a, b, 0});
    arcs.push_back({b, a, 0});
  };
  const std::span edges(links.network.edges);
  for (const auto& [a, b] : edges.first(links.handOverCount)) arcs.push_back({a, b, 0});
  for (const auto& [a, b] : edges.subspan(links.handOverCount)) bothWays(a, b);
  if (over != Over::handOvers)
    for (const auto& [a, b] : study.linkGround().standing) bothWays(a, b);
  const auto node = [&](const Item& item) { return links.nodeOf(item); };
  const auto tie = [&](const Item& a, const Item& b) { bothWays(node(a), node(b)); };
  if (over == Over::handOvers) tieBodies(study, tie);
  const std::vector<Sitting> all = sittings(study);
  for (const Item* end : {&from, &to})
    for (const Item* place : placesOf(*end, all)) tie(*end, *place);
  const graph::DisjointPaths found =
      graph::disjointPaths(graph::Digraph(links.network.nodeCount, std::move(arcs)), node(from), node(to));
  Channels channels;
  channels.direct = found.direct;
  for (const auto& path : found.paths) {
    auto& items = channels.paths.emplace_back();
    for (const std::uint32_t at : path) items.push_back(links.items[at]);
  }
  for (const std::uint32_t at : found.cut) channels.cut.push_back(links.items[at]);
  return channels;
}

}  // namespace trackloom::checks
