#pragma once

#include "graph/digraph.h"
#include "plan/id_table.h"
#include "plan/plan.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace trackloom::graph {

/// A plan as graphs. Tracks, actors, groups, bodies and activities get dense numbers from 0 in the order of kinds, and
/// of ids within a kind; ids are looked up here once, and arrays by number do the rest. Built in linear time.
/// Links with an end that is missing or not of a kind the link allows are in no graph.
class PlanGraph {
 public:
  explicit PlanGraph(Plan plan);

  const Plan& plan() const { return plan_; }

  /// How many elements have numbers.
  std::uint32_t size() const { return static_cast<std::uint32_t>(elements_.size()); }
  /// The number of an element; nothing if the plan has none of these kinds under that id.
  std::optional<std::uint32_t> number(const ElementId& id) const;
  const Element& element(std::uint32_t number) const { return *elements_[number]; }
  /// The number of the first element of a kind; the others follow. Precondition: elements of the kind have numbers.
  std::uint32_t first(KindId kind) const;
  /// The place of an element in `plan().all(kind)`. Precondition: elements of the kind have numbers.
  std::optional<std::uint32_t> place(KindId kind, const ElementId& id) const;

  /// What waits for what. A node is a place in `plan().all(KindId::activity)`, not a number; a link is a place in
  /// `plan().all(KindId::dependency)`. All dependencies, whatever their type and nature.
  const Digraph& dependencies() const { return dependencies_; }
  /// What is handed over from where to where. Nodes are numbers; a link is a place in `plan().all(KindId::transfer)`.
  const Digraph& transfers() const { return transfers_; }

  /// For each set of activities that wait for each other, directly or over others, the shortest loop:
  /// `shortestCycles(dependencies())` by id.
  std::vector<std::vector<ElementId>> dependencyCycles() const;

 private:
  struct Section {
    KindId kind;
    std::uint32_t first;
  };

  Plan plan_;
  std::array<Section, 5> sections_;
  std::vector<const Element*> elements_;
  IdTable numbers_;
  Digraph dependencies_;
  Digraph transfers_;
};

}  // namespace trackloom::graph
