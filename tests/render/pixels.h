#pragma once

#include "render/cairo_drawing.h"

#include <cstdint>
#include <memory>
#include <vector>

#include <cairo.h>

namespace trackloom::test {

/// A picture of pixels in memory, to draw scenes into and to look at.
class Pixels {
 public:
  Pixels(int width, int height) : surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)) {}

  /// Draws a scene, of which a place lies in the left upper corner, where it shows in a box of the picture.
  void draw(const scene::Scene& scene, const render::Rooms& rooms, scene::Point corner, const scene::Box& box) {
    const std::unique_ptr<cairo_t, Release> target(cairo_create(surface_.get()));
    cairo_rectangle(target.get(), box.left, box.top, box.width(), box.height());
    cairo_clip(target.get());
    cairo_set_source_rgb(target.get(), 1, 1, 1);
    cairo_paint(target.get());
    cairo_translate(target.get(), -corner.x, -corner.y);
    render::draw(target.get(), scene, scene::paperPalette(), rooms);
  }

  /// Red, green and blue row by row.
  std::vector<std::uint32_t> all() const {
    cairo_surface_flush(surface_.get());
    std::vector<std::uint32_t> pixels;
    for (int y = 0; y < cairo_image_surface_get_height(surface_.get()); ++y) {
      const auto* row = reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface_.get()) +
                                                               y * cairo_image_surface_get_stride(surface_.get()));
      for (int x = 0; x < cairo_image_surface_get_width(surface_.get()); ++x) pixels.push_back(row[x] & 0xFFFFFFU);
    }
    return pixels;
  }

 private:
  struct Release {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* target) const { cairo_destroy(target); }
  };
  std::unique_ptr<cairo_surface_t, Release> surface_;
};

}  // namespace trackloom::test
