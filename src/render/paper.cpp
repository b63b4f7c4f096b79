#include "render/paper.h"

#include "plan/error.h"
#include "render/cairo_drawing.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include <cairo-pdf.h>

namespace trackloom::render {
namespace {

struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* target) const { cairo_destroy(target); }
};
using SurfacePtr = std::unique_ptr<cairo_surface_t, Release>;
using TargetPtr = std::unique_ptr<cairo_t, Release>;

cairo_status_t append(void* out, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void verify(cairo_status_t status) {
  if (status == CAIRO_STATUS_SUCCESS) return;
  throw Error(
      ErrorKind::unwritable,
      {tr("The drawing could not be made: {reason}."), {{"reason", std::string(cairo_status_to_string(status))}}}, {},
      {tr("Try the drawing as SVG, or a shorter period of it."), {}});
}

struct Size {
  double width;
  double height;
};

Size across(SheetSize sheet) { return sheet == SheetSize::a4 ? Size{841.89, 595.28} : Size{1190.55, 841.89}; }

constexpr double margin = 28;          // points around a drawing on a sheet
constexpr double longestSide = 14400;  // points; what PDF readers show at most

double scaleOnto(const scene::Scene& scene, Size page) {
  return std::min((page.width - 2 * margin) / std::max(scene.width, 1.0),
                  (page.height - 2 * margin) / std::max(scene.height, 1.0));
}

/// The page of a scene, and how large the scene stands on it.
struct Placement {
  Size page;
  double scale;
};

Placement placementOf(const scene::Scene& scene, std::optional<SheetSize> sheet) {
  if (!sheet) {
    const double scale = std::min(1.0, longestSide / std::max({scene.width, scene.height, 1.0}));
    return {{scene.width * scale, scene.height * scale}, scale};
  }
  const Size lying = across(*sheet);
  const Size standing{lying.height, lying.width};
  const Size page = scaleOnto(scene, standing) > scaleOnto(scene, lying) ? standing : lying;
  return {page, std::min(scaleOnto(scene, page), 1.5)};
}

void describe(cairo_surface_t* surface, const scene::Scene& scene, Day made) {
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, scene.description.c_str());
  const std::string when = isoText(made) + "T00:00:00Z";
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, when.c_str());
}

void drawPage(cairo_surface_t* surface, const scene::Scene& scene, const PdfOptions& options) {
  const Placement placement = placementOf(scene, options.sheet);
  cairo_pdf_surface_set_size(surface, placement.page.width, placement.page.height);
  const TargetPtr target(cairo_create(surface));
  const double top = options.sheet ? margin : 0;
  cairo_translate(target.get(), (placement.page.width - scene.width * placement.scale) / 2, top);
  cairo_scale(target.get(), placement.scale, placement.scale);
  draw(target.get(), scene, options.palette);
  cairo_show_page(target.get());
  verify(cairo_status(target.get()));
}

}  // namespace

std::string pdf(std::span<const scene::Scene> pages, const PdfOptions& options) {
  std::string out;
  {
    const SurfacePtr surface(cairo_pdf_surface_create_for_stream(append, &out, 1, 1));
    if (!pages.empty()) describe(surface.get(), pages.front(), options.made);
    for (const scene::Scene& scene : pages) drawPage(surface.get(), scene, options);
    cairo_surface_finish(surface.get());
    verify(cairo_surface_status(surface.get()));
  }
  return out;
}

std::pair<double, double> roomOn(SheetSize sheet) {
  const Size page = across(sheet);
  return {page.height - 2 * margin, page.width - 2 * margin};
}

double fittingScale(const scene::Scene& scene, double wanted) {
  constexpr double longest = 32000;  // pixels; cairo goes to 32,767
  constexpr double most = 100e6;     // pixels: 400 MB while it is drawn
  const double width = std::max(scene.width, 1.0);
  const double height = std::max(scene.height, 1.0);
  const double scale = std::min({wanted, longest / std::max(width, height), std::sqrt(most / (width * height))});
  return scale < 1 && scale < wanted ? 0 : scale;
}

std::string png(const scene::Scene& scene, const PngOptions& options) {
  const double scale = fittingScale(scene, options.scale);
  if (scale <= 0)
    throw Error(ErrorKind::usage, {tr("The drawing is too large for a picture that could be read."), {}}, {},
                {tr("Export it as SVG or PDF, or a shorter period of it."), {}});
  const SurfacePtr surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                                      static_cast<int>(std::ceil(scene.width * scale)),
                                                      static_cast<int>(std::ceil(scene.height * scale))));
  const TargetPtr target(cairo_create(surface.get()));
  cairo_set_source_rgb(target.get(), 1, 1, 1);
  cairo_paint(target.get());
  cairo_scale(target.get(), scale, scale);
  draw(target.get(), scene, options.palette);
  verify(cairo_status(target.get()));
  std::string out;
  verify(cairo_surface_write_to_png_stream(surface.get(), append, &out));
  return out;
}

}  // namespace trackloom::render
