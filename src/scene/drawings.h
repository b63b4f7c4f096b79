#pragma once

#include "checks/study.h"
#include "scene/drawing_options.h"
#include "scene/scene.h"

#include <span>
#include <string_view>

namespace trackloom::scene {

/// One kind of drawing: tabs, exports and documents walk this list.
struct Drawing {
  std::string_view id;
  const char* title;
  const char* help;
  Scene (*draw)(const checks::Study&, const DrawingOptions&);
};

std::span<const Drawing> drawings();
const Drawing* findDrawing(std::string_view id);

}  // namespace trackloom::scene
