#pragma once

#include "scene/scene.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace trackloom::scene::actor_map {

/// Places for so many nodes, so that those that are joined stand near each other: Graphviz's `sfdp`, the multilevel
/// force-directed method of Hu (2005). In points of no fixed scale; the same graph gives the same places.
std::vector<Point> settled(std::size_t nodes, const std::vector<std::pair<std::size_t, std::size_t>>& edges);

/// Moves boxes apart until none overlaps another: a little at a time where that is enough, else downwards. What
/// overlaps nothing stays where it is.
void separate(std::vector<Box>& boxes, double air);

}  // namespace trackloom::scene::actor_map
