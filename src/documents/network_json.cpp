#include "documents/network_json.h"

namespace trackloom::documents {
namespace {

Json rowOf(const checks::Ties& ties, const checks::TieMeasures& measures, std::size_t node) {
  const Element& element = ties.nodes[node]->element();
  Json bridges = Json::array();
  for (const std::uint32_t other : measures.bridges[node]) bridges.add(ties.nodes[other]->id().text());
  const graph::Brokerage& roles = measures.brokerage[node];
  const auto measured = [&](const std::vector<double> graph::Centrality::*values) {
    return measures.centrality ? Json((*measures.centrality.*values)[node]) : Json();
  };
  Json row;
  row.put("id", element.id().text())
      .put("kind", element.definition().name)
      .put("name", element.title())
      .put("track", ties.tracks[node] ? Json(ties.tracks[node]->id().text()) : Json())
      .put("degree", measures.degree[node])
      .put("betweenness", measured(&graph::Centrality::betweenness))
      .put("closeness", measured(&graph::Centrality::closeness))
      .put("component", measures.component[node] + 1)
      .put("articulationPoint", static_cast<bool>(measures.articulationPoint[node]))
      .put("bridges", std::move(bridges))
      .put("coordinator", roles.coordinator)
      .put("gatekeeper", roles.gatekeeper)
      .put("representative", roles.representative)
      .put("consultant", roles.consultant)
      .put("liaison", roles.liaison);
  return row;
}

}  // namespace

Json networkJson(const checks::Ties& ties, const checks::TieMeasures& measures) {
  Json nodes = Json::array();
  for (std::size_t node = 0; node < ties.nodes.size(); ++node) nodes.add(rowOf(ties, measures, node));
  return nodes;
}

Table networkTable(const checks::Ties& ties, const checks::TieMeasures& measures) {
  Table table;
  for (const char* name : {"id", "kind", "name", "track"}) table.columns.push_back({name, Side::left});
  for (const char* name : {"degree", "betweenness", "closeness", "component"})
    table.columns.push_back({name, Side::right});
  for (const char* name : {"articulationPoint", "bridges"}) table.columns.push_back({name, Side::left});
  for (const char* name : {"coordinator", "gatekeeper", "representative", "consultant", "liaison"})
    table.columns.push_back({name, Side::right});
  for (std::size_t node = 0; node < ties.nodes.size(); ++node) {
    const Json row = rowOf(ties, measures, node);
    auto& cells = table.rows.emplace_back();
    for (const Json::Member& member : std::get<Json::Object>(row.content())) cells.push_back(cellText(member.value));
  }
  return table;
}

}  // namespace trackloom::documents
