#include "render/cairo_drawing.h"

#include "render/appearance.h"
#include "render/crowd_drawing.h"
#include "render/xml_text.h"
#include "scene/text_measure.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <span>
#include <vector>

#include <pango/pangocairo.h>

namespace trackloom::render {
namespace {

using namespace scene;

struct Release {
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
using LayoutPtr = std::unique_ptr<PangoLayout, Release>;
using FontPtr = std::unique_ptr<PangoFontDescription, Release>;
using FontOptionsPtr = std::unique_ptr<cairo_font_options_t, Release>;

bool isLine(const Shape& shape) {
  const Path* path = std::get_if<Path>(&shape.form);
  return path && path->closing == Closing::open && !shape.style.fill.visible() && shape.style.stroke.visible() &&
         shape.style.strokeWidth > 0;
}

class Drawing {
 public:
  Drawing(cairo_t* target, const Palette& palette)
      : target_(target),
        palette_(palette),
        layout_(pango_cairo_create_layout(target)),
        crowds_(target, palette, [this](const Path& path, const Style& style) { drawHead(path, style); }) {
    // Without hints text has the same widths on every device.
    const FontOptionsPtr options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    PangoContext* context = pango_layout_get_context(layout_.get());
    pango_cairo_context_set_font_options(context, options.get());
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_layout_set_auto_dir(layout_.get(), FALSE);
    pango_layout_set_single_paragraph_mode(layout_.get(), TRUE);
  }

  void draw(const Scene& scene, const Rooms& rooms) {
    setColour(Colour::paper);
    cairo_rectangle(target_, 0, 0, scene.width, scene.height);
    cairo_fill(target_);
    cairo_clip_extents(target_, &clip_.left, &clip_.top, &clip_.right, &clip_.bottom);
    auto crowd = rooms.crowds.begin();
    for (std::size_t i = 0; i < scene.shapes.size(); ++i) {
      if (crowd != rooms.crowds.end() && i == crowd->first && crowds_.draw(scene, rooms, *crowd, clip_)) i = crowd->end;
      if (crowd != rooms.crowds.end() && i >= crowd->end) ++crowd;
      if (i == scene.shapes.size() || !overlap(rooms.boxes[i], clip_)) continue;
      const Shape& shape = scene.shapes[i];
      std::visit([&](const auto& form) { draw(form, shape.style); }, shape.form);
    }
  }

