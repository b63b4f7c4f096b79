#pragma once

#include "checks/study.h"
#include "scene/drawing_options.h"

#include <cstddef>
#include <vector>

namespace trackloom::scene::link_map {

struct Node {
  const checks::Item* item = nullptr;
  std::size_t layer = 0;
  std::size_t rank = 0;  ///< the most links on a way to it; without any, one before what it leads to
  bool critical = false;
};

struct Link {
  const checks::Item* item = nullptr;  ///< a dependency or a transfer
  std::size_t from = 0;
  std::size_t to = 0;
  bool critical = false;
  bool delivered = false;
};

/// Two tracks between which a link is missing.
struct Missing {
  std::size_t upper = 0;  ///< layers
  std::size_t lower = 0;
};

struct Content {
  std::vector<const checks::Item*> layers;  ///< tracks in their order, null for what stands on none
  std::vector<Node> nodes;                  ///< by layer, rank, first day and id
  std::vector<Link> links;
  std::vector<Missing> missing;
  std::size_t ranks = 0;
};

Content contentOf(const checks::Study& study, const DrawingOptions& options);

}  // namespace trackloom::scene::link_map
