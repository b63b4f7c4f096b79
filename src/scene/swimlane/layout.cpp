#include "scene/swimlane/layout.h"

#include "scene/swimlane/labels.h"
#include "scene/swimlane/packing.h"
#include "scene/swimlane/part.h"

#include <algorithm>
#include <cmath>

namespace trackloom::scene::swimlane {
namespace {

constexpr double headerHeight = 46;
constexpr double axisHeight = 46;  // the as-of label and two rows of cells
constexpr double lanePadding = 5;
constexpr double plotInset = 8;
constexpr double shortestBar = 4;
constexpr std::size_t roomyItems = 80;
constexpr std::size_t labelledItems = 500;

Measures measuresFor(std::size_t items) {
  constexpr double unlimited = std::numeric_limits<double>::infinity();
  if (items <= roomyItems) return {22, 16, 13, 4, 5.5, 4.8, 2.7, 11, 6.5, {8.5, Weight::regular}, 215, unlimited};
  const double room = items <= labelledItems ? 58 : 0;
  return {12.5, 10.5, 8, 2.5, 4.2, 3.8, 2.2, 8, 4.8, {6.5, Weight::regular}, 120, room};
}

Span padded(Span period) {
  const std::int64_t room = std::max<std::int64_t>(1, (period.to - period.from) / 50);
  return {period.from - room, period.to + room};
}

/// Everything that has a date, and the as-of day unless it lies far off.
std::optional<Span> naturalPeriod(const Content& content, Day asOf) {
  std::optional<Span> period;
  for (const Item& item : content.items) {
    const Span span = item.whole();
    if (!period) period = span;
    period = Span{std::min(period->from, span.from), std::max(period->to, span.to)};
  }
  if (!period) return period;
  period->to = std::max(period->to, period->from + 1);
  const std::int64_t reach = 31 + (period->to - period->from) / 4;
  if (asOf.number >= period->from - reach && asOf.number <= period->to + reach)
    period = Span{std::min(period->from, asOf.number), std::max(period->to, asOf.number + 1)};
  return padded(*period);
}

}  // namespace

Cut cutOf(Span span, Span period) { return {span.from<period.from, span.to> period.to}; }

std::optional<Span> periodOf(const Content& content, const DrawingOptions& options, Day asOf) {
  std::optional<Span> period = naturalPeriod(content, asOf);
  if (!period && options.firstDay && options.lastDay) period = Span{options.firstDay->number, options.lastDay->number};
  if (!period) return period;
  if (options.firstDay) period->from = options.firstDay->number;
  if (options.lastDay) period->to = options.lastDay->number + 1;
  if (period->from >= period->to) period->to = period->from + 1;
  return period;
}

namespace {

/// The bar of a span, cut at the edges of the plot and wide enough to be seen.
Box barOf(Span span, const TimeScale& scale) {
  double left = std::clamp(scale.x(span.from), scale.left(), scale.right());
  double right = std::clamp(scale.x(span.to), scale.left(), scale.right());
  if (right - left < shortestBar) right = left + shortestBar;
  if (right > scale.right()) {
    left -= right - scale.right();
    right = scale.right();
  }
  return {left, 0, right, 0};
}

double momentX(std::int64_t day, const TimeScale& scale) {
  return std::clamp(scale.x(day) + scale.pointsPerDay() / 2, scale.left(), scale.right());
}

double radiusOf(const Item& item, const Measures& measures) {
  switch (item.kind) {
    case ItemKind::agreement:
      return measures.agreement;
    case ItemKind::activity:
      return measures.milestone;
    case ItemKind::deadline:
      return measures.flag * 0.36;
    case ItemKind::event:
      return measures.event;
    case ItemKind::port:
      break;
  }
  return measures.event * 1.1;
}

/// Columns: where the shapes of an item begin and end. Heights follow once its row is known.
void placeShapes(Place& place, const Item& item, const Layout& layout) {
  const TimeScale& scale = layout.scale;
  const Span period = scale.period();
  if (item.isMoment()) {
    const double x = momentX(item.main().from, scale);
    const double radius = radiusOf(item, layout.measures);
    place.main =
        item.kind == ItemKind::deadline ? Box{x - 0.5, 0, x + 2 * radius, 0} : Box{x - radius, 0, x + radius, 0};
    place.shapes = {place.main.left, place.main.right};
    if (item.planned && item.planned->from != item.main().from && falls(*item.planned, period)) {
      const double plannedX = momentX(item.planned->from, scale);
      place.planned = Box{plannedX - radius * 0.7, 0, plannedX + radius * 0.7, 0};
    }
  } else {
    const bool mainShown = falls(item.main(), period);
    place.main = barOf(mainShown || !item.planned ? item.main() : *item.planned, scale);
    if (item.actual && falls(*item.actual, period)) place.actual = barOf(*item.actual, scale);
    if (item.forecast && falls(*item.forecast, period)) place.forecast = barOf(*item.forecast, scale);
    if (place.actual && place.forecast) place.forecast->left = std::min(place.actual->right, place.forecast->right - 1);
    if (item.planned && (item.actual || item.forecast) && falls(*item.planned, period))
      place.planned = barOf(*item.planned, scale);
    if (place.actual || place.forecast) {
      place.main.left = place.actual ? place.actual->left : place.forecast->left;
      place.main.right = std::max(place.actual ? place.actual->right : 0, place.forecast ? place.forecast->right : 0);
    }
    place.shapes = {place.main.left, place.main.right + (item.alsoOn.empty() ? 0 : alsoOnWidth)};
  }
  if (place.planned) {
    place.shapes.left = std::min(place.shapes.left, place.planned->left);
    place.shapes.right = std::max(place.shapes.right, place.planned->right);
  }
}

enum class RowKind : std::uint8_t { markers, activities };

void placeRows(Layout& layout, const Content& content, RowKind kind, const TextMeasure& measure) {
  const bool moments = kind == RowKind::markers;
  std::vector<std::vector<std::size_t>> ofLane(content.lanes.size());
  for (std::size_t i = 0; i < content.items.size(); ++i)
    if (layout.places[i].shown && content.items[i].isMoment() == moments) ofLane[content.items[i].lane].push_back(i);
  for (std::size_t lane = 0; lane < ofLane.size(); ++lane) {
    std::vector<Extent> extents;
    for (const std::size_t i : ofLane[lane]) extents.push_back(layout.places[i].room);
    const Packing packing = packed(extents);
    (moments ? layout.lanes[lane].markerRows : layout.lanes[lane].activityRows) = packing.rows;
    std::vector<std::vector<std::size_t>> ofRow(packing.rows);
    for (std::size_t k = 0; k < packing.row.size(); ++k) {
      layout.places[ofLane[lane][k]].row = packing.row[k];
      ofRow[packing.row[k]].push_back(ofLane[lane][k]);
    }
    for (auto& row : ofRow) growLabels(layout, content, measure, row);
  }
}

void setHeights(Place& place, const Item& item, const Measures& measures, double rowTop) {
  const double barTop = rowTop + 2;
  if (item.isMoment()) {
    const double middle = rowTop + measures.markerRow / 2;
    const double radius = item.kind == ItemKind::deadline ? measures.flag / 2 : radiusOf(item, measures);
    place.main.top = middle - radius;
    place.main.bottom = middle + radius;
    if (place.planned) place.planned->top = middle - place.planned->width() / 2;
    if (place.planned) place.planned->bottom = middle + place.planned->width() / 2;
    return;
  }
  for (Box* box : {&place.main, place.actual ? &*place.actual : nullptr, place.forecast ? &*place.forecast : nullptr}) {
    if (!box) continue;
    box->top = barTop;
    box->bottom = barTop + measures.bar;
  }
  if (place.planned) {
    place.planned->top = barTop + measures.bar + 1;
    place.planned->bottom = place.planned->top + measures.strip;
  }
}

/// Beside a stalled span, or inside where it fits: the as-of line at its end stays free.
double noteXOf(const Box& span, double width, const TimeScale& scale) {
  if (span.width() >= width + 9) return span.left + 4;
  const double before = span.left - 4 - width;
  return before >= scale.left() ? before : std::min(span.right + 4, scale.right() - width);
}

/// Notes get rows of their own above everything else in a lane. A stalled track speaks for its activities.
void placeStalls(Layout& layout, const Content& content, const TextMeasure& measure) {
  const TimeScale& scale = layout.scale;
  layout.stalls.resize(content.stalls.size());
  std::vector<std::vector<std::size_t>> notes(content.lanes.size());
  for (std::size_t i = 0; i < content.stalls.size(); ++i) {
    const Stall& stall = content.stalls[i];
    StallPlace& place = layout.stalls[i];
    place.shown = falls(stall.days, scale.period()) && (stall.item == nowhere || layout.places[stall.item].shown);
    if (!place.shown) continue;
    place.box = barOf(stall.days, scale);
    auto& others = notes[stall.lane];
    const bool spokenFor = std::any_of(others.begin(), others.end(), [&](std::size_t other) {
      return content.stalls[other].item == nowhere || content.stalls[other].label == stall.label;
    });
    if (spokenFor) continue;
    place.note = fitted(measure, stall.label, noteFont, scale.right() - scale.left());
    place.noteWidth = measure.width(place.note, noteFont);
    place.noteX = noteXOf(place.box, place.noteWidth, scale);
    others.push_back(i);
  }
  for (std::size_t lane = 0; lane < notes.size(); ++lane) {
    std::vector<Extent> extents;
    for (const std::size_t i : notes[lane])
      extents.push_back({layout.stalls[i].noteX, layout.stalls[i].noteX + layout.stalls[i].noteWidth + 8});
    const Packing packing = packed(extents);
    layout.lanes[lane].noteRows = packing.rows;
    for (std::size_t k = 0; k < packing.row.size(); ++k)
      layout.stalls[notes[lane][k]].noteY = lanePadding + static_cast<double>(packing.row[k]) * noteRowHeight + 9;
  }
}

void placeHeads(Layout& layout, const Content& content, const TextMeasure& measure) {
  const double width = layout.headWidth - 18;
  for (std::size_t i = 0; i < content.lanes.size(); ++i) {
    layout.lanes[i].name = wrapped(measure, content.lanes[i].name, headFont, {width, 3});
    layout.lanes[i].level = wrapped(measure, content.lanes[i].level, levelFont, {width, 2});
  }
}

/// Bands on as few rows as keep them apart.
void placeBands(Layout& layout, const Content& content, const TextMeasure& measure) {
  constexpr double bandHeight = 14;
  const TimeScale& scale = layout.scale;
  layout.bands.resize(content.bands.size());
  std::vector<Extent> extents;
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < content.bands.size(); ++i) {
    const Span days = content.bands[i].days;
    if (!falls(days, scale.period())) continue;
    const Span inside{std::max(days.from, scale.period().from), std::min(days.to, scale.period().to)};
    const Box bar = barOf(inside, scale);
    extents.push_back({bar.left, bar.right});
    shown.push_back(i);
  }
  const Packing packing = packed(extents);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    BandPlace& place = layout.bands[shown[i]];
    const double top = layout.axisBottom + 1 + static_cast<double>(packing.row[i]) * bandHeight;
    place.shown = true;
    place.box = {extents[i].left, top, extents[i].right, top + bandHeight - 1};
    place.text = fitted(measure, content.bands[shown[i]].label, bandFont, place.box.width() - 8);
  }
  layout.plotTop = layout.axisBottom + (packing.rows > 0 ? static_cast<double>(packing.rows) * bandHeight + 2 : 0);
}

