#include "documents/answers.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

namespace trackloom::documents {
namespace {

using checks::TieKind;

AnswerCell measured(const std::optional<graph::Centrality>& central, std::vector<double> graph::Centrality::*values,
                    std::uint32_t node) {
  if (!central) return cellOf(std::string("?"));
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", (*central.*values)[node]);
  return cellOf(std::string(text));
}

AnswerRow rowOf(const checks::Ties& ties, const checks::TieMeasures& measures, std::uint32_t node) {
  const graph::Brokerage& roles = measures.brokerage[node];
  const ElementId& id = ties.nodes[node]->id();
  AnswerRow row{id,
                {cellOf(id), ties.tracks[node] ? cellOf(ties.tracks[node]->id()) : AnswerCell{},
                 cellOf(static_cast<std::int64_t>(measures.degree[node])),
                 measured(measures.centrality, &graph::Centrality::betweenness, node),
                 measured(measures.centrality, &graph::Centrality::closeness, node),
                 cellOf(static_cast<std::int64_t>(measures.component[node]) + 1),
                 measures.articulationPoint[node] ? cellOf(std::string("*")) : AnswerCell{},
                 cellOf(static_cast<std::int64_t>(measures.bridges[node].size()))}};
  for (const std::uint64_t count :
       {roles.coordinator, roles.gatekeeper, roles.representative, roles.consultant, roles.liaison})
    row.cells.push_back(cellOf(static_cast<std::int64_t>(count)));
  return row;
}

const char* nothing(TieKind kind) {
  if (kind == TieKind::transfers) return tr("Nothing to show: the plan has no hand-overs between two known ends.");
  return kind == TieKind::actors ? tr("Nothing to show: the plan has no actors.")
                                 : tr("Nothing to show: the plan has no activities.");
}

/// What of the plan is not in the network as the words of the question say it.
std::vector<Message> remarks(const checks::Ties& ties, const checks::TieMeasures& measures) {
  std::vector<Message> notes;
  std::vector<ElementId> gatherings;
  for (const checks::Item* gathering : ties.gatherings) gatherings.push_back(gathering->id());
  if (!gatherings.empty())
    notes.push_back({tr("Too many sit in {gatherings} to tie each with each: whoever sits there is tied to it instead, "
                        "and it is a node itself."),
                     {{"gatherings", gatherings}}});
  if (!measures.centrality)
    notes.push_back({tr("The network is too large to work out betweenness and closeness."), {}});
  return notes;
}

/// Who stands on most of the ways between others, and without whom something falls apart.
std::vector<Message> summary(const checks::Ties& ties, const checks::TieMeasures& measures) {
  std::vector<Message> said;
  if (measures.centrality) {
    const auto& shares = measures.centrality->betweenness;
    const auto most = std::max_element(shares.begin(), shares.end());
    if (most == shares.end() || *most <= 0)
      said.push_back({tr("No shortest way between two leads over a third."), {}});
    else
      said.push_back({tr("Most of the shortest ways between others lead over “{name}”: {percent} of 100."),
                      {{"name", ties.nodes[static_cast<std::size_t>(most - shares.begin())]->id()},
                       {"percent", static_cast<std::int64_t>(std::lround(*most * 100))}}});
  }
  constexpr std::size_t mostNamed = 6;
  std::vector<ElementId> holding;
  for (std::size_t node = 0; node < ties.nodes.size(); ++node)
    if (measures.articulationPoint[node]) holding.push_back(ties.nodes[node]->id());
  if (holding.empty()) return said;
  const auto more = static_cast<std::int64_t>(holding.size()) - static_cast<std::int64_t>(mostNamed);
  holding.resize(std::min(holding.size(), mostNamed));
  said.push_back({more > 0 ? tr("What hangs together falls apart without any one of: {names}, and {more} others.")
                           : tr("What hangs together falls apart without any one of: {names}."),
                  {{"names", holding}, {"more", more}}});
  return said;
}

std::vector<std::uint32_t> ordered(const checks::TieMeasures& measures, NetworkOrder by) {
  std::vector<std::uint32_t> order(measures.degree.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto& central = measures.centrality;
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
    if (by == NetworkOrder::byPart) return measures.component[a] < measures.component[b];
    if (central && central->betweenness[a] != central->betweenness[b])
      return central->betweenness[a] > central->betweenness[b];
    return measures.degree[a] > measures.degree[b];
  });
  return order;
}

}  // namespace

Answer networkAnswer(const MeasuredTies& network, NetworkOrder order) {
  const auto& [ties, measures, kind] = network;
  AnswerPart part;
  part.columns = {{tr("Name")},
                  {tr("Track")},
                  {tr("Ties"), Side::right},
                  {"Between", Side::right, tr("Share of ways over it")},
                  {"Near", Side::right, tr("Nearness")},
                  {tr("Part"), Side::right},
                  {"*", Side::left, tr("Its part falls apart without it")},
                  {"Bridges", Side::right, tr("Ties that nothing replaces")},
                  {"Co", Side::right, tr("Coordinator")},
                  {"Ga", Side::right, tr("Gatekeeper")},
                  {"Re", Side::right, tr("Representative")},
                  {"It", Side::right, tr("Itinerant consultant")},
                  {"Li", Side::right, tr("Liaison")}};
  part.none = {nothing(kind), {}};
  for (const std::uint32_t node : ordered(measures, order)) part.rows.push_back(rowOf(ties, measures, node));
  Answer answer{{}, {std::move(part)}, remarks(ties, measures)};
  if (answer.hasRows()) answer.said = summary(ties, measures);
  return answer;
}

}  // namespace trackloom::documents
