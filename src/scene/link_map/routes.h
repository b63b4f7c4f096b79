#pragma once

#include "scene/link_map/content.h"

#include <vector>

namespace trackloom::scene::link_map {

/// Where a line goes through a column of boxes that is neither end of it: at this height, beside all boxes.
struct Passage {
  std::size_t rank = 0;
  double y = 0;
};

/// The heights of everything on a map of links, in points.
struct Routes {
  struct Extent {
    double top = 0;
    double bottom = 0;  ///< the same as the top where nothing stands in a layer without a track
  };
  std::vector<Extent> layers;
  std::vector<double> tops;  ///< of the boxes, by node
  std::vector<double> bottoms;
  std::vector<std::vector<Passage>> passages;  ///< by link, in the order in which it goes through them
};

/// Places the boxes below each other in their layers and columns, from `top` on, with room between them for the lines
/// that go past: no line goes behind a box. `heights` are those of the boxes, by node.
Routes routesOf(const Content& content, const std::vector<double>& heights, double top);

}  // namespace trackloom::scene::link_map
