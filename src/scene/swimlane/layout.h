#pragma once

#include "scene/scene.h"
#include "scene/swimlane/content.h"
#include "scene/swimlane/packing.h"
#include "scene/symbols.h"
#include "scene/text_measure.h"

namespace trackloom::scene::swimlane {

/// Sizes in points. Timelines of many items have lower rows and shorter labels.
struct Measures {
  double activityRow;
  double markerRow;
  double bar;
  double strip;  ///< the planned span below the bar
  double agreement;
  double milestone;
  double event;
  double flag;
  double sign;
  Font font;
  double longestLabel;
  double labelRoom;  ///< what packing keeps for a label outside; infinite: all it needs
};

inline constexpr double alsoOnWidth = 6;  ///< the marks of further tracks behind a bar

enum class Side : std::uint8_t { none, inside, right, left };

/// Which edges of a drawn period a span goes over.
Cut cutOf(Span span, Span period);

/// Where one item sits.
struct Place {
  bool shown = false;
  Box main;                   ///< what arrows meet
  std::optional<Box> actual;  ///< parts of a bar
  std::optional<Box> forecast;
  std::optional<Box> planned;
  Extent room;    ///< shapes, marks, sign and label
  Extent shapes;  ///< shapes and marks only
  Side side = Side::none;
  bool onActual = false;  ///< a label inside stands on the part that has happened
  std::string label;
  double labelX = 0;  ///< left end, right end on the left side
  double labelWidth = 0;
  std::optional<double> signX;  ///< middle of the sign
  std::size_t row = 0;
};

struct LanePlace {
  double top = 0;
  double bottom = 0;
  std::vector<std::string> name;  ///< lines
  std::vector<std::string> level;
  std::size_t noteRows = 0;
  std::size_t markerRows = 0;
  std::size_t activityRows = 0;
};

/// A stalled span: its box and, where there is room for one, its note.
struct StallPlace {
  bool shown = false;
  Box box;
  std::string note;  ///< cut where the whole width of the drawing is less
  double noteX = 0;
  double noteWidth = 0;
  double noteY = 0;
};

/// A band in the strip above the lanes.
struct BandPlace {
  bool shown = false;
  Box box;
  std::string text;  ///< what of its name fits
};

struct Layout {
  TimeScale scale{{0, 1}, 0, 1};
  Measures measures{};
  double headWidth = 128;
  double axisTop = 0;
  double axisBottom = 0;  ///< the bands lie between here and the plot
  double plotTop = 0;
  double plotBottom = 0;
  double pageWidth = 0;
  std::vector<LanePlace> lanes;
  std::vector<Place> places;        ///< of items, by their number
  std::vector<double> labelWidths;  ///< of all that an item's label says, by its number
  std::vector<StallPlace> stalls;
  std::vector<BandPlace> bands;
  bool empty = true;  ///< nothing falls into the period
};

constexpr double margin = 14;
constexpr double noteRowHeight = 13;
constexpr Font headFont{9.5, Weight::bold};
constexpr Font levelFont{7.5, Weight::regular};
constexpr Font noteFont{7.5, Weight::bold};
constexpr Font bandFont{7.5, Weight::regular};

/// The days a timeline goes over: those asked for, else all that has a date, and the as-of day unless it lies far off.
std::optional<Span> periodOf(const Content& content, const DrawingOptions& options, Day asOf);

/// Places everything: columns of days, rows of lanes, labels beside what they name. Nothing overlaps or leaves the
/// page.
Layout layoutOf(const Content& content, const DrawingOptions& options, Day asOf, const TextMeasure& measure);

}  // namespace trackloom::scene::swimlane
