#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace trackloom::graph {

/// A connection between two nodes that has no direction.
struct Edge {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  friend bool operator==(const Edge&, const Edge&) = default;
};

// All of these take a graph of the nodes 0 … nodeCount−1 and its edges in any order. An edge given twice counts once,
// an edge from a node to itself does not count. Precondition: both ends of every edge are below `nodeCount`. Linear
// but for sorting the edges.

/// The edges once each, smaller node first, sorted.
std::vector<Edge> simpleEdges(std::uint32_t nodeCount, std::span<const Edge> edges);

/// For each node the connected part it is in; parts are numbered by their smallest node.
std::vector<std::uint32_t> connectedComponents(std::uint32_t nodeCount, std::span<const Edge> edges);

/// The same where nodes hang together in parts already; parts are numbered by their smallest node, too.
std::vector<std::uint32_t> connectedParts(std::span<const std::uint32_t> parts, std::span<const Edge> edges);

/// The nodes, ascending, whose removal leaves some of their neighbours without a way to each other
/// (Hopcroft and Tarjan 1973).
std::vector<std::uint32_t> articulationPoints(std::uint32_t nodeCount, std::span<const Edge> edges);

/// The blocks: largest sets of nodes of which no single one can be removed to part the others. Each ascending, all of
/// them in the order of their nodes. Two blocks share at most one node, an articulation point; a node without
/// neighbours is in none.
std::vector<std::vector<std::uint32_t>> blocks(std::uint32_t nodeCount, std::span<const Edge> edges);

/// The edges, sorted, smaller node first, without which their ends have no way to each other.
std::vector<Edge> bridges(std::uint32_t nodeCount, std::span<const Edge> edges);

}  // namespace trackloom::graph
