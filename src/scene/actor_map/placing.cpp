#include "scene/actor_map/placing.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <mutex>
#include <numeric>
#include <stdexcept>
#include <tuple>

#include <graphviz/gvc.h>

extern "C" {
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;
}

namespace trackloom::scene::actor_map {
namespace {

/// Graphviz asks for text that can be written to.
char* writable(const char* text) { return const_cast<char*>(text); }  // NOLINT

/// A graph in Graphviz's library with a context that knows the force-directed methods and loads nothing.
class ForceGraph {
 public:
  explicit ForceGraph(std::size_t nodes) : graph_(agopen(writable("map"), Agundirected, nullptr)) {
    lt_symlist_t builtin[] = {
        {"gvplugin_neato_layout_LTX_library", reinterpret_cast<void*>(&gvplugin_neato_layout_LTX_library)},
        {nullptr, nullptr}};
    context_ = gvContextPlugins(builtin, 0);
    set(AGRAPH, "start", "1");
    set(AGRAPH, "overlap", "true");
    set(AGRAPH, "splines", "none");
    set(AGNODE, "label", "");
    set(AGNODE, "width", "0.6");
    set(AGNODE, "height", "0.6");
    for (std::size_t i = 0; i < nodes; ++i) nodes_.push_back(agnode(graph_, nullptr, 1));
  }
  ~ForceGraph() {
    gvFreeLayout(context_, graph_);
    agclose(graph_);
    gvFreeContext(context_);
  }
  ForceGraph(const ForceGraph&) = delete;
  ForceGraph& operator=(const ForceGraph&) = delete;

  void join(std::size_t a, std::size_t b) { agedge(graph_, nodes_[a], nodes_[b], nullptr, 1); }

  std::vector<Point> places() {
    std::srand(1);  // NOLINT: sfdp draws its random numbers from here, and should draw the same ones each time
    if (gvLayout(context_, graph_, "sfdp") != 0) throw std::runtime_error("Graphviz could not place the actors.");
    std::vector<Point> places;
    for (Agnode_t* node : nodes_) places.push_back({std::round(ND_coord(node).x), std::round(-ND_coord(node).y)});
    return places;
  }

 private:
  void set(int kind, const char* name, const char* value) { agattr(graph_, kind, writable(name), writable(value)); }

  Agraph_t* graph_;
  GVC_t* context_ = nullptr;
  std::vector<Agnode_t*> nodes_;
};

/// One step: every two boxes that overlap part by half of the smaller overlap each. Gives whether any did.
bool pushApart(std::vector<Box>& boxes, const std::vector<std::size_t>& order, double air) {
  bool any = false;
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t j = i + 1; j < order.size(); ++j) {
      Box& a = boxes[order[i]];
      Box& b = boxes[order[j]];
      const double across = std::min(a.right, b.right) - std::max(a.left, b.left) + air;
      const double down = std::min(a.bottom, b.bottom) - std::max(a.top, b.top) + air;
      if (across <= 0 || down <= 0) continue;
      any = true;
      const bool sideways = across < down;
      const double half = (sideways ? across : down) / 2 + 0.01;
      const bool aFirst = sideways ? a.middle().x <= b.middle().x : a.middle().y <= b.middle().y;
      const double shift = aFirst ? half : -half;
      (sideways ? a.left : a.top) -= shift;
      (sideways ? a.right : a.bottom) -= shift;
      (sideways ? b.left : b.top) += shift;
      (sideways ? b.right : b.bottom) += shift;
    }
  return any;
}

}  // namespace

std::vector<Point> settled(std::size_t nodes, const std::vector<std::pair<std::size_t, std::size_t>>& edges) {
  if (nodes == 0) return {};
  if (nodes == 1) return {{0, 0}};
  static std::mutex oneAtATime;  // Graphviz keeps its state in globals
  const std::lock_guard lock(oneAtATime);
  ForceGraph graph(nodes);
  for (const auto& [a, b] : edges) graph.join(a, b);
  return graph.places();
}

void separate(std::vector<Box>& boxes, double air) {
  std::vector<std::size_t> order(boxes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  constexpr int mostSteps = 120;
  for (int step = 0; step < mostSteps; ++step)
    if (!pushApart(boxes, order, air)) return;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(boxes[a].top, boxes[a].left, a) < std::tuple(boxes[b].top, boxes[b].left, b);
  });
  for (std::size_t i = 1; i < order.size(); ++i) {
    Box& box = boxes[order[i]];
    for (std::size_t j = 0; j < i; ++j) {
      const Box& above = boxes[order[j]];
      if (!overlap(box, {above.left - air, above.top - air, above.right + air, above.bottom + air})) continue;
      const double shift = above.bottom + air - box.top;
      box.top += shift;
      box.bottom += shift;
      j = static_cast<std::size_t>(-1);  // what was passed may be met again further down
    }
  }
}

}  // namespace trackloom::scene::actor_map
