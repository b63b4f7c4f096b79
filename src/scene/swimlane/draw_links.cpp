#include "scene/swimlane/drawing.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>

namespace trackloom::scene::swimlane {
namespace {

constexpr const char* transferRoles[carriedKinds] = {"transfer people", "transfer texts", "transfer knowledge",
                                                     "transfer influence", "transfer unsaid"};

bool bothShown(const Layout& layout, std::size_t from, std::size_t to) {
  return layout.places[from].shown && layout.places[to].shown;
}

/// Where a hand-over leaves or meets an item: near its day, at the edge that faces the other end.
Point meeting(const Place& place, const Item& item, double wishedX, double otherY) {
  const Point middle = place.main.middle();
  const bool below = otherY > middle.y;
  if (item.isMoment()) return {middle.x, below ? place.main.bottom : place.main.top};
  const double inset = std::min(4.0, place.main.width() / 2);
  const double x = std::clamp(wishedX, place.main.left + inset, place.main.right - inset);
  const bool onStrip = below && !item.leftOut && place.planned && x >= place.planned->left && x <= place.planned->right;
  return {x, onStrip ? place.planned->bottom : below ? place.main.bottom : place.main.top};
}

Path curveBetween(Point from, Point to, double bend) {
  Path path;
  path.steps.reserve(2);
  path.move(from);
  path.curve({from.x, from.y + bend}, {to.x, to.y - bend}, to);
  return path;
}

void drawTransfer(Canvas& canvas, const Transfer& transfer) {
  const Layout& layout = canvas.layout;
  const Place& fromPlace = layout.places[transfer.from];
  const Place& toPlace = layout.places[transfer.to];
  const Item& fromItem = canvas.content.items[transfer.from];
  const Item& toItem = canvas.content.items[transfer.to];
  const double x = transfer.day ? layout.scale.x(*transfer.day) : fromPlace.main.right;
  const double fromY = fromPlace.main.middle().y;
  const double toY = toPlace.main.middle().y;
  Path path;
  if (std::abs(fromY - toY) < 1) {  // on one row: an arc above it
    const Point from = meeting(fromPlace, fromItem, x, fromY - 1);
    const Point to = meeting(toPlace, toItem, x, toY - 1);
    path.move(from).curve({from.x, from.y - 14}, {to.x, to.y - 14}, to);
  } else {
    const Point from = meeting(fromPlace, fromItem, x, toY);
    const Point to = meeting(toPlace, toItem, x, fromY);
    const double distance = to.y - from.y;
    const double bend = std::copysign(std::min(std::max(std::abs(distance) * 0.5, 8.0), 60.0), toY - fromY);
    path = curveBetween(from, to, bend);
  }
  path.head = transfer.delivered ? Head::filled : Head::open;
  const auto place = static_cast<std::size_t>(transfer.carried);
  canvas.used.insert(static_cast<LegendEntry>(static_cast<std::size_t>(LegendEntry::people) + place));
  if (!transfer.delivered) canvas.used.insert(LegendEntry::notDelivered);
  const Paint paint = canvas.content.lanes[fromItem.lane].hue.edge;
  Shape& shape = canvas.add(std::move(path), transferRoles[place], {{}, paint, 1.25, dashOf(transfer.carried)});
  shape.element = transfer.element;
  shape.title = transfer.title;
  shape.description = transfer.description;
}

enum class Way : std::uint8_t { straight, around };

/// On one row a straight line will do, unless a label stands on the way.
Way wayBetween(const Place& from, const Place& to, const Dependency& link) {
  const bool forward = link.leaves == End::finish && link.enters == End::start && from.main.right <= to.main.left;
  return forward && from.side != Side::right && to.side != Side::left ? Way::straight : Way::around;
}

/// Right angles from one end to the other, by the shortest way that leaves and enters on the proper side.
Path elbow(Point from, Point to, const Dependency& link, Way way) {
  constexpr double stub = 4;
  constexpr double beforeSign = 2.4;  // between a bar and the sign beside it
  constexpr double besideRow = 9;
  const double out = from.x + (link.leaves == End::finish ? beforeSign : -stub);
  const double in = to.x + (link.enters == End::start ? -stub : stub);
  const bool sameRow = std::abs(from.y - to.y) < 0.5;
  const auto through = [&](std::initializer_list<Point> corners) {
    Path path;
    path.steps.reserve(corners.size() + 2);
    path.move(from);
    for (const Point& corner : corners) path.line(corner);
    path.line(to);
    return path;
  };
  if (sameRow && way == Way::straight) return through({});
  std::optional<double> turn;  // one vertical line is enough
  if (link.leaves == End::start && link.enters == End::start) turn = std::min(out, in);
  if (link.leaves == End::finish && link.enters == End::finish) turn = std::max(out, in);
  if (link.leaves == End::finish && link.enters == End::start && out <= in) turn = out;
  if (link.leaves == End::start && link.enters == End::finish && out >= in) turn = out;
  if (turn && !sameRow) return through({{*turn, from.y}, {*turn, to.y}});
  const double between = to.y + (from.y > to.y ? besideRow : -besideRow);
  return through({{out, from.y}, {out, between}, {in, between}, {in, to.y}});
}

void drawDependency(Canvas& canvas, const Dependency& link) {
  const Place& fromPlace = canvas.layout.places[link.from];
  const Place& toPlace = canvas.layout.places[link.to];
  const Box& a = fromPlace.main;
  const Box& b = toPlace.main;
  const Point from{link.leaves == End::finish ? a.right : a.left, a.middle().y};
  const Point to{link.enters == End::start ? b.left : b.right, b.middle().y};
  Path path = elbow(from, to, link, wayBetween(fromPlace, toPlace, link));
  path.head = Head::filled;
  const auto nature = static_cast<int>(link.nature);
  canvas.used.insert(static_cast<LegendEntry>(static_cast<int>(LegendEntry::hard) + nature));
  constexpr const char* roles[] = {"dependency hard", "dependency soft", "dependency political"};
  Shape& shape = canvas.add(std::move(path), roles[nature], {{}, Colour::dependency, 0.8, dashOf(link.nature)});
  shape.element = link.element;
  shape.title = link.title;
  shape.description = link.description;
}

}  // namespace

Dash dashOf(Carried carried) {
  switch (carried) {
    case Carried::people:
      return Dash::solid;
    case Carried::texts:
      return Dash::longDash;
    case Carried::knowledge:
      return Dash::dashed;
    case Carried::influence:
      return Dash::dotted;
    case Carried::unsaid:
      break;
  }
  return Dash::dashDot;
}

Dash dashOf(DependencyNature nature) {
  switch (nature) {
    case DependencyNature::hard:
      return Dash::solid;
    case DependencyNature::soft:
      return Dash::dotted;
    case DependencyNature::political:
      break;
  }
  return Dash::dashDot;
}

void drawLinks(Canvas& canvas) {
  constexpr std::size_t shapesOfAnItem = 4;
  canvas.scene.shapes.reserve(canvas.scene.shapes.size() + canvas.content.dependencies.size() +
                              canvas.content.transfers.size() + shapesOfAnItem * canvas.content.items.size());
  for (const Dependency& link : canvas.content.dependencies)
    if (bothShown(canvas.layout, link.from, link.to)) drawDependency(canvas, link);
  for (const Transfer& transfer : canvas.content.transfers)
    if (bothShown(canvas.layout, transfer.from, transfer.to)) drawTransfer(canvas, transfer);
}

}  // namespace trackloom::scene::swimlane
