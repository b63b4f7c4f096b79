#include "checks/course.h"

#include "checks/fetch.h"

#include <algorithm>

namespace trackloom::checks {
namespace {

/// Puts the activities in an order in which each comes after all it waits for; a link back onto the path of the walk
/// closes a loop and is cut.
class Walk {
 public:
  explicit Walk(const Network& net) : colour_(net.tasks.size(), white) {
    to_.reserve(net.arcs.size());
    for (const Arc& arc : net.arcs) to_.push_back(arc.to);
    left_.reserve(net.tasks.size());
    for (std::size_t i = 0; i < net.tasks.size(); ++i) {
      left_.push_back({net.firstArc[i], net.firstArc[i + 1]});
      if (net.tasks[i].progress == Progress::leftOut) colour_[i] = black;
    }
  }

  void run(Course& course) {
    course.order.reserve(colour_.size());
    std::vector<std::uint32_t> path;
    for (std::uint32_t root = 0; root < colour_.size(); ++root) {
      if (colour_[root] != white) continue;
      enter(root, path);
      while (!path.empty()) step(path, course);
    }
    std::reverse(course.order.begin(), course.order.end());
    std::sort(course.cutArcs.begin(), course.cutArcs.end());
  }

 private:
  enum Colour : std::uint8_t { white, grey, black };
  struct Left {
    std::uint32_t next;
    std::uint32_t end;
  };

  void enter(std::uint32_t activity, std::vector<std::uint32_t>& path) {
    colour_[activity] = grey;
    path.push_back(activity);
    const Left& left = left_[activity];
    for (std::uint32_t arc = left.next; arc < left.end; ++arc) fetch(left_[to_[arc]]);
  }

  void step(std::vector<std::uint32_t>& path, Course& course) {
    const std::uint32_t at = path.back();
    Left& left = left_[at];
    while (left.next < left.end) {
      const std::uint32_t arc = left.next++;
      const std::uint32_t to = to_[arc];
      if (colour_[to] == grey) course.cutArcs.push_back(arc);
      if (colour_[to] != white) continue;
      return enter(to, path);
    }
    colour_[at] = black;
    course.order.push_back(at);
    path.pop_back();
  }

  std::vector<Colour> colour_;
  std::vector<std::uint32_t> to_;  // of each arc
  std::vector<Left> left_;         // of each activity, the arcs that were not walked yet
};

}  // namespace

Course::Course(const Network& network) : placeOf(network.tasks.size(), none) {
  Walk(network).run(*this);
  for (std::uint32_t place = 0; place < order.size(); ++place) placeOf[order[place]] = place;
  firstWay.reserve(order.size() + 1);
  std::uint32_t next = 0;
  for (const std::uint32_t activity : order) {
    firstWay.push_back(next);
    next += network.firstArc[activity + 1] - network.firstArc[activity];
  }
  firstWay.push_back(next);
  ways.resize(next);
  std::uint32_t from = none;
  for (std::uint32_t number = 0; number < network.arcs.size(); ++number) {
    const Arc& arc = network.arcs[number];
    if (arc.from != from) next = firstWay[placeOf[arc.from]];
    from = arc.from;
    ways[next++] = {placeOf[arc.to], number, arc.lag, arc.type, arc.nature};
  }
  for (const std::uint32_t cut : cutArcs) {
    const Arc& arc = network.arcs[cut];
    ways[firstWay[placeOf[arc.from]] + cut - network.firstArc[arc.from]].to = end();
  }
}

}  // namespace trackloom::checks