void placeLanes(Layout& layout, const Content& content) {
  const Measures& m = layout.measures;
  double y = layout.plotTop;
  for (LanePlace& lane : layout.lanes) {
    const double rows = static_cast<double>(lane.noteRows) * noteRowHeight +
                        static_cast<double>(lane.markerRows) * m.markerRow +
                        static_cast<double>(lane.activityRows) * m.activityRow;
    const double head = static_cast<double>(lane.name.size()) * 12 + static_cast<double>(lane.level.size()) * 10 + 4;
    lane.top = y;
    lane.bottom = y = y + 2 * lanePadding + std::max(rows, head);
  }
  layout.plotBottom = y;
  for (std::size_t i = 0; i < content.items.size(); ++i) {
    Place& place = layout.places[i];
    if (!place.shown) continue;
    const LanePlace& lane = layout.lanes[content.items[i].lane];
    double top = lane.top + lanePadding + static_cast<double>(lane.noteRows) * noteRowHeight;
    if (content.items[i].isMoment())
      top += static_cast<double>(place.row) * m.markerRow;
    else
      top += static_cast<double>(lane.markerRows) * m.markerRow + static_cast<double>(place.row) * m.activityRow;
    setHeights(place, content.items[i], m, top);
  }
  for (std::size_t i = 0; i < content.stalls.size(); ++i) {
    StallPlace& stall = layout.stalls[i];
    if (!stall.shown) continue;
    const LanePlace& lane = layout.lanes[content.stalls[i].lane];
    stall.noteY += lane.top;
    stall.box.top =
        content.stalls[i].item == nowhere ? lane.top + 1 : layout.places[content.stalls[i].item].main.top - 2;
    stall.box.bottom =
        content.stalls[i].item == nowhere ? lane.bottom - 1 : layout.places[content.stalls[i].item].main.bottom + 2;
  }
}

