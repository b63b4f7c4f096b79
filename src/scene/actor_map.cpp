#include "scene/actor_map.h"

#include "scene/actor_map/lines.h"
#include "scene/actor_map/placing.h"
#include "scene/sheet.h"
#include "scene/suggested.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace trackloom::scene {
namespace {

using namespace actor_map;
using checks::Study;

constexpr Font nameFont{8, Weight::regular};
constexpr Font usFont{8, Weight::bold};
constexpr double lineHeight = 9.5;
constexpr double longestName = 104;
constexpr double plainRadius = 8;
constexpr double air = 10;
constexpr double shelfGap = 8;

/// A node on paper: a circle or rectangle with its name below.
struct Place {
  std::vector<std::string> name;
  double radius = plainRadius;
  double nameWidth = 0;
  Box box;  ///< sign and name
  bool joined = false;

  Point middle() const { return {box.middle().x, box.top + radius}; }
};

class Map {
 public:
  Map(Sheet& sheet, const Content& content) : sheet_(sheet), content_(content), places_(content.nodes.size()) {
    for (const Line& line : content.lines) places_[line.from].joined = places_[line.to].joined = true;
    for (std::size_t i = 0; i < places_.size(); ++i) measureNode(i);
  }

  void draw() {
    placeMap();
    placeShelf();
    for (const Line& line : content_.lines) drawRelation(line);
    for (std::size_t i = 0; i < places_.size(); ++i) drawNode(i);
    drawLegend();
  }

 private:
  bool onMap(std::size_t node) const { return places_[node].joined || content_.nodes[node].saved; }
  std::string nameOf(const Node& node) const { return sheet_.words().name(node.item->element()); }

  void measureNode(std::size_t at) {
    const Node& node = content_.nodes[at];
    Place& place = places_[at];
    if (node.influence) place.radius = 6.5 * std::sqrt(static_cast<double>(*node.influence));  // the area tells it
    const Font font = node.us ? usFont : nameFont;
    place.name = wrapped(sheet_.measure(), nameOf(node), font, {longestName, 3});
    for (const std::string& line : place.name)
      place.nameWidth = std::max(place.nameWidth, sheet_.measure().width(line, font));
    const double width = std::max(2 * place.radius, place.nameWidth) + 4;
    const double height = 2 * place.radius + 3 + static_cast<double>(place.name.size()) * lineHeight;
    place.box = {0, 0, width, height};
  }

  /// Saved places hold; the others settle by the forces between them.
  std::vector<Point> wishes(const std::vector<std::size_t>& nodes) const {
    const bool saved = std::any_of(nodes.begin(), nodes.end(), [&](std::size_t n) { return content_.nodes[n].saved; });
    if (saved) {
      std::vector<Point> points;
      double bottom = 0;
      for (const std::size_t node : nodes)
        if (content_.nodes[node].saved) bottom = std::max(bottom, content_.nodes[node].saved->y);
      for (const std::size_t node : nodes) points.push_back(content_.nodes[node].saved.value_or(Point{0, bottom + 60}));
      return points;
    }
    std::vector<std::size_t> numbers(places_.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) numbers[nodes[i]] = i;
    std::set<std::pair<std::size_t, std::size_t>> edges;
    for (const Line& line : content_.lines) edges.insert(std::minmax(numbers[line.from], numbers[line.to]));
    return scaled(settled(nodes.size(), {edges.begin(), edges.end()}), nodes);
  }

  /// Spread over a page as large as the nodes need.
  std::vector<Point> scaled(std::vector<Point> points, const std::vector<std::size_t>& nodes) const {
    double area = 0;
    for (const std::size_t node : nodes) area += (places_[node].box.width() + air) * (places_[node].box.height() + air);
    const double page = sheet_.width() - 2 * Sheet::margin - longestName;
    const double width = std::clamp(page, std::sqrt(area * 3), std::sqrt(area * 6));
    const double height = std::max(area * 3 / width, 60.0);
    double left = 0, right = 0, top = 0, bottom = 0;
    for (const Point& p : points) {
      left = std::min(left, p.x);
      right = std::max(right, p.x);
      top = std::min(top, p.y);
      bottom = std::max(bottom, p.y);
    }
    for (Point& p : points) {
      p.x = (p.x - left) * width / std::max(right - left, 1.0);
      p.y = (p.y - top) * height / std::max(bottom - top, 1.0);
    }
    return points;
  }

