#include "documents/answers.h"

#include <algorithm>
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

}  // namespace

Answer networkAnswer(const checks::Ties& ties, const checks::TieMeasures& measures, TieKind kind) {
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
  std::vector<std::uint32_t> order(ties.nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return measures.component[a] < measures.component[b]; });
  for (const std::uint32_t node : order) part.rows.push_back(rowOf(ties, measures, node));
  return {{}, {std::move(part)}, remarks(ties, measures)};
}

}  // namespace trackloom::documents
