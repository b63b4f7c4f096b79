#pragma once

#include "plan/element_id.h"
#include "scene/palette.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace trackloom::scene {

/// Points (1/72 inch) from the top left corner of the page, y downwards.
struct Point {
  double x = 0;
  double y = 0;
  friend bool operator==(Point, Point) = default;
};

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  Point middle() const { return {(left + right) / 2, (top + bottom) / 2}; }
  friend bool operator==(const Box&, const Box&) = default;
};

/// Do two boxes share more than an edge?
bool overlap(const Box& a, const Box& b);

enum class Direction : std::uint8_t { leftToRight, rightToLeft };
/// Which end of a text stands at its point. As in SVG, the start of a right-to-left text is its right end.
enum class Anchor : std::uint8_t { start, middle, end };
enum class Weight : std::uint8_t { regular, bold };
enum class Dash : std::uint8_t { solid, dashed, dotted, dashDot, longDash };
enum class Head : std::uint8_t { none, open, filled };
enum class Closing : std::uint8_t { open, closed };
/// Signs with a fixed handedness (a tick) keep it when a drawing is mirrored.
enum class Mirroring : std::uint8_t { flips, keepsShape };
/// A rim in the colour of the paper keeps a text legible above lines.
enum class Halo : std::uint8_t { none, paper };

struct Font {
  double size = 8.5;  ///< points
  Weight weight = Weight::regular;
  friend bool operator==(Font, Font) = default;
};

struct Rect {
  Box box;
  double radius = 0;
  friend bool operator==(const Rect&, const Rect&) = default;
};

/// A step of a path; the control points belong to cubic curves only.
struct Step {
  enum class Kind : std::uint8_t { move, line, curve };
  Kind kind = Kind::line;
  Point to;
  Point control1;
  Point control2;
  friend bool operator==(const Step&, const Step&) = default;
};

/// Lines and curves. With a head, an arrow whose tip is the last point.
struct Path {
  std::vector<Step> steps;
  Closing closing = Closing::open;
  Head head = Head::none;
  Mirroring mirroring = Mirroring::flips;

  Path& move(Point to);
  Path& line(Point to);
  Path& curve(Point control1, Point control2, Point to);
  friend bool operator==(const Path&, const Path&) = default;
};

/// One line of text, its baseline at `at`. The direction is that of the page; names inside keep their own.
struct Label {
  Point at;
  std::string text;
  Anchor anchor = Anchor::start;
  Font font;
  double maxWidth = 0;  ///< the room that layout kept for it, in points
  Direction direction = Direction::leftToRight;
  Halo halo = Halo::none;
  friend bool operator==(const Label&, const Label&) = default;
};

struct Style {
  Paint fill;
  Paint stroke;
  double strokeWidth = 1;
  Dash dash = Dash::solid;
  friend bool operator==(const Style&, const Style&) = default;
};

/// One shape of a drawing: what it looks like, which element it stands for, and what it says to those who cannot see
/// it.
struct Shape {
  std::variant<Rect, Path, Label> form;
  Style style;
  std::string_view role;  ///< words that say what the shape is, of the program's own: `bar planned`, `stall`
  ElementId element;
  std::string title;
  std::string description;
};

/// A drawing, independent of any device. Later shapes lie above earlier ones.
struct Scene {
  double width = 0;
  double height = 0;
  std::string title;
  std::string description;
  std::string language;
  Direction direction = Direction::leftToRight;
  std::vector<Shape> shapes;
};

/// The box around a shape; of a label, the room kept for it.
Box bounds(const Shape& shape);

/// The three corners of an arrow's head, tip first; empty where the path has none.
std::vector<Point> headOf(const Path& path);

/// The same drawing seen in a mirror, for scripts that run from right to left. Exact: mirrored twice it is itself.
Scene mirrored(Scene scene);

}  // namespace trackloom::scene
