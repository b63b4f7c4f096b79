#include "scene/link_map/routes.h"

#include <algorithm>

namespace trackloom::scene::link_map {
namespace {

constexpr double between = 7;     // boxes below each other
constexpr double lineRoom = 4;    // between lines side by side
constexpr double mostRoom = 160;  // what lines between two boxes take at most
constexpr double lowestLayer = 30;

/// The room above a box, below the last one, or of a whole layer where a column has no box in it.
struct Gap {
  double top = 0;
  double bottom = 0;
  std::vector<std::size_t> lines;  ///< passages, by their number
};

struct Crossing {
  std::size_t link = 0;
  std::size_t rank = 0;
  std::size_t layer = 0;
  std::size_t gap = 0;
  double wished = 0;
  double y = 0;
};

class Router {
 public:
  Router(const Content& content, const std::vector<double>& heights, double top)
      : content_(content), heights_(heights), top_(top), cells_(content.layers.size() * content.ranks) {
    for (std::size_t i = 0; i < content.nodes.size(); ++i)
      cell(content.nodes[i].layer, content.nodes[i].rank).nodes.push_back(i);
    for (Cell& at : cells_) at.gaps.resize(at.nodes.size() + 1);
    routes_.tops.resize(content.nodes.size());
    routes_.bottoms.resize(content.nodes.size());
    routes_.passages.resize(content.links.size());
  }

  Routes routes() && {
    place();
    chooseGaps();
    place();  // again, with room for the lines
    spreadLines();
    for (const Crossing& crossing : crossings_) routes_.passages[crossing.link].push_back({crossing.rank, crossing.y});
    return std::move(routes_);
  }

 private:
  struct Cell {
    std::vector<std::size_t> nodes;
    std::vector<Gap> gaps;
  };

  Cell& cell(std::size_t layer, std::size_t rank) { return cells_[layer * content_.ranks + rank]; }

  static double roomOf(const Gap& gap) {
    return std::max(between, std::min(mostRoom, lineRoom * static_cast<double>(gap.lines.size() + 1)));
  }

  bool isEmpty(std::size_t layer) {
    for (std::size_t rank = 0; rank < content_.ranks; ++rank)
      if (!cell(layer, rank).nodes.empty()) return false;
    return !content_.layers[layer];
  }

  void place() {
    double y = top_;
    routes_.layers.clear();
    for (std::size_t layer = 0; layer < content_.layers.size(); ++layer) {
      double bottom = isEmpty(layer) ? y : y + lowestLayer;
      for (std::size_t rank = 0; rank < content_.ranks && bottom > y; ++rank)
        bottom = std::max(bottom, placeCell(cell(layer, rank), y));
      for (std::size_t rank = 0; rank < content_.ranks; ++rank) cell(layer, rank).gaps.back().bottom = bottom;
      routes_.layers.push_back({y, bottom});
      y = bottom;
    }
  }

  double placeCell(Cell& at, double y) {
    for (std::size_t i = 0; i < at.gaps.size(); ++i) {
      at.gaps[i].top = y;
      y = at.gaps[i].bottom = y + roomOf(at.gaps[i]);
      if (i == at.nodes.size()) break;
      routes_.tops[at.nodes[i]] = y;
      y = routes_.bottoms[at.nodes[i]] = y + heights_[at.nodes[i]];
    }
    return y;
  }

  double middleOf(std::size_t node) const { return (routes_.tops[node] + routes_.bottoms[node]) / 2; }

  /// A line that turns back also passes the columns of its ends.
  void chooseGaps() {
    for (std::size_t i = 0; i < content_.links.size(); ++i) {
      const Link& link = content_.links[i];
      const std::size_t from = content_.nodes[link.from].rank, to = content_.nodes[link.to].rank;
      const double start = middleOf(link.from), end = middleOf(link.to);
      if (to > from) {
        for (std::size_t rank = from + 1; rank < to; ++rank)
          cross(i, rank, start + (end - start) * static_cast<double>(rank - from) / static_cast<double>(to - from));
      } else {
        for (std::size_t rank = from + 1; rank-- > to;) cross(i, rank, (start + end) / 2);
      }
    }
  }

  void cross(std::size_t link, std::size_t rank, double wished) {
    Crossing crossing{link, rank, 0, 0, wished, wished};
    double least = -1;
    for (std::size_t layer = 0; layer < content_.layers.size(); ++layer) {
      const auto [top, bottom] = routes_.layers[layer];
      if (bottom <= top) continue;
      if (least >= 0 && (wished < top - least || wished > bottom + least)) continue;
      const Cell& at = cell(layer, rank);
      for (std::size_t gap = 0; gap < at.gaps.size(); ++gap) {
        const double away = std::max({at.gaps[gap].top - wished, wished - at.gaps[gap].bottom, 0.0});
        if (least >= 0 && away >= least) continue;
        least = away;
        crossing.layer = layer;
        crossing.gap = gap;
      }
    }
    cell(crossing.layer, rank).gaps[crossing.gap].lines.push_back(crossings_.size());
    crossings_.push_back(crossing);
  }

  /// Side by side in the order of the heights they would have, near to these.
  void spreadLines() {
    for (Cell& at : cells_)
      for (Gap& gap : at.gaps) {
        if (gap.lines.empty()) continue;
        std::ranges::stable_sort(gap.lines, {}, [&](std::size_t line) { return crossings_[line].wished; });
        const auto count = static_cast<double>(gap.lines.size());
        const double step = std::min(lineRoom, (gap.bottom - gap.top) / (count + 1));
        double sum = 0;
        for (const std::size_t line : gap.lines) sum += crossings_[line].wished;
        const double block = step * (count - 1);
        double y =
            std::clamp(sum / count - block / 2, gap.top + step, std::max(gap.top + step, gap.bottom - step - block));
        for (const std::size_t line : gap.lines) {
          crossings_[line].y = y;
          y += step;
        }
      }
  }

  const Content& content_;
  const std::vector<double>& heights_;
  double top_;
  std::vector<Cell> cells_;
  std::vector<Crossing> crossings_;
  Routes routes_;
};

}  // namespace

Routes routesOf(const Content& content, const std::vector<double>& heights, double top) {
  return Router(content, heights, top).routes();
}

}  // namespace trackloom::scene::link_map
