#include "render/crowd_drawing.h"

#include "render/appearance.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <span>

#include <cairo.h>

namespace trackloom::render {

using namespace scene;

namespace {

struct ReleaseSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using SurfacePtr = std::unique_ptr<cairo_surface_t, ReleaseSurface>;

/// The corners of a path of one piece, curves as so many straight pieces that nobody sees a corner, whatever part of
/// the path is drawn.
class Corners {
 public:
  explicit Corners(const cairo_matrix_t& toPixels) : toPixels_(toPixels) {}

  std::span<const Point> of(const Path& path) {
    corners_.clear();
    for (const Step& step : path.steps) {
      const Point to = pixels(step.to);
      if (step.kind == Step::Kind::curve) addCurve(pixels(step.control1), pixels(step.control2), to);
      corners_.push_back(to);
    }
    return corners_;
  }

 private:
  Point pixels(Point p) const { return {p.x * toPixels_.xx + toPixels_.x0, p.y * toPixels_.yy + toPixels_.y0}; }

  void addCurve(Point control1, Point control2, Point to) {
    const Point from = corners_.back();
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const auto bow = [&](Point a, Point b, Point c) {  // how far it leaves the straight line
      const double x = a.x - 2 * b.x + c.x;
      const double y = a.y - 2 * b.y + c.y;
      return length < 1 ? std::hypot(x, y) : std::abs(x * (to.y - from.y) - y * (to.x - from.x)) / length;
    };
    constexpr double unseen = 0.2;  // pixels
    const double pieces =
        std::sqrt(0.75 * std::max(bow(from, control1, control2), bow(control1, control2, to)) / unseen);
    const int count = static_cast<int>(std::clamp(std::ceil(pieces), 1.0, 64.0));
    for (int i = 1; i < count; ++i) {
      const double t = static_cast<double>(i) / count;
      const double u = 1 - t;
      const auto mix = [&](double a, double b, double c, double d) {
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
      };
      corners_.push_back({mix(from.x, control1.x, control2.x, to.x), mix(from.y, control1.y, control2.y, to.y)});
    }
  }

  cairo_matrix_t toPixels_;
  std::vector<Point> corners_;
};

/// A triangle of which each side lies so much further out; nothing stays nothing.
std::vector<Point> grown(std::vector<Point> corners, double by) {
  if (corners.size() != 3) return corners;
  const auto length = [](Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); };
  const double sides[] = {length(corners[1], corners[2]), length(corners[2], corners[0]),
                          length(corners[0], corners[1])};
  const double round = sides[0] + sides[1] + sides[2];
  Point middle;  // of the circle inside
  for (std::size_t i = 0; i < 3; ++i) {
    middle.x += corners[i].x * sides[i] / round;
    middle.y += corners[i].y * sides[i] / round;
  }
  const double doubleArea = std::abs((corners[1].x - corners[0].x) * (corners[2].y - corners[0].y) -
                                     (corners[2].x - corners[0].x) * (corners[1].y - corners[0].y));
  const double factor = 1 + by * round / doubleArea;
  for (Point& corner : corners)
    corner = {middle.x + (corner.x - middle.x) * factor, middle.y + (corner.y - middle.y) * factor};
  return corners;
}

void copyInto(cairo_surface_t& picture, const std::vector<std::uint32_t>& pixels) {
  unsigned char* bytes = cairo_image_surface_get_data(&picture);
  if (!bytes) return;  // no memory for it: cairo says so itself
  const auto width = static_cast<std::size_t>(cairo_image_surface_get_width(&picture));
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(&picture));
  for (std::size_t row = 0; row * width < pixels.size(); ++row)
    std::memcpy(bytes + row * stride, &pixels[row * width], width * sizeof(std::uint32_t));
  cairo_surface_mark_dirty(&picture);
}

}  // namespace

bool headShows(const Path& path, const Box& part) {
  if (path.head == Head::none || path.steps.empty()) return false;
  constexpr double reach = 8;  // from the tip, whichever way it points
  const Point tip = path.steps.back().to;
  return overlap({tip.x - reach, tip.y - reach, tip.x + reach, tip.y + reach}, part);
}

