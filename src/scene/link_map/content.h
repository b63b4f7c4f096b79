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
  bool outside = false;  ///< not in the part that is drawn, but at the other end of a link that is
  std::vector<ElementId> tracks;
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
  std::vector<const checks::Item*>
      layers;               ///< tracks in their order, null for what stands on none and for what is outside
  std::vector<Node> nodes;  ///< by layer, rank, first day and id
  std::vector<Link> links;
  std::vector<Missing> missing;
  std::size_t ranks = 0;
  std::size_t leftOut =
      0;  ///< links that are not drawn: turned down, or one end is not known yet or does not take place

  std::size_t outsideLayer() const { return layers.size() - 1; }
};

Content contentOf(const checks::Study& study, const DrawingOptions& options);

}  // namespace trackloom::scene::link_map
