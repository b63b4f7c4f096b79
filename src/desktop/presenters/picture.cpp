#include "desktop/presenters/picture.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trackloom::desktop {
namespace {

using scene::Box;
using scene::Path;
using scene::Point;
using scene::Shape;

bool isLine(const Shape& shape) {
  const Path* path = std::get_if<Path>(&shape.form);
  return path && path->closing == scene::Closing::open && !shape.style.fill.visible();
}

bool isLabel(const Shape& shape) { return std::holds_alternative<scene::Label>(shape.form); }

double distance(Point a, Point b, Point p) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length = dx * dx + dy * dy;
  const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

Point onCurve(Point from, const scene::Step& step, double t) {
  const double u = 1 - t;
  const auto mix = [&](double a, double b, double c, double d) {
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  };
  return {mix(from.x, step.control1.x, step.control2.x, step.to.x),
          mix(from.y, step.control1.y, step.control2.y, step.to.y)};
}

double distance(const Path& path, Point p) {
  constexpr int pieces = 16;
  double nearest = std::numeric_limits<double>::infinity();
  Point at;
  for (const scene::Step& step : path.steps) {
    if (step.kind == scene::Step::Kind::line) nearest = std::min(nearest, distance(at, step.to, p));
    if (step.kind == scene::Step::Kind::curve)
      for (int i = 0; i < pieces; ++i)
        nearest = std::min(nearest, distance(onCurve(at, step, static_cast<double>(i) / pieces),
                                             onCurve(at, step, static_cast<double>(i + 1) / pieces), p));
    at = step.to;
  }
  return nearest;
}

bool holds(const Box& box, Point p, double reach) {
  return p.x >= box.left - reach && p.x <= box.right + reach && p.y >= box.top - reach && p.y <= box.bottom + reach;
}

/// Bars and signs first, then lines, then what lies behind.
int rankOf(const Shape& shape) { return isBackground(shape) ? 2 : isLine(shape) ? 1 : 0; }

Box around(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

}  // namespace

bool isBackground(const Shape& shape) {
  return shape.role.starts_with("lane") || shape.role.starts_with("stall") || shape.role.starts_with("pause") ||
         shape.role.starts_with("phase") || shape.role.starts_with("band");
}

Picture::Picture(scene::Scene scene)
    : scene_(std::make_shared<const scene::Scene>(std::move(scene))), places_(scene_->shapes.size()) {
  for (std::size_t i = 0; i < scene_->shapes.size(); ++i) {
    const Shape& shape = scene_->shapes[i];
    if (shape.element.empty() || isLabel(shape) || shape.role == "sign") continue;
    const Box box = scene::bounds(shape);
    const std::size_t place = places_.add(shape.element, static_cast<std::uint32_t>(drawn_.size()));
    if (place == drawn_.size())
      drawn_.push_back({i, box});
    else
      drawn_[place].box = around(drawn_[place].box, box);
  }
}

const Shape* Picture::shapeAt(Point at, double reach) const {
  const Shape* found = nullptr;
  int rank = 3;
  for (auto shape = scene_->shapes.rbegin(); shape != scene_->shapes.rend(); ++shape) {
    if (shape->element.empty() || rankOf(*shape) >= rank) continue;
    const Path* path = std::get_if<Path>(&shape->form);
    const bool near = isLine(*shape) ? holds(scene::bounds(*shape), at, reach) && distance(*path, at) <= reach
                                     : holds(scene::bounds(*shape), at, 1);
    if (!near) continue;
    found = &*shape;
    rank = rankOf(*shape);
    if (rank == 0) break;
  }
  return found;
}

std::optional<Box> Picture::boxOf(const ElementId& id) const {
  const auto place = places_.find(id);
  if (!place) return std::nullopt;
  return drawn_[*place].box;
}

const Shape* Picture::shapeOf(const ElementId& id) const {
  const auto place = places_.find(id);
  return place ? &scene_->shapes[drawn_[*place].shape] : nullptr;
}

std::vector<ElementId> Picture::within(const Box& area) const {
  std::vector<ElementId> found;
  for (const Shape& shape : scene_->shapes) {
    if (shape.element.empty() || isBackground(shape) || isLine(shape) || isLabel(shape)) continue;
    if (!scene::overlap(scene::bounds(shape), area)) continue;
    if (std::find(found.begin(), found.end(), shape.element) == found.end()) found.push_back(shape.element);
  }
  return found;
}

ElementId Picture::next(const ElementId& from, int across, int down) const {
  const auto start = boxOf(from);
  ElementId best;
  double bestCost = std::numeric_limits<double>::infinity();
  for (const auto& [shape, box] : drawn_) {
    const ElementId& id = scene_->shapes[shape].element;
    if (id == from) continue;
    if (!start) return id;
    const Point a = start->middle();
    const Point b = box.middle();
    const double along = (b.x - a.x) * across + (b.y - a.y) * down;
    const double aside = std::abs((b.x - a.x) * down) + std::abs((b.y - a.y) * across);
    if (along <= 0.5) continue;
    const double cost = along + 2 * aside;
    if (cost >= bestCost) continue;
    bestCost = cost;
    best = id;
  }
  return best;
}

std::string spoken(const Picture& picture, const OpenPlan& open, const Speech& speech, const scene::Said& said) {
  const auto& chosen = open.selection();
  if (chosen.empty())
    return speech.say(
        {tr("Nothing is chosen. Elements shown: {count}. Arrow keys go from one to the next, Enter to its fields."),
         {{"count", static_cast<std::int64_t>(picture.count())}}});
  std::string names;
  for (const ElementId& id : chosen) names += (names.empty() ? "" : ", ") + speech.name(open, id);
  if (!picture.boxOf(chosen.back()))
    return speech.say({tr("Chosen, but not shown here: {names}."), {{"names", names}}});
  const std::string told = speech.say({tr("Chosen: {names}."), {{"names", names}}});
  return said.description.empty() ? told : told + ' ' + said.description;
}

}  // namespace trackloom::desktop
