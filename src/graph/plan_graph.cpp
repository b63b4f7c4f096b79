#include "graph/plan_graph.h"

#include <algorithm>
#include <cassert>

namespace trackloom::graph {
namespace {

using enum KindId;

using Number = std::optional<std::uint32_t>;

/// The arcs of all links of a kind whose two ends `node` knows.
template <class Lookup>
std::vector<Arc> arcsOf(std::span<const ElementPtr> links, Lookup node) {
  std::vector<Arc> arcs;
  arcs.reserve(links.size());
  for (std::uint32_t link = 0; link < links.size(); ++link) {
    const Number from = node(links[link]->ref(key::linkFrom));
    const Number to = node(links[link]->ref(key::linkTo));
    if (from && to) arcs.push_back({*from, *to, link});
  }
  return arcs;
}

}  // namespace

PlanGraph::PlanGraph(Plan plan)
    : plan_(std::move(plan)), sections_{{{track, 0}, {actor, 0}, {group, 0}, {body, 0}, {activity, 0}}} {
  for (Section& section : sections_) {
    section.first = size();
    for (const ElementPtr& element : plan_.all(section.kind)) {
      elements_.push_back(element.get());
    }
  }
  numbers_ = IdTable(elements_.size());
  for (std::uint32_t number = 0; number < size(); ++number) numbers_.add(elements_[number]->id(), number);

  const auto activityPlace = [this](const ElementId& id) { return place(activity, id); };
  dependencies_ =
      Digraph(static_cast<std::uint32_t>(plan_.all(activity).size()), arcsOf(plan_.all(dependency), activityPlace));
  const auto transferEnd = [this](const ElementId& id) {
    const Number found = number(id);
    return found && *found >= first(actor) ? found : std::nullopt;
  };
  transfers_ = Digraph(size(), arcsOf(plan_.all(transfer), transferEnd));
}

std::optional<std::uint32_t> PlanGraph::number(const ElementId& id) const { return numbers_.find(id); }

std::uint32_t PlanGraph::first(KindId kind) const {
  const auto section =
      std::find_if(sections_.begin(), sections_.end(), [kind](const Section& s) { return s.kind == kind; });
  assert(section != sections_.end());
  return section->first;
}

std::optional<std::uint32_t> PlanGraph::place(KindId kind, const ElementId& id) const {
  const auto found = number(id);
  const std::uint32_t begin = first(kind);
  if (!found || *found < begin || *found - begin >= plan_.all(kind).size()) return std::nullopt;
  return *found - begin;
}

std::vector<std::vector<ElementId>> PlanGraph::dependencyCycles() const {
  const auto activities = plan_.all(activity);
  std::vector<std::vector<ElementId>> named;
  for (const std::vector<std::uint32_t>& cycle : shortestCycles(dependencies_)) {
    std::vector<ElementId>& ids = named.emplace_back();
    for (const std::uint32_t node : cycle) ids.push_back(activities[node]->id());
  }
  return named;
}

}  // namespace trackloom::graph