 private:
  void setColour(const Paint& paint) {
    const Rgb colour = palette_.of(paint);
    cairo_set_source_rgb(target_, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
  }

  void fillAndStroke(const Style& style) {
    if (style.fill.visible()) {
      setColour(style.fill);
      cairo_fill_preserve(target_);
    }
    if (style.stroke.visible() && style.strokeWidth > 0) {
      setColour(style.stroke);
      cairo_set_line_width(target_, style.strokeWidth);
      const std::span<const double> dashes = dashLengths(style.dash);
      cairo_set_dash(target_, dashes.data(), static_cast<int>(dashes.size()), 0);
      cairo_set_line_cap(target_, style.dash == Dash::dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
      cairo_stroke_preserve(target_);
      cairo_set_dash(target_, nullptr, 0, 0);
    }
    cairo_new_path(target_);
  }

  void draw(const Rect& rect, const Style& style) {
    const Box& box = rect.box;
    const double radius = std::min({rect.radius, box.width() / 2, box.height() / 2});
    constexpr double quarter = 1.5707963267948966;
    cairo_set_line_join(target_, CAIRO_LINE_JOIN_MITER);
    if (radius <= 0) {
      cairo_rectangle(target_, box.left, box.top, box.width(), box.height());
    } else {
      cairo_new_sub_path(target_);
      cairo_arc(target_, box.right - radius, box.top + radius, radius, -quarter, 0);
      cairo_arc(target_, box.right - radius, box.bottom - radius, radius, 0, quarter);
      cairo_arc(target_, box.left + radius, box.bottom - radius, radius, quarter, 2 * quarter);
      cairo_arc(target_, box.left + radius, box.top + radius, radius, 2 * quarter, 3 * quarter);
      cairo_close_path(target_);
    }
    fillAndStroke(style);
  }

  /// Lines of many dashes that only pass by cost far more than what is seen of them: of lines along the axes, only what
  /// lies in view is drawn, its dashes where they would be.
  bool drawInView(const Path& path, const Style& style) {
    if (path.closing == Closing::closed || style.fill.visible() || !style.stroke.visible()) return false;
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
      const Step& step = path.steps[i];
      if ((step.kind == Step::Kind::move) != (i == 0) || step.kind == Step::Kind::curve) return false;
      if (i > 0 && step.to.x != path.steps[i - 1].to.x && step.to.y != path.steps[i - 1].to.y) return false;
    }
    const std::span<const double> dashes = dashLengths(style.dash);
    setColour(style.stroke);
    cairo_set_line_width(target_, style.strokeWidth);
    cairo_set_line_join(target_, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(target_, style.dash == Dash::dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    double behind = 0;
    bool drawing = false;
    for (std::size_t i = 1; i < path.steps.size(); ++i) {
      const Point from = path.steps[i - 1].to;
      const Point to = path.steps[i].to;
      const double length = std::abs(to.x - from.x) + std::abs(to.y - from.y);
      const double skipped = length > 0 ? beforeView(from, to) : 0;
      if (length > 0 && skipped < length) {
        const Point begin{from.x + (to.x - from.x) * skipped / length, from.y + (to.y - from.y) * skipped / length};
        const double rest = beforeView(to, from);
        const Point end{to.x + (from.x - to.x) * rest / length, to.y + (from.y - to.y) * rest / length};
        if (!drawing || skipped > 0) {
          cairo_stroke(target_);
          cairo_set_dash(target_, dashes.data(), static_cast<int>(dashes.size()), behind + skipped);
          cairo_move_to(target_, begin.x, begin.y);
        }
        cairo_line_to(target_, end.x, end.y);
        drawing = rest == 0;
      } else if (length > 0) {
        drawing = false;
      }
      behind += length;
    }
    cairo_stroke(target_);
    cairo_set_dash(target_, nullptr, 0, 0);
    return true;
  }

  /// How much of a line along an axis passes before it comes into view, seen from its beginning; all of it if it does
  /// not.
  double beforeView(Point from, Point to) const {
    constexpr double beyond = 12;
    const bool across = from.y == to.y;
    const double low = (across ? clip_.left : clip_.top) - beyond;
    const double high = (across ? clip_.right : clip_.bottom) + beyond;
    const double aside = across ? from.y : from.x;
    const double length = std::abs(to.x - from.x) + std::abs(to.y - from.y);
    if (aside < (across ? clip_.top : clip_.left) - beyond || aside > (across ? clip_.bottom : clip_.right) + beyond)
      return length;
    const double begin = across ? from.x : from.y;
    const bool forward = (across ? to.x : to.y) > begin;
    return std::clamp(forward ? low - begin : begin - high, 0.0, length);
  }

  void draw(const Path& path, const Style& style) {
    if (drawInView(path, style)) {
      drawHead(path, style);
      return;
    }
    for (const Step& step : path.steps) {
      if (step.kind == Step::Kind::move) cairo_move_to(target_, step.to.x, step.to.y);
      if (step.kind == Step::Kind::line) cairo_line_to(target_, step.to.x, step.to.y);
      if (step.kind == Step::Kind::curve)
        cairo_curve_to(target_, step.control1.x, step.control1.y, step.control2.x, step.control2.y, step.to.x,
                       step.to.y);
    }
    const bool line = path.closing == Closing::open && !style.fill.visible();
    if (path.closing == Closing::closed) cairo_close_path(target_);
    cairo_set_line_join(target_, line ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    fillAndStroke(style);
    drawHead(path, style);
  }

  void drawHead(const Path& path, const Style& style) {
    if (!headShows(path, clip_)) return;
    const std::vector<Point> head = headOf(path);
    if (head.empty()) return;
    for (const Point& corner : head) cairo_line_to(target_, corner.x, corner.y);
    cairo_close_path(target_);
    Style filled;
    filled.fill = path.head == Head::filled ? style.stroke : Paint(Colour::paper);
    filled.stroke = style.stroke;
    filled.strokeWidth = headOutline;
    cairo_set_line_join(target_, CAIRO_LINE_JOIN_MITER);
    fillAndStroke(filled);
  }

  void draw(const Label& label, const Style& style) {
    if (label.text.empty()) return;
    setText(label);
    int natural = 0;
    pango_layout_get_size(layout_.get(), &natural, nullptr);
    const double width = static_cast<double>(natural) / PANGO_SCALE;
    // Other fonts than those that layout reckons with may be wider: the text then is drawn narrower, not cut.
    const double squeeze = label.maxWidth > 0 && width > label.maxWidth ? label.maxWidth / width : 1;
    cairo_save(target_);
    cairo_translate(target_, leftOf(label, width * squeeze), label.at.y);
    cairo_scale(target_, squeeze, 1);
    PangoLayoutLine* line = pango_layout_get_line_readonly(layout_.get(), 0);
    cairo_move_to(target_, 0, 0);
    if (label.halo == Halo::paper) drawRim(line);
    cairo_move_to(target_, 0, 0);
    setColour(style.fill);
    pango_cairo_show_layout_line(target_, line);
    cairo_restore(target_);
    cairo_new_path(target_);
  }

  /// A rim around the letters of a line. In a picture of pixels a narrow one is the letters themselves, a little aside
  /// in each direction: they are drawn once and then copied, while the outline of each would be worked out every time.
  void drawRim(PangoLayoutLine* line) {
    constexpr double rim = 1.1;   // points
    constexpr double narrow = 2;  // pixels
    const double pixels = rim * pixelsAPoint();
    setColour(Colour::paper);
    if (pixels > 0 && pixels <= narrow) {
      constexpr int directions = 8;
      for (int i = 0; i < directions; ++i) {
        const double angle = 2 * M_PI * i / directions;
        cairo_move_to(target_, rim * std::cos(angle), rim * std::sin(angle));
        pango_cairo_show_layout_line(target_, line);
      }
      return;
    }
    pango_cairo_layout_line_path(target_, line);
    cairo_set_line_width(target_, 2 * rim);
    cairo_set_line_join(target_, CAIRO_LINE_JOIN_ROUND);
    cairo_set_antialias(target_, CAIRO_ANTIALIAS_FAST);  // the finest edges of a rim, nobody sees
    cairo_stroke(target_);
  }

  /// How many pixels of a picture a point is high; 0 where the target is no picture of pixels.
  double pixelsAPoint() const {
    cairo_surface_t* surface = cairo_get_group_target(target_);
    if (cairo_surface_get_type(surface) != CAIRO_SURFACE_TYPE_IMAGE) return 0;
    double across = 1;
    double down = 1;
    cairo_surface_get_device_scale(surface, &across, &down);
    cairo_matrix_t toPixels;
    cairo_get_matrix(target_, &toPixels);
    return toPixels.yy * down;
  }

  void setText(const Label& label) {
    const bool rightToLeft = label.direction == Direction::rightToLeft;
    const FontPtr font(pango_font_description_new());
    pango_font_description_set_family(font.get(), fontFamilies);
    pango_font_description_set_absolute_size(font.get(), label.font.size * PANGO_SCALE);
    if (label.font.weight == Weight::bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    pango_context_set_base_dir(pango_layout_get_context(layout_.get()),
                               rightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_layout_set_font_description(layout_.get(), font.get());
    const std::string text = isolated(oneLine(label.text), label.direction);
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_context_changed(layout_.get());
  }

  static double leftOf(const Label& label, double width) {
    if (label.anchor == Anchor::middle) return label.at.x - width / 2;
    const bool rightToLeft = label.direction == Direction::rightToLeft;
    const bool standsAtItsLeft = (label.anchor == Anchor::start) != rightToLeft;
    return standsAtItsLeft ? label.at.x : label.at.x - width;
  }

  cairo_t* target_;
  Box clip_;
  const Palette& palette_;
  LayoutPtr layout_;
  CrowdDrawing crowds_;
};

}  // namespace

Rooms roomsOf(const Scene& scene) {
  constexpr double beyond = 12;
  constexpr std::size_t crowded = 2000;
  Rooms rooms;
  rooms.boxes.reserve(scene.shapes.size());
  std::size_t lines = 0;  // that stand before a shape without another between them
  const auto endLines = [&] {
    const std::size_t end = rooms.boxes.size();
    if (lines >= crowded) rooms.crowds.push_back({end - lines, end});
    lines = 0;
  };
  for (const Shape& shape : scene.shapes) {
    const bool line = isLine(shape);
    if (!line) endLines();
    const Box box = bounds(shape);
    rooms.boxes.push_back({box.left - beyond, box.top - beyond, box.right + beyond, box.bottom + beyond});
    if (line) ++lines;
  }
  endLines();
  return rooms;
}

void draw(cairo_t* target, const Scene& scene, const Palette& palette) { draw(target, scene, palette, roomsOf(scene)); }

void draw(cairo_t* target, const Scene& scene, const Palette& palette, const Rooms& rooms) {
  Drawing(target, palette).draw(scene, rooms);
}

}  // namespace trackloom::render
