#include "scene/actor_map/lines.h"

#include <cmath>

namespace trackloom::scene::actor_map {
namespace {

struct Look {
  Dash dash = Dash::solid;
  Head head = Head::none;
  double width = 1.1;
};

Look lookOf(LineType type) {
  switch (type) {
    case LineType::informal:
      return {Dash::dotted, Head::none, 1.4};
    case LineType::influence:
      return {Dash::solid, Head::filled};
    case LineType::shadow:
      return {Dash::dashed, Head::open};
    case LineType::tension:
      return {Dash::dashDot};
    case LineType::contact:
      return {Dash::longDash};
    case LineType::mediation:
      return {Dash::longDash, Head::open};
    case LineType::support:
      return {Dash::solid, Head::open};
    case LineType::authority:
      return {Dash::solid, Head::filled, 2};
    case LineType::economic:
      return {Dash::dashDot, Head::filled};
    case LineType::kinship:
      return {Dash::dashed};
    case LineType::stake:
      return {Dash::solid, Head::none, 0.7};
    case LineType::unsaid:
      return {Dash::dotted, Head::none, 0.7};
    default:
      return {};
  }
}

Paint colourOf(LineType type) {
  switch (type) {
    case LineType::conflict:
    case LineType::broken:
    case LineType::tension:
      return Colour::stall;
    case LineType::alliance:
    case LineType::close:
      return Colour::bar1;
    default:
      return Colour::event;
  }
}

/// A point so far along a line and so far to its side.
Point beside(Point from, Point to, double along, double aside) {
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double length = std::max(std::hypot(dx, dy), 1e-6);
  return {from.x + dx * along - dy / length * aside, from.y + dy * along + dx / length * aside};
}

Path straight(Point from, Point to, double aside) {
  return Path().move(beside(from, to, 0, aside)).line(beside(from, to, 1, aside));
}

/// Like lightning: teeth of one size, straight at both ends.
Path zigzag(Point from, Point to) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  const int teeth = std::max(2, static_cast<int>(length / 7));
  Path path;
  path.move(from);
  for (int i = 1; i < teeth; ++i) path.line(beside(from, to, static_cast<double>(i) / teeth, i % 2 ? 3.4 : -3.4));
  return path.line(to);
}

Path arc(Point from, Point to) {
  const double rise = std::min(std::hypot(to.x - from.x, to.y - from.y) * 0.22, 40.0);
  return Path().move(from).curve(beside(from, to, 0.3, rise), beside(from, to, 0.7, rise), to);
}

/// Two short strokes across the middle.
Path cut(Point from, Point to) {
  Path path;
  for (const double along : {-1.8, 1.8}) {
    const double length = std::max(std::hypot(to.x - from.x, to.y - from.y), 1e-6);
    const double at = 0.5 + along / length;
    path.move(beside(from, to, at, -5)).line(beside(from, to, at, 5));
  }
  return path;
}

}  // namespace

Shape& drawLine(Sheet& sheet, LineType type, Point from, Point to) {
  const Look look = lookOf(type);
  const Style style{{}, colourOf(type), look.width, look.dash};
  if (type == LineType::alliance) {
    Path both = straight(from, to, -1.6);
    for (const Step& step : straight(from, to, 1.6).steps) both.steps.push_back(step);
    return sheet.add(std::move(both), "relation", style);
  }
  if (type == LineType::broken) {
    Path path = straight(from, to, 0);
    for (const Step& step : cut(from, to).steps) path.steps.push_back(step);
    return sheet.add(std::move(path), "relation", style);
  }
  Path path = type == LineType::conflict ? zigzag(from, to)
              : type == LineType::shadow ? arc(from, to)
                                         : straight(from, to, 0);
  path.head = look.head;
  return sheet.add(std::move(path), "relation", style);
}

const char* meaning(LineType type) {
  switch (type) {
    case LineType::close:
      return tr("fairly close relationship");
    case LineType::alliance:
      return tr("alliance");
    case LineType::informal:
      return tr("informal or intermittent");
    case LineType::influence:
      return tr("influence, in the direction of the arrow");
    case LineType::conflict:
      return tr("open discord");
    case LineType::broken:
      return tr("broken connection");
    case LineType::shadow:
      return tr("influence without being directly involved");
    case LineType::tension:
      return tr("strained");
    case LineType::contact:
      return tr("talks");
    case LineType::mediation:
      return tr("mediates for");
    case LineType::support:
      return tr("supports");
    case LineType::authority:
      return tr("has authority over");
    case LineType::kinship:
      return tr("kinship or community");
    case LineType::economic:
      return tr("economic ties");
    case LineType::stake:
      return tr("has a stake in the issue");
    case LineType::unsaid:
      return tr("? kind of relation not recorded");
  }
  return "";
}

}  // namespace trackloom::scene::actor_map
