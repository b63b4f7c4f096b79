#pragma once

#include "checks/study.h"
#include "scene/drawing_options.h"
#include "scene/scene.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace trackloom::scene {

/// One kind of drawing: tabs, exports and documents walk this list.
struct Drawing {
  std::string_view id;
  const char* title;
  const char* help;
  Scene (*draw)(const checks::Study&, const DrawingOptions&);
  /// On several sheets; null for drawings that stay on one.
  std::vector<Scene> (*drawPages)(const checks::Study&, const DrawingOptions&, SheetRoom) = nullptr;
};

std::span<const Drawing> drawings();
const Drawing* findDrawing(std::string_view id);

/// A drawing laid out for a sheet, upright or across, whichever shows it larger.
struct LaidOut {
  enum class Orientation : std::uint8_t { upright, across };
  Scene scene;
  Orientation orientation;
};
LaidOut laidOut(const Drawing& drawing, const checks::Study& study, DrawingOptions options, SheetRoom room);

/// A drawing on sheets: on one where that can be read or the drawing knows no pages, else on as many as it takes.
std::vector<Scene> onSheets(const Drawing& drawing, const checks::Study& study, const DrawingOptions& options,
                            SheetRoom room);

}  // namespace trackloom::scene
