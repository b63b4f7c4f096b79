#include "scene/drawings.h"

#include "scene/timeline.h"

namespace trackloom::scene {

std::span<const Drawing> drawings() {
  static constexpr Drawing all[] = {
      {"timeline", tr("Timeline"),
       tr("A lane for each track: what is planned, what has happened, and what is handed over between them."),
       timeline},
  };
  return all;
}

const Drawing* findDrawing(std::string_view id) {
  for (const Drawing& drawing : drawings())
    if (drawing.id == id) return &drawing;
  return nullptr;
}

}  // namespace trackloom::scene