bool CrowdDrawing::draw(const Scene& scene, const Rooms& rooms, Rooms::Crowd crowd, const Box& part) {
  cairo_surface_t* surface = cairo_get_group_target(target_);
  cairo_matrix_t toPixels;
  cairo_get_matrix(target_, &toPixels);
  if (cairo_surface_get_type(surface) != CAIRO_SURFACE_TYPE_IMAGE || toPixels.xy != 0 || toPixels.yx != 0) return false;
  double across = 1;
  double down = 1;
  cairo_surface_get_device_scale(surface, &across, &down);
  cairo_matrix_t scaling;
  cairo_matrix_init_scale(&scaling, across, down);
  cairo_matrix_multiply(&toPixels, &toPixels, &scaling);
  const double left = std::floor(part.left * toPixels.xx + toPixels.x0);
  const double top = std::floor(part.top * toPixels.yy + toPixels.y0);
  const int width = static_cast<int>(std::ceil(part.right * toPixels.xx + toPixels.x0) - left);
  const int height = static_cast<int>(std::ceil(part.bottom * toPixels.yy + toPixels.y0) - top);
  if (width <= 0 || height <= 0) return true;
  toPixels.x0 -= left;
  toPixels.y0 -= top;
  LineCrowd lines(width, height);
  Corners corners(toPixels);
  for (std::size_t i = crowd.first; i < crowd.end; ++i)
    if (overlap(rooms.boxes[i], part))
      lines.add(corners.of(std::get<Path>(scene.shapes[i].form)), penOf(scene.shapes[i].style, toPixels.xx));
  const SurfacePtr picture(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
  copyInto(*picture, lines.pixels());
  cairo_surface_set_device_scale(picture.get(), across, down);
  cairo_save(target_);
  cairo_identity_matrix(target_);
  cairo_set_source_surface(target_, picture.get(), left / across, top / down);
  cairo_paint(target_);
  cairo_restore(target_);
  drawHeads(scene, rooms, crowd, part);
  return true;
}

/// Filled heads of one colour that follow each other are one shape: each as large as with its outline.
void CrowdDrawing::drawHeads(const Scene& scene, const Rooms& rooms, Rooms::Crowd crowd, const Box& part) {
  const Paint* colour = nullptr;
  const auto fillSoFar = [&] {
    if (colour) setColour(*colour);
    cairo_fill(target_);
    colour = nullptr;
  };
  for (std::size_t i = crowd.first; i < crowd.end; ++i) {
    if (!overlap(rooms.boxes[i], part)) continue;
    const Path& path = std::get<Path>(scene.shapes[i].form);
    const Style& style = scene.shapes[i].style;
    if (!headShows(path, part)) continue;
    if (path.head == Head::open || (colour && !(*colour == style.stroke))) fillSoFar();
    if (path.head == Head::open) {
      drawHead_(path, style);
      continue;
    }
    colour = &style.stroke;
    addCorners(grown(headOf(path), headOutline / 2));
  }
  fillSoFar();
}

void CrowdDrawing::addCorners(const std::vector<Point>& corners) {
  if (corners.empty()) return;
  for (const Point& corner : corners) cairo_line_to(target_, corner.x, corner.y);
  cairo_close_path(target_);
  cairo_new_sub_path(target_);
}

void CrowdDrawing::setColour(const Paint& paint) {
  const Rgb colour = palette_.of(paint);
  cairo_set_source_rgb(target_, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

const Pen& CrowdDrawing::penOf(const Style& style, double scale) {
  const Rgb colour = palette_.of(style.stroke);
  for (const KnownPen& known : pens_)
    if (known.dash == style.dash && known.colour == colour && known.width == style.strokeWidth) return known.pen;
  std::vector<double> dashes;
  for (const double length : dashLengths(style.dash)) dashes.push_back(length * scale);
  const auto ends = style.dash == Dash::dotted ? Pen::Ends::round : Pen::Ends::flat;
  pens_.push_back({style.dash, colour, style.strokeWidth, Pen(colour, style.strokeWidth * scale, dashes, ends)});
  return pens_.back().pen;
}

}  // namespace trackloom::render