/// Columns of all shapes and their labels on the scale as it stands.
void placeColumns(Layout& layout, const Content& content, const TextMeasure& measure) {
  const Span period = layout.scale.period();
  for (std::size_t i = 0; i < content.items.size(); ++i) {
    const Item& item = content.items[i];
    Place& place = layout.places[i] = Place{};
    place.shown = falls(item.main(), period) || (item.planned && !item.isMoment() && falls(*item.planned, period));
    if (!place.shown) continue;
    layout.empty = false;
    placeShapes(place, item, layout);
    placeLabel(layout, content, i, measure);
  }
}

/// How much further the axis must run so that labels at its end can stand to the right, where they read best.
double missingRoom(const Layout& layout) {
  double missing = 0;
  for (const Place& place : layout.places) {
    if (place.side != Side::left) continue;
    const double end = place.shapes.right + place.labelWidth + 16;
    missing = std::max(missing, end - layout.scale.right());
  }
  return std::min(missing, (layout.scale.right() - layout.scale.left()) * 0.22);
}

void extendAxis(Layout& layout, double missing) {
  const TimeScale& scale = layout.scale;
  const Span period = scale.period();
  const double share = missing / (scale.right() - scale.left() - missing);
  const auto days = static_cast<std::int64_t>(std::ceil(static_cast<double>(period.to - period.from) * share));
  layout.scale = TimeScale({period.from, period.to + days}, scale.left(), scale.right());
}

}  // namespace

