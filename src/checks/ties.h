#pragma once

#include "checks/study.h"
#include "graph/brokerage.h"
#include "graph/centrality.h"
#include "graph/undirected.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace trackloom::checks {

/// What is looked at as a network.
enum class TieKind : std::uint8_t {
  actors,       ///< actors, tied by relations and by sitting in the same activity or body
  transfers,    ///< what hands over and what receives, through the carrier where one is named
  dependencies  ///< activities, tied where one waits for the other
};

/// Elements and which of them are tied.
struct Ties {
  std::vector<const Item*> nodes;
  std::vector<graph::Edge> edges;
  bool directed = false;  ///< each edge leads from its first end to its second: what is handed over, what waits
  std::vector<const Item*> tracks;      ///< the track each node is on, first of all; null if none is known
  std::vector<const Item*> gatherings;  ///< stand as nodes themselves: too many sit there to tie each with each
};

/// Sitting together ties each with each: so many pairs in all, the smallest gatherings first. Whoever sits in a
/// gathering beyond that is tied to the gathering itself.
inline constexpr std::uint64_t maxPairsTied = 100'000;

Ties ties(const Study& study, TieKind kind);

/// Where each node of a network stands in it.
struct TieMeasures {
  std::vector<std::uint32_t> degree;
  std::optional<graph::Centrality> centrality;  ///< nothing where it would take minutes
  std::vector<std::uint32_t> component;         ///< the connected part, counted from 0 by the first node
  std::vector<bool> articulationPoint;
  std::vector<std::vector<std::uint32_t>> bridges;  ///< the nodes a node would lose with its tie to them
  std::vector<graph::Brokerage> brokerage;          ///< between tracks, along the direction where ties have one
};

/// All of them over all pairs: for the commands that show a network, not for rules.
TieMeasures measure(const Ties& ties);

}  // namespace trackloom::checks
