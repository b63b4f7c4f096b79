#include "checks/ties.h"

#include "checks/sittings.h"
#include "checks/track_links.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace trackloom::checks {
namespace {

/// Beyond so many steps exact betweenness takes minutes.
constexpr double maxSteps = 2e10;

const Item* firstTrack(const Study& study, const Item& item) {
  const auto tracks = study.tracks(item);
  return tracks.empty() ? nullptr : tracks.front();
}

/// Not so for a relation that is over or only foreseen.
bool holds(const Study& study, const Item& relation) {
  const Date* since = relation.get(key::since);
  const Date* until = relation.get(key::until);
  return !(since && since->first() > study.asOf()) && !(until && until->last() < study.asOf());
}

void tieRelations(const Study& study, Ties& ties) {
  const auto ends = study.ends(KindId::relation);
  for (const Item& relation : study.all(KindId::relation)) {
    const auto [from, to] = ends[relation.number()];
    if (from && to && from->kind() == KindId::actor && to->kind() == KindId::actor && holds(study, relation))
      ties.edges.push_back({from->number(), to->number()});
  }
}

using Members = std::span<const Sitting>;

void tieGathering(Members members, std::uint64_t& pairsLeft, Ties& ties) {
  const std::uint64_t pairs = members.size() * (members.size() - 1) / 2;
  if (pairs <= pairsLeft) {
    pairsLeft -= pairs;
    for (std::size_t a = 0; a < members.size(); ++a)
      for (std::size_t b = 0; b < a; ++b) ties.edges.push_back({members[a].who->number(), members[b].who->number()});
    return;
  }
  pairsLeft = 0;
  const auto node = static_cast<std::uint32_t>(ties.nodes.size());
  ties.nodes.push_back(members.front().in);
  ties.gatherings.push_back(members.front().in);
  for (const Sitting& sitting : members) ties.edges.push_back({sitting.who->number(), node});
}

Ties actorTies(const Study& study) {
  Ties ties;
  for (const Item& actor : study.all(KindId::actor)) ties.nodes.push_back(&actor);
  tieRelations(study, ties);

  std::vector<Sitting> sitting = sittings(study);
  ties.tracks = homeTracks(study, sitting);
  std::erase_if(sitting, [](const Sitting& one) { return one.who->kind() != KindId::actor; });
  std::vector<Members> gatherings;
  for (std::size_t begin = 0, end = 0; begin < sitting.size(); begin = end) {
    while (end < sitting.size() && sitting[end].in == sitting[begin].in) ++end;
    gatherings.push_back(Members(sitting).subspan(begin, end - begin));
  }
  std::stable_sort(gatherings.begin(), gatherings.end(), [](Members a, Members b) { return a.size() < b.size(); });
  std::uint64_t pairsLeft = maxPairsTied;
  for (const Members members : gatherings) tieGathering(members, pairsLeft, ties);
  for (const Item* gathering : ties.gatherings) ties.tracks.push_back(firstTrack(study, *gathering));
  return ties;
}

Ties transferTies(const Study& study) {
  constexpr std::uint32_t unused = 0xFFFFFFFF;
  const LinkNetwork& links = study.links(Carrying::anything);
  const auto handOvers = std::span(links.network.edges).first(links.handOverCount);
  std::vector<std::uint32_t> number(links.items.size(), unused);
  for (const graph::Edge& edge : handOvers) number[edge.a] = number[edge.b] = 0;
  const std::vector<const Item*> homes = homeTracks(study, sittings(study));
  Ties ties;
  ties.directed = true;
  for (std::uint32_t node = 0; node < number.size(); ++node) {
    if (number[node] == unused) continue;
    const Item& item = *links.items[node];
    number[node] = static_cast<std::uint32_t>(ties.nodes.size());
    ties.nodes.push_back(&item);
    ties.tracks.push_back(item.kind() == KindId::actor ? homes[item.number()] : firstTrack(study, item));
  }
  for (const graph::Edge& edge : handOvers) ties.edges.push_back({number[edge.a], number[edge.b]});
  return ties;
}

Ties dependencyTies(const Study& study) {
  Ties ties;
  ties.directed = true;
  std::vector<std::uint32_t> number(study.all(KindId::activity).size());
  const auto stands = [&](const Item* item) {
    return item && item->kind() == KindId::activity && study.progress(*item) != Progress::leftOut;
  };
  for (const Item& activity : study.all(KindId::activity)) {
    number[activity.number()] = static_cast<std::uint32_t>(ties.nodes.size());
    if (!stands(&activity)) continue;
    ties.nodes.push_back(&activity);
    ties.tracks.push_back(firstTrack(study, activity));
  }
  for (const auto& [from, to] : study.ends(KindId::dependency))
    if (stands(from) && stands(to)) ties.edges.push_back({number[from->number()], number[to->number()]});
  return ties;
}

graph::Digraph directedGraph(const Ties& ties) {
  std::vector<graph::Arc> arcs;
  for (const graph::Edge& edge : ties.edges) arcs.push_back({edge.a, edge.b, 0});
  return {static_cast<std::uint32_t>(ties.nodes.size()), std::move(arcs)};
}

}  // namespace

Ties ties(const Study& study, TieKind kind) {
  if (kind == TieKind::transfers) return transferTies(study);
  return kind == TieKind::actors ? actorTies(study) : dependencyTies(study);
}

TieMeasures measure(const Ties& ties) {
  const auto nodes = static_cast<std::uint32_t>(ties.nodes.size());
  const graph::Adjacency graph(nodes, ties.edges);
  TieMeasures found;
  for (std::uint32_t node = 0; node < nodes; ++node) found.degree.push_back(graph.degree(node));
  if (1.0 * nodes * (nodes + 2.0 * static_cast<double>(graph.edgeCount())) <= maxSteps)
    found.centrality = graph::centrality(graph);
  // A row of a thousand squares has more shortest ways than a number can hold.
  if (found.centrality &&
      !std::ranges::all_of(found.centrality->betweenness, [](double b) { return std::isfinite(b); }))
    found.centrality.reset();
  found.component = graph::connectedComponents(nodes, ties.edges);
  found.articulationPoint.assign(nodes, false);
  for (const std::uint32_t node : graph::articulationPoints(nodes, ties.edges)) found.articulationPoint[node] = true;
  found.bridges.resize(nodes);
  for (const graph::Edge& bridge : graph::bridges(nodes, ties.edges)) {
    found.bridges[bridge.a].push_back(bridge.b);
    found.bridges[bridge.b].push_back(bridge.a);
  }
  std::vector<std::optional<std::uint32_t>> camps;
  for (const Item* track : ties.tracks) camps.push_back(track ? std::optional(track->number()) : std::nullopt);
  found.brokerage = ties.directed ? graph::brokerage(directedGraph(ties), camps) : graph::brokerage(graph, camps);
  return found;
}

}  // namespace trackloom::checks