Layout layoutOf(const Content& content, const DrawingOptions& options, Day asOf, const TextMeasure& measure) {
  Layout layout;
  layout.pageWidth = std::isfinite(options.width) ? std::clamp(options.width, 360.0, 60000.0) : 900;
  layout.axisTop = options.heading == Heading::shown ? headerHeight : 0;
  layout.axisBottom = layout.plotTop = layout.axisTop + axisHeight;
  layout.lanes.resize(content.lanes.size());
  layout.places.resize(content.items.size());
  layout.measures = measuresFor(content.items.size());
  layout.labelWidths.reserve(content.items.size());
  for (const Item& item : content.items) layout.labelWidths.push_back(measure.width(item.label, layout.measures.font));
  const auto period = periodOf(content, options, asOf);
  if (!period) return layout;
  layout.scale = TimeScale(*period, margin + layout.headWidth + plotInset, layout.pageWidth - margin - plotInset);
  placeColumns(layout, content, measure);
  if (const double missing = options.lastDay ? 0 : missingRoom(layout); missing > 0) {
    extendAxis(layout, missing);
    placeColumns(layout, content, measure);
  }
  placeRows(layout, content, RowKind::markers, measure);
  placeRows(layout, content, RowKind::activities, measure);
  placeStalls(layout, content, measure);
  placeHeads(layout, content, measure);
  placeBands(layout, content, measure);
  placeLanes(layout, content);
  return layout;
}

}  // namespace trackloom::scene::swimlane