  void placeMap() {
    std::vector<std::size_t> nodes;
    for (std::size_t i = 0; i < places_.size(); ++i)
      if (onMap(i)) nodes.push_back(i);
    if (nodes.empty()) return;
    const std::vector<Point> points = wishes(nodes);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const Place& place = places_[nodes[i]];
      const double left = points[i].x - place.box.width() / 2;
      const double top = points[i].y - place.radius;
      boxes.push_back({left, top, left + place.box.width(), top + place.box.height()});
    }
    separate(boxes, air);
    Box all = boxes.front();
    for (const Box& box : boxes)
      all = {std::min(all.left, box.left), std::min(all.top, box.top), std::max(all.right, box.right),
             std::max(all.bottom, box.bottom)};
    sheet_.widen(all.width() + 2 * Sheet::margin);
    const double dx = (sheet_.width() - all.width()) / 2 - all.left;
    const double dy = sheet_.bottom() + 8 - all.top;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const Box& box = boxes[i];
      places_[nodes[i]].box = {box.left + dx, box.top + dy, box.right + dx, box.bottom + dy};
    }
    sheet_.moveDown(all.bottom + dy + 8);
  }

  /// Those of whom no relation is recorded, in rows.
  void placeShelf() {
    double x = Sheet::margin;
    double rowTop = sheet_.bottom() + 22;
    double rowBottom = rowTop;
    bool any = false;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (onMap(i)) continue;
      Place& place = places_[i];
      constexpr double cell = longestName + 4;
      if (x + cell > sheet_.width() - Sheet::margin && x > Sheet::margin) {
        x = Sheet::margin;
        rowTop = rowBottom + shelfGap;
      }
      const double left = x + (cell - place.box.width()) / 2;
      place.box = {left, rowTop, left + place.box.width(), rowTop + place.box.height()};
      rowBottom = std::max(rowBottom, place.box.bottom);
      x += cell + shelfGap;
      any = true;
    }
    if (!any) return;
    const double y = sheet_.bottom() + 4;
    sheet_.add(Path().move({Sheet::margin, y}).line({sheet_.width() - Sheet::margin, y}), "shelf",
               {{}, Colour::rule, 0.6});
    const Font font{8.5, Weight::bold};
    const std::string text = sheet_.words().say({tr("No relation recorded here"), {}});
    sheet_.addText({Sheet::margin, y + 12}, text, font, Colour::muted).role = "heading";
    sheet_.moveDown(rowBottom + 4);
  }

  /// Where a line leaves a node: at the rim of its sign.
  Point rim(std::size_t node, Point towards) const {
    const Point middle = places_[node].middle();
    const double length = std::max(std::hypot(towards.x - middle.x, towards.y - middle.y), 1e-6);
    const double reach = std::min(places_[node].radius + 2.5, length / 2);
    return {middle.x + (towards.x - middle.x) / length * reach, middle.y + (towards.y - middle.y) / length * reach};
  }

  /// Where a line arrives at a node, so that no arrow lies below a name: from below at the edge of the name.
  Point arrival(std::size_t node, Point towards) const {
    const Place& place = places_[node];
    const Point middle = place.middle();
    const double dx = towards.x - middle.x;
    const double dy = towards.y - middle.y;
    const double length = std::max(std::hypot(dx, dy), 1e-6);
    double reach = place.radius + 2.5;
    const double down = dy / length;
    const double nameTop = place.radius + 2;
    const double nameBottom = place.box.bottom - middle.y + 1.5;
    const double half = place.nameWidth / 2 + 3;
    if (down > 1e-6 && std::abs(dx / dy) * nameTop < half)
      reach = std::max(reach, std::min(nameBottom / down, half / std::max(std::abs(dx / length), 1e-6)));
    reach = std::min(reach, length / 2);
    return {middle.x + dx / length * reach, middle.y + dy / length * reach};
  }

  void drawRelation(const Line& line) {
    Point from = rim(line.from, places_[line.to].middle());
    Point to = arrival(line.to, places_[line.from].middle());
    const double aside = (static_cast<double>(line.place) - static_cast<double>(line.of - 1) / 2) * 7;
    const Point a = line.from < line.to ? from : to;
    const Point b = line.from < line.to ? to : from;
    const double length = std::max(std::hypot(b.x - a.x, b.y - a.y), 1e-6);
    const Point shift{-(b.y - a.y) / length * aside, (b.x - a.x) / length * aside};
    from = {from.x + shift.x, from.y + shift.y};
    to = {to.x + shift.x, to.y + shift.y};
    Shape& shape = drawLine(sheet_, line.type, from, to);
    shape.element = line.relation->id();
    shape.title = sheet_.words().say({tr("{from} and {to}: {relation}"),
                                      {{"from", content_.nodes[line.from].item->id()},
                                       {"to", content_.nodes[line.to].item->id()},
                                       {"relation", sheet_.words().say({meaning(line.type), {}})}}});
    types_.insert(line.type);
  }

  static Style styleOf(const Node& node) {
    switch (node.layer) {
      case Layer::primary:
        return {Colour::tint1, Colour::bar1, 2};
      case Layer::secondary:
        return {Colour::tint2, Colour::bar2, 1};
      case Layer::shadow:
        return {Colour::paper, Colour::event, 1.2, Dash::dashed};
      case Layer::thirdParty:
        return {Colour::tint3, Colour::bar3, 1};
      case Layer::unsaid:
        break;
    }
    return {Colour::headBack, Colour::event, 1};
  }

  static void drawSign(Sheet& sheet, const Node& node, Point at, double radius) {
    const Style style = styleOf(node);
    const Box box{at.x - radius, at.y - radius, at.x + radius, at.y + radius};
    if (!node.isActor) {
      sheet.add(Rect{{box.left, box.top + radius / 3, box.right, box.bottom - radius / 3}}, "issue", style);
      return;
    }
    sheet.add(Rect{box, radius}, "actor", style);
    const Box inner{box.left + 2.2, box.top + 2.2, box.right - 2.2, box.bottom - 2.2};
    if (node.layer == Layer::thirdParty) sheet.add(Rect{inner, radius - 2.2}, "actor ring", {{}, style.stroke, 0.7});
    if (node.us) sheet.add(Rect{{at.x - 2.5, at.y - 2.5, at.x + 2.5, at.y + 2.5}}, "us", {Colour::ink, {}, 0});
  }

  void drawNode(std::size_t at) {
    const Node& node = content_.nodes[at];
    const Place& place = places_[at];
    const std::size_t first = sheet_.size();
    drawSign(sheet_, node, place.middle(), place.radius);
    Shape& sign = sheet_.shape(first);
    sign.element = node.item->id();
    sign.title = nameOf(node);
    if (node.influence)
      sign.description =
          sheet_.words().say({tr("Influence in this view: {influence} of 5"), {{"influence", *node.influence}}});
    const Font font = node.us ? usFont : nameFont;
    if (content_.hasInfluence && node.isActor && !node.influence && !node.us) drawUnknown(sheet_, place.middle());
    double y = place.box.top + 2 * place.radius + 3 + 7;
    const double x = place.box.middle().x;
    const Box back{x - place.nameWidth / 2 - 1, place.box.top + 2 * place.radius + 2, x + place.nameWidth / 2 + 1,
                   place.box.bottom};
    if (place.joined) sheet_.add(Rect{back, 2}, "name back", {Colour::paper, {}, 0}).element = node.item->id();
    for (const std::string& line : place.name) {
      Shape& label = sheet_.addText({x, y}, line, font, Colour::ink);
      std::get<Label>(label.form).anchor = Anchor::middle;
      label.element = node.item->id();
      y += lineHeight;
    }
  }

  static void drawUnknown(Sheet& sheet, Point at) {
    Shape& sign = sheet.addText({at.x, at.y + 3}, "?", usFont, Colour::ink);
    std::get<Label>(sign.form).anchor = Anchor::middle;
    sign.role = "sign unknown";
  }

  void drawLegend() {
    std::vector<Sheet::LegendEntry> entries;
    for (const LineType type : types_)
      entries.push_back({[type](Sheet& sheet, Point at) {
                           drawLine(sheet, type, {at.x - 11, at.y}, {at.x + 11, at.y}).role = "swatch";
                         },
                         meaning(type)});
    addNodeEntries(entries);
    sheet_.drawLegend(entries);
  }

  void addNodeEntries(std::vector<Sheet::LegendEntry>& entries) const {
    const auto any = [&](auto wanted) { return std::any_of(content_.nodes.begin(), content_.nodes.end(), wanted); };
    const auto add = [&](Node node, const char* means) {
      entries.push_back({[node](Sheet& sheet, Point at) { drawSign(sheet, node, at, 5.5); }, means});
    };
    constexpr std::pair<Layer, const char*> layers[] = {{Layer::primary, tr("primary party")},
                                                        {Layer::secondary, tr("secondary party")},
                                                        {Layer::shadow, tr("outside the visible circle")},
                                                        {Layer::thirdParty, tr("third party")}};
    for (const auto& [layer, means] : layers)
      if (any([layer = layer](const Node& node) { return node.layer == layer; }))
        add({nullptr, true, false, layer}, means);
    if (any([](const Node& node) { return !node.isActor; })) add({nullptr, false}, tr("issue"));
    if (any([](const Node& node) { return node.us; })) add({nullptr, true, true}, tr("this is us"));
    if (any([](const Node& node) { return isSuggested(node.item->element()); }))
      entries.push_back(
          {[](Sheet& sheet, Point at) {
             sheet.add(Rect{{at.x - 5.5, at.y - 5.5, at.x + 5.5, at.y + 5.5}, 5.5}, "swatch", suggestedLine(1));
           },
           suggestedMeaning()});
    if (!content_.hasInfluence) return;
    entries.push_back({[](Sheet& sheet, Point at) {
                         drawSign(sheet, {}, {at.x - 5, at.y}, 2.5), drawSign(sheet, {}, {at.x + 5, at.y}, 5.5);
                       },
                       tr("size: influence in this view")});
    if (any([](const Node& node) { return node.isActor && !node.influence && !node.us; }))
      entries.push_back({drawUnknown, tr("influence not recorded")});
  }

  Sheet& sheet_;
  const Content& content_;
  std::vector<Place> places_;
  std::set<LineType> types_;
};

Message subtitleOf(const Content& content) {
  if (content.viewpoint)
    return {tr("Actors and what joins them, as {viewpoint} sees it"), {{"viewpoint", content.viewpoint->id()}}};
  return {tr("Actors and what joins them"), {}};
}

}  // namespace

Scene actorMap(const Study& study, const DrawingOptions& options) {
  Sheet sheet(study, options);
  const Content content = contentOf(study, options);
  sheet.drawTitle(subtitleOf(content));
  if (content.nodes.empty()) {
    sheet.drawNothing(tr("Nothing to draw yet. Record the actors and how they stand to each other."));
    return std::move(sheet).finished();
  }
  sheet.describe({tr("A map of actors and their relations. Actors and issues: {actors}; relations: {relations}."),
                  {{"actors", static_cast<std::int64_t>(content.nodes.size())},
                   {"relations", static_cast<std::int64_t>(content.lines.size())}}});
  Map(sheet, content).draw();
  return std::move(sheet).finished();
}

}  // namespace trackloom::scene
