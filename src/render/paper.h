#pragma once

#include "plan/dates.h"
#include "scene/scene.h"

#include <optional>
#include <span>
#include <string>
#include <utility>

namespace trackloom::render {

/// A sheet that a drawing is fitted onto, upright or across, whichever shows it larger. Without one, a page is as large
/// as its drawing.
enum class SheetSize : std::uint8_t { a4, a3 };

/// The shorter and the longer side of what a sheet has room for inside its margins, in points.
std::pair<double, double> roomOn(SheetSize sheet);

struct PdfOptions {
  scene::Palette palette = scene::paperPalette();
  std::optional<SheetSize> sheet;
  Day made;  ///< what the file says of when it was made: the as-of day, so that the same plan gives the same bytes
};

/// Drawings as a PDF, a page each, with text that can be searched and copied and with its fonts in it. Throws an
/// `Error` where the system's libraries refuse.
std::string pdf(std::span<const scene::Scene> pages, const PdfOptions& options);

struct PngOptions {
  scene::Palette palette = scene::paperPalette();
  double scale = 2;  ///< pixels a point
};

/// A drawing as a picture. Throws an `Error` of kind usage for one that no picture could hold legibly.
std::string png(const scene::Scene& scene, const PngOptions& options = {});

/// The largest scale up to the wanted one at which a drawing still is a picture that programs open; 0 if that is below
/// one pixel a point.
double fittingScale(const scene::Scene& scene, double wanted);

}  // namespace trackloom::render
