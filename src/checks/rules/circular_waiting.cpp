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

constexpr std::size_t mostNamed = 8;

/// For each step of the loop, to give up the waiting there.
std::vector<Fix> cuts(const Study& study, const graph::Digraph& graph, const std::vector<std::uint32_t>& loop) {
  std::vector<Fix> fixes;
  const auto activities = study.all(KindId::activity);
  for (std::size_t i = 0; i < loop.size(); ++i) {
    const std::uint32_t to = loop[(i + 1) % loop.size()];
    std::vector<ElementId> links;
    for (const graph::Arc& arc : graph.from(loop[i]))
      if (arc.to == to) links.push_back(study.all(KindId::dependency)[arc.link].id());
    fixes.push_back({{tr("“{then}” no longer waits for “{first}”"),
                      {{"then", activities[to].id()}, {"first", activities[loop[i]].id()}}},
                     [links](const Plan& plan) { return removeWithLinks(plan, links); }});
  }
  return fixes;
}

Message told(const std::vector<ElementId>& loop) {
  if (loop.size() == 1) return {tr("“{first}” waits for itself."), {{"first", loop.front()}}};
  const Message::Place count{"count", static_cast<std::int64_t>(loop.size())};
  if (loop.size() > mostNamed)
    return {tr("{count} activities wait for each other in a circle, among them: {loop}."),
            {count, {"loop", std::vector<ElementId>(loop.begin(), loop.begin() + mostNamed)}}};
  std::vector<ElementId> closed = loop;
  closed.push_back(loop.front());
  return {tr("{count} activities wait for each other in a circle: {loop}."), {count, {"loop", std::move(closed)}}};
}

std::vector<Finding> check(const Study& study) {
  std::vector<Finding> findings;
  if (study.schedule().cutArcs.empty()) return findings;  // the schedule cuts a link of every circle
  const graph::Digraph graph = waiting(study);
  for (const std::vector<std::uint32_t>& loop : graph::shortestCycles(graph)) {
    Finding finding;
    finding.level = Level::error;
    for (const std::uint32_t activity : loop) finding.elements.push_back(study.all(KindId::activity)[activity].id());
    finding.message = told(finding.elements);
    finding.because.push_back(
        {tr("The schedule leaves out the link that closes the circle, so its dates are a guess."), {}});
    finding.clears = {tr("It clears when one of the links of the circle goes or becomes soft."), {}};
    if (loop.size() <= mostNamed) finding.fixes = cuts(study, graph, loop);
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
      "Does any activity, over others, wait for itself? For each group of activities that wait for each other the "
      "shortest circle is named. Soft links do not count, they make nothing wait.";
  rule.level = Level::error;
  rule.source = "Precedence diagramming: a network of dependencies has dates only if it has no cycle.";
  rule.clears = "One link of the circle goes or becomes soft.";
  appendScheduleReads(rule.reads);
  rule.holdsUp = true;
  rule.check = check;
  return rule;
}

}  // namespace trackloom::checks::catalogue
