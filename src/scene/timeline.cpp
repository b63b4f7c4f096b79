#include "scene/timeline.h"

#include "scene/swimlane/drawing.h"

#include <algorithm>

namespace trackloom::scene {
namespace {

using namespace swimlane;

std::string subtitleOf(const Words& words, View view) {
  if (view == View::team) return words.say({tr("For the team only: with forecasts and stalled spans"), {}});
  return words.say({tr("What is planned and what has happened"), {}});
}

std::string descriptionOf(const Words& words, const Content& content, const Layout& layout) {
  const auto tracks = std::count_if(content.lanes.begin(), content.lanes.end(),
                                    [](const Lane& lane) { return lane.kind == Lane::Kind::track; });
  const auto shown =
      std::count_if(layout.places.begin(), layout.places.end(), [](const Place& place) { return place.shown; });
  const Span period = layout.scale.period();
  return words.say({tr("A timeline from {first} to {last}. Tracks: {tracks}; entries: {entries}."),
                    {{"first", Day{period.from}},
                     {"last", Day{period.to - 1}},
                     {"tracks", static_cast<std::int64_t>(tracks)},
                     {"entries", static_cast<std::int64_t>(shown)}}});
}

}  // namespace

Scene timeline(const checks::Study& study, const TimelineOptions& options) {
  const Words words(study.plan(), options);
  const FixedMetrics measure;
  const Content content = contentOf(study, options, words);
  const Layout layout = layoutOf(content, options, study.asOf(), measure);

  Scene scene;
  scene.width = layout.pageWidth;
  scene.language = words.language();
  const Element& plan = study.plan().root();
  scene.title = plan.has(key::title.number) ? words.name(plan) : words.say({tr("Timeline"), {}});
  scene.description =
      layout.empty ? words.say({tr("A timeline without entries."), {}}) : descriptionOf(words, content, layout);
  Canvas canvas{scene, content, layout, measure, words, {}};
  drawFrame(canvas, study.asOf(), subtitleOf(words, options.view));
  double bottom = layout.plotBottom;
  if (layout.empty) {
    bottom = 66;
    const bool nothing = content.items.empty();
    const char* sentence =
        nothing ? tr("Nothing to draw yet. Activities, events and agreements with dates appear here on their tracks.")
                : tr("Nothing falls into this period.");
    const Font font{10, Weight::regular};
    for (std::string& line : wrapped(measure, words.say({sentence, {}}), font, {layout.pageWidth - 2 * margin, 3}))
      canvas.addText({margin, bottom += 14}, std::move(line), font, Colour::ink).role = "empty";
  } else {
    drawLinks(canvas);
    drawStallNotes(canvas);
    drawItems(canvas);
  }
  scene.height = drawNotes(canvas, bottom);
  return words.direction() == Direction::rightToLeft ? mirrored(std::move(scene)) : scene;
}

}  // namespace trackloom::scene
