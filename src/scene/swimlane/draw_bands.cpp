#include "scene/swimlane/drawing.h"

namespace trackloom::scene::swimlane {

void drawPauses(Canvas& canvas) {
  for (std::size_t i = 0; i < canvas.content.bands.size(); ++i) {
    const Band& band = canvas.content.bands[i];
    const BandPlace& place = canvas.layout.bands[i];
    if (!place.shown || band.kind != Band::Kind::pause) continue;
    canvas.used.insert(LegendEntry::pause);
    Shape& back = canvas.add(Rect{{place.box.left, place.box.bottom, place.box.right, canvas.layout.plotBottom}},
                             "pause", {Colour::pause, {}, 0});
    back.element = band.element;
    back.title = band.title;
    back.description = band.description;
  }
}

void drawBands(Canvas& canvas) {
  for (std::size_t i = 0; i < canvas.content.bands.size(); ++i) {
    const Band& band = canvas.content.bands[i];
    const BandPlace& place = canvas.layout.bands[i];
    if (!place.shown) continue;
    const bool isPhase = band.kind == Band::Kind::phase;
    const char* role = isPhase ? "phase" : "pause head";
    const Style style{isPhase ? Colour::headBack : Colour::pause, Colour::gridStrong, 0.7};
    const Cut cut = cutOf(band.days, canvas.layout.scale.period());
    Shape& box =
        cut.any() ? canvas.add(tornBar(place.box, cut), role, style) : canvas.add(Rect{place.box, 2}, role, style);
    box.element = band.element;
    box.title = band.title;
    box.description = band.description;
    if (place.text.empty()) continue;
    Shape& label = canvas.addText({place.box.left + 4, place.box.bottom - 3.6}, place.text, bandFont, Colour::ink);
    label.element = band.element;
    label.role = "band label";
  }
}

}  // namespace trackloom::scene::swimlane
