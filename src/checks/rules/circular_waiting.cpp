#include "checks/rules/reads.h"
#include "graph/digraph.h"

namespace trackloom::checks::catalogue {
namespace {

graph::Digraph waiting(const Study& study) {
  const Network& net = study.network();
  std::vector<graph::Arc> arcs;
  arcs.reserve(net.arcs.size());
  for (const Arc& arc : net.arcs) arcs.push_back({arc.from, arc.to, arc.link});
  return {static_cast<std::uint32_t>(net.tasks.size()), std::move(arcs)};
}

/// Leaving out the link by which the loop closes, for each link of the loop.
std::vector<Fix> cuts(const Study& study, const graph::Digraph& graph, const std::vector<std::uint32_t>& loop) {
  std::vector<Fix> fixes;
  const auto activities = study.all(KindId::activity);
  for (std::size_t i = 0; i < loop.size(); ++i) {
    const std::uint32_t to = loop[(i + 1) % loop.size()];
    std::vector<ElementId> links;
    for (const graph::Arc& arc : graph.from(loop[i]))
      if (arc.to == to) links.push_back(study.all(KindId::dependency)[arc.link].id());
    fixes.push_back({{tr("“{then}” no longer waits for “{first}”"), {{"then", activities[to].id()}, {"first", activities[loop[i]].id()}}},
                     removeWithLinks(study.plan(), links)});
  }
  return fixes;
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  const graph::Digraph graph = waiting(study);
  for (const std::vector<std::uint32_t>& loop : graph::shortestCycles(graph)) {
    Finding finding;
    finding.level = Level::error;
    for (const std::uint32_t activity : loop) finding.elements.push_back(study.all(KindId::activity)[activity].id());
    std::vector<ElementId> named = finding.elements;
    named.push_back(named.front());
    if (named.size() > 8) named.resize(8);
    finding.message = loop.size() == 1
                          ? Message{tr("“{first}” waits for itself."), {{"first", finding.elements.front()}}}
                          : Message{tr("{count} activities wait for each other in a circle: {loop}."),
                                    {{"count", static_cast<std::int64_t>(loop.size())}, {"loop", named}}};
    finding.because.push_back({tr("The schedule leaves out the link that closes the circle, so its dates are a guess."), {}});
    finding.clears = {tr("It clears when one of the links of the circle goes or becomes soft."), {}};
    if (loop.size() <= 8) finding.fixes = cuts(study, graph, loop);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

Rule circularWaiting() {
  Rule rule;
  rule.id = "CYC";
  rule.family = "Structure";
  rule.title = "Activities wait for each other in a circle";
  rule.help =
      "Does any activity, over others, wait for itself? For each group of activities that wait for each other the shortest "
      "circle is named. Soft links do not count, they make nothing wait.";
  rule.level = Level::error;
  rule.source = "Precedence diagramming: a network of dependencies has dates only if it has no cycle.";
  rule.clears = "One link of the circle goes or becomes soft.";
  appendScheduleReads(rule.reads);
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
