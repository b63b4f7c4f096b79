#include "scene/swimlane/labels.h"

#include <algorithm>
#include <cmath>

namespace trackloom::scene::swimlane {
namespace {

constexpr double gap = 4;
constexpr double rowGap = 9;  // between one label and the next shape
constexpr double shortestLabel = 16;

Sign shownSign(const Item& item) {
  if (item.outcome == Outcome::met) return Sign::completed;
  if (item.outcome == Outcome::missed) return Sign::ended;
  return item.sign;
}

double signWidth(const Item& item, const Layout& layout) {
  return shownSign(item) == Sign::none ? 0 : layout.measures.sign + 3;
}

void putInside(Place& place, const Box& part, double sign, const Layout& layout) {
  place.side = Side::inside;
  place.labelX = part.left + gap + sign;
  if (sign > 0) place.signX = part.left + gap + layout.measures.sign / 2;
  place.room = place.shapes;
  place.room.right += rowGap / 3;
}

/// Gives a place as much of its label as there is room for. `whole` is how wide all of it is.
void fit(Place& place, const Item& item, double whole, double room, const Layout& layout, const TextMeasure& measure) {
  const bool fits = whole <= room + 1e-9;
  place.label = fits ? item.label : fitted(measure, item.label, layout.measures.font, room);
  place.labelWidth = fits ? whole : measure.width(place.label, layout.measures.font);
}

/// Tries the parts of a bar, the wider first. `needed` is how wide all of the label is.
bool placeInside(Place& place, const Item& item, double needed, const Layout& layout, const TextMeasure& measure) {
  if (item.isMoment() || item.leftOut) return false;
  const double sign = signWidth(item, layout);
  const double actual = place.actual ? place.actual->width() : 0;
  const double forecast = place.forecast ? place.forecast->width() : 0;
  place.onActual = place.actual && actual >= forecast;
  const Box& part = place.onActual ? *place.actual : place.forecast ? *place.forecast : place.main;
  const double room = part.width() - 2 * gap - sign;
  const bool crowded = std::isfinite(layout.measures.labelRoom);
  const double enough =
      crowded ? std::min(needed, 3 * shortestLabel) : std::min(needed, std::max(needed * 0.8, 6 * shortestLabel));
  if (room < enough) return false;
  fit(place, item, needed, room, layout, measure);
  putInside(place, part, sign, layout);
  return true;
}

void putOutside(Place& place, const Item& item, const Layout& layout, Side side, double edge) {
  const double sign = signWidth(item, layout);
  const bool right = side == Side::right;
  const double direction = right ? 1 : -1;
  place.side = side;
  place.labelX = edge + direction * sign;
  place.signX.reset();
  if (sign > 0) place.signX = edge + direction * layout.measures.sign / 2;
}

void makeRoom(Place& place) {
  place.room = place.shapes;
  const double end = place.side == Side::right ? place.labelX + place.labelWidth : place.labelX - place.labelWidth;
  if (place.side == Side::right) place.room.right = std::max(place.room.right, end);
  if (place.side == Side::left) place.room.left = end;
  place.room.right += rowGap;
}

/// Between the bar and where it was planned, far behind it.
bool placeBetween(Place& place, const Item& item, double whole, const Layout& layout, const TextMeasure& measure) {
  if (!place.planned || item.isMoment() || std::isfinite(layout.measures.labelRoom)) return false;
  const double edge = place.main.right + (item.alsoOn.empty() ? 0 : alsoOnWidth) + gap;
  const double wanted = std::min(whole, layout.measures.longestLabel);
  if (place.planned->left - rowGap / 2 - edge - signWidth(item, layout) < wanted) return false;
  fit(place, item, whole, wanted + 1e-6, layout, measure);
  putOutside(place, item, layout, Side::right, edge);
  makeRoom(place);
  return true;
}

}  // namespace

void placeLabel(Layout& layout, const Content& content, std::size_t number, const TextMeasure& measure) {
  const Measures& m = layout.measures;
  const Item& item = content.items[number];
  Place& place = layout.places[number];
  const double whole = layout.labelWidths[number];
  if (placeInside(place, item, whole, layout, measure)) return;
  const double sign = signWidth(item, layout);
  const double rightRoom = layout.scale.right() + 6 - place.shapes.right - gap - sign;
  const double leftRoom = place.shapes.left - gap - sign - layout.scale.left() + 6;
  const double wanted = std::min(whole, m.longestLabel);
  if (std::max(rightRoom, leftRoom) < wanted && placeBetween(place, item, whole, layout, measure)) return;
  const bool right = rightRoom >= wanted || rightRoom >= leftRoom;
  const double room = std::min(wanted, right ? rightRoom : leftRoom);
  fit(place, item, whole, room + 1e-6, layout, measure);
  if (place.label.empty()) {  // no room on either side: the title still tells
    place.room = place.shapes;
    place.room.right += rowGap / 3;
    return;
  }
  putOutside(place, item, layout, right ? Side::right : Side::left,
             right ? place.shapes.right + gap : place.shapes.left - gap);
  makeRoom(place);
  if (std::isinf(m.labelRoom)) return;
  // Packing keeps a little room; what is left beside it is given out row by row.
  place.room = place.shapes;
  const double kept = place.labelWidth + sign <= m.labelRoom ? place.labelWidth + sign + gap
                      : m.labelRoom > 0                      ? m.labelRoom + gap
                                                             : 0;
  if (place.side == Side::right) place.room.right += kept;
  if (place.side == Side::left) place.room.left -= kept;
  place.room.right += rowGap / 2;
}

void growLabels(Layout& layout, const Content& content, const TextMeasure& measure, std::vector<std::size_t>& row) {
  const Measures& m = layout.measures;
  if (std::isinf(m.labelRoom)) return;
  std::sort(row.begin(), row.end(),
            [&](std::size_t a, std::size_t b) { return layout.places[a].room.left < layout.places[b].room.left; });
  for (std::size_t k = 0; k < row.size(); ++k) {
    Place& place = layout.places[row[k]];
    if (place.side == Side::inside || place.side == Side::none) continue;
    const double sign = signWidth(content.items[row[k]], layout);
    double room = 0;
    if (place.side == Side::right) {
      const double next = k + 1 < row.size() ? layout.places[row[k + 1]].room.left : layout.scale.right() + 6;
      room = std::min(next - rowGap / 2, layout.scale.right() + 6) - place.shapes.right - gap - sign;
    } else {
      const double before = k > 0 ? layout.places[row[k - 1]].room.right : layout.scale.left() - 6;
      room = place.shapes.left - gap - sign - before;
    }
    if (room < 0) place.signX.reset();
    place.label.clear();
    place.labelWidth = 0;
    if (room >= shortestLabel)
      fit(place, content.items[row[k]], layout.labelWidths[row[k]], std::min(room, m.longestLabel), layout, measure);
    if (place.label.empty())
      place.side = Side::none;
    else if (place.side == Side::right)
      place.room.right = place.labelX + place.labelWidth + rowGap / 2;
  }
}

}  // namespace trackloom::scene::swimlane
